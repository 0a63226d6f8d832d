"""Names of what an operation takes and nobody may see: passwords, and texts only written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.graph import reachable
from generator.ir.operation import Operation, Parameter
from generator.ir.types import Nullable, Reference, String, Type
from generator.targets.python.declaration_index import Index


class PasswordNames:
    """Finds the names of passwords; what the declarations have of them is looked up once.

    Args:
        index: The declarations.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        texts = {
            one.id: text
            for one in index.values()
            if isinstance(one, Alias) and (text := _text(one.type))
        }
        self._texts = texts
        found = {id: tuple(self._own(one)) for id, one in index.items()}
        self._found = {id: names for id, names in found.items() if names}

    def build(
        self, operation: Operation, parameters: tuple[Parameter, ...]
    ) -> tuple[str, ...]:
        """The names of an operation's parameters and members of its body, sorted."""
        names = {one.name.wire for one in parameters if self._is_password(one.type)}
        if self._found:
            content = operation.body.content if operation.body else ()
            types: Iterable[Type] = (
                *(one.type for one in parameters),
                *(media.type for media in content),
            )
            ids = reachable(types, self._index) & self._found.keys()
            names |= {*chain.from_iterable(self._found[id] for id in ids)}
        return tuple(sorted(names))

    def _own(self, declaration: Declaration) -> Iterator[str]:
        if isinstance(declaration, Model):
            for field in declaration.fields:
                is_hidden = field.write_only and self._find(field.type) is not None
                if is_hidden or self._is_password(field.type):
                    yield field.name.wire

    def _is_password(self, type: Type) -> bool:
        text = self._find(type)
        return text is not None and text.format == "password"

    def _find(self, type: Type) -> String | None:
        """The text that a type stands for, maybe by a name."""
        inner = type.inner if isinstance(type, Nullable) else type
        return (
            self._texts.get(inner.id) if isinstance(inner, Reference) else _text(inner)
        )


def _text(type: Type) -> String | None:
    inner = type.inner if isinstance(type, Nullable) else type
    return inner if isinstance(inner, String) else None
