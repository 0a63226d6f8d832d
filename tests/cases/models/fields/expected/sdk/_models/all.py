"""What the API answers with."""

from __future__ import annotations

import builtins
from datetime import date, datetime
from typing import Any, Literal

from msgspec import field

from .._runtime.model import Model, OpenModel


class Everything(Model, kw_only=True):
    """One property of each kind."""

    required: str
    """Always there. 1 or more characters, 9 or fewer characters, pattern `"^a{1}$"`."""
    required_null: str | None
    optional: int | None = None
    """At least 0, less than 10, default `5`."""
    optional_null: int | None = None
    level: Literal["low", "high"] | str
    """Default `"low"`."""
    mixed: Literal[1, "one", True] | str | bool | float | None = None
    constant: Literal["fixed"] | None = None
    when: datetime | None = None
    day: date | None = None
    bytes: builtins.bytes | None = None
    uuid: str | None = None
    number: float | None = None
    """A multiple of 0.5."""
    anything: Any = None
    nothing: Any = None
    map: dict[str, int] | None = None
    free: dict[str, Any] | None = None
    pair: list[Any] | None = None
    made: str | None = None
    """Made by the server."""
    text_or_number: str | float | None = None
    nested: EverythingNested | None = None
    settings: Settings | None = None
    self: Everything | None = None


class Settings(OpenModel, additional="additional_properties"):
    """Declared properties and others."""

    name: str | None = None
    additional: str | None = None
    additional_properties: dict[str, int] = field(default_factory=lambda: {})
    """Further properties."""


class EverythingNested(Model, kw_only=True):
    """A nested object."""

    a: str
    b_c: str | None = field(default=None, name="b-c")
