"""Requests, and headers of responses, without the credentials and passwords in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Final
from urllib.parse import quote, quote_plus, unquote, unquote_plus

import msgspec

from ..json.plain_data import Plain, is_array, is_object
from ..media_type import is_form, is_json
from ..request.payload import Payload
from ..sent_request import SentRequest
from ..transport.exchange import RawHeaders, Request

_HIDDEN: Final = "[secret]"
_MOST: Final = 64 * 1024
# Headers and members of the query and of bodies by their names, without what divides words.
_HEADER: Final = re.compile(
    r"auth|token|secret|passw|apikey|accesskey|credential|signature|session|cookie|key$"
).search
_MEMBER: Final = re.compile(
    r"(passwords?|passwd|passphrase|passcode)(confirm(ation)?|repeat|again|\d)?\Z"
    r"|(secrets?|token|apikeys?|privatekey(pem)?|secretkey|accesskey|signature|credentials?"
    r"|assertion|authorization)\Z"
    r"|\A(pwd|cvv|cvc|cardnumber|auth|key|sig|jwt|(pin|t?otp|mfa|security)(code)?)\Z"
).search
# What only looks like one.
_NO_SECRET: Final = re.compile(
    r"idempoten|(next|prev|previous|page|continuation|sync|cursor|resume)(page)?token\Z"
).search
_SCHEME: Final = re.compile(
    r"(Basic|Bearer|Digest|DPoP|OAuth|Token) ", re.IGNORECASE
).match
_DIVIDING: Final = re.compile(r"[-_.\s]")
# Between the names of a member within a member: `user[password]`.
_NESTING: Final = re.compile(r"[\[\]]+")
# The user and the password of a URL, and the members of its query.
_USER: Final = re.compile(r"(?<=://)[^/?#\s@]+@")
_LINKED: Final = re.compile(r"(?<=[?&])([^=&#\s<>]+)=[^&#\s<>]*")
# A terminal that a command is printed on would obey these.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def redacted(
    request: Request,
    secrets: Collection[str],
    declared: Collection[str],
    *,
    with_body: bool = True,
) -> SentRequest:
    """A request as it may be shown.

    Args:
        request: The request.
        secrets: The texts that nothing may show.
        declared: The names of headers, parameters and members that are hidden besides.
        with_body: Whether the body is shown.
    """
    clean = _cleaner(secrets)
    headers = _headers(request.headers, clean, declared)
    path, mark, query = request.target.partition("?")
    known = {member.partition("=")[0] for member in request.secrets}
    query = _form(query, {*declared, *map(unquote_plus, known)}, clean)
    path = "/".join(_part(clean(part), clean, unquote) for part in path.split("/"))
    body = request.body
    return SentRequest(
        method=request.method,
        url=f"{request.origin}{path}{mark}{query}",
        headers=headers,
        body=_body(body, headers, declared, clean) if with_body else None,
        length=len(body) if isinstance(body, bytes) else body.length,
    )


def redacted_headers(
    headers: RawHeaders, secrets: Collection[str], declared: Collection[str]
) -> list[tuple[bytes, bytes]]:
    """The headers of a response as they may be shown: cookies, tokens and links with them hidden.

    Args:
        headers: The headers as they came.
        secrets: The texts that nothing may show.
        declared: The names of headers and parameters that are hidden besides.
    """
    shown = _headers(headers, _cleaner(secrets), declared)
    return [(name.encode("latin-1"), value.encode()) for name, value in shown]


def _headers(
    headers: RawHeaders, clean: Callable[[str], str], declared: Collection[str]
) -> tuple[tuple[str, str], ...]:
    own = {name.lower() for name in declared}
    decoded = (
        (name.decode("latin-1"), raw.decode("utf-8", "replace"))
        for name, raw in headers
    )
    return tuple((name, _header(name, clean(value), own)) for name, value in decoded)


def _cleaner(secrets: Collection[str]) -> Callable[[str], str]:
    """Takes texts out of another one, in each way to write them there, the longest first."""
    written = {
        form
        for secret in secrets
        for form in (
            secret,
            quote(secret, ""),
            quote_plus(secret),
            msgspec.json.encode(secret).decode()[1:-1],
        )
    }
    if not written:
        return str
    longest = sorted(written, key=len, reverse=True)
    found = re.compile("|".join(map(re.escape, longest)))
    return lambda text: found.sub(_HIDDEN, text)


def _header(name: str, value: str, own: Collection[str]) -> str:
    plain = _DIVIDING.sub("", name.lower())
    if name.lower() in own or (_HEADER(plain) and not _NO_SECRET(plain)):
        scheme = _SCHEME(value)
        return f"{scheme[0]}{_HIDDEN}" if scheme else _HIDDEN
    if "://" in value or "?" in value:
        value = _LINKED.sub(partial(_link_member, own), _USER.sub(f"{_HIDDEN}@", value))
    return _CONTROL.sub("\ufffd", value)


def _link_member(own: Collection[str], member: re.Match[str]) -> str:
    name = member[1]
    return f"{name}={_HIDDEN}" if _is_secret(unquote_plus(name), own) else member[0]


def _body(
    body: bytes | Payload,
    headers: Iterable[tuple[str, str]],
    declared: Collection[str],
    clean: Callable[[str], str],
) -> str | None:
    types = (value for name, value in headers if name.lower() == "content-type")
    content_type = next(types, "")
    if not isinstance(body, bytes) or not 0 < len(body) <= _MOST:
        return None
    try:
        if is_json(content_type):
            plain: Plain = msgspec.json.decode(body)
            hidden = _json(plain, declared, clean)
            text = (body if hidden is plain else msgspec.json.encode(hidden)).decode()
        elif is_form(content_type):
            text = _form(body.decode(), declared, clean)
        else:
            return None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    text = clean(text)
    return None if _CONTROL.search(text) else text


def _is_secret(name: str, declared: Collection[str]) -> bool:
    if name in declared:
        return True
    for part in _NESTING.split(name):
        plain = _DIVIDING.sub("", part.lower())
        if part in declared or (_MEMBER(plain) and not _NO_SECRET(plain)):
            return True
    return False


def _form(text: str, declared: Collection[str], clean: Callable[[str], str]) -> str:
    """A form or a query with the values of secret members hidden."""
    members = (member.partition("=") for member in text.split("&"))
    return "&".join(
        (
            f"{name}={_HIDDEN}"
            if mark and _is_secret(unquote_plus(name), declared)
            else f"{clean(name)}{mark}{_form_value(clean(value), declared, clean)}"
        )
        for name, mark, value in members
    )


def _form_value(
    value: str, declared: Collection[str], clean: Callable[[str], str]
) -> str:
    text = unquote_plus(value)
    if text[:1] in {"{", "["}:
        try:
            plain: Plain = msgspec.json.decode(text)
        except (msgspec.MsgspecError, RecursionError):
            return _part(value, clean, unquote_plus)
        hidden = _json(plain, declared, clean)
        if hidden is not plain:
            return quote(msgspec.json.encode(hidden), "[]")
    return _part(value, clean, unquote_plus)


def _part(text: str, clean: Callable[[str], str], decode: Callable[[str], str]) -> str:
    """A part of a URL or form; there are other ways to escape the same text in it."""
    plain = decode(text)
    return text if clean(plain) == plain else _HIDDEN


def _json(
    value: Plain, declared: Collection[str], clean: Callable[[str], str]
) -> Plain:
    """Parsed JSON with secret texts and members hidden; the same one where it has none."""
    if is_object(value):
        found = {
            key: (
                _HIDDEN
                if item is not None and _is_secret(key, declared)
                else _json(item, declared, clean)
            )
            for key, item in value.items()
        }
        return found if any(found[key] is not value[key] for key in value) else value
    if is_array(value):
        items = [_json(item, declared, clean) for item in value]
        pairs = zip(items, value, strict=True)
        return items if any(new is not old for new, old in pairs) else value
    if isinstance(value, str) and (cleaned := clean(value)) != value:
        return cleaned
    return value
