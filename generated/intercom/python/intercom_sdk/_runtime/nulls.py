"""Null kept apart from absence in a model, where a schema may require what is null.

Both read as None. Of a property that some condition requires a null that came is sent back, and
what didn't come isn't:

    @keeps_null
    class Contact(Model, kw_only=True):
        id: str | None = ABSENT
        name: str | None = ABSENT
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from msgspec import UNSET, Struct

from .model import Model, OpenModel
from .plain import Plain

if TYPE_CHECKING:
    ABSENT: Final = None
else:
    ABSENT = UNSET

K = TypeVar("K", bound=Model | OpenModel)


class _Attribute:
    """An attribute that is None where nothing is kept.

    Args:
        get: Reads what is kept.
        set: Keeps a value.
    """

    def __init__(
        self, get: Callable[[Any], Plain], set: Callable[[Any, Plain], None]
    ) -> None:
        self._get = get
        self._set = set

    def __get__(self, model: object, owner: type) -> Plain:
        if model is None:
            return self
        kept = self._get(model)
        return None if kept is UNSET else kept

    def __set__(self, model: object, value: Plain) -> None:
        self._set(model, value)


def keeps_null(kind: type[K]) -> type[K]:
    """Let the attributes whose default is `ABSENT` read as None where nothing came."""
    struct: type[Struct] = kind.__known__ if issubclass(kind, OpenModel) else kind
    names = struct.__struct_fields__[-len(struct.__struct_defaults__) :]
    for name, default in zip(names, struct.__struct_defaults__, strict=True):
        # What a base class has keeps it by itself.
        is_inherited = any(name in vars(base) for base in kind.__mro__[1:])
        if default is UNSET and not is_inherited:
            setattr(kind, name, _attribute(kind, name))
    return kind


def _attribute(kind: type, name: str) -> _Attribute:
    if issubclass(kind, OpenModel):
        return _Attribute(
            lambda model: model.__dict__.get(name, UNSET),
            lambda model, value: model.__dict__.__setitem__(name, value),
        )
    slot = kind.__dict__[name]
    return _Attribute(slot.__get__, slot.__set__)
