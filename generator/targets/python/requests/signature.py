"""Signatures: what a generated method takes, and what it makes of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from generator.emit.text.code import Code
from generator.ir.declarations import Field
from generator.ir.operation import MediaType, Operation, Parameter

# What a body has beyond the members that its schema declares.
EXTRA = Code("extra_body")


class Argument(msgspec.Struct, frozen=True):
    """One argument: `name: annotation = default`; `docs` is a line for people, "" for none.

    `source` is the parameter or field that it stands for, None for what every method has.
    `is_conditional` tells that it is needed if any of an optional body is given. `part_headers` are
    the headers that the part it stands in can't do without.
    """

    name: Code
    annotation: Code
    default: Code
    docs: str
    source: Parameter | Field | MediaType | None = None
    is_conditional: bool = False
    part_headers: tuple[str, ...] = ()

    @property
    def is_deprecated(self) -> bool:
        """Whether what it stands for is deprecated."""
        return getattr(self.source, "deprecated", False)


class Arguments(msgspec.Struct, frozen=True):
    """All arguments of a method, and the expressions that pass them on.

    `values` is the tuple of parameter values, in the order of `parameters`, or "" when there are
    none; `body` is the request body, or "" when the operation has none; `size` is how many items a
    page shall have, or "" where no argument by itself says it. `overloads` are the ways to call the
    method, if there are several, and `variants` is the value that tells them apart.
    """

    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    parameters: tuple[Parameter, ...]
    values: Code
    body: Code
    size: Code = Code("")
    overloads: tuple[Overload, ...] = ()
    variants: Code = Code("")

    @property
    def all(self) -> tuple[Argument, ...]:
        """Positional ones first."""
        return self.positional + self.keywords

    def with_keywords(self, more: Sequence[Argument]) -> Arguments:
        """These and further optional ones, which aren't part of the request."""
        ways = (
            replace(way, arguments=way.arguments.with_keywords(more))
            for way in self.overloads
        )
        keywords = (*self.keywords, *more)
        return replace(self, keywords=keywords, overloads=tuple(ways))


class Overload(msgspec.Struct, frozen=True):
    """One way to call a method: the operation with the body that it sends, and its arguments."""

    operation: Operation
    arguments: Arguments
