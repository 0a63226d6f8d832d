"""Intercom API: a typed client."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    from . import errors, models, params
    from ._client import AsyncIntercom, Intercom
    from ._runtime.call.async_download import AsyncDownload
    from ._runtime.call.client import rate_limit, transport_of
    from ._runtime.call.download import Download
    from ._runtime.call.endpoint import paginate, request
    from ._runtime.call.raw import raw, stream
    from ._runtime.concurrency.concurrent_map import map_concurrently
    from ._runtime.concurrency.outcome import Failure
    from ._runtime.hooks.events import RequestEvent, ResponseEvent, RetryEvent
    from ._runtime.hooks.telemetry import Telemetry
    from ._runtime.json.data import from_dict, replace, to_dict, to_json
    from ._runtime.json.drift import Drift
    from ._runtime.json.extra import extra
    from ._runtime.json.plain_data import SequenceNotStr, UnknownValue
    from ._runtime.limits.limiter import RateLimitState
    from ._runtime.paging.page import Page
    from ._runtime.paging.pager import AsyncPager, Pager
    from ._runtime.request.parts import Part
    from ._runtime.request.payload import File
    from ._runtime.request.request_options import OMIT, Omit, RequestOptions, Timeout
    from ._runtime.response.response import RateLimit, Response
    from ._runtime.sent_request import SentRequest
    from ._runtime.webhooks.parse import parse
    from ._webhooks import parse_event, verify
    from .errors import (
        APIConnectionError,
        APIError,
        APIResponseError,
        APIStatusError,
        APIStreamError,
        APITimeoutError,
        ArgumentError,
        BadRequestError,
        ClientClosedError,
        ConflictError,
        CredentialsError,
        DriftError,
        ForbiddenError,
        IntercomError,
        JobFailedError,
        JobTimeoutError,
        NotFoundError,
        PaginationError,
        RateLimitError,
        RequestError,
        ServerError,
        SignatureError,
        UnauthorizedError,
        UnprocessableEntityError,
    )

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "ArgumentError",
    "AsyncDownload",
    "AsyncIntercom",
    "AsyncPager",
    "BadRequestError",
    "ClientClosedError",
    "ConflictError",
    "CredentialsError",
    "Download",
    "Drift",
    "DriftError",
    "Failure",
    "File",
    "ForbiddenError",
    "Intercom",
    "IntercomError",
    "JobFailedError",
    "JobTimeoutError",
    "NotFoundError",
    "OMIT",
    "Omit",
    "Page",
    "Pager",
    "PaginationError",
    "Part",
    "RateLimit",
    "RateLimitError",
    "RateLimitState",
    "RequestError",
    "RequestEvent",
    "RequestOptions",
    "Response",
    "ResponseEvent",
    "RetryEvent",
    "SentRequest",
    "SequenceNotStr",
    "ServerError",
    "SignatureError",
    "Telemetry",
    "Timeout",
    "UnauthorizedError",
    "UnknownValue",
    "UnprocessableEntityError",
    "errors",
    "extra",
    "from_dict",
    "map_concurrently",
    "models",
    "paginate",
    "params",
    "parse",
    "parse_event",
    "rate_limit",
    "raw",
    "replace",
    "request",
    "stream",
    "to_dict",
    "to_json",
    "transport_of",
    "verify",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._client": ("AsyncIntercom", "Intercom"),
    "._runtime.call.async_download": ("AsyncDownload",),
    "._runtime.call.client": ("rate_limit", "transport_of"),
    "._runtime.call.download": ("Download",),
    "._runtime.call.endpoint": ("paginate", "request"),
    "._runtime.call.raw": ("raw", "stream"),
    "._runtime.concurrency.concurrent_map": ("map_concurrently",),
    "._runtime.concurrency.outcome": ("Failure",),
    "._runtime.hooks.events": ("RequestEvent", "ResponseEvent", "RetryEvent"),
    "._runtime.hooks.telemetry": ("Telemetry",),
    "._runtime.json.data": ("from_dict", "replace", "to_dict", "to_json"),
    "._runtime.json.drift": ("Drift",),
    "._runtime.json.extra": ("extra",),
    "._runtime.json.plain_data": ("SequenceNotStr", "UnknownValue"),
    "._runtime.limits.limiter": ("RateLimitState",),
    "._runtime.paging.page": ("Page",),
    "._runtime.paging.pager": ("AsyncPager", "Pager"),
    "._runtime.request.parts": ("Part",),
    "._runtime.request.payload": ("File",),
    "._runtime.request.request_options": ("OMIT", "Omit", "RequestOptions", "Timeout"),
    "._runtime.response.response": ("RateLimit", "Response"),
    "._runtime.sent_request": ("SentRequest",),
    "._runtime.webhooks.parse": ("parse",),
    "._webhooks": ("parse_event", "verify"),
    ".errors": (
        "APIConnectionError",
        "APIError",
        "APIResponseError",
        "APIStatusError",
        "APIStreamError",
        "APITimeoutError",
        "ArgumentError",
        "BadRequestError",
        "ClientClosedError",
        "ConflictError",
        "CredentialsError",
        "DriftError",
        "ForbiddenError",
        "IntercomError",
        "JobFailedError",
        "JobTimeoutError",
        "NotFoundError",
        "PaginationError",
        "RateLimitError",
        "RequestError",
        "ServerError",
        "SignatureError",
        "UnauthorizedError",
        "UnprocessableEntityError",
    ),
}


def __getattr__(name: str) -> object:
    """Load what isn't there yet."""
    from importlib import import_module

    if name in ("errors", "models", "params"):
        return import_module(f".{name}", __package__)
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(home, __package__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List what can be loaded, too."""
    return sorted({*globals(), *__all__})
