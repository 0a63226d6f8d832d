"""Where credentials could show: in an error with all that led to it, in frames and in the log."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Iterator
from logging import LogRecord
from pathlib import Path
from types import TracebackType
from typing import Any

SECRETS = ("tok_1234567890abcdef", "key_abcdef1234567890", "sid_0a1b2c3d4e5f6789")
_TESTS = str(Path(__file__).parents[1])


def shown(value: object) -> bool:
    """Whether a value shows a credential to whoever prints it."""
    try:
        text = repr(value)
    except Exception:
        # A request of pyreqwest has none once it was sent.
        return False
    if isinstance(value, BaseException):
        text += str(value)
    return any(secret in text for secret in SECRETS)


def chain(error: BaseException) -> Iterator[BaseException]:
    """An exception and all that led to it, or that it holds."""
    seen: set[int] = set()
    left: list[BaseException | None] = [error]
    while left:
        one = left.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        left += [one.__cause__, one.__context__]
        left += [each for each in one.args if isinstance(each, BaseException)]
        left += getattr(one, "exceptions", ())


def leaks_of_error(error: BaseException) -> Iterator[str]:
    """The places of an error in which a credential shows."""
    for one in chain(error):
        name = type(one).__name__
        notes = getattr(one, "__notes__", [])
        if any(map(shown, (one, one.args, vars(one), notes))):
            yield f"{name} itself"
        for frame, variable in _variables(one.__traceback__):
            yield f"{name}: {variable} in {frame}"
    request: Any = getattr(error, "request", None)
    if request is not None and any(map(shown, (error.curl(), request))):  # type: ignore[attr-defined]  # one of ours
        yield "curl()"
    if shown("".join(traceback.format_exception(error))):
        yield "the printed traceback"
    if any(secret.encode() in pickle.dumps(error) for secret in SECRETS):
        yield "the pickled error"


def _variables(start: TracebackType | None) -> Iterator[tuple[str, str]]:
    """The local variables of frames in which a credential shows; those of tests hold them."""
    for frame, line in traceback.walk_tb(start):
        code = frame.f_code
        if code.co_filename.startswith(_TESTS):
            continue
        for name, value in frame.f_locals.items():
            if shown(value):
                yield f"{code.co_filename}:{line} {code.co_qualname}", name


def leaks_of_log(records: list[LogRecord]) -> Iterator[str]:
    """The records of a log in which a credential shows."""
    for record in records:
        if shown((record.getMessage(), vars(record))):
            yield f"{record.name}: {record.msg}"
