"""Which declarations a part of the Api needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from generator.ir.declarations import Declaration
from generator.ir.types import Discriminator, Reference


def references(value: object) -> Iterator[str]:
    """The ids of the declarations that a value of the IR refers to, repeated ones included."""
    waiting: list[object] = [value]
    while waiting:
        one = waiting.pop()
        match one:
            case Reference(id=identity):
                yield identity
            case Discriminator(mapping=mapping, default=default):
                yield from (identity for _, identity in mapping)
                if default:
                    yield default
            case msgspec.Struct():
                waiting += [getattr(one, name) for name in one.__struct_fields__]
            case tuple():
                waiting += one
            case _:
                pass


def reached(
    declarations: Mapping[str, Declaration], parts: Iterable[object]
) -> frozenset[str]:
    """The ids of the declarations that some parts need, directly or by others."""
    waiting = [identity for part in parts for identity in references(part)]
    found: set[str] = set()
    while waiting:
        identity = waiting.pop()
        if identity not in found:
            found.add(identity)
            waiting += references(declarations.get(identity))
    return frozenset(found)


def tainted(
    declarations: Mapping[str, Declaration], refused: Iterable[str]
) -> frozenset[str]:
    """The refused declarations and all that need one of them."""
    waiting = list(refused)
    if not waiting:
        return frozenset()
    users: dict[str, list[str]] = {}
    for identity, declaration in declarations.items():
        for needed in references(declaration):
            users.setdefault(needed, []).append(identity)
    found: set[str] = set()
    while waiting:
        identity = waiting.pop()
        if identity not in found:
            found.add(identity)
            waiting += users.get(identity, ())
    return frozenset(found)
