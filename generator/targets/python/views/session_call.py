"""The call of a session that a method makes."""

from __future__ import annotations

from generator.emit.text.code import Code
from generator.ir.operation import Operation
from generator.targets.python.names.reserved_names import (
    PAGER_ARGUMENTS,
    WAIT_ARGUMENTS,
)
from generator.targets.python.requests.signature import Arguments

_OPTIONS = Code("options")


def session_method(operation: Operation, *, is_paged: bool, is_streamed: bool) -> Code:
    """The session's method that a method calls."""
    if operation.wait is not None:
        return Code("wait")
    return Code("paginate" if is_paged else "stream" if is_streamed else "send")


def passed(
    operation: Operation, arguments: Arguments, *, is_paged: bool
) -> tuple[Code, ...]:
    """What a method of the session takes behind the operation, in its order.

    Values and body may be left out where there are none, unless something stands behind them.
    """
    values = arguments.values or Code("()")
    body = [arguments.body] if arguments.body else []
    if is_paged:
        size = [Code(f"size={arguments.size}")] if arguments.size else []
        return (values, *map(Code, PAGER_ARGUMENTS), _OPTIONS, *body, *size)
    own = [values, *body] if arguments.values or body else []
    further = (*(WAIT_ARGUMENTS if operation.wait else ()), _OPTIONS)
    return (*own, *(Code(f"{name}={name}") for name in further))
