"""Overlays: changes to a tree
that is otherwise left as it was read."""
