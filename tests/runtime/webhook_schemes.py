"""How some services sign their webhooks, and requests that are signed as they do it."""

from __future__ import annotations

import base64
import hashlib
import hmac

from sdk_runtime.webhooks.scheme import Scheme

HUB = Scheme(header="X-Hub-Signature", algorithm="sha1", prefix="sha1=")
GITHUB = Scheme(header="X-Hub-Signature-256", algorithm="sha256", prefix="sha256=")
STRIPE = Scheme(
    header="Stripe-Signature",
    algorithm="sha256",
    prefix="v1=",
    separator=",",
    signed="{timestamp}.{body}",
    timestamp_key="t",
)
SLACK = Scheme(
    header="X-Slack-Signature",
    algorithm="sha256",
    prefix="v0=",
    signed="v0:{timestamp}:{body}",
    timestamp_header="X-Slack-Request-Timestamp",
)
SHOPIFY = Scheme(header="X-Shopify-Hmac-Sha256", algorithm="sha256", encoding="base64")
STANDARD = Scheme(
    header="webhook-signature",
    algorithm="sha256",
    prefix="v1,",
    encoding="base64",
    separator=" ",
    signed="{id}.{timestamp}.{body}",
    id_header="webhook-id",
    timestamp_header="webhook-timestamp",
    secret_prefix="whsec_",
    secret_encoding="base64",
)
TWITCH = Scheme(
    header="Twitch-Eventsub-Message-Signature",
    algorithm="sha256",
    prefix="sha256=",
    signed="{id}{timestamp}{body}",
    id_header="Twitch-Eventsub-Message-Id",
    timestamp_header="Twitch-Eventsub-Message-Timestamp",
)


def made(scheme: Scheme, key: bytes, message: bytes) -> str:
    """A signature, by Python's own `hmac`."""
    digest = hmac.new(key, message, getattr(hashlib, scheme.algorithm)).digest()
    if scheme.encoding == "hex":
        return scheme.prefix + digest.hex()
    return scheme.prefix + base64.b64encode(digest).decode()


KEY, BODY, NOW = b"k\xc3\xa9y", '{"a": "é"}\n'.encode(), 1_700_000_000
T = str(NOW).encode()


def signed(scheme: Scheme, key: bytes = KEY, time: bytes = T) -> dict[str, str]:
    """The headers of a request that a scheme signs."""
    message = scheme.signed.encode().replace(b"{timestamp}", time)
    message = message.replace(b"{id}", b"m1").replace(b"{body}", BODY)
    signature = made(scheme, key, message)
    if scheme.timestamp_key:
        signature = f"{scheme.timestamp_key}={time.decode()},{signature}"
    headers = {scheme.header: signature}
    if scheme.timestamp_header:
        headers[scheme.timestamp_header] = time.decode()
    if scheme.id_header:
        headers[scheme.id_header] = "m1"
    return headers


SCHEMES = (HUB, GITHUB, STRIPE, SLACK, SHOPIFY, STANDARD, TWITCH)
TIMED = (STRIPE, SLACK, STANDARD, TWITCH)
