"""Options of a client that are sent as headers, as the texts that they are sent as."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from ..argument_checks import check_headers, check_text, seconds
from ..errors import ArgumentError
from ..json.plain_data import is_listed
from . import styles
from .parameters import ContentParameter, header
from .scalars import plain, written

# A comment without another in it; the zero bytes are those that were looked at already.
_COMMENT: Final = re.compile(r"\((?:[\t -'*-\[\]-~\x00]|\\[\t -~])*\)").sub
_TOKEN: Final = r"[\w!#$%&'*+.^`|~-]+"  # noqa: S105 -- the word for it
_PRODUCTS: Final = re.compile(
    rf"(?:{_TOKEN}(?:/{_TOKEN})?|\x00)(?:[ \t]+(?:{_TOKEN}(?:/{_TOKEN})?|\x00))*",
    re.ASCII,
).fullmatch


class HeaderPairs(tuple[tuple[bytes, bytes], ...]):
    """Names and values of headers; the values may be secrets, and aren't shown."""

    # What a library takes in their place.
    made: Any = None

    def __repr__(self) -> str:
        return f"HeaderPairs({[name.decode() for name, _ in self]})"


def merged(
    headers: list[tuple[bytes, bytes]], winning: list[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    """Headers with others that stand in the place of those of their names."""
    names = {name.lower() for name, _ in winning}
    return [pair for pair in headers if pair[0].lower() not in names] + winning


def text_option(argument: str, text: str | None) -> str | None:
    """An option that is text; None is for nothing to send.

    Raises:
        ArgumentError: It isn't text; the error names the argument.
    """
    if text is not None:
        check_text(argument, text)
    return text


def written_option(
    argument: str,
    value: object,
    *,
    explode: bool = False,
    item_styles: Sequence[str] = (),
    convert: Callable[[object], object] | None = None,
) -> str | None:
    """An option of another type, written as a header parameter is; None is for nothing to send.

    Args:
        argument: What the client's argument is called.
        value: What was passed for it.
        explode: Whether the members of an object are written as `key=value`.
        item_styles: The styles of lists within a list, from the outside in.
        convert: Makes of the value what is written in its place.

    Raises:
        ArgumentError: It has no such form; the error names the argument.
    """
    try:
        made = plain(value if convert is None else convert(value))
        if styles.is_undefined(made):
            return None
        encode = styles.nested(written, item_styles, raw=True)
        return styles.simple(made, explode, encode)
    except ArgumentError as error:
        raise ArgumentError(f"{argument}: {error}") from None


def as_seconds(value: object) -> object:
    """A moment as seconds, and those in a list; any other value as it is."""
    if is_listed(value):
        return [as_seconds(item) for item in value]
    return seconds(value) if isinstance(value, datetime) else value


def content_option(argument: str, value: object, content_type: str) -> str | None:
    """An option that is written as a media type, JSON most of the time.

    Raises:
        ArgumentError: It has no such form; the error names the argument.
    """
    if value is None:
        return None
    try:
        return ContentParameter(argument, "header", content_type).write(value)
    except ArgumentError as error:
        raise ArgumentError(f"{argument}: {error}") from None


def request_headers(given: Mapping[str, str] | None) -> list[tuple[bytes, bytes]]:
    """The headers that a caller gives to a client, for all of its requests.

    Raises:
        ArgumentError: One isn't text, can't be sent, or says what each request says by itself.
    """
    if given is None:
        return []
    check_headers("headers", given)
    return [header(name, value) for name, value in given.items()]


def product(suffix: str | None, own: Container[bytes]) -> str:
    """What is put behind the client's own name in User-Agent.

    Args:
        suffix: Products, `app/1.2`, and comments in parentheses; see
            https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5.
        own: The lower-case names of the headers that the caller gives to the client.

    Raises:
        ArgumentError: It can't stand there, or the caller gives User-Agent.
    """
    if suffix is None:
        return ""
    check_text("user_agent_suffix", suffix)
    rest, text = "", suffix.strip(" \t")
    while rest != text:
        rest, text = text, _COMMENT("\0", text)
    if "\0" in suffix or not _PRODUCTS(text):
        raise ArgumentError(
            "user_agent_suffix must be products and comments: 'app/1.2 (+https://app.example)'"
        )
    if b"user-agent" in own:
        raise ArgumentError(
            "user_agent_suffix has no place where headers hold User-Agent: pass one of the two"
        )
    return f" {suffix.strip()}"
