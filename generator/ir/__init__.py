"""The vocabulary in which an API is described between a document and a target."""
