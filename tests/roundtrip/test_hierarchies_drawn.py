"""Hierarchies of any form: each value comes back whole, and as what it is, through each parent."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from generated_models import Models, generated
from schemas import extends, obj

Tree = Any

PROPERTIES = ("kind", "type", "sort")
PARENTS = 30


class Level(NamedTuple):
    """A parent with a discriminator of its own: its name, the property, its mapping."""

    name: str
    property: str
    mapping: dict[str, str]


class Kind(NamedTuple):
    """A schema of a hierarchy: its name, and the discriminators of what it extends and its own."""

    name: str
    levels: tuple[Level, ...]


class Draw:
    """Hierarchies whose names begin with their parents' names."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # nothing is secret
        self.schemas: dict[str, Tree] = {}

    def family(
        self, name: str, depth: int, kept: int, levels: tuple[Level, ...] = ()
    ) -> Iterator[Kind]:
        """Declare a schema, and what extends it to some depth, of `kept` discriminators."""
        count = self._random.choice((0, 1, 2, 3)) if levels else 3
        children = [f"{name}{letter}" for letter in "ABC"[:count] if depth]
        own = obj(**{f"of{name}": "string"})
        discriminator: Tree = {}
        if children and (not levels or self._random.random() < 0.7):
            level = self._level(name, children, kept)
            discriminator = {"propertyName": level.property}
            if level.mapping:
                discriminator["mapping"] = {
                    tag: each for each, tag in level.mapping.items()
                }
            if all(level.property != each.property for each in levels):
                own["properties"][level.property] = {"type": "string"}
                own["required"] = [level.property][: self._random.choice((0, 1))]
            levels = (*levels, level)
        self.schemas[name] = self._schema(name, own, discriminator)
        for child in children:
            yield from self.family(child, depth - 1, kept, levels)
        yield Kind(name, levels)

    def _level(self, name: str, children: list[str], kept: int) -> Level:
        share = self._random.choice((0, 0.5, 1))
        named = [child for child in children if self._random.random() < share]
        tags = {child: f"is-{child}" for child in named}
        return Level(name, self._random.choice(PROPERTIES[:kept]), tags)

    def _schema(self, name: str, own: Tree, discriminator: Tree) -> Tree:
        parent = name[:-1] if name[-1] in "ABC" else ""
        beside = {"discriminator": discriminator} if discriminator else {}
        if not parent:
            return {**own, **beside}
        if self._random.random() < 0.5:
            return extends(parent, own={**own, **beside})
        return extends(parent, own=own, **beside)


def value_of(kind: Kind, *, leaf: bool) -> Tree:
    """A value of a schema.

    Args:
        kind: The schema.
        leaf: Whether each tag names the schema itself; else the parent that looks at the next one.
    """
    value = {f"of{each}": "v" for each in above(kind.name)}
    for property in {each.property for each in kind.levels}:
        own = [each for each in kind.levels if each.property == property]
        further = kind.levels[kind.levels.index(own[-1]) + 1 :]
        named = further[0].name if further and not leaf else kind.name
        tags = {child: tag for each in own for child, tag in each.mapping.items()}
        value[property] = tags.get(named, named)
    return value


def above(name: str) -> list[str]:
    """The names of what a schema extends, and its own."""
    return [name[:size] for size in range(name.index("x") + 1, len(name) + 1)]


def faults(models: Models, kind: Kind, value: Tree) -> Iterator[str]:
    for name in above(kind.name):
        found = models.read(name, value)
        is_kind = found.kind.removesuffix("Base").upper() == kind.name.upper()
        if found.written != value or not is_kind:
            yield f"{value} read as {name} is {found.value}"


@pytest.mark.parametrize("seed", range(4))
def test_values_come_back_whole(seed: int) -> None:
    draw = Draw(seed)
    kinds = [
        kind
        for number in range(PARENTS)
        for kind in draw.family(f"T{number}x", 1 + number % 3, 1 + number % 3)
    ]
    with generated(draw.schemas) as models:
        found = [
            fault
            for kind in kinds
            for leaf in (True, False)
            for fault in faults(models, kind, value_of(kind, leaf=leaf))
        ]
    assert len(kinds) > PARENTS
    assert found[:5] == []
