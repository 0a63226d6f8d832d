"""The credentials that a document says an operation needs, and whether a request carries them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Literal, TypeAlias
from urllib.parse import parse_qsl, quote, unquote

import msgspec

from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from tests.judge.wire.loopback import Received

Sort: TypeAlias = Literal["key", "basic", "token", "other"]

_PREFIX = "#/components/securitySchemes/"
# Those of https://www.iana.org/assignments/http-authschemes that no text given once stands for.
_COMPUTED = {
    *("concealed", "digest", "dpop", "hoba", "mutual", "negotiate", "ntlm"),
    *("privatetoken", "scram-sha-1", "scram-sha-256"),
}


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    """One security scheme.

    Args:
        name: What the document calls it.
        sort: What is sent.
        place: Of a key: `header`, `query` or `cookie`.
        parameter: Of a key: the name there.
        word: Of a token: the word before it.
        reason: Why nothing can be judged, or "".
    """

    name: str
    sort: Sort
    place: str = ""
    parameter: str = ""
    word: str = "bearer"
    reason: str = ""


def alternatives(original: Original, operation: Piece) -> list[list[Scheme]]:
    """What an operation needs: alternatives of schemes that are needed together; [] is nothing."""
    said = operation.get("security") or original.root.get("security")
    if said is None or not is_array(said.value):
        return []
    return [
        [read_scheme(original, name) for name in each]
        for each in said.value
        if is_object(each)
    ]


def read_scheme(original: Original, written: str) -> Scheme:
    """A scheme by its name."""
    name = written.removeprefix(_PREFIX)
    value = _declared(original, name)
    if value is None:
        reason = "schemes that aren't there"
        return Scheme(name=name, sort="other", reason=reason)
    match value.get("type"):
        case "apiKey":
            place, parameter = str(value.get("in")), str(value.get("name"))
            return Scheme(name=name, sort="key", place=place, parameter=parameter)
        case "basic":
            return Scheme(name=name, sort="basic")
        case "oauth2" | "openIdConnect":
            return Scheme(name=name, sort="token")
        case "http":
            word = str(value.get("scheme")).lower()
            if word == "basic":
                return Scheme(name=name, sort="basic")
            if word in _COMPUTED:
                reason = f"the scheme {word}, which is computed for each request"
                return Scheme(name=name, sort="other", reason=reason)
            # Of a word that isn't registered nobody knows more than that it stands first.
            return Scheme(name=name, sort="token", word=word)
        case "mutualTLS":
            reason = "certificates, which are part of the connection"
            return Scheme(name=name, sort="other", reason=reason)
        case other:
            reason = f"schemes of the type {other}"
            return Scheme(name=name, sort="other", reason=reason)


def scheme_fault(scheme: Scheme, received: Received, secrets: Sequence[str]) -> str:
    """What is wrong with a request that is to carry a credential, or "".

    Args:
        scheme: The scheme.
        received: The request.
        secrets: What the client was given for it: a key, a token, or a name and a password.
    """
    if scheme.sort == "basic":
        pair = b64encode(":".join(secrets).encode()).decode()
        expected = [f"basic {pair}"]
        found = _authorizations(received)
    elif scheme.sort == "token":
        expected = [f"{scheme.word} {secret}" for secret in secrets]
        found = _authorizations(received)
    else:
        expected, found = list(secrets), _values(scheme, received)
    if set(expected) & set(found):
        return ""
    where = f"{scheme.place} {scheme.parameter}".strip() or "Authorization"
    return f"the credential of {scheme.name!r} isn't in {where}, which is {found}"


def carries(received: Received, secrets: Sequence[str]) -> bool:
    """Whether any of some secrets stands anywhere in a request, as it is or in Basic's letters."""
    names = [value for _, value in received.headers]
    written = [unquote(received.target), *names]
    pairs = [b64encode(f"{one}:{two}".encode()) for one in secrets for two in secrets]
    hidden = [*secrets, *(pair.decode() for pair in pairs)]
    return any(secret in text for secret in hidden for text in written)


def _authorizations(received: Received) -> list[str]:
    """The values of the header, the word in small letters."""
    found = [value for name, value in received.headers if name == "authorization"]
    pairs = [value.partition(" ") for value in found]
    return [f"{word.lower()} {rest}" for word, _, rest in pairs]


def _values(scheme: Scheme, received: Received) -> list[str]:
    match scheme.place:
        case "header":
            name = scheme.parameter.lower()
            return [value for key, value in received.headers if key == name]
        case "query":
            pairs = parse_qsl(received.target.partition("?")[2], keep_blank_values=True)
            return [value for key, value in pairs if key == scheme.parameter]
        case _:
            written = received.header("cookie").split(";")
            cookies = [each.strip().partition("=") for each in written]
            names = {scheme.parameter, quote(scheme.parameter)}
            return [unquote(value) for key, _, value in cookies if key in names]


def _declared(original: Original, name: str) -> dict[str, Tree] | None:
    components = original.root.get("components") or original.root
    for key in ("securitySchemes", "securityDefinitions"):
        schemes = components.get(key)
        found = schemes and schemes.get(name)
        if found:
            try:
                value = original.follow(found).value
            except Dangling:
                return None
            return value if is_object(value) else None
    return None
