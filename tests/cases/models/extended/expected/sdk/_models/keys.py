"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import ABSENT, Maybe, Model, keeps_null


@keeps_null
class Key(Model, kw_only=True):
    """What the API calls `Key`.

    Needs at least one of `id`, `name`.
    """

    id: str | None = ABSENT
    name: str | None = ABSENT


@keeps_null
class KeyWithOneAndTwo(Key, kw_only=True):
    """A `Key` with `one`, `two`.

    Needs at least one of `id`, `name`, needs at least one of `one`, `two`.
    """

    one: str | None = ABSENT
    two: Maybe[str] = None
