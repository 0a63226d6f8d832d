"""What the API answers with."""

from __future__ import annotations

import builtins
from datetime import date, datetime
from typing import Any, Literal

from msgspec import field

from .._runtime.json.model import Maybe, Model, OpenModel
from .._runtime.json.plain_data import Number, UnknownValue


class Everything(Model, kw_only=True):
    """One property of each kind."""

    required: str
    """Always there. 1 or more characters, 9 or fewer characters, pattern `"^a{1}$"`."""
    required_null: str | None
    optional: Maybe[int] = None
    """At least 0, less than 10, default `5`."""
    optional_null: int | None = None
    level: Literal["low", "high"] | UnknownValue
    """Default `"low"`."""
    mixed: Literal["one", True] | bool | Number | UnknownValue | None = None
    """One of `1`, `"one"`, `True`, `1.5`."""
    constant: Maybe[Literal["fixed"]] = None
    when: Maybe[datetime] = None
    day: Maybe[date] = None
    bytes: Maybe[builtins.bytes] = None
    uuid: Maybe[str] = None
    """Format `uuid`."""
    number: Maybe[Number] = None
    """A multiple of 0.5."""
    anything: Any = None
    nothing: Maybe[Any] = None
    map: Maybe[dict[str, int]] = None
    free: Maybe[dict[str, Any]] = None
    pair: Maybe[list[str | int]] = None
    """In order `string`, `integer`."""
    made: Maybe[str] = None
    """Made by the server."""
    text_or_number: Maybe[str | Number] = None
    nested: Maybe[EverythingNested] = None
    settings: Maybe[Settings] = None
    wide: Maybe[Wide] = None
    self: Maybe[Everything] = None


class Wide(OpenModel):
    """More kinds of properties than an annotation can list."""

    one: Maybe[One] = None
    two: Maybe[Two] = None
    three: Maybe[Three] = None
    four: Maybe[Four] = None
    five: Maybe[Five] = None
    six: Maybe[Six] = None
    seven: Maybe[Seven] = None
    eight: Maybe[Eight] = None
    additional: dict[str, int] = field(default_factory=lambda: {})
    """Further properties."""


class One(Model, kw_only=True):
    """What the API calls `One`."""

    one: Maybe[str] = None


class Two(Model, kw_only=True):
    """What the API calls `Two`."""

    two: Maybe[str] = None


class Three(Model, kw_only=True):
    """What the API calls `Three`."""

    three: Maybe[str] = None


class Four(Model, kw_only=True):
    """What the API calls `Four`."""

    four: Maybe[str] = None


class Five(Model, kw_only=True):
    """What the API calls `Five`."""

    five: Maybe[str] = None


class Six(Model, kw_only=True):
    """What the API calls `Six`."""

    six: Maybe[str] = None


class Seven(Model, kw_only=True):
    """What the API calls `Seven`."""

    seven: Maybe[str] = None


class Eight(Model, kw_only=True):
    """What the API calls `Eight`."""

    eight: Maybe[str] = None


class Settings(OpenModel, additional="additional_properties"):
    """Declared properties and others."""

    name: Maybe[str] = None
    additional: Maybe[str] = None
    additional_properties: dict[str, int] = field(default_factory=lambda: {})
    """Further properties."""


class EverythingNested(Model, kw_only=True):
    """An object without a name in the API."""

    a: str
    b_c: Maybe[str] = field(default=None, name="b-c")
