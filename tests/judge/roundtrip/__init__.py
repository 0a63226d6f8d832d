"""Responses through a package and back."""
