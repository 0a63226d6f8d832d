"""No credential is seen by a hook, a span, a measurement or the log."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from driver import Driver, FakeTime, method
from fault_server import FaultServer, reply
from sdk_runtime.auth.security import ApiKey, BasicAuth, BearerToken
from sdk_runtime.errors import APIError
from sdk_runtime.request.body import FormBody
from test_telemetry import Collected

Connect = Callable[..., Driver]
SECRET = "s3cr3t-0123456789"
SHORT = "x7q"
# Shorter ones occur by chance, so they are hidden where they were sent alone, not in echoes.
SHORT_ONES = {
    "in the query": {"x": ApiKey(SHORT, "query", "shop")},
    "in a header": {"x": ApiKey(SHORT, "header", "X-Shop")},
}
CREDENTIALS = {
    "bearer": {"x": BearerToken(SECRET)},
    "basic": {"x": BasicAuth("ann", SECRET)},
    "header": {"x": ApiKey(SECRET, "header", "X-Shop")},
    "query": {"x": ApiKey(SECRET, "query", "shop")},
    "cookie": {"x": ApiKey(SECRET, "cookie", "shop")},
}
ECHOES = {"X-Echo": f"you sent {SECRET}", "X-Request-Id": f"id-{SECRET}"}
HEADERS = {
    "Set-Cookie": f"session={SECRET}",
    "WWW-Authenticate": f'Digest nonce="{SHORT}"',
    "Authentication-Info": f'nextnonce="{SHORT}"',
    "X-Auth-Token": SHORT,
    "Link": f'<https://a.example/n?access_token={SHORT}&b=1>; rel="next"',
    "Content-Location": f"https://ann:{SHORT}@a.example/n?X-Amz-Signature={SHORT}",
}


def seen(
    connect: Connect, caplog: pytest.LogCaptureFixture, **options: Any
) -> tuple[Driver, list[Any], Collected]:
    """A client, and what its hooks and telemetry come to see."""
    caplog.set_level(logging.DEBUG, logger="sdk_runtime")
    events: list[Any] = []
    collected = Collected()
    names = ("on_request", "on_response", "on_retry")
    hooks = dict.fromkeys(names, events.append)
    driver = connect(time=FakeTime(), telemetry=collected.telemetry, **hooks, **options)
    return driver, events, collected


def shown(
    events: list[Any], collected: Collected, caplog: pytest.LogCaptureFixture
) -> str:
    """All that can be reached from what was seen."""
    own = [one.getMessage() for one in caplog.records if one.name == "sdk_runtime"]
    assert events
    assert own
    parts = (
        *(repr(event) for event in events),
        *(repr(dict(getattr(event, "headers", {}))) for event in events),
        *(event.request.curl() for event in events),
        *(repr(pickle.dumps(event)) for event in events),
        *own,
        collected.text,
    )
    return "\n".join(parts)


@pytest.mark.parametrize("credentials", CREDENTIALS.values(), ids=CREDENTIALS)
@pytest.mark.parametrize("statuses", [(200,), (500, 200), (401,), (302, 200)])
def test_no_credential_is_seen(
    connect: Connect,
    server: FaultServer,
    caplog: pytest.LogCaptureFixture,
    credentials: dict[str, Any],
    statuses: tuple[int, ...],
) -> None:
    location = {"Location": f"/notes/2?token={SHORT}"}
    for status in statuses:
        own = location if status == 302 else {}
        server.then(reply(status, headers={**HEADERS, **ECHOES, **own}))
    driver, events, collected = seen(
        connect, caplog, credentials=credentials, security=(("x",),)
    )
    given = {"query": {"password": SHORT}, "headers": {"X-Api-Key": SHORT}}
    try:
        driver.send(**given)
    except APIError:
        assert statuses == (401,)
    text = shown(events, collected, caplog)
    assert SECRET not in text
    assert SHORT not in text
    assert "[secret]" in text


@pytest.mark.parametrize("credentials", SHORT_ONES.values(), ids=SHORT_ONES)
def test_short_credentials(
    connect: Connect,
    server: FaultServer,
    caplog: pytest.LogCaptureFixture,
    credentials: dict[str, Any],
) -> None:
    server.then(reply(500, headers=HEADERS))
    driver, events, collected = seen(
        connect, caplog, credentials=credentials, security=(("x",),)
    )
    driver.send()
    assert SHORT not in shown(events, collected, caplog)


def test_what_a_redirect_leads_to_elsewhere(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    with FaultServer() as other:
        link = f"{other.url}/f?X-Amz-Signature={SHORT}&Expires=5"
        server.then(reply(302, headers={"Location": link}))
        driver, events, collected = seen(
            connect,
            caplog,
            credentials={"x": BearerToken(SECRET)},
            security=(("x",),),
        )
        driver.send()
        assert "traceparent" not in other.requests[0].headers
        assert "traceparent" in server.requests[0].headers
    text = shown(events, collected, caplog)
    assert SECRET not in text
    assert SHORT not in text
    assert "Expires=5" in events[-1].request.url


def test_a_form_with_a_password(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    driver, events, collected = seen(connect, caplog)
    login = method("POST", body=FormBody(), passwords=("secretword",))
    driver.send(login, (), {"secretword": SHORT, "otherword": "swordfish"})
    text = shown(events, collected, caplog)
    assert SHORT not in text
    assert "swordfish" not in text


def test_what_a_function_gives(
    connect: Connect, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.default = reply(500, headers={**HEADERS, **ECHOES})
    driver, events, collected = seen(
        connect,
        caplog,
        credentials={"x": BearerToken(lambda: SECRET)},
        security=(("x",),),
    )
    with pytest.raises(APIError):
        driver.send()
    assert SECRET not in shown(events, collected, caplog)
