"""What stands in the annotations of arguments and models beside Python's own types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NewType, Protocol, TypeAlias, TypeVar

T_co = TypeVar("T_co", covariant=True)

if TYPE_CHECKING:
    UnknownValue = NewType("UnknownValue", str)
    """A value that an enumeration doesn't list, which a newer server may have.

    An enumeration is `Literal["draft", "published"] | UnknownValue`: type checkers refuse any other
    text, so that a typo is an error, unless `UnknownValue("archived")` says that it is meant. When
    the program runs it is `str` itself, and any text passes.
    """
else:
    UnknownValue = str


if TYPE_CHECKING:
    Number: TypeAlias = float
    """A number as JSON has it: an int of any size without a fraction, else a float.

    A float alone would lose the last digits of a large whole number. Type checkers let an int stand
    wherever a float does.
    """
else:
    Number = int | float


class SequenceNotStr(Protocol[T_co]):
    """A sequence of texts, or of what may be text, which a text by itself is not.

    `str` and `bytes` are sequences, too, but look for a part rather than for an item, so that they
    don't fit; lists, tuples, ranges, deques and every `collections.abc.Sequence` do.
    """

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> T_co: ...

    def __iter__(self) -> Iterator[T_co]: ...

    def __contains__(self, value: object, /) -> bool: ...
