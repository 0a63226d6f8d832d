"""Keys by which a server knows a request again that comes twice.

https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ..request.parameters import header
from ..request.request_options import RequestOptions
from .operation import Operation
from .request_encoder import Pair

_USUAL: Final = "Idempotency-Key"


def with_key(
    headers: Sequence[Pair],
    operation: Operation[Any],
    options: RequestOptions,
    made: str,
) -> tuple[Sequence[Pair], str]:
    """The headers of a request with a key among them, where one is wanted.

    What the caller passes as the operation's own parameter, or as a header, is a key as well.

    Args:
        headers: The headers without what the options say of a key.
        operation: What is called.
        options: What the caller says about this call.
        made: The key of an earlier request of the same call, or "".

    Returns:
        The headers and the key, "" for none.
    """
    name = operation.idempotency_header or _USUAL
    lower = name.lower().encode()
    wanted = options.idempotency_key
    if isinstance(wanted, str):
        others = [pair for pair in headers if pair[0].lower() != lower]
        return [*others, header(name, wanted)], wanted
    for key, value in headers:
        if key.lower() == lower and value:
            return headers, value.decode("latin-1")
    if not (wanted or (wanted is None and operation.sends_key)):
        return headers, ""
    if not made:
        from uuid import uuid4  # noqa: PLC0415 -- few calls need one

        made = str(uuid4())
    return [*headers, header(name, made)], made
