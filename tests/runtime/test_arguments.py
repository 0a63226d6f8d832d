"""What clients and calls are given: what is taken, and what is refused with the argument's name."""

from __future__ import annotations

import functools
import math
import pickle
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from driver import GET, Driver, Note, method
from fault_server import FaultServer, reply
from paging_support import CURSOR, operation
from sdk_runtime.errors import ArgumentError
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.request.request_options import OMIT, RequestOptions, Timeout
from sdk_runtime.webhooks.parse import parse

Connect = Callable[..., Driver]

LIST = operation(CURSOR)


async def asynchronous(drift: object) -> None:
    """A callback that would never run."""


class Listener:
    async def hear(self, drift: object) -> None:
        """A method that would never run."""

    __call__ = hear


SECONDS = [
    *("5", b"5", True, False, timedelta(seconds=5), (3, 5), [5], {}, object()),
    *(math.nan, math.inf, -math.inf, 0, 0.0, -1, -0.5, 1e12, 10**400),
    *(Decimal(5), 5j, float),
]
WAITS = [
    httpx2.Timeout("5"),  # type: ignore[arg-type]  # what is tested
    httpx2.Timeout(5, connect=-1),
    httpx2.Timeout(5, read=math.nan),
    httpx2.Timeout(5, write=0),
    httpx2.Timeout(5, pool=True),
    httpx2.Timeout,
    SimpleNamespace(connect=1, read=1),
]
COUNTS = ["3", b"3", 2.5, 2.0, True, -1, math.nan, [3], Decimal(3), int, -(10**400)]
FLAGS = [0, 1, "true", "false", "", [], bool]
CALLBACKS = ["print", 5, [], (), asynchronous, Listener().hear, Listener()]
CALLBACKS += [functools.partial(asynchronous)]

WRONG = [
    *(("timeout", value) for value in [*SECONDS, *WAITS]),
    *(("deadline", value) for value in [*SECONDS, httpx2.Timeout(5)]),
    *(("max_retries", value) for value in [None, *COUNTS]),
    *(("max_response_bytes", value) for value in [None, 0, *COUNTS]),
    *(("strict", value) for value in [None, *FLAGS]),
    *(("allow_http", value) for value in [None, *FLAGS]),
    *(("on_drift", value) for value in CALLBACKS),
    *(
        ("base_url", value)
        for value in (None, 5, True, b"https://a.example", Path("/a"), httpx2.URL)
    ),
    ("base_url", urlsplit("https://a.example")),
    ("base_url", ["https://a.example"]),
    *(("http_client", value) for value in (5, "a", {}, httpx2.Client)),
    *(("http_client", value) for value in (httpx2.AsyncClient, httpx2.Timeout(5))),
]


@pytest.mark.parametrize("wait", [value for value in SECONDS if value != 0])
@pytest.mark.parametrize("phase", ["connect", "read", "write", "pool"])
def test_a_wait_that_is_none_is_named(phase: str, wait: Any) -> None:
    with pytest.raises(ArgumentError, match=rf"timeout\.{phase}"):
        Timeout(**{phase: wait})


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_client_argument_is_named(
    connect: Connect, name: str, value: object
) -> None:
    with pytest.raises(ArgumentError, match=name):
        connect(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("timeout", value) for value in (None, 5, 0.25, 2_147_483, 1e6)),
        ("timeout", httpx2.Timeout(5)),
        ("timeout", Timeout()),
        ("timeout", Timeout(5, None, 1, 0)),
        ("timeout", httpx2.Timeout(None)),
        ("timeout", httpx2.Timeout(5, read=None, pool=0)),
        *(("deadline", value) for value in (None, 5, 30.5, 2_147_483.0)),
        *(("max_retries", value) for value in (0, 1, 10**30)),
        *(("max_response_bytes", value) for value in (24, 10**30)),
        *(("strict", value) for value in (True, False)),
        *(("on_drift", value) for value in (None, print, [].append, Note)),
        ("on_drift", functools.partial(print, "drift")),
        ("http_client", None),
    ],
)
def test_right_client_arguments_are_taken(
    connect: Connect, name: str, value: object
) -> None:
    assert connect(**{name: value}).send() == Note("1", "Ann")


class Url:
    """As libraries have classes for URLs."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.scheme, self.host = urlsplit(url).scheme, urlsplit(url).hostname

    def __str__(self) -> str:
        return self._url


@pytest.mark.parametrize("kind", [httpx2.URL, Url, str])
@pytest.mark.parametrize(("end", "path"), [("", ""), ("/", ""), ("/v1/", "/v1")])
def test_urls_are_taken_as_objects(
    connect: Connect,
    server: FaultServer,
    kind: Callable[[str], object],
    end: str,
    path: str,
) -> None:
    connect(base_url=kind(server.url + end)).send()
    assert server.requests[0].target == f"{path}/notes/1"


def test_a_url_object_shows_no_password(connect: Connect) -> None:
    url = httpx2.URL("https://user:s3cret@a.example")
    with pytest.raises(ArgumentError, match="base URL") as caught:
        connect(base_url=url)
    assert "s3cret" not in str(caught.value)


def test_a_client_of_the_other_kind_is_refused(connect: Connect) -> None:
    one = connect()
    other: type = httpx2.Client if one.asynchronous else httpx2.AsyncClient
    with pytest.raises(ArgumentError, match=rf"http_client .* not {other.__name__}"):
        connect(http_client=other())


OPTIONS = [
    *(("timeout", value) for value in [*SECONDS, *WAITS]),
    *(("deadline", value) for value in [*SECONDS, httpx2.Timeout(5)]),
    *(("max_retries", value) for value in COUNTS),
    *(("headers", value) for value in (None, "a: b", 5, [("a", "b")], {5: "a"})),
    *(("headers", {"X": value}) for value in (None, 1, True, b"a", ["a"], 1.5)),
    *(("query", value) for value in (None, "a=b", 5, [("a", "b")], {5: "a"})),
    *(("body", value) for value in (None, "a=b", 5, [("a", "b")], {5: "a"})),
]


@pytest.mark.parametrize(("name", "value"), OPTIONS)
def test_a_wrong_option_is_named(name: str, value: object) -> None:
    with pytest.raises(ArgumentError, match=name):
        RequestOptions(**{name: value})  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize(
    ("headers", "named"),
    [
        ({"X-Name": "a\nb"}, "X-Name"),
        ({"X-Name": "a\r\nY: b"}, "X-Name"),
        ({"X-Name": "a\0"}, "X-Name"),
        ({"X-Name": "\ud800"}, "X-Name"),
        ({"X Name": "a"}, "X Name"),
        ({"": "a"}, "header name"),
        ({"X-Ñame": "a"}, "X-Ñame"),
        ({"content-length": "5"}, "headers can't hold content-length"),
    ],
)
def test_headers_that_can_t_be_sent_are_named(
    connect: Connect, server: FaultServer, headers: dict[str, str], named: str
) -> None:
    with pytest.raises(ArgumentError, match=named):
        connect().send(headers=headers)
    assert server.requests == []


@pytest.mark.parametrize("value", [None, 5, b"a", ["a"]])
def test_headers_that_changed_later_are_named(
    connect: Connect, server: FaultServer, value: Any
) -> None:
    driver, headers = connect(), {"X-Name": "a"}
    options = RequestOptions(headers=headers)
    headers["X-Name"] = value
    with pytest.raises(ArgumentError, match="X-Name must be text"):
        driver.wait(driver.session.send(GET, ("1",), options=options))
    assert server.requests == []


@pytest.mark.parametrize("kind", [dict, OrderedDict, MappingProxyType, httpx2.Headers])
def test_headers_are_any_mapping(
    connect: Connect, server: FaultServer, kind: Callable[[Any], Any]
) -> None:
    connect().send(headers=kind({"X-Name": "b"}))
    assert server.requests[0].headers["x-name"] == "b"


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ({"a": True, "b": [1, 2]}, "/notes/1?a=true&b=1&b=2"),
        ({"a": None}, "/notes/1"),
        ({"a": "ä&b"}, "/notes/1?a=%C3%A4%26b"),
        (MappingProxyType({"a": 1}), "/notes/1?a=1"),
    ],
)
def test_queries_are_any_mapping(
    connect: Connect, server: FaultServer, query: Any, target: str
) -> None:
    connect().send(query=query)
    assert server.requests[0].target == target


@pytest.mark.parametrize("value", [object(), {1, 2}.__iter__(), print])
def test_a_query_that_can_t_be_sent(
    connect: Connect, server: FaultServer, value: object
) -> None:
    with pytest.raises(ArgumentError):
        connect().send(query={"a": value})
    assert server.requests == []


@pytest.mark.parametrize("options", [{}, {"timeout": 5}, 5, "a", (), RequestOptions])
def test_options_of_another_type_are_named(
    connect: Connect, server: FaultServer, options: Any
) -> None:
    driver = connect()
    with pytest.raises(ArgumentError, match="options must be RequestOptions"):
        driver.wait(driver.session.send(GET, ("1",), options=options))
    with pytest.raises(ArgumentError, match="options must be RequestOptions"):
        driver.session.paginate(LIST, ("1", OMIT, OMIT), options=options)
    for ask in (driver.stream, driver.download):
        with pytest.raises(ArgumentError, match="options must be RequestOptions"):
            driver.wait(ask(method("GET"), options=options))
    assert server.requests == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("max_items", value) for value in COUNTS),
        *(("cursor", value) for value in (5, b"a", True, ["a"], str)),
    ],
)
def test_a_wrong_argument_of_a_list_is_named(
    connect: Connect, server: FaultServer, name: str, value: object
) -> None:
    with pytest.raises(ArgumentError, match=name):
        connect().session.paginate(LIST, ("1", OMIT, OMIT), **{name: value})
    assert server.requests == []


@pytest.mark.parametrize("id", [None, "", ".", "..", OMIT, [], object()])
def test_an_id_that_would_call_something_else(
    connect: Connect, server: FaultServer, id: object
) -> None:
    with pytest.raises(ArgumentError):
        connect().send(GET, (id,))
    assert server.requests == []


def test_options_travel(connect: Connect, server: FaultServer) -> None:
    options = RequestOptions(timeout=3, headers={"a": "b"}, query={"c": 1})
    assert pickle.loads(pickle.dumps(options)) == options
    server.default = reply()
    driver = connect()
    driver.wait(driver.session.send(GET, ("1",), options=options))
    assert server.requests[0].headers["a"] == "b"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        *(({"body": one}, "body") for one in ({"id": "1"}, None)),
        ({"strict": "no"}, "strict"),
        *(({"on_drift": one}, "on_drift") for one in CALLBACKS),
    ],
)
def test_payloads_are_bytes_or_text(arguments: dict[str, Any], named: str) -> None:
    given: dict[str, Annotation] = {"body": b'{"id":"1","name":"Ann"}', **arguments}
    with pytest.raises(ArgumentError, match=named):
        parse(Note, **given)
