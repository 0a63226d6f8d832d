"""An answer with everything that came with it."""

from __future__ import annotations

from typing import Generic, TypeVar

from .headers import Headers

T = TypeVar("T")


class Response(Generic[T]):
    """A successful answer.

    Args:
        data: The decoded body.
        status: The HTTP status.
        headers: The answer's headers.
        body: The body as bytes, decompressed.
        request_id: The server's name for the request, where it gave one.
        method: The request's method.
        path: The request's path, without its query.
        elapsed: Seconds from the call to the end of the answer, retries included.
        retries: How often the request was repeated.
    """

    __slots__ = (
        "body",
        "data",
        "elapsed",
        "headers",
        "method",
        "path",
        "request_id",
        "retries",
        "status",
    )

    def __init__(  # noqa: PLR0913 -- each has a meaning of its own
        self,
        *,
        data: T,
        status: int,
        headers: Headers,
        body: bytes,
        request_id: str | None,
        method: str,
        path: str,
        elapsed: float,
        retries: int,
    ) -> None:
        self.data: T = data
        self.status: int = status
        self.headers: Headers = headers
        self.body: bytes = body
        self.request_id: str | None = request_id
        self.method: str = method
        self.path: str = path
        self.elapsed: float = elapsed
        self.retries: int = retries

    def __repr__(self) -> str:
        return f"<Response {self.status} of {self.method} {self.path}>"
