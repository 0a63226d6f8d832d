"""What the API answers with."""

from __future__ import annotations

from builtins import list as list_, str as str_
from datetime import date as date_
from typing import Any as Any_

from msgspec import field as field_

from .._runtime.json.model import Maybe, Model as Model_, OpenModel


class Thing(OpenModel):
    """What the API calls `Thing`."""

    class_: str_ = field_(name="class")
    list: list_[str_]
    str: Maybe[str_] = None
    builtins: Maybe[str_] = None
    date: Maybe[date_] = None
    field: Maybe[str_] = None
    created_at: Maybe[str_] = None
    created_at_less: Maybe[str_] = field_(default=None, name="created_at<")
    created_at_greater: Maybe[str_] = field_(default=None, name="created_at>")
    plus_1: Maybe[int] = field_(default=None, name="+1")
    minus_1: Maybe[int] = field_(default=None, name="-1")
    n2_fa: Maybe[bool] = field_(default=None, name="2fa")
    id_2: Maybe[str_] = field_(default=None, name="ID")
    id: Maybe[str_] = None
    名前: Maybe[str_] = None
    u128077: Maybe[int] = field_(default=None, name="👍")
    unnamed: Maybe[str_] = field_(default=None, name="")
    additional: dict[str_, Any_] = field_(default_factory=lambda: {})
    """Further properties."""


class Thing2(Model_, kw_only=True):
    """What the API calls `thing`."""

    model: Maybe[Model] = None
    any: Maybe[Any] = None
    json: Maybe[Json] = None


class Model(Model_, kw_only=True):
    """What the API calls `Model`."""

    a: Maybe[str_] = None


class Any(Model_, kw_only=True):
    """What the API calls `Any`."""

    a: Maybe[str_] = None


class Json(Model_, kw_only=True):
    """What the API calls `Json`."""

    value: Any_ = None
