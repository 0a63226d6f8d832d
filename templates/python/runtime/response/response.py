"""The headers of a response, and a response with everything that came with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

_HIDDEN = frozenset({"set-cookie", "authorization", "proxy-authorization", "cookie"})


class Headers(Mapping[str, str]):
    """Headers by name in any case; the values of one name are joined with commas."""

    def __init__(self, pairs: Iterable[tuple[bytes, bytes]] = ()) -> None:
        self._raw = tuple(pairs)

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        return [(_text(name).lower(), _text(value)) for name, value in self._raw]

    def __getitem__(self, name: str) -> str:
        found = self.all(name)
        if not found:
            raise KeyError(name)
        return ", ".join(found)

    def __iter__(self) -> Iterator[str]:
        return iter(dict(self._pairs))

    def __len__(self) -> int:
        return len(dict(self._pairs))

    def __repr__(self) -> str:
        shown = {
            name: "…" if name in _HIDDEN else value for name, value in self.items()
        }
        return f"Headers({shown!r})"

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of one name, in the order received."""
        wanted = name.lower()
        return tuple(value for key, value in self._pairs if key == wanted)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


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
