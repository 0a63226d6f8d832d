"""Bytes to plain data: JSON and YAML,
and where each value stands in the text."""
