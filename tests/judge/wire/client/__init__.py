"""The client of a generated package, and calls of its methods."""
