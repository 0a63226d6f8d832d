"""Choices: where an operation takes a body in several media types, which one is sent."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Notebook
from generator.ir.operation import Body, MediaType, Operation
from generator.targets.python.index import Index
from generator.targets.python.media import Kind, kind_of
from generator.targets.python.sent import alternatives, is_same


def note_choices(
    operations: Iterable[Operation], index: Index, notebook: Notebook
) -> None:
    """Say of each body which of its media types a caller can't send."""
    for operation in operations:
        if operation.body is not None:
            _note(operation.body, index, notebook)


def _note(body: Body, index: Index, notebook: Notebook) -> None:
    sent = alternatives(body.content, index)
    others = [media for media in body.content if media not in sent]
    if not sent or not others or _says_all(sent[0], others, index):
        return
    written = ", ".join(f"`{media.content_type}`" for media in others)
    message = f"the body is sent as `{sent[0].content_type}`, never as {written}"
    notebook.write("media-type-chosen", message, body.place)


def _says_all(chosen: MediaType, others: list[MediaType], index: Index) -> bool:
    """Whether JSON was chosen, and the others hold the same."""
    return kind_of(chosen) is Kind.JSON and all(
        is_same(chosen.type, media.type, index) for media in others
    )
