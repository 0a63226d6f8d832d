"""Trees: the content of files as plain data, the objects and references in it,
and where it was written."""
