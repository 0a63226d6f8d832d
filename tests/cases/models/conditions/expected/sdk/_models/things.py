"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import field

from .._runtime.json.model import ABSENT, Maybe, Model, OpenModel, keeps_null
from .._runtime.json.plain_data import UnknownValue
from .._runtime.json.unions import union


class Holder(Model, kw_only=True):
    """What the API calls `Holder`.

    If `{"properties": {"mode": {"const": "s3"}}}`, then `{"required": ["bucket"],
    "properties": {"mode": {"const": "s3"}, "bucket": {"type": "string"}, "region":
    {"type": "string"}, "where": {"type": "object", ...`, else `{"if": {"properties":
    {"mode": {"const": "fs"}}}, "then": {"properties": {"bucket": {"type": "integer"},
    "path": {"type": "string"}}}}`, dependentSchemas `{"mode": {"properties": {"extra":
    {"type": "boolean"}}}}`.
    """

    mode: str
    bucket: Maybe[str | int] = None
    region: Maybe[str] = None
    where: Maybe[HolderWhere] = None
    path: Maybe[str] = None
    extra: Maybe[bool] = None


class A(Model, kw_only=True):
    """What the API calls `A`."""

    a: Maybe[str] = None


class B(Model, kw_only=True):
    """What the API calls `B`."""

    b: Maybe[int] = None


class Switch(Model, kw_only=True):
    """What the API calls `Switch`.

    If `{"properties": {"kind": {"const": "a"}}}`, then `{"properties": {"kind":
    {"const": "a"}, "config": "A"}}`, if `{"properties": {"kind": {"const": "b"}}}`,
    then `{"properties": {"kind": {"const": "b"}, "config": "B"}}`.
    """

    kind: Literal["a", "b"] | UnknownValue
    config: Maybe[SwitchConfig] = None


class Narrower(Model, kw_only=True):
    """What the API calls `Narrower`.

    If `{"properties": {"kind": {"const": "a"}}}`, then `{"properties": {"kind":
    {"const": "a"}, "config": "A"}}`, if `{"properties": {"kind": {"const": "b"}}}`,
    then `{"properties": {"kind": {"const": "b"}, "config": "B"}}`.
    """

    kind: Literal["a", "b"] | UnknownValue
    config: Maybe[B] = None


class Rest(OpenModel):
    """What the API calls `Rest`.

    UnevaluatedProperties `{"type": "integer"}`.
    """

    k: Maybe[str] = None
    additional: dict[str, int] = field(default_factory=lambda: {})
    """Further properties."""


@keeps_null
class Asked(Model, kw_only=True):
    """What the API calls `Asked`.

    Needs at least one of `id`, `the name`.
    """

    id: str | None = ABSENT
    the_name: str | None = field(default=ABSENT, name="the name")
    age: int | None = None


class HolderWhere(Model, kw_only=True):
    """An object without a name in the API."""

    a: Maybe[str] = None


if TYPE_CHECKING:
    SwitchConfig: TypeAlias = A | B
else:
    SwitchConfig = union("SwitchConfig", lambda: (A, B))
