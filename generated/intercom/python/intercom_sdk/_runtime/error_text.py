"""What an error says: the words that stand in its body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from .plain import is_array, is_object

_SHOWN: Final = 300


def excerpt(body: bytes) -> str:
    """The beginning of a body, in quotes, so that it fits into a line."""
    text = body[: 4 * _SHOWN].decode("utf-8", "replace").strip()
    return f"{text[:_SHOWN]!r}{'...' if len(text) > _SHOWN else ''}"


def named(data: object, name: str) -> str | None:
    """A member that is text, of plain data or of a model."""
    value = _member(data, name)
    return value if isinstance(value, str) else None


def _member(data: object, name: str) -> Any:  # noqa: ANN401 -- any value may stand here
    if is_object(data):
        return data.get(name)
    return getattr(data, name, None)


def listed(data: object) -> list[Any]:
    """The errors that a body lists."""
    errors = _member(data, "errors")
    return errors if is_array(errors) else []


def message(line: str, errors: Sequence[object], data: object) -> str:
    """A line with what an error says behind it: its code, and its words."""
    told = errors[0] if errors else data
    nested = _member(told, "error")
    told = told if nested is None or isinstance(nested, str) else nested
    words = [named(told, name) for name in ("code", "error", "message", "detail")]
    said = ": ".join(dict.fromkeys(word for word in words if word))
    # A server's text may hold line breaks, which would forge lines in a log.
    printable = "".join(letter if letter.isprintable() else " " for letter in said)
    return f"{line} {printable[:_SHOWN]}".rstrip()
