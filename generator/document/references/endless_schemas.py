"""Schemas that contain themselves for one and the same value, or go on for very long."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.references.survey import Survey
from generator.document.trees.tree import Tree

_LISTS = ("allOf", "anyOf", "oneOf")
_SINGLE = ("not", "if", "then", "else")
# Validators check such chains by recursion, a few frames for each schema.
_LONGEST = 40


def endless(survey: Survey) -> set[int]:
    """The objects whose `$ref` closes a circle, or leads into too long a chain.

    `allOf: [{$ref: …}]` of a schema to itself is a circle: checking a value against it means
    checking the same value again. A property of its own kind is none.
    """
    closing: set[int] = set()
    heights: dict[int, int] = {}
    for start in survey.ends.values():
        if isinstance(start, dict) and id(start) not in heights:
            _measure(start, survey, heights, closing)
    return closing


def _measure(
    start: dict[str, Tree], survey: Survey, heights: dict[int, int], closing: set[int]
) -> None:
    """Go through what a schema consists of, and note how high each stands on the others."""
    open_: set[int] = {id(start)}
    stack = [(start, _parts(start, survey), 0)]
    while stack:
        schema, parts, height = stack.pop()
        for part, referred in parts:
            known = heights.get(id(part))
            if referred and (id(part) in open_ or (known or 0) >= _LONGEST):
                closing.add(id(schema))
            elif known is not None:
                height = max(height, known + 1)
            elif id(part) not in open_:
                stack.append((schema, parts, height))
                stack.append((part, _parts(part, survey), 0))
                open_.add(id(part))
                break
        else:
            heights[id(schema)] = height
            open_.discard(id(schema))
            if stack:
                above, rest, so_far = stack.pop()
                grown = height + 1
                if grown > _LONGEST and survey.ends.get(id(above)) is schema:
                    closing.add(id(above))
                    grown = 0
                stack.append((above, rest, max(so_far, grown)))


def _parts(
    schema: dict[str, Tree], survey: Survey
) -> Iterator[tuple[dict[str, Tree], bool]]:
    """The schemas that have to hold for the same value, and whether a `$ref` leads there."""
    end = survey.ends.get(id(schema))
    if isinstance(end, dict):
        yield end, True
    branches = [schema.get(keyword) for keyword in _SINGLE]
    for keyword in _LISTS:
        listed = schema.get(keyword)
        branches += listed if isinstance(listed, list) else ()
    dependent = schema.get("dependentSchemas")
    branches += dependent.values() if isinstance(dependent, dict) else ()
    yield from ((branch, False) for branch in branches if isinstance(branch, dict))
