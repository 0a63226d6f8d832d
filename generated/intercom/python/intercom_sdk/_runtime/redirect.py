"""Which redirects are followed, and what travels along.

Safe methods are repeated where the answer points. Other methods are repeated for 307 and 308 on
their own origin, as RFC 9110 has it; a 303 is answered by a GET. What leaves the origin carries
nothing that was meant for it: no credentials, no cookies, no headers of the operation and no body.
On its own origin a credential in the query goes along as one in a header does.
"""

from __future__ import annotations

from .exchange import Request
from .urls import Origin, UnusableURL, extended, resolve

MOST = 10
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_STATUSES = frozenset({301, 302, 303, 307, 308})
_SEE_OTHER = 303
_SAME_METHOD = frozenset({307, 308})
# What says something about the client program alone.
_HARMLESS = frozenset({b"accept", b"accept-encoding", b"user-agent"})
_ABOUT_BODY = frozenset({b"content-type", b"content-length", b"transfer-encoding"})


def follow(
    request: Request, status: int, location: bytes, allow_http: bool
) -> Request | None:
    """The request that a redirect asks for, or None when it isn't followed.

    Args:
        request: The request that was answered.
        status: The answer's status.
        location: The answer's Location.
        allow_http: Whether http is accepted for other hosts than this machine.
    """
    method = _method(request.method, status)
    if status not in _STATUSES or method is None or not location:
        return None
    try:
        link = location.decode("ascii")
        origin, target = resolve(request.url, link)
    except (UnusableURL, UnicodeDecodeError):
        return None
    if not _acceptable(request.origin, origin, allow_http):
        return None
    dropped = method != request.method or method in _SAFE
    if origin != request.origin:
        return _elsewhere(request, method, origin, target) if dropped else None
    if not dropped and not request.replayable:
        return None
    headers = [
        (name, value)
        for name, value in request.headers
        if not (dropped and name.lower() in _ABOUT_BODY)
    ]
    body = b"" if dropped else request.body
    target = extended(target, request.secrets)
    return Request(
        method, origin, target, headers, body, request.secrets, request.foreign
    )


def _method(method: str, status: int) -> str | None:
    if status == _SEE_OTHER:
        return "HEAD" if method == "HEAD" else "GET"
    return method if method in _SAFE or status in _SAME_METHOD else None


def _acceptable(here: Origin, there: Origin, allow_http: bool) -> bool:
    if there.scheme == "https":
        return True
    # Never from https to http, and to other machines only where http is accepted at all.
    return here.scheme == "http" and (there.loopback or allow_http)


def _elsewhere(request: Request, method: str, origin: Origin, target: str) -> Request:
    headers = [
        (name, value) for name, value in request.headers if name.lower() in _HARMLESS
    ]
    headers.insert(0, (b"Host", origin.authority.encode()))
    return Request(method, origin, target, headers, foreign=True)
