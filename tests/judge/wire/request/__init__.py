"""Requests as the document describes them, against those that were recorded."""
