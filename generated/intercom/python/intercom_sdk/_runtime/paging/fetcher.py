"""The sessions that pagers send their requests with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from ..operation.operation import Operation
from ..request.request_options import RequestOptions
from ..response.response import Response

P = TypeVar("P")


class Locator(Protocol):
    """The part of a session that sends nothing."""

    def locate(self, operation: Operation[P], values: Sequence[object]) -> str:
        """The absolute URL that the operation's first request goes to, without its query."""
        ...


class Fetcher(Locator, Protocol):
    """The session of a pager."""

    def respond(
        self,
        operation: Operation[P],
        values: Sequence[object],
        body: object,
        *,
        options: RequestOptions | None,
        url: str,
    ) -> Response[P]:
        """Send a request for a page, to `url` unless that is empty, and decode the answer."""
        ...


class AsyncFetcher(Locator, Protocol):
    """The session of an asynchronous pager."""

    async def respond(
        self,
        operation: Operation[P],
        values: Sequence[object],
        body: object,
        *,
        options: RequestOptions | None,
        url: str,
    ) -> Response[P]:
        """Send a request for a page, to `url` unless that is empty, and decode the answer."""
        ...
