"""Credentials that a client reads from the environment, and the operations that show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.judge.source.original import (
    Dangling,
    Original,
    is_array,
    is_object,
)
from tests.judge.wire.loopback import Received

_SECRET = "s3cret-of-the-judge"


class Secured:
    """The schemes that haven't been seen yet, of those that one variable is enough for.

    Args:
        original: The document.
        variables: The environment variable of each scheme.
    """

    def __init__(self, original: Original, variables: Mapping[str, str]) -> None:
        self.environment = dict.fromkeys(variables.values(), _SECRET)
        self._left = {name for name in _simple(original) if name in variables}
        usual = original.root.get("security")
        self._needed = {
            (method, path): _only(operation.get("security") or usual)
            for method, path, _, operation in (
                original.operations() if self._left else ()
            )
        }

    def take(self, method: str, path: str) -> str:
        """The scheme that an operation needs and no other, if it is a new one; else ""."""
        scheme = self._needed.get((method, path), "")
        if scheme not in self._left:
            return ""
        self._left.discard(scheme)
        return scheme

    def fault(self, scheme: str, received: Received) -> str:
        """What is wrong with a request that is to carry the credential, or ""."""
        written = [received.target, *(value for _, value in received.headers)]
        if any(_SECRET in each for each in written):
            return ""
        return f"the credential of {scheme} isn't sent, which the environment has"


def _simple(original: Original) -> Iterator[str]:
    """The schemes that a single text is the credential of."""
    components = original.root.get("components") or original.root
    for key in ("securitySchemes", "securityDefinitions"):
        schemes = components.get(key)
        for name, scheme in schemes.members() if schemes else ():
            try:
                value = original.follow(scheme).value
            except Dangling:
                continue
            if not is_object(value):
                continue
            is_bearer = str(value.get("scheme")).lower() == "bearer"
            if value.get("type") == "apiKey" or (
                value.get("type") == "http" and is_bearer
            ):
                yield name


def _only(security: object) -> str:
    """The one scheme that is needed, or "" where there is a choice or several are."""
    value = getattr(security, "value", None)
    if not is_array(value) or len(value) != 1 or not is_object(value[0]):
        return ""
    return next(iter(value[0])) if len(value[0]) == 1 else ""
