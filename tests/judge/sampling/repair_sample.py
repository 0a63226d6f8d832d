"""Values that fit what no single draw can see to: one variant alone, `not`, conditions.

Schemas whose variants overlap have values all the same: those that carry, beside what one variant
says, a property as no other variant allows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from jsonschema import Draft7Validator

from tests.judge.source.original import Tree, is_object

_PARTS = ("allOf", "anyOf", "oneOf")
# What a value is looked at again for.
_CARE = {"anyOf", "oneOf", "not", "if", "dependencies"}
# Of each type one that isn't null, which some take for absent.
_STRANGERS: tuple[Tree, ...] = ("stranger", 7, 0.5, True, [], {})


def needs_check(schema: Tree) -> bool:
    """Whether what is drawn from a schema may not fit it for what its parts exclude."""
    if not is_object(schema):
        return False
    return bool(schema.keys() & _CARE) or any(
        needs_check(part) for part in schema.get("allOf") or ()
    )


def fits(schema: Tree, value: Tree) -> bool:
    """Whether a value fits a schema of draft 7; what can't be decided counts as yes."""
    validator: Tree = Draft7Validator
    try:
        return bool(validator(schema).is_valid(value))
    except Exception:
        # A schema that breaks its own grammar stops the library in many ways.
        return True


def repaired(value: Tree, schema: Tree, draw: DrawFn) -> Tree:
    """The value so changed that of variants that exclude each other it fits but one.

    Args:
        value: What was drawn.
        schema: The schema it was drawn from.
        draw: Given by hypothesis.
    """
    if not is_object(value):
        return value
    for variants in _unions(schema):
        fitting = [each for each in variants if fits(each, value)]
        # Nothing is tried where only one fits: there are no others.
        for kept in draw(st.permutations(fitting)) if fitting[1:] else ():
            others = [each for each in fitting if each is not kept]
            changed = _estranged(value, kept, others, draw)
            if changed is not None and fits(schema, changed):
                return changed
    return value


def _unions(schema: Tree) -> Iterator[list[Tree]]:
    """The variants of each `oneOf` that may apply to a value of the schema."""
    if not is_object(schema):
        return
    if schema.get("oneOf"):
        yield schema["oneOf"]
    for keyword in _PARTS:
        for part in schema.get(keyword) or ():
            yield from _unions(part)


def _estranged(
    value: dict[str, Tree], kept: Tree, others: list[Tree], draw: DrawFn
) -> dict[str, Tree] | None:
    """The value with properties that the others don't allow; None where they have none to add."""
    changed = dict(value)
    own = _declared(kept)
    for other in others:
        choices = [
            (name, stranger)
            for name, member in _declared(other).items()
            if name not in own
            for stranger in _STRANGERS
            if not fits(member, stranger)
        ]
        if not choices:
            return None
        name, stranger = draw(st.sampled_from(choices))
        changed[name] = stranger
    return changed


def _declared(schema: Tree) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    if is_object(schema):
        for part in schema.get("allOf") or ():
            found.update(_declared(part))
        found.update(schema.get("properties") or {})
    return found
