"""Types at paths of property names, which extensions name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ir.declarations import Declaration, Model
from generator.ir.operation import MediaType
from generator.ir.pagination import Keys
from generator.ir.types import Anything, Map, Nullable, Reference, Type, Union


class NoMemberError(LookupError):
    """Nothing stands at a path: the message is the part of it that leads nowhere."""


class MemberTypes:
    """Follows property names through types.

    Args:
        declarations: The declarations of the Api.
    """

    def __init__(self, declarations: tuple[Declaration, ...]) -> None:
        self._declarations = {each.id: each for each in declarations}

    def at(self, type: Type, keys: Keys) -> list[Type | Model]:
        """What stands at a path of property names, every variant of it.

        Raises:
            NoMemberError: Nothing does.
        """
        found = list(self._opened(type))
        for count, key in enumerate(keys, 1):
            found = [
                inner
                for each in found
                for property in _properties(each, key)
                for inner in self._opened(property)
            ]
            if not found:
                raise NoMemberError(".".join(keys[:count]))
        return found

    def _opened(self, type: Type) -> Iterator[Type | Model]:
        """What a type stands for, without null, one by one for a union."""
        seen: set[str] = set()
        waiting = [type]
        while waiting:
            match waiting.pop():
                case Nullable(inner=inner):
                    waiting.append(inner)
                case Union(variants=variants):
                    waiting += [each.type for each in reversed(variants)]
                case Reference(id=id):
                    if id in seen:
                        continue
                    seen.add(id)
                    declared = self._declarations[id]
                    if isinstance(declared, Model):
                        yield declared
                    else:
                        waiting.append(declared.type)
                case other:
                    yield other


def _properties(type: Type | Model, key: str) -> Iterator[Type]:
    match type:
        case Model(fields=fields, additional=additional):
            own = [field.type for field in fields if field.name.wire == key]
            yield from own
            if not own and additional is not None:
                yield additional
        case Map(value=value):
            yield value
        case Anything():
            yield type
        case _:
            pass


def json_type(content: Iterable[MediaType]) -> Type | None:
    """The type of the first representation in JSON."""
    return next((media.type for media in content if media.is_json), None)
