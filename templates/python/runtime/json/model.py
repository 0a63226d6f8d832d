"""The bases of models, their values by JSON names, and msgspec's hooks for types of our own.

A type of ours that msgspec doesn't know (a union's stand-in, a model with further properties) has a
class method `__decode__`, and its instances, where it has any, have `__encode__`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from types import new_class
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    Self,
    TypeAlias,
    TypeVar,
    dataclass_transform,
)

import msgspec
from msgspec import NODEFAULT, UNSET, Struct, ValidationError, field
from msgspec.structs import astuple
from msgspec.structs import replace as struct_copy

from ..argument_checks import kind_of
from ..errors import ArgumentError
from .plain_data import (
    Annotation,
    Plain,
    PydanticType,
    WithExtra,
    as_builtin,
    cut_repr,
    is_mapping,
    is_object,
    overlap_of,
)


def dec_hook(kind: Annotation, value: object) -> object:
    """Decode a value, already parsed from JSON, as one of our own types.

    Raises:
        ValidationError: The value doesn't fit.
        NotImplementedError: The type isn't one of ours.
    """
    decode = getattr(kind, "__decode__", None)
    if decode is None:
        raise NotImplementedError(f"{kind!r} can't be decoded from JSON")
    return decode(value)


def enc_hook(value: object) -> object:
    """Make what msgspec encodes of what it doesn't know: our own types, and classes of callers.

    Raises:
        TypeError: JSON has no form for it.
    """
    encode = getattr(type(value), "__encode__", None)
    return as_builtin(value) if encode is None else encode(value)


T = TypeVar("T")

if TYPE_CHECKING:
    Maybe: TypeAlias = T | None
else:

    class Maybe:
        """A property that may be absent: None, its default, isn't checked by msgspec."""

        def __class_getitem__(cls, item: object) -> object:
            """Leave the type alone, so that null doesn't fit it."""
            return item


# What the further properties are called inside msgspec; a property may have this name, too.
_REST: Final = " further "


class Model(  # noqa: PLW1641 -- it can change, so it has no hash
    PydanticType, WithExtra, Struct, kw_only=True, omit_defaults=True
):
    """An object as the API describes it."""

    def __eq__(self, other: object) -> bool:
        is_equal = super().__eq__(other)
        if is_equal is True:
            return overlap_of(self) == overlap_of(other)
        return is_equal

    def __copy__(self) -> Self:
        made = struct_copy(self)
        kept = getattr(self, "__extra__", None)
        if kept is not None:
            made.__extra__ = kept
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        # msgspec's own says nothing of what isn't a field.
        made: Any = super().__reduce__()
        kept = getattr(self, "__extra__", None)
        return made if kept is None else (*made, (None, {"__extra__": kept}))

    def __repr__(self) -> str:
        defaults = defaults_of(type(self))
        rows = zip(self.__struct_fields__, astuple(self), defaults, strict=True)
        return _show(
            self, [name for name, kept, default in rows if kept is not default]
        )

    def __replace__(self, /, **changes: object) -> Self:
        return changed_copy(self, changes)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class OpenModel(PydanticType):  # noqa: PLW1641 -- it can change, so it has no hash
    """An object with declared properties and further ones, which it keeps."""

    __known__: ClassVar[type[Struct]] = Model
    __rest__: ClassVar[str] = "additional"

    def __init_subclass__(cls, *, additional: str = "additional") -> None:
        namespace: dict[str, Plain] = {
            "__module__": cls.__module__,
            "__qualname__": cls.__qualname__,
            "__annotations__": dict(cls.__annotations__),
        }
        for name in namespace["__annotations__"]:
            if name in cls.__dict__:
                namespace[name] = cls.__dict__[name]
                delattr(cls, name)
        if additional in namespace["__annotations__"]:
            namespace[additional] = field(default_factory=dict, name=_REST)
        cls.__known__ = new_class(
            cls.__name__,
            (cls.__known__,),
            {"kw_only": True},
            lambda own: own.update(namespace),
        )
        cls.__rest__ = additional

    def __init__(self, /, **values: object) -> None:
        self.__adopt__(self.__known__(**values))

    def __adopt__(self, known: Struct) -> None:
        """Take over the attributes of the Struct that stands for this object within msgspec."""
        self.__dict__.update(
            {name: getattr(known, name) for name in known.__struct_fields__}
        )

    @classmethod
    def __wire__(cls, value: dict[str, Plain]) -> dict[str, Plain]:
        """The declared properties of a JSON object, and the others together under one key."""
        declared = set(cls.__known__.__struct_encode_fields__) - {_REST}
        known = {key: value[key] for key in declared if key in value}
        known[_REST] = {key: item for key, item in value.items() if key not in declared}
        return known

    @classmethod
    def __decode__(cls, value: object) -> Self:
        if not is_object(value):
            raise ValidationError(f"Expected `object`, got `{type(value).__name__}`")
        return cls.__build__(
            msgspec.convert(cls.__wire__(value), cls.__known__, dec_hook=dec_hook)
        )

    @classmethod
    def __build__(cls, known: Struct) -> Self:
        made = cls.__new__(cls)
        made.__adopt__(known)
        return made

    def __encode__(self) -> dict[str, Plain]:
        known = self.__known__
        rows = zip(
            known.__struct_encode_fields__,
            known.__struct_fields__,
            defaults_of(known),
            strict=True,
        )
        rest = getattr(self, self.__rest__)
        encoded = {**rest} if is_mapping(rest) else {}
        for wire, name, default in rows:
            value = self.__dict__.get(name, UNSET)
            if name != self.__rest__ and value is not default and value is not UNSET:
                encoded[wire] = value
        return encoded

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        rows = zip(
            self.__known__.__struct_fields__, defaults_of(self.__known__), strict=True
        )
        kept = self.__dict__
        return _show(
            self, [name for name, default in rows if kept.get(name) is not default]
        )

    def __replace__(self, /, **changes: object) -> Self:
        return changed_copy(self, changes)


def defaults_of(struct: type[Struct]) -> tuple[object, ...]:
    """The default of each field, `NODEFAULT` where it has none."""
    own = struct.__struct_defaults__
    return (NODEFAULT,) * (len(struct.__struct_fields__) - len(own)) + own


def _show(model: object, names: Iterable[str]) -> str:
    """A repr with the attributes named, long values cut."""
    parts = (f"{name}={cut_repr(getattr(model, name))}" for name in names)
    return f"{type(model).__name__}({', '.join(parts)})"


if TYPE_CHECKING:
    ABSENT: Final = None
else:
    ABSENT = UNSET

K = TypeVar("K", bound=Model | OpenModel)


def check_model(value: object) -> None:
    """Refuse what is no model."""
    if not isinstance(value, Model | OpenModel):
        raise ArgumentError(f"a model belongs here, not {kind_of(value)}")


def changed_copy(model: K, changes: Mapping[str, object]) -> K:
    """A copy with other values for some attributes.

    Raises:
        ArgumentError: There is no such attribute.
    """
    kind = type(model)
    struct = kind.__known__ if issubclass(kind, OpenModel) else kind
    for name in changes:
        if name not in struct.__struct_fields__:
            raise ArgumentError(f"{kind.__name__} has no member {name!r}")
    made = copy(model)
    if isinstance(made, OpenModel):
        rest = getattr(made, made.__rest__)
        setattr(made, made.__rest__, {**rest} if is_mapping(rest) else rest)
    for name, value in changes.items():
        setattr(made, name, value)
    return made


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
