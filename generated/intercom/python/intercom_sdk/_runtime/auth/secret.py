"""Credentials that don't show themselves, and holders of them, which can't be pickled."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final, NoReturn, Protocol, Self, TypeAlias, final

from ..argument_checks import check_text, is_asynchronous
from ..errors import ArgumentError, CredentialsError, without_locals

# How many of the texts that a function gave are kept, to be taken out of what servers send back.
_RECENT: Final = 100


class HasSecretValue(Protocol):
    """A text that hides itself, as pydantic's `SecretStr` does."""

    def get_secret_value(self) -> str:
        """The text."""
        ...


# A credential: a text, or a function that is called for it before each call.
SecretSource: TypeAlias = (
    str | HasSecretValue | Callable[[], str] | Callable[[], HasSecretValue]
)
AsyncSecretSource: TypeAlias = (
    SecretSource
    | Callable[[], Awaitable[str]]
    | Callable[[], Awaitable[HasSecretValue]]
)


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


@final
class Provider:
    """A function of the caller's that gives a credential; what it raises is raised by the call.

    Args:
        function: Gives the text, or an awaitable of it.
        argument: What the client calls it.
        ascii_only: Whether only ASCII can be sent.
    """

    __slots__ = ("__function", "__recent", "_argument", "_ascii_only")

    def __init__(
        self, function: Callable[[], object], argument: str, ascii_only: bool
    ) -> None:
        self.__function = function
        self.__recent: deque[str] = deque(maxlen=_RECENT)
        self._argument = argument
        self._ascii_only = ascii_only

    def check_sync(self) -> None:
        """Refuse a function that is asynchronous, before it is called.

        Raises:
            ArgumentError: It is.
        """
        if is_asynchronous(self.__function):
            raise self._asynchronous()

    def call(self) -> Secret:
        """What the function gives.

        Raises:
            ArgumentError: It is no text, or has to be awaited.
            CredentialsError: It is empty, or can't be sent.
        """
        return self._read(self.__function())

    async def acall(self) -> Secret:
        """What the function gives, or what it is awaited for, as `call`."""
        return self._read(await _awaited(self.__function()))

    def recent(self) -> tuple[str, ...]:
        """The texts that it gave last."""
        return tuple(self.__recent)

    def _read(self, given: Any) -> Secret:  # noqa: ANN401 -- unchecked yet
        try:
            return self._checked(given)
        except ArgumentError as error:
            del given
            raise without_locals(error) from error.__cause__

    def _checked(self, given: Any) -> Secret:  # noqa: ANN401 -- as above
        if hasattr(given, "__await__"):
            close = getattr(given, "close", None)
            if close is not None:
                close()
            raise self._asynchronous()
        where = f"what {self._argument} returns"
        if given is None:
            check_text(where, given)
        found = read_secret(given, "", where, self._ascii_only)
        if not isinstance(found, Secret):
            raise CredentialsError(f"{where} is empty")
        if found.reveal() not in self.__recent:
            self.__recent.append(found.reveal())
        return found

    def _asynchronous(self) -> ArgumentError:
        return ArgumentError(
            f"{self._argument} has to be awaited, which only an asynchronous client does"
        )

    def __repr__(self) -> str:
        return "Provider(…)"

    def __copy__(self) -> Provider:
        return self

    def __deepcopy__(self, memo: object) -> Provider:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a credential can't be pickled")


async def _awaited(given: Any) -> Any:  # noqa: ANN401 -- as above
    return await given if hasattr(given, "__await__") else given


def shown(secret: Secret | Provider | None) -> tuple[str, ...]:
    """The texts of a credential that must not be shown."""
    if secret is None:
        return ()
    return (secret.reveal(),) if isinstance(secret, Secret) else secret.recent()


def revealed(secret: Secret | Provider | None) -> str:
    """The text of a credential, which its function gave before, if it has one."""
    if not isinstance(secret, Secret):
        raise CredentialsError("the credential is missing")
    return secret.reveal()


def read_secret(
    value: AsyncSecretSource | None,
    variable: str,
    argument: str,
    ascii_only: bool = True,
) -> Secret | Provider | None:
    """A credential from an argument or, without one, from the environment.

    Args:
        value: The argument.
        variable: The name of the environment variable, or "".
        argument: What the argument is called.
        ascii_only: Whether it is sent as it is, so that only ASCII can be.

    Returns:
        The credential without the space around it, what gives it, or None when there is none.
    """
    return _read_source(value, variable, argument, ascii_only)


def _read_source(
    given: Any,  # noqa: ANN401 -- unchecked yet
    variable: str,
    argument: str,
    ascii_only: bool,
) -> Secret | Provider | None:
    if not isinstance(given, type):
        if callable(getattr(given, "get_secret_value", None)):
            given = given.get_secret_value()
        elif callable(given):
            return Provider(given, argument, ascii_only)
    return _read_text(given, variable, argument, ascii_only)


def _read_text(
    value: Any,  # noqa: ANN401 -- unchecked yet
    variable: str,
    argument: str,
    ascii_only: bool,
) -> Secret | None:
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
    values: tuple[AsyncSecretSource | None, AsyncSecretSource | None],
    variables: tuple[str, str],
    arguments: tuple[str, str],
    ascii_only: bool = True,
) -> tuple[Secret | Provider | None, Secret | Provider | None]:
    """Two credentials that belong together, each as `read_secret` reads it."""
    first, second = map(read_secret, values, variables, arguments, (ascii_only,) * 2)
    return first, second
