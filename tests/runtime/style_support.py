"""A parameter alone in each place of a request."""

from __future__ import annotations

from sdk_runtime.operation.request_encoder import RequestEncoder
from sdk_runtime.request.parameters import Parameter


def in_path(parameter: Parameter, value: object) -> str:
    return RequestEncoder("/x/{color}", (parameter,), {}).path([value])[len("/x/") :]


def in_query(parameter: Parameter, value: object) -> str:
    return "&".join(RequestEncoder("/", (parameter,), {}).query([value], {}))


def in_header(parameter: Parameter, value: object) -> str | None:
    pairs = RequestEncoder("/", (parameter,), {}).headers([value])
    return pairs[0][1].decode() if pairs else None


def in_cookie(parameter: Parameter, value: object) -> str:
    return "; ".join(RequestEncoder("/", (parameter,), {}).cookies([value]))
