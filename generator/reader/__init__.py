"""Reads a document of the 3.2 shape into the neutral Api."""

from generator.reader.openapi import read

__all__ = ["read"]
