"""Bodies: what a caller passes for a request body, or for one field of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.emit.text.code import Code, join
from generator.ir.declarations import Field
from generator.ir.operation import Body, MediaType
from generator.ir.types import Array, Nullable, Reference, String, Tuple
from generator.targets.python.declaration_index import Index, resolve
from generator.targets.python.docs.docstrings import one_line
from generator.targets.python.docs.schema_notes import media_notes, notes_of
from generator.targets.python.media.media_kind import Kind, is_unparsed, kind_of
from generator.targets.python.module import Module
from generator.targets.python.requests.form_encodings import (
    PartHeaders,
    encoding_of,
    part_headers,
)
from generator.targets.python.requests.results import item_of
from generator.targets.python.types.annotations import Annotator

_PAYLOAD = "._runtime.request.payload"


class Passed(msgspec.Struct, frozen=True):
    """What a caller passes: its type, a note on it, and the headers that its part needs."""

    annotation: Code
    note: str = ""
    part_headers: tuple[str, ...] = ()


class BodiesOf:
    """Spells what bodies are made of in one module."""

    def __init__(self, module: Module, spell: Annotator, index: Index) -> None:
        self._module = module
        self._spell = spell
        self._index = index

    def whole(self, media: MediaType) -> Passed:
        """What is passed for a body that isn't taken apart."""
        headers = part_headers(media.item_encoding)
        note = _note(headers) if headers != PartHeaders() else ""
        return Passed(self._whole(media), note, headers.required)

    def _whole(self, media: MediaType) -> Code:
        match kind_of(media):
            case Kind.TEXT | Kind.EVENTS:
                text = self._module.builtin("str")
                return Code(f"{text} | {self._payload('FileContent')}")
            case Kind.BYTES:
                return self._bytes(media)
            case Kind.LINES:
                return self._lines(media)
            case Kind.MULTIPART:
                return self._parts(media)
            case Kind.JSON | Kind.JSON_OR_TEXT | Kind.FORM:
                return self._spell.spell(media.type)

    def whole_docs(self, body: Body, media: MediaType, note: str) -> str:
        """What is said of a body, or else of its schema; the schema's notes stand with it."""
        type, docs, notes = media.type, [body.docs, media.docs], media_notes(media)
        if isinstance(type, Nullable):
            type = type.inner
        if isinstance(type, Reference):
            found = self._index[type.id]
            docs, notes = [*docs, found.docs], [notes_of(found), *notes]
        said = [text for text in map(one_line, docs) if text][:1]
        parts = [part for part in (*said, note, *notes) if part]
        return " ".join(parts) or "The request body."

    def field(self, field: Field, sent: Sequence[MediaType]) -> Passed:
        """What is passed for one field of a body.

        Args:
            field: The field.
            sent: The representations that the body may be sent in.
        """
        named = (encoding_of(media, field.name.wire) for media in sent)
        headers = next((part_headers(one) for one in named if one), PartHeaders())
        annotation = self._spell.spell(field.type)
        if not (headers.required or headers.optional):
            return Passed(annotation)
        found = resolve(field.type, self._index)
        if isinstance(found, Array):
            inner = self._in_part(self._spell.spell(found.item), headers)
            annotation = self._spell.sequence(found.item, inner)
        else:
            annotation = self._in_part(annotation, headers)
        return Passed(annotation, _note(headers), headers.required)

    def _bytes(self, media: MediaType) -> Code:
        """Bytes, or text where the document says that it is some."""
        text = self._module.builtin("str")
        is_text = isinstance(resolve(media.type, self._index), String)
        kinds = [self._payload("File"), self._payload("FileContent")]
        return self._spell.either_of([text, *kinds] if is_text else kinds)

    def _lines(self, media: MediaType) -> Code:
        """Items that become lines, or lines as they are sent."""
        text = self._module.builtin("str")
        if is_unparsed(media):
            kinds = [self._payload("File"), self._payload("FileContent")]
            return self._spell.either_of([text, *kinds])
        item = self._spell.spell(item_of(media, self._index))
        names = [
            self._module.use("collections.abc", kind)
            for kind in ("Iterable", "AsyncIterable")
        ]
        items = [Code(f"{name}[{item}]") for name in names]
        return self._spell.either_of([*items, text, self._module.builtin("bytes")])

    def _parts(self, media: MediaType) -> Code:
        """A form, or a list whose items may be parts with heads of their own."""
        headers = part_headers(media.item_encoding)
        match resolve(media.type, self._index):
            case Array(item=item):
                inner = self._in_part(self._spell.spell(item), headers)
                return self._spell.sequence(item, inner)
            case Tuple(items=items):
                said = [part_headers(one) for one in media.prefix_encodings]
                said += [headers] * (len(items) - len(said))
                each = [
                    self._in_part(self._spell.spell(item), its)
                    for item, its in zip(items, said, strict=False)
                ]
                inner = join(", ", each) or Code("()")
                return Code(f"{self._module.builtin('tuple')}[{inner}]")
            case _:
                return self._spell.spell(media.type)

    def _in_part(self, annotation: Code, headers: PartHeaders) -> Code:
        """A value in a part, or, where it needs no headers, as it is."""
        part = self._module.use("._runtime.request.parts", "Part", checking=True)
        if headers.required:
            return Code(f"{part}[{annotation}]")
        return Code(f"{annotation} | {part}[{annotation}]")

    def _payload(self, name: str) -> Code:
        return self._module.use(_PAYLOAD, name, checking=True)


def _note(headers: PartHeaders) -> str:
    needed = " and ".join(f"`{name}`" for name in headers.required)
    others = " and ".join(f"`{name}`" for name in headers.optional)
    if needed:
        more = f", which may have {others}, too" if others else ""
        return f"A `Part` with {needed} among its headers{more}."
    return f"A `Part` may have {others} among its headers."
