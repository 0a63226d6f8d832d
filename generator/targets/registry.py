"""All targets, by the modules that hold them as `TARGET`; each is loaded when it is needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from generator.targets.target_kind import Target

MODULES = (
    "generator.targets.json",
    "generator.targets.python",
)


def names() -> list[str]:
    """What the targets are called: as their modules."""
    return [module.rpartition(".")[2] for module in MODULES]


@cache
def load(module: str) -> Target[Any]:
    """Import a target; each has options of its own, which it alone reads."""
    target: Target[Any] = import_module(module).TARGET
    return target
