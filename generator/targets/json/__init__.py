"""The JSON target: the Api as it is, for programs in other languages and for reading."""

from generator.targets.json.options import Options
from generator.targets.json.render import dump, render

__all__ = ["Options", "dump", "render"]
