"""Media types as they are written: `application/json; charset=utf-8`, `image/*`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.document.node import Node
from generator.media_range import media_range
from generator.reader.context import Context

_PART = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_CONTENT_TYPE = re.compile(rf"\s*{_PART}/{_PART}\s*(;.*)?\Z", re.ASCII)


def content_types(
    entries: Sequence[tuple[str, Node]], context: Context
) -> dict[str, Node]:
    """The entries of a `content` by media type or range, those that had to be mended last.

    A key that is none is read as the one that was intended, unless that stands there too; where
    that is unknown, the entry is left out.
    """
    found = {written: node for written, node in entries if _is_one(written)}
    for written, node in entries:
        if written in found:
            continue
        intended = _intended(written)
        is_new = intended is not None and intended not in found
        message = f"{written!r} is no media type"
        hint = f"it is read as `{intended}`" if is_new else "it is left out"
        context.repair("content-type", message, node, hint)
        if intended is not None and is_new:
            found[intended] = node
    return found


def one_each(found: Mapping[str, Node]) -> dict[str, tuple[Node, ...]]:
    """The entries of a `content` by what distinguishes media types, which a charset doesn't.

    Each is called as it is written with the fewest parameters.
    """
    names: dict[str, str] = {}
    nodes: dict[str, tuple[Node, ...]] = {}
    for written, node in found.items():
        key = distinct_form(written)
        nodes[key] = (*nodes.get(key, ()), node)
        kept = names.setdefault(key, written)
        if written.count(";") < kept.count(";"):
            names[key] = written
    return {names[key]: each for key, each in nodes.items()}


def distinct_form(written: str) -> str:
    """The media type with the parameters that distinguish it, in one order."""
    parsed = media_range(written)
    parameters = (f"{name}={value}".lower() for name, value in parsed.meaning)
    plain = (each.replace(" ", "").replace('"', "") for each in parameters)
    return ";".join([parsed.essence, *sorted(plain)])


def _is_one(written: str) -> bool:
    return bool(_CONTENT_TYPE.match(written)) and written.isprintable()


def _intended(written: str) -> str | None:
    """The media type that was meant: `json`, `applicationjson`, `text/html, charset=utf-8`."""
    first, _, rest = written.partition(",")
    if rest and _is_one(first):
        whole = f"{first.strip()};{rest}"
        return whole if "=" in rest and _is_one(whole) else first.strip()
    if written.strip() in {"", "*"}:
        return "*/*"
    essence, mark, parameters = written.partition(";")
    letters = "".join(filter(str.isalnum, essence.lower()))
    if letters not in _LETTERS:
        return None
    whole = f"{_LETTERS[letters]}{mark}{parameters}"
    return whole if _is_one(whole) else _LETTERS[letters]


# What people write without its slash, or by its last word alone.
_LETTERS = {
    letters: f"{kind}/{name}"
    for kind, name in (
        ("application", "json"),
        ("application", "octet-stream"),
        ("application", "pdf"),
        ("application", "x-www-form-urlencoded"),
        ("application", "xml"),
        ("multipart", "form-data"),
        ("text", "csv"),
        ("text", "html"),
        ("text", "plain"),
    )
    for last in ("".join(filter(str.isalnum, name)),)
    for letters in (last, kind + last)
}
