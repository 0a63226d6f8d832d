"""Part names: which fields of a body no part of a form can be called after."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import Notebook
from generator.ir.operation import Body, Operation
from generator.targets.python.declaration_index import Index
from generator.targets.python.media.media_kind import Kind, kind_of
from generator.targets.python.media.request_media import alternatives, exploded

# What the head of a part can hold; quotes and line ends are escaped there.
_PART_NAME = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+").fullmatch


def note_part_names(
    operations: Iterable[Operation], index: Index, notebook: Notebook
) -> None:
    """Say of each body in parts which of its fields can't be sent."""
    for operation in operations:
        if operation.body is not None:
            _note(operation.body, index, notebook)


def _note(body: Body, index: Index, notebook: Notebook) -> None:
    sent = alternatives(body.content, index)
    model = exploded(body, index)
    if model is None or all(kind_of(media) is not Kind.MULTIPART for media in sent):
        return
    for field in model.fields:
        if not field.read_only and not _PART_NAME(field.name.wire):
            message = f"no part of a form can be called {field.name.wire!r}"
            hint = "a call that passes it in parts is refused"
            notebook.write("property-name", message, body.place, hint=hint)
