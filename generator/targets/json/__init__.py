"""The JSON target: the Api as it is, for programs in other languages and for reading."""

from generator.targets.json.options import Options, read_options
from generator.targets.json.render import dump, note, render
from generator.targets.target_kind import Target

TARGET: Target[Options] = Target("json", read_options, render, note)

__all__ = ["TARGET", "Options", "dump", "render"]
