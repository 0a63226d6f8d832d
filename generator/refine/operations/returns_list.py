"""Whether an operation's answer is a list, or holds one."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ir.declarations import Declaration, Model
from generator.ir.operation import MediaType, Operation
from generator.ir.types import (
    Anything,
    Array,
    Map,
    Nullable,
    Reference,
    Tuple,
    Type,
    Union,
)

# Objects in objects that a list is looked for in: an envelope, and one inside.
_DEEPEST = 2
_EMPTY = frozenset({"204", "205", "304"})


def may_return_list(
    operation: Operation, declarations: Mapping[str, Declaration]
) -> bool:
    """Whether an answer is or holds a list, as far as the document tells.

    An answer that it doesn't describe may be one.

    Args:
        operation: The operation, whose types are refined.
        declarations: The declarations by id.
    """
    if operation.pagination is not None:
        return True
    answers = [each for each in operation.responses if each.is_success]
    if not any(each.content for each in answers):
        return not any(each.status in _EMPTY for each in answers)
    medias = [media for answer in answers for media in answer.content]
    return any(_holds_list(media, declarations) for media in medias)


def _holds_list(media: MediaType, declarations: Mapping[str, Declaration]) -> bool:
    if media.item is not None or media.range.is_sequential:
        return True
    if isinstance(media.type, Anything):
        return True
    return _Search(declarations).finds(media.type, _DEEPEST)


class _Search:
    """The look through a type; each declaration is looked at once, from where it is nearest."""

    def __init__(self, declarations: Mapping[str, Declaration]) -> None:
        self._declarations = declarations
        self._seen: dict[str, int] = {}

    def finds(self, type: Type, depth: int) -> bool:
        """Whether a list is there, in at most so many objects inside each other."""
        match type:
            case Array() | Tuple():
                return True
            case Nullable(inner=inner):
                return self.finds(inner, depth)
            case Union(variants=variants):
                return any(self.finds(each.type, depth) for each in variants)
            case Map(value=value):
                return depth > 0 and self.finds(value, depth - 1)
            case Reference(id=id) if self._seen.get(id, -1) < depth:
                self._seen[id] = depth
                return self._in_declaration(self._declarations[id], depth)
            case _:
                return False

    def _in_declaration(self, declaration: Declaration, depth: int) -> bool:
        if not isinstance(declaration, Model):
            return self.finds(declaration.type, depth)
        inside = [field.type for field in declaration.fields if not field.write_only]
        if declaration.additional is not None:
            inside.append(declaration.additional)
        return depth > 0 and any(self.finds(each, depth - 1) for each in inside)
