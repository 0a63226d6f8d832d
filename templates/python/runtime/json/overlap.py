"""Values that match several variants of a union at once, as `anyOf` allows.

It is read as the variant that fits best, and what only others declare is kept beside: of

    class Name(Model, kw_only=True):
        first: str

    class Life(Model, kw_only=True):
        born: int

`{"first": "Ada", "born": 1815}` is read as `Name(first='Ada', born=1815)`, of a class below `Name`
that has an attribute for `born`, with plain JSON in it. Type checkers don't know it: `getattr`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache, partial
from keyword import iskeyword
from types import new_class
from typing import Any, Final

from msgspec import UNSET, Struct, field
from msgspec.structs import asdict

from .converter import Converter
from .nested_converter import (
    ContainerConverter,
    DictConverter,
    ListConverter,
    ModelConverter,
    OpenModelConverter,
    TupleConverter,
)
from .plain_data import Plain, is_array, is_listed, is_object

# Where a class says what it is below, and what its further properties are called.
_ORIGIN: Final = "__origin_and_names__"
_UNSAYABLE: Final = re.compile(r"\W")


class Overlap:
    """The properties that other objects declare beside one.

    Args:
        model_converter: What a value is read by.
        others: What else it might be read by.
    """

    def __init__(
        self, model_converter: ModelConverter, others: Sequence[ModelConverter]
    ) -> None:
        self._converter = model_converter
        self._keys: frozenset[str] = frozenset()
        if not isinstance(model_converter, OpenModelConverter):
            declared = {key for each in others for key in each.members}
            self._keys = frozenset(
                declared - {*model_converter.members, model_converter.tag_field}
            )
        self._inner = {
            key: (member.name, member.converter, found)
            for key, member in model_converter.members.items()
            if (found := _overlapping(member.converter, _converters(key, others)))
        }

    def __bool__(self) -> bool:
        return bool(self._keys or self._inner)

    def complete(self, model: Plain, value: Plain) -> object:
        """The model with what it lacks of the JSON object that it was made of."""
        if not self._inner and self._keys.isdisjoint(value):
            return model
        if not self._converter.is_instance(model):
            return model
        for key, (name, converter, others) in self._inner.items():
            if key in value:
                whole = _complete(getattr(model, name), value[key], converter, others)
                setattr(model, name, whole)
        if self._keys.isdisjoint(value):
            return model
        struct, own, further = _taken_apart(model)
        lacking = {
            key: item
            for key, item in value.items()
            if key in self._keys and key not in further
        }
        room = dict.fromkeys(self._keys, UNSET)
        return _widen(struct, own, room | further | lacking)


def _converters(key: str, candidates: Iterable[ModelConverter]) -> Iterable[Converter]:
    return (each.members[key].converter for each in candidates if key in each.members)


@cache
def overlap(
    model_converter: ModelConverter, others: tuple[ModelConverter, ...]
) -> Overlap:
    """The overlap of an object with others; computed once."""
    return Overlap(model_converter, others)


def completer(
    converter: Converter, others: Iterable[Converter]
) -> Callable[[Plain, Plain], object]:
    """A function that adds to a converted value the properties that only others keep."""
    found = _overlapping(converter, others)
    if isinstance(converter, ModelConverter):
        beside = overlap(converter, _model_converters(found))
        return beside.complete if beside else _unchanged
    return (
        partial(_complete, converter=converter, others=found) if found else _unchanged
    )


def _unchanged(made: object, value: object) -> object:
    del value
    return made


def _model_converters(converters: Iterable[Converter]) -> tuple[ModelConverter, ...]:
    return tuple(each for each in converters if isinstance(each, ModelConverter))


def _complete(
    made: Plain, value: Plain, converter: Converter, others: Sequence[Converter]
) -> object:
    """A converted value, with the properties that only other converters keep.

    Args:
        made: What was made of it; models in it may change.
        value: The JSON value.
        converter: By what it was read.
        others: By what else it might have been read, none of them a union.
    """
    if made is value or not others:
        return made
    candidates = [
        one for one in _model_converters(converter.variants()) if one.is_instance(made)
    ]
    if candidates:
        # What a class is made of is made of its base, too.
        model_converter = max(candidates, key=lambda one: len(one.struct.__mro__))
        return overlap(model_converter, _model_converters(others)).complete(made, value)
    for own in converter.variants():
        if isinstance(own, DictConverter) and is_object(made) and is_object(value):
            return {key: _inside(made, value, key, own, others) for key in made}
        if (
            isinstance(own, ListConverter | TupleConverter)
            and is_listed(made)
            and is_array(value)
        ):
            items = [_inside(made, value, at, own, others) for at in range(len(made))]
            return items if is_array(made) else tuple(items)
    return made


def _inside(
    made: Plain,
    value: Plain,
    key: str | int,
    own: ContainerConverter,
    others: Sequence[Converter],
) -> object:
    """A converted item or value of a dict, with the properties that only others keep."""
    converter = own.item_converter(key)
    inner = (each.item_converter(key) for each in others if type(each) is type(own))
    return _complete(made[key], value[key], converter, _overlapping(converter, inner))


def _overlapping(
    converter: Converter, others: Iterable[Converter]
) -> tuple[Converter, ...]:
    """Others that may keep what a converter loses: containers, if it is one itself."""
    if not any(isinstance(each, ContainerConverter) for each in converter.variants()):
        return ()
    found = (one for each in others if each is not converter for one in each.variants())
    return tuple(
        dict.fromkeys(one for one in found if isinstance(one, ContainerConverter))
    )


def _widen(
    struct: type[Struct], own: Mapping[str, object], further: Mapping[str, object]
) -> Struct:
    """A model of a class below another one.

    Args:
        struct: The class above.
        own: Its attributes.
        further: The other properties by their JSON names, UNSET for those that aren't there.
    """
    wider = _wider(struct, tuple(sorted(further)))
    _, names = _origin(wider)
    return wider(**own, **{names[key]: item for key, item in further.items()})


@cache
def _wider(struct: type[Struct], keys: tuple[str, ...]) -> type[Struct]:
    names: dict[str, str] = {}
    for key in keys:
        names[key] = _attribute(key, {*dir(struct), *names.values()})

    def fill(namespace: dict[str, Any]) -> None:
        namespace["__module__"] = struct.__module__
        namespace["__qualname__"] = struct.__qualname__
        namespace["__annotations__"] = dict.fromkeys(names.values(), Any)
        namespace["__reduce__"] = _reduce
        namespace[_ORIGIN] = struct, names
        for key, name in names.items():
            namespace[name] = field(default=UNSET, name=key)

    return new_class(struct.__name__, (struct,), {"kw_only": True}, fill)


def _origin(struct: type[Struct]) -> tuple[type[Struct], Mapping[str, str]]:
    """The class that a model was widened from, and the attributes of its further properties."""
    found: tuple[type[Struct], Mapping[str, str]] = getattr(
        struct, _ORIGIN, (struct, {})
    )
    return found


def _reduce(model: Struct) -> tuple[object, ...]:
    """Arguments for pickle, which would look the class up by its name, and find the one above."""
    return _widen, _taken_apart(model)


def _taken_apart(
    model: Struct,
) -> tuple[type[Struct], dict[str, object], dict[str, object]]:
    """The class that a model was widened from, its attributes, and its further properties."""
    struct, names = _origin(type(model))
    kept = asdict(model)
    own = {name: kept[name] for name in struct.__struct_fields__}
    return struct, own, {key: kept[name] for key, name in names.items()}


def _attribute(key: str, taken: Container[str]) -> str:
    """A property's attribute: its JSON name, where that is an identifier and free."""
    name = _UNSAYABLE.sub("_", key).lstrip("_") or "unnamed"
    if not name.isidentifier() or iskeyword(name):
        name = f"further_{name}"
    while name in taken:
        name += "_"
    return name
