"""The headers of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_HIDDEN = frozenset({"set-cookie", "authorization", "proxy-authorization", "cookie"})


class Headers(Mapping[str, str]):
    """Headers by name in any case; the values of one name are joined with commas."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: Iterable[tuple[bytes, bytes]] = ()) -> None:
        self._pairs = tuple(
            (_text(name).lower(), _text(value)) for name, value in pairs
        )

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

    def __reduce__(self) -> tuple[type[Headers], tuple[list[tuple[bytes, bytes]]]]:
        return Headers, ([(n.encode(), v.encode()) for n, v in self._pairs],)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of one name, in the order received."""
        wanted = name.lower()
        return tuple(value for key, value in self._pairs if key == wanted)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
