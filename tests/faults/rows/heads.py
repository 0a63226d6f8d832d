"""Heads of answers that are no HTTP, or that are unusual and right."""

from __future__ import annotations

from typing import Final

from sdk_runtime.errors import APIConnectionError, APIStatusError

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import CLOSE, GOOD, NOTE, Action, answer, head

ONCE: Final = {"max_retries": 0}


def _refused(name: str, *sent: Action, smoke: bool = False) -> Behaviour:
    """Something that is no answer."""
    return Behaviour(
        name=name,
        call=calls.get,
        replies=((*sent, CLOSE),),
        settings=ONCE,
        raises=APIConnectionError,
        smoke=smoke,
    )


def _taken(name: str, *sent: Action) -> Behaviour:
    """Something that is an answer, however it looks."""
    return Behaviour(name=name, call=calls.get, replies=(sent,))


_LENGTH: Final = b"HTTP/1.1 200 OK\r\nContent-Length: "
_END: Final = b"\r\n\r\n" + NOTE

NO_HTTP = Group(
    "The head is no HTTP",
    (
        _refused("words in place of a head", b"nonsense\r\n\r\n"),
        _refused("zero bytes in place of a head", bytes(100)),
        _refused("HTML alone, as HTTP/0.9 has it", b"<html></html>\r\n\r\n"),
        _refused("a status line of HTTP/2", b"HTTP/2 200 OK\r\n\r\n"),
        _refused(
            "the preface of HTTP/2",
            b"\0\0\x12\4\0\0\0\0\0\0\3\0\0\0d\0\4\0\0\xff\xff\0\0",
        ),
        _refused("a status of letters", b"HTTP/1.1 abc\r\n\r\n"),
        _refused("a status of five digits", b"HTTP/1.1 99999 OK\r\n\r\n"),
        _refused("a length of letters", _LENGTH + b"x" + _END),
        _refused("a length below zero", _LENGTH + b"-1" + _END),
        _refused("a length with a sign", _LENGTH + b"+23" + _END),
        _refused("two lengths", _LENGTH + b"1\r\nContent-Length: 2" + _END),
        _refused("two lengths in one header", _LENGTH + b"23, 24" + _END),
        _refused("a length of a hundred digits", _LENGTH + b"9" * 100 + _END),
        _refused("a length of more than there is", _LENGTH + b"100" + _END),
        _refused("a header without a colon", b"HTTP/1.1 200 OK\r\nBad Header" + _END),
        _refused("a header with a zero byte", b"HTTP/1.1 200 OK\r\nX: a\0b" + _END),
        _refused("a header without a name", b"HTTP/1.1 200 OK\r\n: a" + _END),
        _refused("a header of 300 KB", b"HTTP/1.1 200 OK\r\nX: ", b"y" * 300_000),
        _refused(
            "20,000 headers",
            b"HTTP/1.1 200 OK\r\n",
            b"".join(b"X-%d: y\r\n" % number for number in range(20_000)),
            b"\r\n",
        ),
        Behaviour(
            name="a switch of protocols that nobody asked for",
            call=calls.get,
            replies=((head(101, {"Upgrade": "h2c", "Connection": "upgrade"}), CLOSE),),
            settings=ONCE,
            raises=APIConnectionError,
            pyreqwest_raises=APIStatusError,
        ),
    ),
)

UNUSUAL = Group(
    "The head is unusual, and right",
    (
        _taken("a header twice", answer(headers={"X-A": "1", "x-a": "2"})),
        _taken(
            "the same length twice",
            head(200, {"Content-Length": "23", "content-length": "23"}) + NOTE,
        ),
        _taken(
            "no reason phrase",
            b"HTTP/1.1 200 \r\nContent-Type: application/json\r\nContent-Length: 23"
            + _END,
        ),
        _taken(
            "HTTP/1.0 with a length",
            b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: 23"
            + _END,
            CLOSE,
        ),
        _taken("no length, until the connection's end", head() + NOTE, CLOSE),
        _taken(
            "bytes in a header that aren't ASCII", answer(headers={"X-A": "Zo\xeb"})
        ),
        _taken("a header of 10 KB", answer(headers={"X-A": "y" * 10_000})),
        _taken(
            "90 headers", answer(headers={f"X-{number}": "y" for number in range(90)})
        ),
        _taken(
            "100 (Continue), and then the answer", b"HTTP/1.1 100 Go on\r\n\r\n" + GOOD
        ),
        _taken(
            "103 (Early Hints) twice, and then the answer",
            b"HTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\n" * 2 + GOOD,
        ),
        _taken(
            "names of headers in odd case", GOOD.replace(b"Content-L", b"cONTENT-l")
        ),
        _taken("no media type", answer(kind=None)),
    ),
)

GROUPS = (NO_HTTP, UNUSUAL)
