"""Turns OpenAPI documents into Python client packages."""
