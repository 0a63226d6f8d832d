"""Unnamed schemas become declarations with unique names, or are put back where they need none."""
