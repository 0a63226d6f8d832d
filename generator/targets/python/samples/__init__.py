"""Samples: values and calls
that stand in the examples of docstrings."""
