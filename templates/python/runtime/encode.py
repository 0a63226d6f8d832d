"""From models back to JSON."""

from __future__ import annotations

import msgspec

from .hooks import enc_hook
from .nesting import check_depth


def to_json(value: object) -> bytes:
    """A model, or plain data with models in it, as JSON.

    Properties that are absent stay absent, and what a server sent against its description comes out
    as it came in.

    Raises:
        ArgumentError: It is nested too deeply.
        TypeError: Something in it has no form in JSON.
    """
    check_depth(value)
    try:
        return msgspec.json.encode(value, enc_hook=enc_hook)
    except UnicodeEncodeError:
        # Half a surrogate pair: JSON can escape it, UTF-8 can't hold it.
        import json  # noqa: PLC0415 -- needed for such text alone

        return json.dumps(to_builtins(value), separators=(",", ":")).encode()
    except NotImplementedError as error:
        raise TypeError(str(error)) from error


def to_builtins(value: object) -> object:
    """A model, or plain data with models in it, as what a JSON parser gives: dict, list and so on.

    Raises:
        ArgumentError: It is nested too deeply.
        TypeError: Something in it has no form in JSON.
    """
    check_depth(value)
    try:
        return msgspec.to_builtins(value, enc_hook=enc_hook, str_keys=True)
    except NotImplementedError as error:
        raise TypeError(str(error)) from error
