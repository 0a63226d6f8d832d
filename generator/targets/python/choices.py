"""Choices: where an operation takes a body in several media types, which one is sent."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Notebook
from generator.ir.declarations import Model
from generator.ir.operation import Body, MediaType, Operation
from generator.ir.types import Type
from generator.targets.python.media import Kind, kind_of, preferred
from generator.targets.python.usage import Index, resolve


def note_choices(
    operations: Iterable[Operation], index: Index, notebook: Notebook
) -> None:
    """Say of each body which of its media types is sent, where another could say more."""
    for operation in operations:
        if operation.body is not None:
            _note(operation.body, index, notebook)


def _note(body: Body, index: Index, notebook: Notebook) -> None:
    chosen = preferred(body.content)
    others = [media for media in body.content if media is not chosen]
    if chosen is None or not others or _says_all(chosen, others, index):
        return
    written = ", ".join(f"`{media.content_type}`" for media in others)
    message = f"the body is sent as `{chosen.content_type}`, never as {written}"
    notebook.write("media-type-chosen", message, body.place)


def _says_all(chosen: MediaType, others: list[MediaType], index: Index) -> bool:
    """Whether JSON was chosen, and the others hold the same."""
    return kind_of(chosen) is Kind.JSON and all(
        _is_same(chosen.type, media.type, index) for media in others
    )


def _is_same(one: Type, other: Type, index: Index) -> bool:
    """Whether two types hold the same; a schema may be written out under each media type."""
    if one == other:
        return True
    left, right = resolve(one, index), resolve(other, index)
    if isinstance(left, Model) and isinstance(right, Model):
        return (left.fields, left.additional) == (right.fields, right.additional)
    return left == right
