"""Models as plain data, and back; copies of models, and the members of both by their names."""

# ruff: noqa: ANN401 -- plain data are what they are, and a union is of any type

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar, final, overload

import msgspec
from msgspec import UNSET, Struct

from ..argument_checks import check_callback, check_flag, kind_of
from ..errors import ArgumentError
from ..process import LOGGER
from .codec import Codec
from .drift import Drift
from .json_limits import check_depth, check_numbers
from .model import Model, OpenModel, changed_copy, enc_hook
from .plain_data import Annotation, Plain, is_array, is_object, is_tuple

T = TypeVar("T")
K = TypeVar("K", bound=Model | OpenModel)

# What was logged of one body isn't logged of the next.
_CODEC: Final = Codec(False, None, LOGGER)


def _to_bytes(value: object) -> bytes:
    """A value as JSON, with half a surrogate pair escaped, since UTF-8 can't hold it."""
    check_depth(value)
    try:
        encoded = msgspec.json.encode(value, enc_hook=enc_hook)
    except UnicodeEncodeError:
        import json  # noqa: PLC0415 -- needed for such text alone

        return json.dumps(to_dict(value), separators=(",", ":")).encode()
    except ArgumentError:
        # A moment in it has a fraction of a second, or no time zone.
        raise
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        raise _no_form(error) from error
    check_numbers(value)
    return encoded


def _no_form(error: Exception) -> ArgumentError:
    return ArgumentError(f"the value can't be written: {error}")


def to_json(value: object) -> str:
    """Write a model, or plain data with models in it, as JSON text.

        text = to_json(client.notes.retrieve("34"))

    Args:
        value: A model, or a list or dict of models.

    Returns:
        What the API would be sent, without spaces: names as the API has them, members that are
        absent left out, null where there is null, dates and the like as the API writes them. What a
        server sent against its description comes out as it came in.

    Raises:
        ArgumentError: It is nested too deeply, or JSON has no form for something in it.
    """
    return _to_bytes(value).decode()


@overload
def to_dict(value: Model | OpenModel | Mapping[str, object]) -> dict[str, Any]: ...
@overload
def to_dict(value: object) -> Any: ...
def to_dict(value: object) -> Any:
    """Take a model, or plain data with models in it, apart into what a JSON parser gives.

        row = to_dict(client.notes.retrieve("34"))

    Args:
        value: A model, or a list or dict of models.

    Returns:
        Fresh dicts, lists, texts, numbers, booleans and None, with the content of `to_json`; of a
        model, a dict.

    Raises:
        ArgumentError: It is nested too deeply, or JSON has no form for something in it.
    """
    try:
        made = to_builtins(value)
    except ArgumentError:
        raise
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        raise _no_form(error) from error
    check_numbers(value)
    return made


def to_builtins(value: object, hook: Callable[[object], object] = enc_hook) -> object:
    """A value as plain data, with lists in the place of tuples, as JSON has them.

    Args:
        value: Anything that can be encoded as JSON.
        hook: Makes what msgspec encodes of what it doesn't know.

    Raises:
        ArgumentError: It is nested too deeply.
        TypeError: JSON has no form for something in it.
    """
    check_depth(value)
    made = msgspec.to_builtins(value, str_keys=True, enc_hook=hook)
    top: dict[str, Plain] = {"": made}
    waiting: list[Plain] = [top]
    while waiting:
        here = waiting.pop()
        for key in _keys(here):
            item = here[key]
            if is_tuple(item):
                item = here[key] = [*item]
            if is_array(item) or is_object(item):
                waiting.append(item)
    return top[""]


def _keys(value: Plain) -> Iterable[Plain]:
    """The keys or positions of a dict or a list."""
    return value if is_object(value) else range(len(value))


@overload
def from_dict(
    type_: type[T],
    data: object,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], object] | None = None,
) -> T: ...
@overload
def from_dict(
    type_: object,
    data: object,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], object] | None = None,
) -> Any: ...
def from_dict(
    type_: Any,
    data: object,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], object] | None = None,
) -> Any:
    """Make a model of plain data, as an answer of the API is decoded.

        note = from_dict(models.Note, {"type": "note", "id": "34"})

    Args:
        type_: A type of `models`, or one made of them: `list[models.Note]`.
        data: What `to_dict` or a JSON parser gives: names as the API has them. Nothing of it is
            shared with the result.
        strict: Whether data that depart from the type raise.
        on_drift: Called with each departure, otherwise only logged.

    Returns:
        A value of the type; what departs from it is kept as it is.

    Raises:
        ArgumentError: An argument isn't of its type, or JSON has no form for something in the data.
        APIResponseError: The data are of another kind: a list where an object is described.
        DriftError: They depart from the type, and `strict` is set.
    """
    return decode_alone(type_, _to_bytes(data), strict, on_drift)


def decode_alone(
    type_: Annotation,
    body: bytes,
    strict: bool,
    on_drift: Callable[[Drift], object] | None,
) -> object:
    """Decode a body that answers no call, as an answer is decoded."""
    check_flag("strict", strict)
    check_callback("on_drift", on_drift)
    where = getattr(type_, "__name__", "payload")
    return _CODEC.varied(strict, on_drift).decode(type_, body, where=where, whole=True)


def replace(model: K, /, **changes: Any) -> K:
    """Copy a model with other values for some of its members; the model stays as it is.

        draft = replace(article, state="draft")

    Args:
        model: A model of any class. What an open one holds beside its declared members is replaced
            as a whole, by the name of the attribute that holds it.
        changes: The new values, by the names of their attributes. They aren't checked.

    Returns:
        A model of the same class, which shares the values of the other members with the first.
        `copy.replace` of Python 3.13 and later gives the same.

    Raises:
        ArgumentError: It is no model, or has no such member.
    """
    check_model(model)
    return changed_copy(model, changes)


def check_model(value: object) -> None:
    """Refuse what is no model."""
    if not isinstance(value, Model | OpenModel):
        raise ArgumentError(f"a model belongs here, not {kind_of(value)}")


_ATTRIBUTES: dict[type, dict[str, str]] = {}


@final
class Absent:
    """There is no value.

    `declared` says whether the place is one that a model has; where it isn't, the body may hold
    something that the model doesn't keep.
    """

    __slots__ = ("declared",)

    def __init__(self, *, declared: bool) -> None:
        self.declared = declared


_ABSENT: Final = Absent(declared=True)
_UNDECLARED: Final = Absent(declared=False)


def get_path(value: object, keys: Sequence[str]) -> object:
    """The value at a path of JSON property names, in plain data or in models; or an `Absent`."""
    for key in keys:
        if is_object(value):
            value = value.get(key, _ABSENT)
        elif isinstance(value, Struct | OpenModel):
            value = _property(value, key)
        else:
            return value if isinstance(value, Absent) else _ABSENT
    return _ABSENT if value is UNSET else value


def _property(model: Struct | OpenModel, key: str) -> object:
    name = _attributes(type(model)).get(key)
    if name is not None:
        return getattr(model, name)
    if isinstance(model, OpenModel):
        return getattr(model, model.__rest__).get(key, _ABSENT)
    return _UNDECLARED


def _attributes(kind: type[Struct] | type[OpenModel]) -> dict[str, str]:
    known = _ATTRIBUTES.get(kind)
    if known is None:
        struct = kind.__known__ if issubclass(kind, OpenModel) else kind
        known = dict(
            zip(struct.__struct_encode_fields__, struct.__struct_fields__, strict=True)
        )
        _ATTRIBUTES[kind] = known
    return known
