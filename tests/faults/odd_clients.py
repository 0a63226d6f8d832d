"""Clients with other credentials, clocks that jump, and programs that end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from driver import GET, Driver
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.errors import APIConnectionError
from sdk_runtime.request.request_options import RequestOptions
from shop import AsyncShop, Shop

from faults.calls import POST
from faults.traces import SECRETS

if TYPE_CHECKING:
    from faults.stage import Stage

TOKEN, KEY, SESSION = SECRETS
# The client's secret and the tokens for it are secrets of these tests, too.
GRANT = {"access_token": TOKEN, "token_type": "bearer", "expires_in": 3600}


def grant(**changes: object) -> bytes:
    """The answer of a token endpoint."""
    return json.dumps({**GRANT, **changes}).encode()


# Credentials.


def _made(stage: Stage, token: Any) -> Any:
    kind: Any = AsyncShop if stage.asynchronous else Shop
    return kind(token, base_url=stage.url, transport=stage.transport)


def token_with_line_break(stage: Stage) -> Any:
    """A client with a token that holds a line break."""
    return _made(stage, f"{TOKEN}\nX: y")


def token_of_bytes(stage: Stage) -> Any:
    """A client with a token that is bytes."""
    return _made(stage, TOKEN.encode())


def token_beyond_ascii(stage: Stage) -> Any:
    """A client with a token that holds a letter beyond ASCII."""
    return _made(stage, f"{TOKEN}é")


def _copied(stage: Stage, **changes: Any) -> Any:
    client = _made(stage, TOKEN)
    try:
        return client.with_options(**changes)
    finally:
        stage.driver.wait(client.close())


def copy_with_line_break(stage: Stage) -> Any:
    """A copy of a client, with a token that holds a line break."""
    return _copied(stage, token=f"{KEY}\nX: y")


def copy_that_is_odd(stage: Stage) -> Any:
    """A copy of a client, with fewer retries than none."""
    return _copied(stage, max_retries=-1)


def copy_of_connections(stage: Stage) -> Any:
    """A copy of a client, with other connections."""
    return _copied(stage, max_connections=5)


def copy_of_closed_client(stage: Stage) -> Any:
    """A copy of a client that is closed."""
    client = _made(stage, TOKEN)
    stage.driver.wait(client.close())
    return client.with_options(token=KEY)


def client_that_is_odd(stage: Stage) -> Any:
    """A client with a token, and fewer retries than none."""
    kind: Any = AsyncShop if stage.asynchronous else Shop
    return kind(TOKEN, base_url=stage.url, max_retries=-1)


def unusable_token_url(stage: Stage) -> Any:
    """A GET with a token that is fetched first, from where nothing can be."""
    flow = OAuth2ClientCredentials("client", SESSION, "ftp://h/token", in_body=True)
    driver = stage.make_driver(credentials={"o": flow}, security=(("o",),))
    return driver.send(GET)


def _given(stage: Stage, text: Any) -> Any:
    token = BearerToken(lambda: text)
    driver = stage.make_driver(credentials={"b": token}, security=(("b",),))
    return driver.send(GET)


def function_with_line_break(stage: Stage) -> Any:
    """A GET with a token by a function, which gives a line break with it."""
    return _given(stage, f"{TOKEN}\nX: y")


def function_of_bytes(stage: Stage) -> Any:
    """A GET with a token by a function, which gives bytes."""
    return _given(stage, TOKEN.encode())


def function_of_nothing(stage: Stage) -> Any:
    """A GET with a token by a function, which gives None."""
    return _given(stage, None)


def function_that_fails(stage: Stage) -> Any:
    """A GET with a token by a function, which raises."""

    def fail() -> str:
        raise APIConnectionError("the vault is closed")

    driver = stage.make_driver(credentials={"b": BearerToken(fail)}, security=(("b",),))
    return driver.send(GET)


def header_with_line_break(stage: Stage) -> Any:
    """A GET with a header of the caller's that holds a line break."""
    options = RequestOptions(headers={"X-Key": f"{KEY}\nX: y"})
    return stage.driver.wait(stage.driver.session.send(GET, ("1",), options=options))


def unsendable_body(stage: Stage) -> Any:
    """A POST of what is no JSON."""
    return stage.driver.send(POST, body={"a": object()})


def unsendable_id(stage: Stage) -> Any:
    """A GET with an empty id."""
    return stage.driver.send(GET, ("",))


def with_oauth(stage: Stage) -> Any:
    """A GET with a token that is fetched first."""
    return _with_oauth(stage).send(GET)


def with_oauth_twice(stage: Stage) -> Any:
    """Two GETs with a token that is fetched first."""
    driver = _with_oauth(stage)
    driver.send(GET)
    return driver.send(GET)


def _with_oauth(stage: Stage, **settings: Any) -> Driver:
    flow = OAuth2ClientCredentials("client", SESSION, "/token")
    return stage.make_driver(credentials={"o": flow}, security=(("o",),), **settings)


# Clocks.


class Clock:
    """A clock that goes on by itself, or doesn't, and jumps when something sleeps."""

    def __init__(self, jump: float) -> None:
        self.now = 1000.0
        self.jump = jump

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds + self.jump

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)


def _clocked(stage: Stage, jump: float, **settings: Any) -> Driver:
    clock = Clock(jump)
    sleep = clock.async_sleep if stage.asynchronous else clock.sleep
    return stage.make_driver(clock=clock, sleep=sleep, **settings)


def suspended_while_waiting(stage: Stage) -> Any:
    """A GET with a deadline; the machine sleeps an hour between two attempts."""
    return _clocked(stage, 3600.0, deadline=60.0).send(GET)


def standing_clock(stage: Stage) -> Any:
    """A GET; the clock stands still."""
    return _clocked(stage, 0.0).send(GET)


def suspended_beyond_a_token(stage: Stage) -> Any:
    """Two GETs with a token that is fetched first; the machine sleeps two hours between them."""
    clock = Clock(0.0)
    driver = _with_oauth(stage, clock=clock)
    driver.send(GET)
    clock.now += 7200
    return driver.send(GET)


def wall_clock_back(stage: Stage) -> Any:
    """A GET; the time of day jumps back by a year between two attempts."""
    times = iter([1_700_000_000.0, 1_668_000_000.0])
    return stage.make_driver(wall=lambda: next(times, 1_668_000_000.0)).send(GET)


# Programs that end.

_PROGRAM = """
import sys, threading, asyncio
sys.path[:0] = {folders!r}
import runtime_package
from driver import GET, method
from sdk_runtime.call.client import AsyncClient, SyncClient
from sdk_runtime.call.async_download import AsyncDownload
from sdk_runtime.call.download import Download
from sdk_runtime.response.content import Bytes

FILE = method("GET", responses={{"200": Bytes()}})
given = dict(base_url={url!r}, transport={transport!r}, timeout=1.0)

def in_a_thread():
    client = SyncClient(**given)
    call = lambda: client._session.send(GET, ("1",))
    threading.Thread(target=call, daemon=True).start()
    threading.Event().wait(0.5)

def download():
    global held
    client = SyncClient(**given)
    held = client._session.stream(Download, FILE, ())

async def task():
    client = AsyncClient(**given)
    call = asyncio.create_task(client._session.send(GET, ("1",)))
    await asyncio.sleep(0.5)

async def async_download():
    global held
    client = AsyncClient(**given)
    held = await client._session.stream(AsyncDownload, FILE, ())

{act}
"""


def _ended(stage: Stage, sync: str, asynchronous: str) -> Any:
    root = Path(__file__).parents[1]
    act = f"asyncio.run({asynchronous}())" if stage.asynchronous else f"{sync}()"
    program = _PROGRAM.format(
        folders=[str(root), str(root / "runtime")],
        url=stage.url,
        transport=stage.transport,
        act=act,
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20
    )
    return done.returncode, done.stderr


def ended_while_calling(stage: Stage) -> Any:
    """A program that ends during a call."""
    return _ended(stage, "in_a_thread", "task")


def ended_while_reading(stage: Stage) -> Any:
    """A program that ends with a download that wasn't read."""
    return _ended(stage, "download", "async_download")
