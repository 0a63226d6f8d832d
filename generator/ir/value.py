"""The base of every value of the IR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

if TYPE_CHECKING:
    JsonValue: TypeAlias = (
        bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None
    )
else:
    # msgspec, which decodes an Api, knows no recursive alias.
    JsonValue = Any
Scalar: TypeAlias = bool | int | float | str | None


class Value(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """A frozen value: compared by content, dumped to JSON as it is."""


class Json(Value, frozen=True):
    """A JSON value out of the document: a default, an example, a constraint."""

    value: JsonValue


class Text(Value, frozen=True):
    """Prose out of the document, hostile until an encoder of `emit.text` has had it.

    It is no `str`, so a template that is handed one by mistake refuses to print it.
    """

    raw: str = ""

    def __bool__(self) -> bool:
        return bool(self.raw.strip())


class Docs(Value, frozen=True):
    """The document's prose about something: a line, and the long form."""

    summary: Text = Text()
    description: Text = Text()
    link: Text = Text()
