"""How the request for one page differs from what the caller asked for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from .encode import to_builtins
from .errors import ArgumentError
from .model import OpenModel
from .options import OMIT
from .pagination import Cursor, Keys
from .plain import is_mapping


class Step(Struct, frozen=True, kw_only=True):
    """How the request for one page differs from the operation as the caller called it.

    `query` is set, replacing parameters of the same names. `url`, when not empty, is an absolute
    URL on the operation's own origin that stands in for path and query. `value`, when not None, is
    set in the request body at `keys`.
    """

    query: tuple[tuple[str, Cursor], ...] = ()
    url: str = ""
    keys: Keys = ()
    value: Cursor | None = None

    def patch(self, body: object) -> object:
        """The request body with the cursor in it; the body given is left as it is."""
        return body if self.value is None else _patch(body, self.keys, self.value)


def _patch(body: object, keys: Keys, value: Cursor) -> Mapping[str, object]:
    key, *rest = keys
    known = _as_object(body)
    inner = _patch(known.get(key), tuple(rest), value) if rest else value
    return {**known, key: inner}


def _as_object(value: object) -> Mapping[str, object]:
    """What a caller passes for an object, or leaves out, as a mapping."""
    if value is None or value is OMIT:
        return {}
    if isinstance(value, Struct | OpenModel):
        value = to_builtins(value)
    if is_mapping(value):
        return {str(key): member for key, member in value.items()}
    kind = type(value).__name__
    raise ArgumentError(
        f"the cursor goes into an object in the body, not into a {kind}"
    )
