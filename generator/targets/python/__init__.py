"""The Python target: an Api becomes an installable package."""

from generator.targets.python.options import Options, read_options
from generator.targets.python.target import note, render
from generator.targets.target_kind import Target

TARGET: Target[Options] = Target("python", read_options, render, note)

__all__ = ["TARGET", "Options", "render"]
