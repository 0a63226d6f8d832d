"""Signatures of webhooks: the schemes that services document, and all that isn't one."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.message import Message
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretBytes, SecretStr
from sdk_runtime.errors import ArgumentError
from sdk_runtime.webhooks.errors import SignatureError
from sdk_runtime.webhooks.scheme import Scheme
from sdk_runtime.webhooks.verification import find_refusal
from webhook_schemes import (
    BODY,
    GITHUB,
    HUB,
    KEY,
    NOW,
    SCHEMES,
    SHOPIFY,
    SLACK,
    STANDARD,
    STRIPE,
    TIMED,
    T,
    made,
    signed,
)

SLASH_COMMAND = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
    b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
    b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2F"
    b"commands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
# As the services' documentation and their libraries' own tests have them.
VECTORS: list[tuple[Scheme, bytes, dict[str, str], str, float]] = [
    (
        GITHUB,
        b"Hello, World!",
        {
            "X-Hub-Signature-256": "sha256="
            "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        },
        "It's a Secret to Everybody",
        0,
    ),
    (
        SLACK,
        SLASH_COMMAND,
        {
            "X-Slack-Request-Timestamp": "1531420618",
            "X-Slack-Signature": "v0="
            "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        },
        "8f742231b10e8888abcd99yyyzzz85a5",
        1531420618,
    ),
    (
        STANDARD,
        b'{"test": 2432232314}',
        {
            "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp": "1614265330",
            "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        },
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        1614265330,
    ),
]


@pytest.mark.parametrize("vector", VECTORS, ids=["github", "slack", "standard"])
def test_documented_vectors(
    vector: tuple[Scheme, bytes, dict[str, str], str, float],
) -> None:
    scheme, body, headers, secret, now = vector
    assert find_refusal([scheme], body, headers, secret, now=now) is None
    for other in (body + b" ", body[1:], b""):
        refusal = find_refusal([scheme], other, headers, secret, now=now)
        assert isinstance(refusal, SignatureError)
    refusal = find_refusal([scheme], body, headers, f"{secret[:-2]}AA", now=now)
    assert isinstance(refusal, SignatureError)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.header)
def test_headers_of_every_kind(scheme: Scheme) -> None:
    found = signed(scheme)
    message = Message()
    for name, value in found.items():
        message[name] = value
    meta = {f"HTTP_{name.upper().replace('-', '_')}": found[name] for name in found}
    kinds: list[Any] = [
        found,
        {name.lower(): value for name, value in found.items()},
        {name.upper(): value for name, value in found.items()},
        {name: [value] for name, value in found.items()},
        [*found.items()],
        ((name.encode(), value.encode()) for name, value in found.items()),
        {"wsgi.input": object(), "CONTENT_LENGTH": "3", **meta},
        message,
    ]
    for headers in kinds:
        assert find_refusal([scheme], BODY, headers, KEY, now=NOW) is None
    for body in (bytearray(BODY), memoryview(BODY)):
        assert find_refusal([scheme], body, found, KEY, now=NOW) is None


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.header)
def test_secrets_of_every_kind(scheme: Scheme) -> None:
    text = (
        f"whsec_{base64.b64encode(KEY).decode()}"
        if scheme is STANDARD
        else KEY.decode()
    )
    headers = signed(scheme)
    secrets: list[Any] = [
        KEY,
        text,
        SecretStr(text),
        SecretBytes(KEY),
        ["older", text],
        (KEY, b"older"),
        [SecretStr("olde"), SecretStr(text)],
    ]
    for secret in secrets:
        if scheme is STANDARD and isinstance(secret, list):
            secret = [b"older", secret[-1]]  # noqa: PLW2901 -- text is base64 there
        assert find_refusal([scheme], BODY, headers, secret, now=NOW) is None
    for wrong in (b"older", [b"older", b"oldest"], KEY + b" "):
        refusal = find_refusal([scheme], BODY, headers, wrong, now=NOW)
        assert str(refusal) == f"the signature in {scheme.header} is wrong"


def changed(scheme: Scheme, **headers: Any) -> dict[str, Any]:
    own = signed(scheme)
    return {**own, scheme.header: headers.get("value", own[scheme.header])}


GOOD = signed(HUB)["X-Hub-Signature"]
REFUSED: list[tuple[Scheme, Any, str]] = [
    (HUB, {}, "the header X-Hub-Signature is missing"),
    (HUB, [], "is missing"),
    (HUB, {"X-Hub-Signature": None}, "is missing"),
    (HUB, {"X-Hub-Signature": []}, "is missing"),
    (HUB, {"X-Hub-Signature": [GOOD, GOOD]}, "more than once"),
    (HUB, {"X-Hub-Signature": GOOD, "x-hub-signature": GOOD}, "more than once"),
    (HUB, [("X-Hub-Signature", GOOD), ("X-Hub-Signature", "b")], "more than once"),
    (HUB, {"X-Hub-Signature": f"{GOOD}, {GOOD}"}, "is wrong"),
    (HUB, {"X-Hub-Signature": ""}, "holds no signature that begins with 'sha1='"),
    (HUB, {"X-Hub-Signature": "sha1="}, "holds no signature"),
    (HUB, {"X-Hub-Signature": GOOD.removeprefix("sha1=")}, "holds no signature"),
    (HUB, {"X-Hub-Signature": f"sha256={GOOD}"}, "holds no signature"),
    (HUB, {"X-Hub-Signature": GOOD[:-1]}, "is wrong"),
    (HUB, {"X-Hub-Signature": f"{GOOD}0"}, "is wrong"),
    (HUB, {"X-Hub-Signature": "sha1=\N{SNOWMAN}"}, "is wrong"),
    (SHOPIFY, {SHOPIFY.header: ""}, "holds no signature"),
    (
        STRIPE,
        {STRIPE.header: signed(STRIPE)[STRIPE.header][14:]},
        "doesn't hold one `t=`",
    ),
    (STRIPE, {STRIPE.header: f"t=1,{signed(STRIPE)[STRIPE.header]}"}, "one `t=`"),
    (STRIPE, {STRIPE.header: f"t={NOW}"}, "holds no signature that begins with 'v1='"),
    (SLACK, {SLACK.header: signed(SLACK)[SLACK.header]}, "Timestamp is missing"),
    (STANDARD, {**signed(STANDARD), "webhook-id": ["m1", "m2"]}, "more than once"),
    (STANDARD, {**signed(STANDARD), "webhook-id": "m2"}, "is wrong"),
    (STANDARD, {**signed(STANDARD), "webhook-timestamp": str(NOW + 1)}, "is wrong"),
    (SLACK, signed(SLACK, time=b""), "the time of signing isn't one"),
    (SLACK, signed(SLACK, time=b"today"), "the time of signing isn't one"),
    (SLACK, signed(SLACK, time=b"-1"), "the time of signing isn't one"),
    (SLACK, signed(SLACK, time=b"9" * 400), "the time of signing isn't one"),
    (
        SLACK,
        signed(SLACK, time=b"2023-11-14T22:13:20"),
        "the time of signing isn't one",
    ),
]


@pytest.mark.parametrize(("scheme", "headers", "message"), REFUSED)
def test_what_is_refused(scheme: Scheme, headers: Any, message: str) -> None:
    refusal = find_refusal([scheme], BODY, headers, KEY, now=NOW)
    assert isinstance(refusal, SignatureError)
    assert message in str(refusal)


def test_one_of_several_signatures() -> None:
    good = made(STRIPE, KEY, T + b"." + BODY)
    for header in (
        f"t={NOW},v1=0,{good}",
        f"{good} , t={NOW},v0=1,v1=00",
        f"v1=,t={NOW},{good}",
    ):
        headers = {"Stripe-Signature": header}
        assert find_refusal([STRIPE], BODY, headers, KEY, now=NOW) is None
    value = signed(STANDARD)["webhook-signature"]
    headers = changed(STANDARD, value=f"v1,AAAA  v1a,{value} {value.rstrip('=')}")
    assert find_refusal([STANDARD], BODY, headers, KEY, now=NOW) is None
    upper = {"X-Hub-Signature": f" sha1={GOOD[5:].upper()} "}
    assert find_refusal([HUB], BODY, upper, KEY) is None


@pytest.mark.parametrize("scheme", TIMED, ids=lambda scheme: scheme.header)
def test_the_window(scheme: Scheme) -> None:
    moment = datetime.fromtimestamp(NOW, UTC)
    headers = signed(scheme)
    for away in (-300, 0, 300):
        now = moment + timedelta(seconds=away)
        assert find_refusal([scheme], BODY, headers, KEY, now=now) is None
    for now, side in ((NOW + 301, "ago"), (NOW - 301, "from now"), (None, "ago")):
        refusal = find_refusal([scheme], BODY, headers, KEY, now=now)
        assert isinstance(refusal, SignatureError)
        assert f"seconds {side}, and 300 are allowed" in str(refusal)
    find = (
        find_refusal([scheme], BODY, headers, KEY, now=NOW + 9, tolerance=tolerance)
        for tolerance in (9, 9.5, float("inf"), 8, 0)
    )
    assert [refusal is None for refusal in find] == [True, True, True, False, False]
    for time in (b"1700000000000", b"2023-11-14T22:13:20Z", b"1700000000.5"):
        written = signed(scheme, time=time)
        assert find_refusal([scheme], BODY, written, KEY, now=NOW) is None
    # Nothing about the time is said of what isn't signed.
    refusal = find_refusal([scheme], BODY, headers, b"other", now=NOW + 999)
    assert str(refusal) == f"the signature in {scheme.header} is wrong"


CALLS: list[tuple[dict[str, Any], str]] = [
    ({"body": BODY.decode()}, "body must be the bytes of the request as they came"),
    ({"body": {"a": 1}}, "not dict: what is decoded and written again"),
    ({"body": None}, "not None"),
    ({"headers": None}, "headers must be a mapping or pairs, not None"),
    ({"headers": "X-Hub-Signature: a"}, "headers must be a mapping or pairs, not str"),
    ({"headers": dict}, "headers must be a mapping or pairs, not the class dict"),
    ({"headers": ["X-Hub-Signature"]}, "pairs of a name and a value"),
    ({"headers": [("X-Hub-Signature",)]}, "pairs of a name and a value"),
    ({"secret": ""}, "a secret is empty"),
    ({"secret": b" \n"}, "a secret is empty"),
    ({"secret": ["good", ""]}, "a secret is empty"),
    ({"secret": SecretStr("")}, "a secret is empty"),
    ({"secret": []}, "secret is an empty list"),
    ({"secret": None}, "a secret must be text or bytes, not None"),
    ({"secret": [["a"]]}, "a secret must be text or bytes, not list"),
    ({"secret": SecretStr}, "a secret must be text or bytes, not the class SecretStr"),
    ({"tolerance": -1}, "tolerance must be at least 0 seconds"),
    ({"tolerance": float("nan")}, "tolerance must be at least 0 seconds"),
    ({"tolerance": True}, "tolerance must be seconds, not bool"),
    ({"now": "2023"}, "now must be unix seconds or a datetime with a zone, not str"),
    ({"now": float("nan")}, "now must be unix seconds"),
    (
        {"now": datetime(2023, 1, 1)},
        "now must be unix seconds",
    ),
]


@pytest.mark.parametrize(("call", "message"), CALLS)
def test_what_is_called_wrongly(call: Mapping[str, Any], message: str) -> None:
    given_: dict[str, Any] = {"body": BODY, "headers": signed(HUB), "secret": KEY}
    refusal = find_refusal([HUB], **{**given_, **call})
    assert isinstance(refusal, ArgumentError)
    assert message in str(refusal)


@pytest.mark.parametrize("secret", ["whsec_§", "whsec_", "whsec_a", "no base64"])
def test_a_secret_that_is_not_written_as_declared(secret: str) -> None:
    refusal = find_refusal([STANDARD], BODY, signed(STANDARD), secret, now=NOW)
    assert isinstance(refusal, ArgumentError)
    assert secret not in str(refusal)


@given(st.binary(max_size=60), st.text(max_size=60), st.binary(min_size=1, max_size=9))
@settings(max_examples=300, deadline=None)
def test_any_header_is_refused_or_right(body: bytes, value: str, key: bytes) -> None:
    for scheme in SCHEMES:
        headers = dict.fromkeys(scheme.headers, value)
        refusal = find_refusal([scheme], body, headers, key)
        assert isinstance(refusal, SignatureError | ArgumentError)
