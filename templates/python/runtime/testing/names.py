"""Methods and resources by the names that tests call them by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from .description import Endpoint

# Of several operations on a collection, the first of these stands for it.
_USES: Final = ("create", "update", "retrieve", "list", "delete")


class Names:
    """The operations of an API by name.

    Args:
        endpoints: All of them.
    """

    def __init__(self, endpoints: Iterable[Endpoint]) -> None:
        self._named = {
            method.name: endpoint
            for endpoint in endpoints
            for method in endpoint.methods
        }

    def method(self, name: str) -> str:
        """The name by which calls of a method are recorded.

        Raises:
            LookupError: There is no such method.
        """
        endpoint = self._named.get(name)
        if endpoint is None:
            raise _unknown("method", name, self._named)
        fixed = next(one.fixed for one in endpoint.methods if one.name == name)
        return name if fixed else endpoint.name

    def keeping(self, resource: str) -> Endpoint:
        """The operation that makes the items of a resource, or the first that shows them.

        Args:
            resource: A resource, or a method.

        Raises:
            LookupError: There is none, or nothing of it is kept.
        """
        exact = self._named.get(resource)
        if exact is not None and exact.collection:
            return exact
        kept = {name: one for name, one in self._named.items() if one.collection}
        here = [one for name, one in kept.items() if _resource(name) == resource]
        if not here:
            raise _unknown("resource", resource, map(_resource, kept))
        return min(here, key=lambda one: _USES.index(one.use))


def _resource(method: str) -> str:
    return method.rpartition(".")[0]


def _unknown(kind: str, name: str, known: Iterable[str]) -> LookupError:
    """An error that names what was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 -- for errors alone

    names = sorted(dict.fromkeys(known))
    near = get_close_matches(name, names, 3, 0.4) or names[:8]
    listed = ", ".join(near) or "none"
    return LookupError(f"there is no {kind} {name!r}; near it: {listed}")
