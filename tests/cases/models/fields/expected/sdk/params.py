"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, NotRequired, TypedDict

from ._models.all import (
    Eight,
    Everything,
    EverythingNested,
    Five,
    Four,
    One,
    Settings,
    Seven,
    Six,
    Three,
    Two,
    Wide,
)
from ._runtime.json.plain_data import SequenceNotStr, UnknownValue


class EverythingParams(TypedDict):
    """One property of each kind."""

    required: str
    """Always there. 1 or more characters, 9 or fewer characters, pattern `"^a{1}$"`."""
    required_null: str | None
    optional: NotRequired[int]
    """At least 0, less than 10, default `5`."""
    optional_null: NotRequired[int | None]
    level: Literal["low", "high"] | UnknownValue
    """Default `"low"`."""
    mixed: NotRequired[Literal["one", True] | bool | float | UnknownValue | None]
    """One of `1`, `"one"`, `True`, `1.5`."""
    constant: NotRequired[Literal["fixed"]]
    when: NotRequired[datetime | str]
    day: NotRequired[date | str]
    bytes: NotRequired[builtins.bytes]
    uuid: NotRequired[str]
    """Format `uuid`."""
    number: NotRequired[float]
    """A multiple of 0.5."""
    anything: NotRequired[Any]
    nothing: NotRequired[Any]
    map: NotRequired[Mapping[str, int]]
    free: NotRequired[Mapping[str, Any]]
    pair: NotRequired[SequenceNotStr[str | int]]
    """In order `string`, `integer`."""
    secret: NotRequired[str]
    """Deprecated."""
    text_or_number: NotRequired[str | float]
    nested: NotRequired[EverythingNested | EverythingNestedParams]
    settings: NotRequired[Settings | SettingsParams | Mapping[str, str | int]]
    wide: NotRequired[Wide | WideParams | Mapping[str, Any]]
    self: NotRequired[Everything | EverythingParams]


class WideParams(TypedDict):
    """More kinds of properties than an annotation can list."""

    one: NotRequired[One | OneParams]
    two: NotRequired[Two | TwoParams]
    three: NotRequired[Three | ThreeParams]
    four: NotRequired[Four | FourParams]
    five: NotRequired[Five | FiveParams]
    six: NotRequired[Six | SixParams]
    seven: NotRequired[Seven | SevenParams]
    eight: NotRequired[Eight | EightParams]


class OneParams(TypedDict):
    """What the API calls `One`."""

    one: NotRequired[str]


class TwoParams(TypedDict):
    """What the API calls `Two`."""

    two: NotRequired[str]


class ThreeParams(TypedDict):
    """What the API calls `Three`."""

    three: NotRequired[str]


class FourParams(TypedDict):
    """What the API calls `Four`."""

    four: NotRequired[str]


class FiveParams(TypedDict):
    """What the API calls `Five`."""

    five: NotRequired[str]


class SixParams(TypedDict):
    """What the API calls `Six`."""

    six: NotRequired[str]


class SevenParams(TypedDict):
    """What the API calls `Seven`."""

    seven: NotRequired[str]


class EightParams(TypedDict):
    """What the API calls `Eight`."""

    eight: NotRequired[str]


class SettingsParams(TypedDict):
    """Declared properties and others."""

    name: NotRequired[str]
    additional: NotRequired[str]


EverythingNestedParams = TypedDict(
    "EverythingNestedParams",
    {
        "a": str,
        "b-c": NotRequired[str],
    },
)
"""An object without a name in the API."""
