"""The headers of a response, and a response with everything that came with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from ..process import LazyModule

if TYPE_CHECKING:
    from ..json import extra
    from ..json import model as models
else:
    # Errors import this module, and models import errors.
    extra = LazyModule("..json.extra", __package__)
    models = LazyModule("..json.model", __package__)

_HIDDEN = frozenset({"set-cookie", "authorization", "proxy-authorization", "cookie"})


class LazyHeaders(Struct, eq=False):
    """The headers of a response as a library holds them, encoded when somebody reads them.

    Args:
        library: Gives texts by name in lower case (`getall`), and all in the order received
            (`items`); one that isn't ASCII is a ValueError, and left out here.
    """

    library: Any

    def last(self, *names: str) -> str | None:
        """The last value of the first name that is there, of some in lower case."""
        headers: Any = self.library
        for name in names:
            # Most are asked for in vain.
            if name in headers:
                with suppress(ValueError):
                    return str(headers.getall(name)[-1])
        return None

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 -- an index or a slice
        pairs: Any = self._encoded()
        return pairs[index]

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        return iter(self._encoded())

    def __len__(self) -> int:
        return len(self._encoded())

    def __copy__(self) -> Any:  # noqa: ANN401 -- nothing of the library's
        return self._encoded()

    def __reduce__(self) -> tuple[type[list[Any]], tuple[list[Any]]]:
        return list, (self._encoded(),)

    def __repr__(self) -> str:
        return "<LazyHeaders>"

    def _encoded(self) -> list[tuple[bytes, bytes]]:
        headers: Any = self.library
        try:
            return [(name.encode(), value.encode()) for name, value in headers.items()]
        except ValueError:
            pairs: list[tuple[bytes, bytes]] = []
            for name in dict.fromkeys(headers):
                with suppress(ValueError):
                    pairs += [
                        (name.encode(), value.encode())
                        for value in headers.getall(name)
                    ]
            return pairs


class Headers(Mapping[str, str]):
    """Headers by name in any case; the values of one name are joined with commas."""

    def __init__(self, pairs: Iterable[tuple[bytes, bytes]] = ()) -> None:
        self._raw = pairs if isinstance(pairs, LazyHeaders) else tuple(pairs)

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


class RateLimit(Struct, frozen=True, kw_only=True):
    """How many requests a server still takes, as it says; None for what it doesn't say.

    Args:
        limit: How many it takes in all, until it counts anew.
        remaining: How many of these are left.
        reset: When it counts anew, in UTC; where the server says it as a time from now, by the
            clock of this machine.
    """

    limit: int | None = None
    remaining: int | None = None
    reset: datetime | None = None


def rate_limit_of(headers: Headers, at: float) -> RateLimit | None:
    """The rate limit that headers name, None for none; `at` is when they came, in unix seconds."""
    from .rate_limit import (  # noqa: PLC0415 -- few programs need it
        read_rate_limit,
    )

    return read_rate_limit(headers, at)


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
        received_at: When the answer came, as unix seconds.
    """

    __slots__ = (
        "_undeclared",
        "body",
        "data",
        "elapsed",
        "headers",
        "method",
        "path",
        "received_at",
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
        received_at: float = 0.0,
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
        self.received_at: float = received_at

    @property
    def rate_limit(self) -> RateLimit | None:
        """How many requests the server still takes, where its headers say so."""
        return rate_limit_of(self.headers, self.received_at)

    def extra(self, model: models.Model | models.OpenModel) -> dict[str, Any]:
        """The members that a model in this answer came with and that its class doesn't declare.

            response = raw(client.notes.retrieve, "34")
            print(response.extra(response.data))

        The first call parses the body once more. A model is found by the place where its data
        stand in the body, so ask before lists in `data` are sorted or shortened.

        Args:
            model: A model anywhere in `data`; an item of a page, for example.

        Returns:
            Their values as plain data, by their names in JSON; empty for an open model, which
            holds all of them itself.

        Raises:
            ArgumentError: It is no model, or isn't in this answer.
        """
        found: extra.Undeclared | None = getattr(self, "_undeclared", None)
        if found is None:
            found = self._undeclared = extra.undeclared_in(self.data, self.body)
        return found.of(model)

    def __repr__(self) -> str:
        return f"<Response {self.status} of {self.method} {self.path}>"
