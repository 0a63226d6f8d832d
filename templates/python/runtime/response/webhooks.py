"""The payloads of webhooks and callbacks, which the server sends by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, overload

from ..argument_checks import check_callback, check_flag, check_json_text
from ..json.codec import Codec
from ..json.drift import Drift
from ..process import LOGGER

T = TypeVar("T")

# What was logged of one body isn't logged of the next.
_CODEC: Final = Codec(False, None, LOGGER)


@overload
def parse(
    type_: type[T],
    body: bytes | str,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], object] | None = None,
) -> T: ...
@overload
def parse(
    type_: object,
    body: bytes | str,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], object] | None = None,
) -> Any: ...  # noqa: ANN401 -- type checkers have no word for what a union stands for
def parse(
    type_: Any,
    body: bytes | str,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], object] | None = None,
) -> Any:
    """Decode what the server has sent, as an answer is decoded.

        event = parse(models.NoteCreated, body)

    Check that it comes from the server first: nothing here looks at signatures.

    Args:
        type_: A type of `models`, or one made of them: `list[models.Note]`.
        body: The body of the server's request, which is JSON.
        strict: Whether a body that departs from the type raises.
        on_drift: Called with each departure, otherwise only logged.

    Raises:
        ArgumentError: An argument isn't of its type.
        APIResponseError: The body isn't JSON, is nested too deeply, or is of another kind: a list
            where an object is described.
        DriftError: It departs from the type, and `strict` is set.
    """
    check_flag("strict", strict)
    check_callback("on_drift", on_drift)
    check_json_text("body", body)
    raw = body.encode() if isinstance(body, str) else body
    codec = _CODEC.varied(strict, on_drift)
    where = getattr(type_, "__name__", "payload")
    return codec.decode(type_, raw, where=where, whole=True)
