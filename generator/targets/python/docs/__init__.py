"""Documentation: prose of docstrings,
and what a schema says that no annotation does."""
