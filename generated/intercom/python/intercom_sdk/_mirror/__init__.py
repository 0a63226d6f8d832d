"""Ingestion: the pages of a content import source, kept the same as where they come from."""
