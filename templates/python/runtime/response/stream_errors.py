"""Errors among the items of a stream: where an item's own type has them, they are items.

A stream begins as a success, so a server that fails later says so within it: by an event `error`,
or by an object with an `error` in the place of an item. Read as an item, it would be an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from ..json.converter import ANYTHING, Branch, Constant, Converter
from ..json.json_limits import bounded
from ..json.nested_converter import DictConverter, ModelConverter, OpenModelConverter
from ..json.plain_data import Annotation, Plain, is_object
from ..json.planner import converter_for
from .event_items import ERROR


def has_error(kind: Annotation, text: str, *, named: bool = False) -> bool:
    """Whether an item's type has what may be an error, so that nothing of it is lost.

    Args:
        kind: The type.
        text: The item, which is JSON most of the time.
        named: Whether the event says that it is an error; the type doesn't hold the event's name.
    """
    try:
        value: Plain = msgspec.json.decode(bounded(text.encode()))
    except (msgspec.MsgspecError, ValueError):
        return not named
    if not is_object(value):
        return not named
    if not value.get(ERROR) and not named:
        return True
    return any(_declares(one, value, named) for one in converter_for(kind).branches())


def has_error_event(kind: Annotation, event: Mapping[str, Plain]) -> bool:
    """The same of a type for whole events.

    Args:
        kind: The type.
        event: The members of the event.
    """
    data = event["data"]
    named = event["event"] == ERROR
    if not named and not (is_object(data) and data.get(ERROR)):
        return True
    return any(
        _keeps(one.converter, event, named) for one in converter_for(kind).branches()
    )


def _keeps(whole: Converter, event: Mapping[str, Plain], named: bool) -> bool:
    """Whether one type for whole events keeps the name and the data of an event."""
    if not isinstance(whole, ModelConverter):
        return True
    name, data = whole.members.get("event"), whole.members.get("data")
    if name is None or not name.converter.matches(event["event"], 0):
        return False
    if named and any(
        isinstance(one, Constant) for one in _fitting(name.converter, ERROR)
    ):
        return True
    if data is None:
        return False
    value = event["data"]
    if not is_object(value):
        return data.converter.matches(value, 0)
    return any(_declares(one, value, False) for one in data.converter.branches())


def _declares(branch: Branch, value: Mapping[str, Plain], named: bool) -> bool:
    """Whether one type is declared with an error, or keeps whatever comes under its name."""
    shape = branch.converter
    if not isinstance(shape, ModelConverter):
        return not named and (shape is ANYTHING or isinstance(shape, DictConverter))
    if any(_is_error(tag) for tag in _tags(branch, shape, value)):
        return True
    if value.get(ERROR) and ERROR in shape.members:
        return True
    is_complete = all(
        key in value for key, member in shape.members.items() if member.required
    )
    return not named and isinstance(shape, OpenModelConverter) and is_complete


def _tags(
    branch: Branch, shape: ModelConverter, value: Mapping[str, Plain]
) -> Iterator[object]:
    """The values that make an object one of this type."""
    for key, tags, _ in branch.tags:
        if tags.matches(value.get(key), 0):
            yield value[key]
    if shape.tag is not None and shape.tag.matches(value.get(shape.tag_field), 0):
        yield value[shape.tag_field]
    for key, member in shape.members.items():
        if any(
            isinstance(one, Constant)
            for one in _fitting(member.converter, value.get(key))
        ):
            yield value[key]


def _is_error(tag: object) -> bool:
    return isinstance(tag, str) and ERROR in tag.lower()


def _fitting(wanted: Converter, value: Plain) -> Iterator[Converter]:
    return (one for one in wanted.variants() if one.matches(value, 0))
