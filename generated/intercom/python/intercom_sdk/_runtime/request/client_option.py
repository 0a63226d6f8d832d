"""Options of a client that are sent as headers, as the texts that they are sent as."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..argument_checks import check_text
from ..errors import ArgumentError
from . import styles
from .parameters import ContentParameter
from .scalars import plain, written


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
