"""Which operation a request is meant for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import unquote

from msgspec import Struct

from ..json.plain_data import Plain, is_object
from .description import Endpoint

_SLOT: Final = re.compile(r"\{([^{}]*)\}")


# Stands between the segments of a path whose percent-encoding is undone.
_BETWEEN: Final = "\0"


def _separated(path: str) -> str:
    return _BETWEEN.join(map(unquote, path.split("/")))


class Match(Struct, frozen=True):
    """The operation of a request, and the values of the slots in its path."""

    endpoint: Endpoint
    values: tuple[str, ...]

    @property
    def arguments(self) -> dict[str, str]:
        """The values by the names of the method's arguments."""
        return {
            slot.argument: value
            for slot, value in zip(self.endpoint.slots, self.values, strict=True)
        }


class Route:
    """One path as a pattern.

    Args:
        path: The path with names in braces.
    """

    def __init__(self, path: str) -> None:
        parts = _SLOT.split(_separated(re.split(r"[?#]", path)[0]))
        texts, slots = parts[::2], parts[1::2]
        written = [re.escape(text) for text in texts]
        self.slots: list[str] = slots
        self._pattern = re.compile(f"([^{_BETWEEN}]*)".join(written))
        # More text and fewer slots decide.
        self.rank: tuple[int, int] = (-len(slots), sum(map(len, texts)))

    def match(self, path: str) -> tuple[str, ...] | None:
        """The values of its slots in a path, None for another one."""
        found = self._pattern.fullmatch(_separated(path))
        return None if found is None else found.groups()

    def ending(self, path: str) -> tuple[str, ...] | None:
        """The values in a path that only ends like this one."""
        starts = (index for index, sign in enumerate(path) if sign == "/")
        found = (self.match(path[start:]) for start in starts)
        return next((values for values in found if values is not None), None)


class Routes:
    """All paths of an API.

    Args:
        endpoints: The operations.
        prefixes: The paths of the API's servers.
    """

    def __init__(self, endpoints: Iterable[Endpoint], prefixes: Sequence[str]) -> None:
        made = [(Route(one.path), one) for one in endpoints]
        self._routes = sorted(made, key=lambda pair: pair[0].rank, reverse=True)
        self._prefixes = sorted({"", *prefixes}, key=len, reverse=True)

    def find(self, method: str, path: str) -> Match | None:
        """The operation of a request, None where the API has none.

        Args:
            method: The HTTP method.
            path: The path, percent-encoded; it may begin with the path of a server.
        """
        return next(self._matches(method, path), None)

    def _matches(self, method: str, path: str) -> Iterator[Match]:
        here = [(route, one) for route, one in self._routes if one.method == method]
        for prefix in self._prefixes:
            if path.startswith(prefix):
                for route, endpoint in here:
                    values = route.match(path[len(prefix) :])
                    if values is not None:
                        yield Match(endpoint, values)
        for route, endpoint in here:
            values = route.ending(path)
            if values is not None:
                yield Match(endpoint, values)


def method_name(endpoint: Endpoint, body: Plain) -> str:
    """The name of the method that sent a body: the one that fixes most of its members."""
    members = body if is_object(body) else {}
    fitting = [
        one
        for one in endpoint.methods
        if all(members.get(key) == value for key, value in one.fixed.items())
    ]
    return max(fitting or endpoint.methods, key=lambda one: len(one.fixed)).name
