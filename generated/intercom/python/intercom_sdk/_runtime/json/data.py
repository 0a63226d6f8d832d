"""Models as plain data, and back, for callers and for pydantic; copies of models."""

# ruff: noqa: ANN401 -- plain data are what they are, and a union is of any type

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial, update_wrapper
from importlib import import_module
from inspect import cleandoc
from typing import Any, Final, TypeVar, get_args, overload

import msgspec
from msgspec.structs import fields

from ..argument_checks import check_callback, check_flag
from ..errors import APIResponseError, ArgumentError
from ..process import LOGGER
from .codec import Codec, readable
from .drift import Drift
from .extra import encodable
from .json_limits import check_numbers
from .model import Model, OpenModel, changed_copy, check_model, enc_hook
from .plain_data import Annotation, Plain, is_array, is_object, is_tuple

T = TypeVar("T")
K = TypeVar("K", bound=Model | OpenModel)

# What was logged of one body isn't logged of the next.
_CODEC: Final = Codec(False, None, LOGGER)
_STRICT: Final = Codec(True, None, None)


def _to_bytes(value: object) -> bytes:
    """A value as JSON, half a surrogate pair escaped, since UTF-8 can't hold it."""
    value = encodable(value)
    try:
        encoded = msgspec.json.encode(value, enc_hook=enc_hook)
    except UnicodeEncodeError:
        import json  # noqa: PLC0415 -- needed for such text alone

        return json.dumps(to_dict(value), separators=(",", ":")).encode()
    except ArgumentError:  # A moment in it has a fraction of a second, or no zone.
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
        What the API would be sent, without spaces: names, dates and the like as the API has them.
        Members that are None are left out, but null for those that the API requires. What a server
        sent against its description comes out as it came in.

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
    made = msgspec.to_builtins(encodable(value), str_keys=True, enc_hook=hook)
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
        type_: A type of `models`, or made of them: `list[models.A]`, `models.A | models.B`.
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
    type_ = readable("type_", type_)
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


def core_schema(kind: type) -> dict[str, Plain]:
    """How pydantic validates and serializes a type of ours: strictly, and as JSON has it.

    The schema is written as the dict that it is, so that pydantic isn't imported; see
    https://docs.pydantic.dev/latest/api/pydantic_core_schema.
    """
    validate = update_wrapper(partial(_validated, kind), kind, ["__name__"], [])
    return {
        "type": "function-plain",
        "function": {"type": "no-info", "function": validate},
        "serialization": {"type": "function-plain", "function": to_dict},
        "ref": f"{kind.__module__}.{kind.__qualname__}:{id(kind)}",
    }


def _validated(kind: type, value: object) -> object:
    if isinstance(value, Model | OpenModel):
        if isinstance(value, kind):
            return value
        raise ValueError(f"expected {kind.__name__}, found {type(value).__name__}")
    try:
        body, where = _to_bytes(value), kind.__name__
        return _STRICT.decode(kind, body, where=where, whole=True)
    except (ArgumentError, APIResponseError) as error:
        raise ValueError(str(error)) from error


def json_schema(
    kind: type, schema: dict[str, Plain], handler: Callable[[Plain], dict[str, Plain]]
) -> dict[str, Plain]:
    """The JSON Schema of a type of ours, in which pydantic refers to the others.

    Args:
        kind: The type.
        schema: Its schema for pydantic.
        handler: Makes JSON Schemas of pydantic's.
    """
    # What holds itself refers to itself, and so to what is defined already.
    handler(_definition({"type": "any", "ref": schema["ref"]}))
    made = _with_base64(handler(_structure(kind)))
    described = {"description": cleandoc(kind.__doc__)} if kind.__doc__ else {}
    return {**made, "title": kind.__name__, **described}


def _definition(schema: dict[str, Plain]) -> dict[str, Plain]:
    return {"type": "definitions", "schema": schema, "definitions": []}


def _structure(kind: Annotation) -> dict[str, Plain]:
    """What a type is made of, as a schema of pydantic's."""
    from .unions import Standin  # noqa: PLC0415 -- loaded at its first use

    # Not a dependency, but there, since it calls.
    adapter: Plain = import_module("pydantic").TypeAdapter
    if isinstance(kind, Standin):
        choices = [adapter(one).core_schema for one in kind.variants]
        return {"type": "union", "choices": choices}
    is_open = issubclass(kind, OpenModel)
    if not is_open and not issubclass(kind, Model):
        return {"type": "int"}
    made: dict[str, Plain] = {"type": "typed-dict", "fields": {}}
    struct: Annotation = kind.__known__ if is_open else kind
    config = struct.__struct_config__
    if config.tag is not None:
        only = {"type": "literal", "expected": [config.tag]}
        made["fields"][config.tag_field] = _member(only, True)
    for one in fields(struct):
        if is_open and one.name == kind.__rest__:
            further = adapter(get_args(one.type)[1]).core_schema
            made |= {"extra_behavior": "allow", "extras_schema": further}
            continue
        schema = adapter(one.type).core_schema
        made["fields"][one.encode_name] = _member(schema, one.required)
    return made


def _member(schema: Plain, required: bool) -> dict[str, Plain]:
    return {"type": "typed-dict-field", "schema": schema, "required": required}


def _with_base64(schema: Plain) -> Plain:
    """A JSON Schema in which bytes are base64, as they are in the API's JSON."""
    if is_array(schema):
        return [_with_base64(item) for item in schema]
    if not is_object(schema):
        return schema
    made = {key: _with_base64(item) for key, item in schema.items()}
    return {**made, "format": "byte"} if made.get("format") == "binary" else made
