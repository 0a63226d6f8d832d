"""Media types and statuses:
what bodies and responses mean for Python code."""
