"""Intercom API: a typed client."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    from . import errors, models
    from ._client import AsyncIntercom, Intercom
    from ._runtime.annotations import SequenceNotStr, UnknownValue
    from ._runtime.async_stream import AsyncDownload, AsyncStream
    from ._runtime.drift import Drift
    from ._runtime.events import ServerSentEvent
    from ._runtime.incoming import parse
    from ._runtime.options import OMIT, Omit, RequestOptions
    from ._runtime.page import Page
    from ._runtime.paging import AsyncPager, Pager
    from ._runtime.parts import Part
    from ._runtime.payload import File
    from ._runtime.raw import raw, stream
    from ._runtime.response import Response
    from ._runtime.stream import Download, Stream
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
        NotFoundError,
        PaginationError,
        RateLimitError,
        ServerError,
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
    "AsyncStream",
    "BadRequestError",
    "ClientClosedError",
    "ConflictError",
    "CredentialsError",
    "Download",
    "Drift",
    "DriftError",
    "File",
    "ForbiddenError",
    "Intercom",
    "IntercomError",
    "NotFoundError",
    "OMIT",
    "Omit",
    "Page",
    "Pager",
    "PaginationError",
    "Part",
    "RateLimitError",
    "RequestOptions",
    "Response",
    "SequenceNotStr",
    "ServerError",
    "ServerSentEvent",
    "Stream",
    "UnauthorizedError",
    "UnknownValue",
    "UnprocessableEntityError",
    "errors",
    "models",
    "parse",
    "raw",
    "stream",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._client": ("AsyncIntercom", "Intercom"),
    "._runtime.annotations": ("SequenceNotStr", "UnknownValue"),
    "._runtime.async_stream": ("AsyncDownload", "AsyncStream"),
    "._runtime.drift": ("Drift",),
    "._runtime.events": ("ServerSentEvent",),
    "._runtime.incoming": ("parse",),
    "._runtime.options": ("OMIT", "Omit", "RequestOptions"),
    "._runtime.page": ("Page",),
    "._runtime.paging": ("AsyncPager", "Pager"),
    "._runtime.parts": ("Part",),
    "._runtime.payload": ("File",),
    "._runtime.raw": ("raw", "stream"),
    "._runtime.response": ("Response",),
    "._runtime.stream": ("Download", "Stream"),
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
        "NotFoundError",
        "PaginationError",
        "RateLimitError",
        "ServerError",
        "UnauthorizedError",
        "UnprocessableEntityError",
    ),
}


def __getattr__(name: str) -> object:
    """Load what isn't there yet."""
    from importlib import import_module

    if name in ("errors", "models"):
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
