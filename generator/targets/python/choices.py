"""Choices: where an operation takes a body in several media types, which one is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import Notebook
from generator.ir.operation import Body, MediaType, Operation
from generator.targets.python.index import Index
from generator.targets.python.media import Kind, kind_of
from generator.targets.python.sent import alternatives, exploded, is_same

# What the head of a part can hold; quotes and line ends are escaped there.
_PART_NAME = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+").fullmatch


def note_choices(
    operations: Iterable[Operation], index: Index, notebook: Notebook
) -> None:
    """Say of each body which of its media types a caller can't send."""
    for operation in operations:
        if operation.body is not None:
            _note(operation.body, index, notebook)
            _note_parts(operation.body, index, notebook)


def _note(body: Body, index: Index, notebook: Notebook) -> None:
    sent = alternatives(body.content, index)
    others = [media for media in body.content if media not in sent]
    if not sent or not others or _says_all(sent[0], others, index):
        return
    written = ", ".join(f"`{media.content_type}`" for media in others)
    message = f"the body is sent as `{sent[0].content_type}`, never as {written}"
    notebook.write("media-type-chosen", message, body.place)


def _note_parts(body: Body, index: Index, notebook: Notebook) -> None:
    """Say which fields no part of a form can be named after."""
    sent = alternatives(body.content, index)
    model = exploded(body, index)
    if model is None or all(kind_of(media) is not Kind.MULTIPART for media in sent):
        return
    for field in model.fields:
        if not field.read_only and not _PART_NAME(field.name.wire):
            message = f"no part of a form can be called {field.name.wire!r}"
            hint = "a call that passes it in parts is refused"
            notebook.write("property-name", message, body.place, hint=hint)


def _says_all(chosen: MediaType, others: list[MediaType], index: Index) -> bool:
    """Whether JSON was chosen, and the others hold the same."""
    return kind_of(chosen) is Kind.JSON and all(
        is_same(chosen.type, media.type, index) for media in others
    )
