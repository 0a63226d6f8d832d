"""Checks of what callers give: errors name the argument, and show nothing that may be a secret."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime, timedelta
from math import inf
from typing import IO, Final, ParamSpec

from .errors import ArgumentError
from .json.plain_data import is_mapping, is_text_or_bytes

P = ParamSpec("P")

# Networks wait for a number of milliseconds below 2**31.
_LONGEST: Final = 2_147_483.0
_PHASES: Final = ("connect", "read", "write", "pool")
# What says where a request goes, over what, and how long it is.
_FRAMING: Final = frozenset(
    {"connection", "content-length", "host", "transfer-encoding"}
)
# What marks a coroutine function and an asynchronous generator.
_ASYNCHRONOUS: Final = 0x80 | 0x200
_NOT_AWAITED: Final = "isn't awaited, so it can't be asynchronous"
# Of an object that can be called, it has the code.
_METHOD: Final = "__call__"


def kind_of(value: object) -> str:
    """The type of a value as messages show it, or `the class …`."""
    if isinstance(value, type):
        return f"the class {value.__name__}"
    return "None" if value is None else type(value).__name__


def check_seconds(name: str, seconds: object) -> None:
    """Refuse what isn't None or a number of seconds that can be waited for."""
    if seconds is None:
        return
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise ArgumentError(f"{name} must be seconds, not {kind_of(seconds)}")
    if not 0 < seconds <= _LONGEST:
        raise ArgumentError(
            f"{name} must be more than 0 and at most {_LONGEST:.0f} seconds, "
            f"not {_shown(seconds)}"
        )


def check_timeout(name: str, timeout: object) -> None:
    """Refuse what isn't None, a number of seconds, or a Timeout of such."""
    if timeout is None or isinstance(timeout, int | float):
        check_seconds(name, timeout)
        return
    phases = [(phase, getattr(timeout, phase, name)) for phase in _PHASES]
    if isinstance(timeout, type) or any(wait is name for _, wait in phases):
        raise ArgumentError(
            f"{name} must be seconds or a Timeout, not {kind_of(timeout)}"
        )
    for phase, wait in phases:
        # Zero is to take a connection that is free, and none that has to be waited for.
        if phase != "pool" or wait != 0:
            check_seconds(f"{name}.{phase}", wait)


def check_count(name: str, count: object, least: int = 0) -> None:
    """Refuse what isn't a whole number, or is a smaller one than the least."""
    if isinstance(count, bool) or not isinstance(count, int):
        raise ArgumentError(f"{name} must be a whole number, not {kind_of(count)}")
    if count < least:
        raise ArgumentError(f"{name} must be at least {least}, not {_shown(count)}")


def check_rate(name: str, rate: object) -> None:
    """Refuse what isn't None, "auto" or a number of calls a second."""
    if rate is None or rate == "auto":
        return
    if isinstance(rate, bool) or not isinstance(rate, int | float):
        raise ArgumentError(
            f'{name} must be "auto" or calls a second, not {kind_of(rate)}'
        )
    if not 0 < rate < inf:
        raise ArgumentError(
            f"{name} must be more than 0 calls a second, and finite, not {_shown(rate)}"
        )


def check_flag(name: str, flag: object) -> None:
    """Refuse what isn't True or False: any text would mean True."""
    if not isinstance(flag, bool):
        raise ArgumentError(f"{name} must be True or False, not {kind_of(flag)}")


def check_callback(name: str, function: object) -> None:
    """Refuse what isn't None and can't be called, or would have to be awaited."""
    if function is None:
        return
    if not callable(function):
        raise ArgumentError(f"{name} must be a function, not {kind_of(function)}")
    if is_asynchronous(function):
        raise ArgumentError(f"{name} {_NOT_AWAITED}")


def run_callback(
    name: str, function: Callable[P, object], *values: P.args, **named: P.kwargs
) -> None:
    """Call a function of the caller's, and refuse a coroutine, which nobody would await.

    A task, which runs by itself, may be returned.
    """
    found = function(*values, **named)
    if found is not None and isinstance(found, Coroutine):
        found.close()
        raise ArgumentError(f"{name} {_NOT_AWAITED}")


def is_asynchronous(function: object) -> bool:
    """Whether a function, or an object that can be called, gives what has to be awaited."""
    function = getattr(function, "func", function)
    parts = (function, getattr(function, _METHOD, None))
    codes = [getattr(one, "__code__", None) for one in parts]
    return any(getattr(code, "co_flags", 0) & _ASYNCHRONOUS for code in codes)


def check_text(name: str, text: object) -> None:
    """Refuse what isn't text."""
    if not isinstance(text, str):
        raise ArgumentError(f"{name} must be text, not {kind_of(text)}")


def check_key(name: str, key: object) -> None:
    """Refuse what is neither True, False nor text that a header can hold."""
    if isinstance(key, bool):
        return
    check_text(name, key)
    text = str(key)
    if not text.strip() or not (text.isascii() and text.isprintable()):
        raise ArgumentError(f"{name} must be letters, digits and signs of ASCII")


def check_array(value: object) -> None:
    """Refuse a text, or bytes, where a list belongs: it would be sent as one, or as its letters."""
    if is_text_or_bytes(value):
        raise ArgumentError(f"a list belongs here, not {kind_of(value)} by itself")


def check_json_text(name: str, json: object) -> None:
    """Refuse what is neither text nor bytes."""
    if not isinstance(json, str | bytes | bytearray | memoryview):
        raise ArgumentError(f"{name} must be bytes or text, not {kind_of(json)}")


def check_headers(name: str, headers: object) -> None:
    """Refuse what isn't a mapping of text to text, or says what each request says by itself."""
    for key, value in _pairs(name, headers):
        check_text(f"{name}[{key!r}]", value)
        if key.lower() in _FRAMING:
            raise ArgumentError(f"{name} can't hold {key}: each request has its own")


def check_mapping(name: str, mapping: object) -> None:
    """Refuse what isn't a mapping with text for keys."""
    for _ in _pairs(name, mapping):
        pass


def check_type(name: str, value: object, type_: type) -> None:
    """Refuse what isn't None or an instance of this type."""
    if value is not None and not isinstance(value, type_):
        raise ArgumentError(f"{name} must be {type_.__name__}, not {kind_of(value)}")


def url_text(name: str, url: object) -> str:
    """A URL as text; the classes that libraries have for URLs are taken too."""
    if isinstance(url, str):
        return url
    if not isinstance(url, type) and all(
        isinstance(getattr(url, part, None), str) for part in ("scheme", "host")
    ):
        return str(url)
    raise ArgumentError(f"{name} must be a URL, as text, not {kind_of(url)}")


def _pairs(name: str, mapping: object) -> Iterator[tuple[str, object]]:
    if not is_mapping(mapping):
        raise ArgumentError(f"{name} must be a mapping, not {kind_of(mapping)}")
    for key, value in mapping.items():
        if not isinstance(key, str):
            raise ArgumentError(f"{name} has a name that is {kind_of(key)}, not text")
        yield key, value


def _shown(number: float) -> str:
    # A number of thousands of digits can't be written.
    return f"{number:g}" if isinstance(number, float) or abs(number) < 10**9 else "that"


# Text in the place of a file may be meant as its path, and has no bytes before it is encoded.
_TEXT = (
    "a str is no file: pass pathlib.Path(...) to send the file of this name, or text.encode() to "
    "send the text itself"
)
_TEXT_FILE = "the file is opened as text: open it in binary mode, open(..., 'rb'), or pass its path"
_TEXT_READERS = (io.TextIOBase, codecs.StreamReader, codecs.StreamReaderWriter)
_STRING_IO = "a StringIO holds text: pass value.getvalue().encode()"


def check_file(file: IO[bytes]) -> None:
    """Refuse an open file that gives no bytes."""
    if isinstance(file, io.StringIO):
        raise ArgumentError(_STRING_IO)
    # Wrappers such as those of `tempfile` have the attributes of what they wrap.
    if isinstance(file, _TEXT_READERS) or (
        hasattr(file, "encoding") and isinstance(file.read(0), str)
    ):
        raise ArgumentError(_TEXT_FILE)
    if hasattr(file, "readable") and not file.readable():
        raise ArgumentError("the file isn't opened for reading")


def check_no_text(value: object) -> None:
    """Refuse text where a file belongs."""
    if isinstance(value, str):
        raise ArgumentError(_TEXT)


NO_ZONE: Final = (
    "a datetime without a time zone can't be sent, since it names no moment: make it aware, with "
    "value.replace(tzinfo=timezone.utc), or with value.astimezone() where it is local time"
)
_FRACTION: Final = (
    "a fraction of a second can't be sent, since the moment is written in whole seconds: pass "
    "value.replace(microsecond=0)"
)
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)


def seconds(moment: datetime) -> int:
    """A moment as whole seconds since 1970.

    Raises:
        ArgumentError: It has no time zone, or a fraction of a second.
    """
    if moment.utcoffset() is None:
        raise ArgumentError(NO_ZONE)
    whole, rest = divmod(moment - EPOCH, _SECOND)
    if rest:
        raise ArgumentError(_FRACTION)
    return whole
