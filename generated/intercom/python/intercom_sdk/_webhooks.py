"""What the server sends by itself, and signs."""

from __future__ import annotations

from collections.abc import Callable

from ._models.webhooks import NotificationEvent
from ._runtime.json.drift import Drift
from ._runtime.webhooks.parse import parse
from ._runtime.webhooks.scheme import Scheme
from ._runtime.webhooks.verification import WebhookHeaders, WebhookSecrets, find_refusal

_SCHEMES = (Scheme(header="X-Hub-Signature", algorithm="sha1", prefix="sha1="),)


def verify(
    body: bytes,
    headers: WebhookHeaders,
    secret: WebhookSecrets,
) -> None:
    """Refuse a request that isn't known to come from the server.

        verify(body, request.headers, secret)

    Args:
        body: The bytes of the request as they came: what is decoded and written again isn't what
            was signed.
        headers: The request's, as a mapping or as pairs, or the environment of WSGI.
        secret: The key that the server signs with: text, bytes, or what hides it, as `SecretStr`
            of pydantic does. Of several, any may be it, while one replaces another.

    Raises:
        ArgumentError: The body isn't bytes, a secret is empty, or another argument can't be used.
        SignatureError: The signature is missing, there more than once, malformed or wrong.
    """
    refusal = find_refusal(_SCHEMES, body, headers, secret)
    # No frame of the error's traceback holds the secret.
    del secret
    if refusal is not None:
        raise refusal


def parse_event(
    body: bytes,
    headers: WebhookHeaders,
    secret: WebhookSecrets,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], object] | None = None,
) -> NotificationEvent:
    """Verify a request of the server, and decode what it brings.

        event = parse_event(body, request.headers, secret)

    Args:
        body: The bytes of the request as they came: what is decoded and written again isn't what
            was signed.
        headers: The request's, as a mapping or as pairs, or the environment of WSGI.
        secret: The key that the server signs with: text, bytes, or what hides it, as `SecretStr`
            of pydantic does. Of several, any may be it, while one replaces another.
        strict: Whether a body that departs from the description raises.
        on_drift: Called with each departure, otherwise only logged.

    Returns:
        The event; one of a kind that isn't described yet keeps what it holds.

    Raises:
        ArgumentError: The body isn't bytes, a secret is empty, or another argument can't be used.
        SignatureError: The signature is missing, there more than once, malformed or wrong.
        APIResponseError: The body isn't JSON, is nested too deeply, or is of another kind: a list
            where an object is described.
        DriftError: It departs from the description, and `strict` is set.
    """
    refusal = find_refusal(_SCHEMES, body, headers, secret)
    del secret
    if refusal is not None:
        raise refusal
    event: NotificationEvent = parse(
        NotificationEvent, body, strict=strict, on_drift=on_drift
    )
    return event
