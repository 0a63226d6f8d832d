"""Keys by which a server knows a request again that comes twice.

https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from ..request.parameters import header
from ..request.request_options import RequestOptions
from .operation import Operation
from .request_encoder import Pair

_USUAL: Final = "Idempotency-Key"


class Keyed(Protocol):
    """A request, as far as its key is concerned."""

    headers: Sequence[Pair]
    key: str


def set_key(
    request: Keyed,
    operation: Operation[Any],
    options: RequestOptions | None,
    made: str,
) -> None:
    """Send a key with a request where one is wanted, and note which one it has.

    What the caller passes as the operation's own parameter, or as a header, is a key as well.

    Args:
        request: The request.
        operation: What is called.
        options: What the caller says about this call.
        made: The key of an earlier request of the same call, or "".
    """
    name = operation.idempotency_header or _USUAL
    lower = name.lower().encode()
    wanted = None if options is None else options.idempotency_key
    others = [pair for pair in request.headers if pair[0].lower() != lower]
    passed = [value for key, value in request.headers if key.lower() == lower and value]
    if isinstance(wanted, str):
        request.headers, request.key = [*others, header(name, wanted)], wanted
    elif passed:
        request.key = passed[0].decode("latin-1")
    elif wanted or (wanted is None and operation.sends_key):
        if not made:
            from uuid import uuid4  # noqa: PLC0415 -- few calls need one

            made = str(uuid4())
        request.headers, request.key = [*others, header(name, made)], made
