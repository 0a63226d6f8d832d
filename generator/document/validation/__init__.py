"""Validation: a document, as written,
against its own version of OpenAPI."""
