"""What an API deprecates: marks for type checkers and editors, and warnings where it is used."""

from __future__ import annotations

import inspect
import sys
import warnings
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar, cast

if sys.version_info >= (3, 13):
    from warnings import deprecated
else:
    from typing_extensions import deprecated

__all__ = ["deprecated", "warns"]

F = TypeVar("F", bound=Callable[..., Any])

# The package that this file lies in, two levels up.
_PACKAGE: Final = __name__.rsplit(".", 2)[0]


def warns(*names: str) -> Callable[[F], F]:
    """Make a method warn when it is called, before anything of it runs.

    It warns of itself where it is marked as deprecated, and of these arguments where they are
    passed: with a DeprecationWarning at the line outside of this package that calls it, whatever of
    the package stands between.

    Args:
        names: Its deprecated arguments.
    """

    def decorate(method: F) -> F:
        name = method.__qualname__.removesuffix(".__init__")
        defaults: dict[str, Any] = getattr(method, "__kwdefaults__", None) or {}
        code: Any = getattr(method, "__code__", None)

        @wraps(method)
        def called(
            *arguments: Any, **keywords: Any  # noqa: ANN401 -- as they are
        ) -> Any:  # noqa: ANN401 -- what the method returns
            if text := getattr(called, "__deprecated__", ""):
                _warn(text)
            # Only a default that is sent can be passed, too.
            passed = {*code.co_varnames[: len(arguments)]} | {
                key
                for key, value in keywords.items()
                if key not in defaults
                or value is not defaults[key]
                or isinstance(value, str | int | float)
            }
            for argument in names:
                if argument in passed:
                    _warn(f"the argument `{argument}` of `{name}` is deprecated")
            return method(*arguments, **keywords)

        if sys.version_info >= (3, 12) and inspect.iscoroutinefunction(method):
            inspect.markcoroutinefunction(called)
        # It has the signature of the method, which type checkers can't see.
        return cast("F", called)

    return decorate


def _warn(text: str) -> None:
    level, frame = 1, inspect.currentframe()
    while frame is not None and _is_own(frame.f_globals.get("__name__", "")):
        level, frame = level + 1, frame.f_back
    warnings.warn(text, DeprecationWarning, stacklevel=level)


def _is_own(module: str) -> bool:
    return module == _PACKAGE or module.startswith(f"{_PACKAGE}.")
