"""Our extensions that hold a name: one that can't be read is an error, and left out."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.document.trees.tree import describe
from generator.ir.name import split

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HEADER = re.compile(r"(?=.*[0-9A-Za-z])[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# A key there would replace what each request says of itself.
_TAKEN = frozenset(
    [
        "accept",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "transfer-encoding",
        "user-agent",
    ]
)
_SEPARATORS = re.compile(r"[./]")


def read_chosen_name(node: Node, key: str, example: str) -> str:
    """The name that an extension chooses, or "".

    Args:
        node: The object that it stands on.
        key: The extension.
        example: A name that would do there, for the hint.
    """
    if key not in node.mapping:
        return ""
    return _read(
        node, key, f"write a name, such as `{key}: {_snake(example)}`", _has_word
    )


def read_chosen_path(node: Node, key: str) -> tuple[str, ...]:
    """The names that an extension chooses, divided by dots or slashes; () for none."""
    hint = f"write names with dots between, such as `{key}: admin.users`"
    written = _read(node, key, hint, lambda text: all(map(_has_word, _parts(text))))
    return tuple(_parts(written)) if written else ()


def read_variable(node: Node, key: str) -> str:
    """The environment variable that an extension names, or ""."""
    hint = f"write letters, digits and `_`, such as `{key}: API_TOKEN`"
    return _read(node, key, hint, lambda text: _VARIABLE.fullmatch(text) is not None)


def read_header_name(node: Node, key: str) -> str:
    """The header that an extension names, or ""."""
    hint = f"write the name of a header, such as `{key}: Idempotency-Key`"
    return _read(node, key, hint, _may_hold_key)


def _read(node: Node, key: str, hint: str, is_good: Callable[[str], bool]) -> str:
    if key not in node.mapping or (found := node.get(key)) is None:
        return ""
    value = found.value
    if isinstance(value, str) and is_good(value):
        return value
    shown = repr(value) if isinstance(value, str) else describe(value)
    with node.document.notebook.skipping():
        raise Unsupported(
            "extension-value", f"`{key}` can't be {shown}", found.place, hint
        )
    return ""


def _may_hold_key(name: str) -> bool:
    return bool(_HEADER.fullmatch(name)) and name.lower() not in _TAKEN


def _has_word(text: str) -> bool:
    return bool(split(text))


def _parts(text: str) -> list[str]:
    return _SEPARATORS.split(text)


def _snake(text: str) -> str:
    return "_".join(split(text)) or "name"
