"""Credentials that don't show themselves, and holders of them, which can't be pickled."""

from __future__ import annotations

import os
from typing import NoReturn, Self, final

from ..argument_checks import check_text
from ..errors import CredentialsError


@final
class Secret:
    """A text that only `reveal` gives out: not repr, str, format, pickle or a copy."""

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """The text."""
        return self.__value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __str__(self) -> str:
        return "…"

    def __format__(self, specification: str) -> str:
        return "…"

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret can't be pickled")


def read_secret(
    value: str | None, variable: str, argument: str, ascii_only: bool = True
) -> Secret | None:
    """A credential from an argument or, without one, from the environment.

    Args:
        value: The argument.
        variable: The name of the environment variable, or "".
        argument: What the argument is called.
        ascii_only: Whether it is sent as it is, so that only ASCII can be.

    Returns:
        The credential without the space around it, or None when there is none.
    """
    if value is not None:
        check_text(argument, value)
    where = argument
    if value is None and variable:
        where = f"{variable} in the environment"
        value = os.environ.get(variable)
    value = (value or "").strip()
    if not value:
        return None
    if not value.isprintable() or (ascii_only and not value.isascii()):
        raise CredentialsError(
            f"{where} holds a line break or another character that can't be sent"
        )
    return Secret(value)


class Connected:
    """An object that frameworks may copy along with what holds it, and that stays the same."""

    __slots__ = ()

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} holds a credential and connections, and can't be pickled"
        )


def read_pair(
    values: tuple[str | None, str | None],
    variables: tuple[str, str],
    arguments: tuple[str, str],
    ascii_only: bool = True,
) -> tuple[Secret | None, Secret | None]:
    """Two credentials that belong together, each as `read_secret` reads it."""
    first, second = map(read_secret, values, variables, arguments, (ascii_only,) * 2)
    return first, second
