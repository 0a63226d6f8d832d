"""Models by the resource that they belong to."""
