"""What went wrong on the way, read off the exceptions of whatever library carried the request."""

from __future__ import annotations

from typing import Final

from .inflate import BodyError

# httpx2 and httpcore2 name their exceptions alike, so the names of the classes tell the same of
# both, and neither has to be imported for it.
_UNREACHED: Final = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"}
)
_TIMEOUTS: Final = frozenset({"TimeoutException", "TimeoutError"})
_SPEAKING: Final = frozenset({"httpcore2", "httpx2"})
# Its text may quote the request.
_QUOTING: Final = frozenset({"LocalProtocolError"})


def unreached(error: Exception) -> bool:
    """Whether the request can't have reached the server."""
    return not _UNREACHED.isdisjoint(_names(error))


def is_timeout(error: Exception) -> bool:
    """Whether something took too long."""
    return not _TIMEOUTS.isdisjoint(_names(error))


def reason(error: Exception) -> str:
    """What happened, in words that quote nothing of the request."""
    names = _names(error)
    library = type(error).__module__.partition(".")[0]
    said = (
        str(error)
        if isinstance(error, OSError | BodyError) or library in _SPEAKING
        else ""
    )
    if said and _QUOTING.isdisjoint(names):
        return said
    if is_timeout(error):
        return "no connection in time" if unreached(error) else "no answer in time"
    return f"the request failed with {type(error).__name__}"


def _names(error: Exception) -> frozenset[str]:
    return frozenset(kind.__name__ for kind in type(error).__mro__)
