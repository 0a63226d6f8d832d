"""What the API answers with."""

from __future__ import annotations

from builtins import list as list_, str as str_
from datetime import date as date_
from typing import Any as Any_

from msgspec import field as field_

from .._runtime.model import Model as Model_, OpenModel


class Thing(OpenModel):
    """What the API calls `Thing`."""

    class_: str_ = field_(name="class")
    list: list_[str_]
    str: str_ | None = None
    builtins: str_ | None = None
    date: date_ | None = None
    field: str_ | None = None
    created_at: str_ | None = None
    created_at_less: str_ | None = field_(default=None, name="created_at<")
    created_at_greater: str_ | None = field_(default=None, name="created_at>")
    plus_1: int | None = field_(default=None, name="+1")
    minus_1: int | None = field_(default=None, name="-1")
    n2_fa: bool | None = field_(default=None, name="2fa")
    id_2: str_ | None = field_(default=None, name="ID")
    id: str_ | None = None
    u21517_u21069: str_ | None = field_(default=None, name="名前")
    u128077: int | None = field_(default=None, name="👍")
    unnamed: str_ | None = field_(default=None, name="")
    additional: dict[str_, Any_] = field_(default_factory=lambda: {})
    """Further properties."""


class Thing2(Model_, kw_only=True):
    """What the API calls `thing`."""

    model: Model | None = None
    any: Any | None = None
    json: Json | None = None


class Model(Model_, kw_only=True):
    """What the API calls `Model`."""

    a: str_ | None = None


class Any(Model_, kw_only=True):
    """What the API calls `Any`."""

    a: str_ | None = None


class Json(Model_, kw_only=True):
    """What the API calls `Json`."""

    value: Any_ = None
