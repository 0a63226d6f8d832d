"""Which declarations a part of the Api needs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

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
