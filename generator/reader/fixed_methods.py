"""The extension `x-sdk-methods`: methods that fix some members of an operation's body."""

from __future__ import annotations

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.document.trees.tree import describe
from generator.ir.name import Name, split
from generator.ir.operation import FixedMember, FixedMethod
from generator.ir.value import Json, Text
from generator.reader.context import Context

_KEY = "x-sdk-methods"
_SUMMARY = "x-sdk-summary"
_HINT = "write the members and their values, such as `close: {message_type: close}`"


def read_fixed_methods(node: Node, context: Context) -> tuple[FixedMethod, ...]:
    """Read an operation's further methods; those that can't be read are reported and left out."""
    if _KEY not in node.mapping or (found := node.get(_KEY)) is None:
        return ()
    methods: list[FixedMethod] = []
    with context.notebook.skipping():
        _check(found, f"`{_KEY}`", "methods by their names")
        for name, entry in found.entries():
            with context.notebook.skipping():
                methods.append(_read(name, entry))
    return tuple(methods)


def _read(name: str, entry: Node) -> FixedMethod:
    if not split(name):
        raise Unsupported(
            "methods-shape", f"a method can't be called {name!r}", entry.place, _HINT
        )
    _check(entry, f"`{name}`", "members of the body and their values")
    members = tuple(
        FixedMember(name=key, value=Json(value=one.value), place=one.place)
        for key, one in entry.entries()
        if key != _SUMMARY
    )
    if not members:
        raise Unsupported(
            "methods-shape", f"`{name}` fixes no member", entry.place, _HINT
        )
    summary = Text(raw=entry.string(_SUMMARY))
    return FixedMethod(
        name=Name(wire=name), members=members, summary=summary, place=entry.place
    )


def _check(node: Node, what: str, wanted: str) -> None:
    """Refuse what is no object, or an empty one."""
    if not node.mapping:
        found = "empty" if node.value == {} else describe(node.value)
        raise Unsupported(
            "methods-shape",
            f"{what} has to be an object of {wanted}, and is {found}",
            node.place,
            _HINT,
        )
