"""What went wrong on the way, read off the exceptions of whatever library carried the request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..errors import APIConnectionError, APITimeoutError
from ..response.decompression import BodyError

# httpx2 and httpcore2 name their exceptions alike, so the names of the classes mean the same in
# both, and neither has to be imported for it.
_UNREACHED: Final = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"}
)
# What the next attempt meets as well: a certificate, a request that can't be written, our settings.
_LASTING: Final = frozenset(
    {
        "CertificateError",
        "SSLCertVerificationError",
        "UnusableProxy",
        "LocalProtocolError",
        "UnsupportedProtocol",
    }
)
# A file of ours is missing or can't be read, as one of certificates.
_FILES: Final = frozenset(
    {"FileNotFoundError", "PermissionError", "IsADirectoryError", "NotADirectoryError"}
)
# A connection that breaks within the handshake, or has nothing to read yet.
_BROKEN: Final = frozenset(
    {
        "SSLEOFError",
        "SSLZeroReturnError",
        "SSLSyscallError",
        "SSLWantReadError",
        "SSLWantWriteError",
    }
)
# A server that has trouble of its own.
_PASSING: Final = frozenset(
    {"TLSV1_ALERT_INTERNAL_ERROR", "TLSV1_ALERT_USER_CANCELLED"}
)
# A server's alert about a client's certificate comes after the handshake.
_ABOUT_CERTIFICATES: Final = ("CERTIFICATE", "UNKNOWN_CA")
_PYREQWEST_CERTIFICATES: Final = ("certificate", "unknownca")
_CLIENT_ERRORS: Final = range(400, 500)
_PASSING_STATUSES: Final = frozenset({408, 425, 429})
_DEPTH: Final = 10
_TIMEOUTS: Final = frozenset({"TimeoutException", "TimeoutError"})
_LIBRARIES: Final = frozenset({"httpcore2", "httpx2"})
# Its text may quote the request.
_QUOTES_REQUEST: Final = frozenset({"LocalProtocolError"})


class UnusableProxy(Exception):
    """A proxy that no request can be sent through."""


class ConnectError(OSError):
    """The server wasn't reached."""


class CertificateError(ConnectError):
    """One side doesn't accept the other's certificate."""


class ConnectTimeout(TimeoutError):
    """The server wasn't reached in time."""


class PoolTimeout(TimeoutError):
    """No connection of the client became free in time."""


def is_lasting(error: Exception) -> bool:
    """Whether another attempt would fail in the same way."""
    names = _names(error)
    if "ProxyError" in names:
        status = str(error).partition(" ")[0]
        refused = status.isdecimal() and int(status) in _CLIENT_ERRORS
        return refused and int(status) not in _PASSING_STATUSES
    if not _FILES.isdisjoint(names):
        return True
    connecting = "ConnectError" in names
    return any(_lasts(cause, connecting) for cause in _causes(error))


def _lasts(error: BaseException, connecting: bool) -> bool:
    names = _names(error)
    if not _LASTING.isdisjoint(names):
        return True
    if "SSLError" not in names or not _BROKEN.isdisjoint(names):
        return False
    why = str(getattr(error, "reason", ""))
    if any(word in why for word in _ABOUT_CERTIFICATES):
        return True
    # Both sides can't agree: other versions, no common cipher, or no TLS at all.
    return connecting and why not in _PASSING


def unreached(error: Exception) -> bool:
    """Whether the request can't have reached the server."""
    return not _UNREACHED.isdisjoint(_names(error))


def is_timeout(error: Exception) -> bool:
    """Whether something took too long."""
    return not _TIMEOUTS.isdisjoint(_names(error))


def failure_kind(error: Exception) -> type[APIConnectionError]:
    """The class that callers get in its place."""
    return APITimeoutError if is_timeout(error) else APIConnectionError


def reason(error: Exception) -> str:
    """What happened, in words that quote nothing of the request."""
    names = _names(error)
    library = type(error).__module__.partition(".")[0]
    text = (
        str(error)
        if isinstance(error, OSError | BodyError | UnusableProxy)
        or library in _LIBRARIES
        else ""
    )
    if text and "ProxyError" in names:
        return f"the proxy answered {text}"
    if text and _QUOTES_REQUEST.isdisjoint(names):
        return text
    if is_timeout(error):
        return "no connection in time" if unreached(error) else "no answer in time"
    return f"the request failed with {type(error).__name__}"


def pyreqwest_failure(error: Exception) -> Exception:
    """An error of pyreqwest as the other transports raise it; its own quotes the URL."""
    details: Any = getattr(error, "details", None) or {}
    causes = [str(cause["message"]) for cause in details.get("causes") or ()]
    connecting = "client error (Connect)" in causes
    if isinstance(error, TimeoutError):
        if connecting:
            return ConnectTimeout("no connection in time")
        return TimeoutError("no answer in time")
    if type(error).__name__ == "ClientClosedError":
        return OSError("the client was closed")
    # The first has the whole URL.
    text = causes[-1] if len(causes) > 1 else "the request failed"
    if any(word in text.lower() for word in _PYREQWEST_CERTIFICATES):
        return CertificateError(text)
    return ConnectError(text) if connecting else OSError(text)


def _causes(error: Exception) -> Iterator[BaseException]:
    """An exception and what led to it: libraries wrap those of the network, once or twice."""
    cause: BaseException | None = error
    for _ in range(_DEPTH):
        if cause is None:
            return
        yield cause
        # Pools raise what they caught without its cause, which httpcore2 keeps as the argument.
        # Not the context: it may be what the caller was handling when it called.
        held = cause.args[0] if cause.args else None
        cause = cause.__cause__ or (held if isinstance(held, BaseException) else None)


def _names(error: BaseException) -> frozenset[str]:
    return frozenset(kind.__name__ for kind in type(error).__mro__)
