"""What models came with beside the members that their classes declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import UNSET
from msgspec.structs import astuple

from ..errors import ArgumentError
from .codec import Codec
from .json_limits import check_depth
from .model import Model, OpenModel, check_model, defaults_of
from .plain_data import (
    Annotation,
    Plain,
    is_array,
    is_listed,
    is_mapping,
    overlap_of,
)

if TYPE_CHECKING:
    from .converter import Converter

# The JSON names that a class declares, JSON name and attribute of each member in which there may
# be models, and the attribute that holds what an open model doesn't declare.
_Known: TypeAlias = tuple[frozenset[str], Sequence[tuple[str, str]], str]
_KNOWN: Final[dict[type, _Known]] = {}
_NOTHING: Final[Mapping[str, Plain]] = {}
_ALL_DECLARED: Final = _NOTHING, _NOTHING


def extra(model: Model | OpenModel) -> dict[str, Any]:
    """The members that a model came with and that its class doesn't declare.

        client = Intercom(token="...", keep_extra=True)
        print(extra(client.notes.retrieve("34")))

    Args:
        model: A model that was read by a client made with `keep_extra=True`. Of a value that fits
            several variants of a union, what only the others declare is there from any client.

    Returns:
        Their values as plain data, by their names in JSON; empty for an open model, which holds
        all of them itself.

    Raises:
        ArgumentError: It is no model, or nothing was kept, since another client read it, or none.
    """
    check_model(model)
    if isinstance(model, OpenModel):
        return {}
    kept = getattr(model, "__extra__", None)
    if kept is None:
        raise ArgumentError(
            f"what else came with the {type(model).__name__} wasn't kept: make the client with "
            "keep_extra=True, or use the response's extra()"
        )
    overlap, undeclared = kept
    return {**overlap, **(undeclared or {})}


class KeepingCodec(Codec):
    """A codec that keeps in models what their classes don't declare."""

    __slots__ = ()

    def decode(
        self, type: object, body: bytes, *, where: str, whole: bool = False
    ) -> object:
        """The body as a value of a type, see `Codec.decode`."""
        from .planner import parse  # noqa: PLC0415 -- loaded at its first use

        value = super().decode(type, body, where=where, whole=whole)
        self.keep(value, parse(body, is_bounded=True))
        return value

    def keep(self, value: object, plain: Plain) -> None:
        """Keep what stands in plain data, and in the models made of them doesn't."""
        for model, undeclared in undeclared_members(value, plain):
            if isinstance(model, Model):
                overlap = overlap_of(model)
                is_all = not (overlap or undeclared)
                model.__extra__ = _ALL_DECLARED if is_all else (overlap, undeclared)


def undeclared_members(
    value: Plain, plain: Plain
) -> Iterator[tuple[Model | OpenModel, Mapping[str, Plain]]]:
    """The models in a value, each with the members that its class doesn't declare.

    Args:
        value: What was made of plain data; models are found where their data are.
        plain: The data.
    """
    known = _KNOWN
    waiting: list[tuple[Plain, Plain]] = [(value, plain)]
    pop, push = waiting.pop, waiting.append
    while waiting:
        here, came = pop()
        kind: type = here.__class__
        if kind is list or kind is tuple:
            if is_array(came) and len(came) == len(here):
                waiting += zip(here, came, strict=True)
        elif came.__class__ is not dict:
            continue
        elif kind is dict:
            if here is not came:
                waiting += [(here[key], came[key]) for key in here if key in came]
        else:
            declared, rows, rest = known[kind] if kind in known else _look_up(kind)
            for key, name in rows:
                if key in came:
                    push((getattr(here, name), came[key]))
            if rest:
                push((getattr(here, rest), came))
            elif not declared.issuperset(came):
                further = came.keys() - declared
                yield here, {key: came[key] for key in came if key in further}
                continue
            yield here, _NOTHING


def _look_up(kind: type) -> _Known:
    from .nested_converter import (  # noqa: PLC0415 -- loaded at its first use
        ModelConverter,
    )
    from .planner import converter_for  # noqa: PLC0415 -- as above

    converter = converter_for(kind)
    known: _Known = frozenset[str](), (), ""
    if isinstance(converter, ModelConverter):
        names = frozenset({*converter.members, converter.tag_field})
        rows = tuple(
            (key, member.name)
            for key, member in converter.members.items()
            if _may_hold_models(member.converter)
        )
        rest = kind.__rest__ if issubclass(kind, OpenModel) else ""
        known = names, rows, rest
    _KNOWN[kind] = known
    return known


def _may_hold_models(converter: Converter) -> bool:
    from .nested_converter import (  # noqa: PLC0415 -- loaded at its first use
        ContainerConverter,
        DictConverter,
        ListConverter,
    )

    for one in converter.variants():
        if isinstance(one, ListConverter | DictConverter):
            inner = one.item_converter("").variants()
            if any(isinstance(each, ContainerConverter) for each in inner):
                return True
        elif isinstance(one, ContainerConverter):
            return True
    return False


class Undeclared:
    """What the models in an answer came with and don't declare.

    Args:
        data: The answer's value.
        plain: Its body as plain data.
    """

    __slots__ = ("_found",)

    def __init__(self, data: object, plain: Plain) -> None:
        # The models are held, so that no other object gets the id of one.
        self._found = {
            id(model): (model, members)
            for model, members in undeclared_members(data, plain)
        }

    def of(self, model: Model | OpenModel) -> dict[str, Any]:
        """The members of one model.

        Raises:
            ArgumentError: It is no model, or isn't in the answer.
        """
        check_model(model)
        if id(model) not in self._found:
            raise ArgumentError(f"the {type(model).__name__} isn't in this answer")
        return {**self._found[id(model)][1]}


def undeclared_in(data: object, body: bytes) -> Undeclared:
    """The same for a body that is still to be parsed."""
    from .planner import Unreadable, parse  # noqa: PLC0415 -- as above

    try:
        return Undeclared(data, parse(body))
    except Unreadable:
        # What is no JSON holds no models.
        return Undeclared(data, None)


def encodable(value: object) -> object:
    """A value, checked, as msgspec encodes all of it: with what only other variants declare.

    Args:
        value: Anything that can be encoded as JSON.

    Raises:
        ArgumentError: It is nested too deeply, or holds itself.
    """
    return _whole(value) if check_depth(value) else value


def _whole(value: Plain) -> Plain:
    if isinstance(value, OpenModel):
        value = value.__encode__()
    if is_mapping(value):
        return {key: _whole(item) for key, item in value.items()}
    if is_listed(value):
        return [_whole(item) for item in value]
    if not isinstance(value, Model):
        return value
    kind: Annotation = type(value)
    config = kind.__struct_config__
    made = {} if config.tag is None else {config.tag_field: config.tag}
    rows = zip(
        kind.__struct_encode_fields__, astuple(value), defaults_of(kind), strict=True
    )
    for key, kept, default in rows:
        if kept is not default and kept is not UNSET:
            made[key] = _whole(kept)
    return {**made, **overlap_of(value)}
