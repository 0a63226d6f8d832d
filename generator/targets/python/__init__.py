"""The Python target: an Api becomes an installable package."""

from generator.targets.python.options import Options
from generator.targets.python.target import note, render

__all__ = ["Options", "note", "render"]
