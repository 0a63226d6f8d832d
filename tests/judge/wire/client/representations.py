"""Which representation of a request's body each of a package's methods sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from tests.judge.wire.client.methods import Method
from tests.judge.wire.request.bodies import Body, Sort, essence
from tests.judge.wire.request.inputs import Request

# What a package makes of a media type that leaves open how something is written.
_SORTS: Mapping[str, Sort] = {
    "JsonBody": "json",
    "FormBody": "form",
    "MultipartBody": "multipart",
    "TextBody": "text",
}


def representations(request: Request, method: Method) -> Iterator[Request]:
    """The request with each representation of its body that the method sends."""
    if not request.bodies or not method.kinds:
        yield request
        return
    for kind in method.kinds:
        body = _written(kind.content_type, request.bodies)
        sort = _SORTS.get(type(kind).__name__)
        if sort is not None and body.leaves_open:
            body = msgspec.structs.replace(body, sort=sort)
        yield msgspec.structs.replace(request, body=body)


def unsent(request: Request, methods: Sequence[Method]) -> int:
    """How many representations no method sends, since it sends the same in another."""
    kinds = [kind for method in methods for kind in method.kinds]
    sent = {_written(kind.content_type, request.bodies).media_type for kind in kinds}
    return len({body.media_type for body in request.bodies} - sent)


def _written(content_type: str, bodies: Sequence[Body]) -> Body:
    """What the document says about a media type: as it is written, without parameters, or open."""

    def distance(body: Body) -> tuple[Any, ...]:
        return (
            body.media_type != content_type,
            essence(body.media_type) != essence(content_type),
            not body.leaves_open,
        )

    return min(bodies, key=distance)
