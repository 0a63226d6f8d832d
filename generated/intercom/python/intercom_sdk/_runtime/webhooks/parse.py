"""The payloads of webhooks and callbacks, which the server sends by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

from ..argument_checks import check_json_text
from ..json.data import decode_alone
from ..json.drift import Drift

T = TypeVar("T")


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

    Check that it comes from the server first: nothing here looks at signatures, which
    `parse_event` does where the API says how they are made.

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
    check_json_text("body", body)
    raw = body.encode() if isinstance(body, str) else body
    return decode_alone(type_, raw, strict, on_drift)
