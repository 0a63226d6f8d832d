"""The check that a request comes from the server: raw body, headers, and secrets of the caller."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Final, Protocol, TypeAlias

from ..argument_checks import kind_of
from ..errors import APIError, ArgumentError
from ..json.plain_data import Plain, is_listed, is_text_or_bytes
from .errors import SignatureError
from .scheme import Candidates, Scheme

_WSGI: Final = "HTTP_"
_NOT_RAW: Final = (
    "body must be the bytes of the request as they came, not {}: what is decoded and written again "
    "isn't what was signed"
)


class HidesSecret(Protocol):
    """A secret that hides itself, as pydantic's `SecretStr` and `SecretBytes` do."""

    def get_secret_value(self) -> str | bytes:
        """The secret."""
        ...


class HasItems(Protocol):
    """Headers as most libraries hold them: pairs of a name and a value."""

    def items(self) -> Iterable[tuple[Any, Any]]:
        """The pairs."""
        ...


WebhookSecret: TypeAlias = str | bytes | HidesSecret
WebhookSecrets: TypeAlias = WebhookSecret | Sequence[WebhookSecret]
WebhookHeaders: TypeAlias = HasItems | Iterable[tuple[str | bytes, str | bytes]]


def find_refusal(  # noqa: PLR0913 -- the arguments of `verify`, and what is declared
    schemes: Sequence[Scheme],
    body: object,
    headers: object,
    secret: object,
    *,
    tolerance: object = None,
    now: object = None,
) -> APIError | None:
    """Why a request isn't taken, None for one that is.

    It is returned, so that the traceback of the error has no frame which holds a secret.

    Args:
        schemes: How the server may sign it.
        body: The bytes that came.
        headers: Those that came, by name in any case.
        secret: The key, or several.
        tolerance: How many seconds the time of signing may be away; None for what is declared.
        now: The time to compare it with, as unix seconds or a datetime; None for the clock's.

    Returns:
        An ArgumentError for what was called wrongly, a SignatureError for a request that isn't
        signed as it should be.
    """
    try:
        raw, secrets = _raw(body), _secrets(secret)
        values = _values(headers, {name for one in schemes for name in one.headers})
        seconds, moment = _tolerance(tolerance), _moment(now)
        # What came without a scheme's header isn't signed by it.
        there = [one for one in schemes if values[one.header.lower()]] or schemes
        keys = [_keys(scheme, secrets) for scheme in there]
    except ArgumentError as error:
        # The frames in which it was raised hold the secret.
        return ArgumentError(str(error))
    reasons: list[str] = []
    for scheme, own in zip(there, keys, strict=True):
        found = scheme.read(values)
        if not isinstance(found, str):
            if not scheme.matches(found, raw, own):
                found = f"the signature in {scheme.header} is wrong"
            else:
                found = _late(scheme, found, moment, seconds)
        if not found:
            return None
        reasons.append(found)
    return SignatureError("; ".join(dict.fromkeys(reasons)))


def _late(
    scheme: Scheme, found: Candidates, now: float, tolerance: float | None
) -> str:
    """Why the time of signing isn't taken, "" for one that is, or where there is none."""
    if not (scheme.timestamp_header or scheme.timestamp_key):
        return ""
    distance, most = scheme.distance(found, now), tolerance
    if most is None:
        most = scheme.tolerance
    if distance is None:
        return "the time of signing isn't one"
    if abs(distance) <= most:
        return ""
    side = "ago" if distance > 0 else "from now"
    return f"it was signed {abs(distance):.0f} seconds {side}, and {most:g} are allowed"


def _raw(body: Plain) -> bytes:
    if not _is_bytes(body):
        raise ArgumentError(_NOT_RAW.format(kind_of(body)))
    return bytes(body)


def _values(headers: object, names: Iterable[str]) -> Mapping[str, list[str]]:
    """The values of headers by names in lower case; a mapping may hold several of one."""
    found: dict[str, list[str]] = {name.lower(): [] for name in names}
    for name, value in _pairs(headers):
        values = found.get(_header_name(name))
        if values is not None:
            several = value if is_listed(value) else (value,)
            values += [_text(one) for one in several if is_text_or_bytes(one)]
    return found


def _pairs(headers: Plain) -> Iterator[tuple[Plain, Plain]]:
    for pair in headers.items() if _has(headers, "items") else _iterated(headers):
        try:
            name, value = pair
        except (TypeError, ValueError):
            what = "headers must hold pairs of a name and a value"
            raise ArgumentError(what) from None
        yield name, value


def _iterated(headers: Plain) -> Iterator[Plain]:
    if not is_text_or_bytes(headers):
        with suppress(TypeError):
            return iter(headers)
    raise ArgumentError(f"headers must be a mapping or pairs, not {kind_of(headers)}")


def _has(value: object, method: str) -> bool:
    """Whether a value, and no class, has a method."""
    return not isinstance(value, type) and callable(getattr(value, method, None))


def _header_name(name: object) -> str:
    """A header's name in lower case, also one of WSGI's environment: `HTTP_X_SIGNATURE`."""
    text = _text(name) if is_text_or_bytes(name) else ""
    if text.startswith(_WSGI):
        text = text.removeprefix(_WSGI).replace("_", "-")
    return text.lower()


def _text(value: Plain) -> str:
    return bytes(value).decode("latin-1") if _is_bytes(value) else str(value)


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes | bytearray | memoryview)


def _secrets(secret: object) -> list[str | bytes]:
    several = [*secret] if is_listed(secret) else [secret]
    if not several:
        raise ArgumentError("secret is an empty list, which nothing is signed with")
    secrets = [*map(_revealed, several)]
    if not all(one.strip() for one in secrets):
        raise ArgumentError("a secret is empty, so anybody could sign with it")
    return secrets


def _keys(scheme: Scheme, secrets: Iterable[str | bytes]) -> list[bytes]:
    """The keys that the secrets stand for; other schemes may write theirs in another way."""
    keys = [key for key in map(scheme.key, secrets) if key]
    if not keys:
        raise ArgumentError(f"a secret has to be written in {scheme.secret_encoding}")
    return keys


def _revealed(secret: Plain) -> str | bytes:
    if _has(secret, "get_secret_value"):
        secret = secret.get_secret_value()
    if isinstance(secret, str | bytes):
        return secret
    raise ArgumentError(f"a secret must be text or bytes, not {kind_of(secret)}")


def _tolerance(seconds: object) -> float | None:
    if seconds is None:
        return None
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise ArgumentError(f"tolerance must be seconds, not {kind_of(seconds)}")
    if not seconds >= 0:
        raise ArgumentError("tolerance must be at least 0 seconds")
    return seconds


def _moment(now: object) -> float:
    """A moment as unix seconds, the clock's for None."""
    if now is None:
        return time.time()
    if isinstance(now, datetime) and now.tzinfo:
        return now.timestamp()
    if isinstance(now, bool) or not isinstance(now, int | float) or now - now != 0:
        raise ArgumentError(
            f"now must be unix seconds or a datetime with a zone, not {kind_of(now)}"
        )
    return now
