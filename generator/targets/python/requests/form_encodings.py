"""Encodings: how the fields and parts of a form are written, as expressions of the runtime."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.emit.text.code import (
    Code,
    JsonValue,
    literal,
)
from generator.ir.declarations import Model
from generator.ir.operation import Encoding, Header, MediaType
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Null,
    Tuple,
    Type,
)
from generator.targets.python.declaration_index import (
    Index,
    besides_null,
    resolve,
    scalars,
)
from generator.targets.python.expressions import (
    call_of,
    dict_of,
    literals,
    tuple_of,
)
from generator.targets.python.media.media_kind import Kind, kind_of
from generator.targets.python.module import Module
from generator.targets.python.types.formats import BASE64

# What tells the runtime how a part is found, which it says itself.
_OWN = frozenset({"content-disposition"})
_TRANSFER = "content-transfer-encoding"


class PartHeaders(msgspec.Struct, frozen=True):
    """The headers of a part that the document leaves to the caller."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


class EncodingsOf:
    """Writes the encodings of one module."""

    def __init__(self, module: Module, index: Index) -> None:
        self._module = module
        self._index = index

    def of_fields(
        self, encodings: Iterable[Encoding], type: Type, *, in_parts: bool
    ) -> Code:
        """The encodings of a form by its fields' names, "" where all follow the defaults.

        Args:
            encodings: What the document says.
            type: The form.
            in_parts: Whether it is multipart, so that its fields have heads.
        """
        said = {one.property: one for one in encodings}
        types = _fields(type, self._index)
        names = dict.fromkeys((*said, *types))
        rows = (
            (name, self._encoding(said.get(name), types.get(name), in_parts=in_parts))
            for name in names
        )
        kept = [(name, written) for name, written in rows if written]
        return dict_of(kept) if kept else Code("")

    def of_items(self, holder: MediaType | Encoding, type: Type) -> Iterator[Code]:
        """The arguments that say how the parts of a list are written."""
        found = resolve(type, self._index)
        types = found.items if isinstance(found, Tuple) else ()
        item = found.item if isinstance(found, Array) else None
        first = [
            self._encoding(one, types[at] if at < len(types) else item, in_parts=True)
            for at, one in enumerate(holder.prefix_encodings)
        ]
        is_body = isinstance(holder, MediaType) and item is not None
        rest = Code("")
        if holder.item_encoding is not None or is_body:
            rest = self._encoding(holder.item_encoding, item, in_parts=True)
        if any((*first, rest)) and first:
            plain = Code(f"{self._use()}()")
            yield Code(f"prefix={tuple_of([one or plain for one in first])}")
        if rest:
            yield Code(f"items={rest}")

    def _encoding(
        self, encoding: Encoding | None, type: Type | None, *, in_parts: bool
    ) -> Code:
        said = encoding or Encoding(property="")
        type = Anything() if type is None else type
        is_base64 = in_parts and is_encoded(type, self._index)
        values: list[tuple[str, JsonValue]] = [
            ("content_type", said.content_type or None),
            ("style", said.style or None),
            ("explode", said.explode),
            ("allow_reserved", said.allow_reserved or None),
            ("base64", is_base64 or None),
            ("binary", (in_parts and is_file(type, self._index)) or None),
        ]
        written = [
            Code(f"{name}={literal(value)}")
            for name, value in values
            if value is not None
        ]
        if said.item_styles:
            written.append(Code(f"item_styles={literals(said.item_styles)}"))
        if in_parts:
            written += self._head(said, is_base64=is_base64)
            written += self._inner(said, type)
        return call_of(self._use(), written) if written else Code("")

    def _head(self, encoding: Encoding, *, is_base64: bool) -> Iterator[Code]:
        fixed = {
            header.name.wire: value
            for header in encoding.headers
            if (value := _fixed(header)) and _is_true(header, value, is_base64)
        }
        if fixed:
            rows = ((name, literal(value)) for name, value in fixed.items())
            yield Code(f"headers={dict_of(rows)}")

    def _inner(self, encoding: Encoding, type: Type) -> Iterator[Code]:
        """The arguments about the fields or items of a part that is a form itself."""
        if encoding.encodings:
            fields = self.of_fields(encoding.encodings, type, in_parts=True)
            if fields:
                yield Code(f"encodings={fields}")
        yield from self.of_items(encoding, type)

    def _use(self) -> Code:
        return self._module.use("._runtime.request.styles", "Encoding")


def part_headers(encoding: Encoding | None) -> PartHeaders:
    """The headers of a part that only a caller can give."""
    left = [
        header
        for header in (encoding.headers if encoding else ())
        if not _fixed(header) and header.name.wire.lower() not in {*_OWN, _TRANSFER}
    ]
    return PartHeaders(
        required=tuple(one.name.wire for one in left if one.required),
        optional=tuple(one.name.wire for one in left if not one.required),
    )


def encoding_of(media: MediaType, property: str) -> Encoding | None:
    """What the document says about a field of a form in parts."""
    if kind_of(media) is not Kind.MULTIPART:
        return None
    return next((one for one in media.encodings if one.property == property), None)


def is_encoded(type: Type, index: Index) -> bool:
    """Whether bytes, or a list of them, are written as base64: there is no other use for them."""
    kinds = tuple(scalars(type, index))
    return BASE64 in kinds and Binary() not in kinds


def is_file(type: Type, index: Index) -> bool:
    """Whether a value, or an item of a list, is a file and can't be text."""
    kinds = tuple(scalars(type, index))
    return Binary() in kinds and all(kind in {Binary(), Null()} for kind in kinds)


def _fields(type: Type, index: Index) -> dict[str, Type]:
    found = besides_null(type, index)
    if not isinstance(found, Model):
        return {}
    return {field.name.wire: field.type for field in found.fields}


def _fixed(header: Header) -> str:
    """The value that the document gives a header: its only one, or its default; or ""."""
    if header.name.wire.lower() in _OWN:
        return ""
    match header.type:
        case Enumeration(values=(only,)):
            return _text(only)
        case _:
            return "" if header.default is None else _text(header.default.value)


def _is_true(header: Header, value: str, is_base64: bool) -> bool:
    """Whether a part is sent as its header says; only this one header says how."""
    if header.name.wire.lower() != _TRANSFER:
        return True
    return (value.lower() == "base64") is is_base64


def _text(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str() if value.isprintable():
            return value.strip()
        case _:
            return ""
