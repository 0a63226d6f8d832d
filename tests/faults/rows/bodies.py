"""Bodies that are cut, coded or written in ways that can't be read, or only just."""

from __future__ import annotations

import zlib
from typing import Any, Final

from sdk_runtime.errors import APIConnectionError, APIResponseError, APITimeoutError

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import (
    CLOSE,
    GOOD,
    HANG,
    JSON,
    NOTE,
    RESET,
    Pause,
    answer,
    chunked,
    coded,
    head,
    zipped,
)

ONCE: Final = {"max_retries": 0}
SOON: Final = {"max_retries": 0, "timeout": 0.15}
SMALL: Final = {"max_response_bytes": 100_000}
_CHUNKED: Final = head(200, {"Transfer-Encoding": "chunked"})
_PART: Final = _CHUNKED + b'a\r\n{"id":"1",\r\n'


def _cut(name: str, *sent: Any, smoke: bool = False, **more: Any) -> Behaviour:
    """A body that isn't whole; nothing of it is taken."""
    given = {"settings": ONCE, "raises": APIConnectionError, "call": calls.get, **more}
    return Behaviour(name=name, replies=((*sent, CLOSE),), smoke=smoke, **given)


def _unread(name: str, sent: bytes, smoke: bool = False, **more: Any) -> Behaviour:
    """A whole body that can't be read; the request isn't repeated."""
    given = {"raises": APIResponseError, "call": calls.get, **more}
    return Behaviour(name=name, replies=((sent,),), smoke=smoke, **given)


def _read(name: str, *sent: Any, **more: Any) -> Behaviour:
    """A body that can be read, however it looks."""
    return Behaviour(name=name, replies=(sent,), **{"call": calls.get, **more})


CUT = Group(
    "The body is cut",
    (
        _cut(
            "fewer bytes than the length says",
            head(200, {"Content-Length": "50"}) + NOTE,
            smoke=True,
        ),
        Behaviour(
            name="fewer bytes than the length says, once",
            call=calls.get,
            replies=((head(200, {"Content-Length": "50"}) + NOTE, CLOSE), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="fewer bytes than the length says, to a POST",
            call=calls.post,
            replies=((head(200, {"Content-Length": "50"}) + NOTE, CLOSE), (GOOD,)),
            raises=APIConnectionError,
        ),
        _cut("one byte less than the length says", answer(body=NOTE)[:-1]),
        _cut("no byte of the body", head(200, {"Content-Length": "23"})),
        _cut(
            "fewer bytes than the length says, of a file",
            head(200, {"Content-Length": "50"}) + NOTE,
            call=calls.get_bytes,
        ),
        _cut("no last chunk", _PART),
        _cut("no last chunk, after a whole value", chunked(NOTE, end=b"")),
        _cut("the end within a chunk", _CHUNKED + b'17\r\n{"id":"1"'),
        _cut("the end within a chunk's size", _PART + b"1"),
        _cut("the end within the last chunk", chunked(NOTE, end=b"0\r\n")),
        _cut(
            "a reset within a chunk", _CHUNKED + b'17\r\n{"id":"1"', Pause(0.02), RESET
        ),
        _cut(
            "a stall between chunks", _PART, HANG, settings=SOON, raises=APITimeoutError
        ),
        _cut(
            "a stall before the last chunk",
            chunked(NOTE, end=b""),
            HANG,
            settings=SOON,
            raises=APITimeoutError,
        ),
        _cut(
            "a chunk's size in letters", _CHUNKED + b"zz\r\n" + NOTE + b"\r\n0\r\n\r\n"
        ),
        _cut(
            "a chunk's size below zero", _CHUNKED + b"-1\r\n" + NOTE + b"\r\n0\r\n\r\n"
        ),
        _cut("a chunk's size of forty digits", _CHUNKED + b"f" * 40 + b"\r\n" + NOTE),
        _cut(
            "a chunk that is longer than its size",
            _CHUNKED + b"5\r\n" + NOTE + b"\r\n0\r\n\r\n",
        ),
        Behaviour(
            name="no last chunk, once",
            call=calls.get,
            replies=((_PART, CLOSE), (GOOD,)),
            requests=2,
        ),
        _read("chunks of one byte", chunked(*(bytes([byte]) for byte in NOTE))),
        _read(
            "chunks with extensions", _CHUNKED + b"17;a=b\r\n" + NOTE + b"\r\n0\r\n\r\n"
        ),
        _read("chunks with trailers", chunked(NOTE, end=b"0\r\nX-Checksum: 1\r\n\r\n")),
    ),
)

_BOMB: Final = zipped(bytes(5_000_000))
_HALF: Final = zipped()[: len(zipped()) // 2]
_BAD_CHECKSUM: Final = zipped()[:-8] + b"\0\0\0\0" + zipped()[-4:]

CODED = Group(
    "The content coding is broken, or a trap",
    (
        _unread(
            "a gzip bomb",
            coded("gzip", _BOMB),
            settings=SMALL,
            says="larger than 100000",
            smoke=True,
        ),
        _unread(
            "a gzip bomb to a caller of bytes",
            coded("gzip", _BOMB),
            settings=SMALL,
            call=calls.get_bytes,
        ),
        _unread(
            "a gzip bomb in chunks",
            chunked(_BOMB[:99], _BOMB[99:], headers={"Content-Encoding": "gzip"}),
            settings=SMALL,
        ),
        _unread(
            "a deflate bomb",
            coded("deflate", zlib.compress(bytes(5_000_000))),
            settings=SMALL,
        ),
        _unread(
            "a bomb of many gzip members",
            coded("gzip", zipped(bytes(50_000)) * 50),
            settings=SMALL,
        ),
        _unread("gzip that ends too early", coded("gzip", _HALF)),
        _unread("gzip without its checksum", coded("gzip", zipped()[:-8])),
        _unread("gzip with a wrong checksum", coded("gzip", _BAD_CHECKSUM)),
        _unread("gzip of which only the head came", coded("gzip", zipped()[:10])),
        _unread("what claims to be gzip", coded("gzip", NOTE)),
        _unread("what claims to be deflate", coded("deflate", b"\x78" + NOTE)),
        _unread("gzip with words behind it", coded("gzip", zipped() + b"more")),
        _unread("a coding that nobody asked for", coded("br", NOTE)),
        _unread("a coding that doesn't exist", coded("rot13", NOTE)),
        _unread("gzip in gzip", coded("gzip, gzip", zipped(zipped()))),
        _cut("gzip that is cut by the connection's end", coded("gzip", zipped())[:-9]),
        _read("gzip", coded("gzip", zipped())),
        _read(
            "gzip in two members", coded("gzip", zipped(NOTE[:9]) + zipped(NOTE[9:]))
        ),
        _read("gzip with zero bytes behind it", coded("gzip", zipped() + bytes(9))),
        _read("deflate with zlib's head", coded("deflate", zlib.compress(NOTE))),
        _read("deflate without a head", coded("deflate", zlib.compress(NOTE)[2:-4])),
        _read("the coding in capitals", coded("GZIP", zipped())),
    ),
)

_HTML: Final = b"<!doctype html><title>Down for maintenance</title>"


def _text(content: bytes, kind: str = JSON) -> bytes:
    return answer(body=content, kind=kind)


WRITTEN = Group(
    "The body isn't what is declared",
    (
        _unread("a page of HTML with 200", _text(_HTML, "text/html"), smoke=True),
        _unread("a page of HTML that is called JSON", _text(_HTML)),
        _unread("a page of HTML without a media type", answer(body=_HTML, kind=None)),
        _read("an empty body, which is reported as drift", _text(b""), gives=None),
        _unread("white space", _text(b" \n")),
        _unread("half of a value", _text(NOTE[:12])),
        _unread("two values", _text(NOTE + NOTE)),
        _unread("null", _text(b"null")),
        _unread("a list for an object", _text(b"[" + NOTE + b"]")),
        _unread("a text for an object", _text(b'"' + b"a" * 40 + b'"')),
        _unread("words", _text(b"OK", "text/plain")),
        _unread("zero bytes", _text(bytes(40))),
        _unread("bytes that aren't UTF-8", _text(NOTE.replace(b"Ann", b"Zo\xeb"))),
        _unread(
            "latin-1 that is called UTF-8",
            _text(NOTE.replace(b"Ann", b"Zo\xeb"), JSON + "; charset=utf-8"),
        ),
        _read(
            "UTF-16 that is called UTF-8",
            _text(NOTE.decode().encode("utf-16-le"), JSON + "; charset=utf-8"),
        ),
        _unread(
            "a thousand levels of lists",
            _text(b"[" * 1000 + b"]" * 1000),
            call=calls.get_anything,
        ),
        _unread(
            "a hundred thousand levels of objects",
            _text(b'{"a":' * 100_000),
            call=calls.get_anything,
        ),
        _unread("NaN", _text(b'{"id":NaN}'), call=calls.get_anything),
        _unread(
            "a body beyond the limit",
            _text(b'"' + b"a" * 200_000 + b'"'),
            settings=SMALL,
            says="larger than",
        ),
        _read(
            "204 (No Content) where a note belongs",
            b"HTTP/1.1 204 None\r\n\r\n",
            gives=None,
        ),
        _read("a value with a byte order mark", _text(b"\xef\xbb\xbf" + NOTE)),
        _read(
            "a member twice: the last counts",
            _text(b'{"id":"0","id":"1","name":"Ann"}'),
        ),
        _read("members that nobody knows", _text(b'{"id":"1","name":"Ann","new":[1]}')),
        _read("a charset that doesn't exist", _text(NOTE, JSON + "; charset=klingon")),
        _read(
            "204 (No Content) where it belongs",
            b"HTTP/1.1 204 None\r\n\r\n",
            call=calls.get_or_nothing,
            gives=None,
        ),
        _read(
            "HEAD with the length of a body",
            head(200, {"Content-Length": "23"}),
            call=calls.head,
            gives=None,
        ),
        _read(
            "bytes of any kind",
            _text(bytes(range(256)), "application/octet-stream"),
            call=calls.get_bytes,
            gives=bytes(range(256)),
        ),
    ),
)

GROUPS = (CUT, CODED, WRITTEN)
