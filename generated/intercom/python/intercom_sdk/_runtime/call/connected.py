"""What holds connections and credentials: a copy of it is itself, and no pickle takes it."""

from __future__ import annotations

from typing import NoReturn, Self


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
