"""Where in the input something stands."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True, order=True):
    """A spot in a document, as cheap to carry as two strings.

    `file` is the path as the user would type it, relative to the working folder where that is
    shorter; `pointer` is the JSON Pointer (RFC 6901) of the value in the file as written, before
    any upgrade. Line and column are looked up only when a diagnostic is printed.
    """

    file: str
    pointer: str = ""

    def below(self, *keys: str) -> Place:
        """The place of what stands inside, at a path of keys."""
        tokens = (key.replace("~", "~0").replace("/", "~1") for key in keys)
        return Place(self.file, "/".join((self.pointer, *tokens)))

    def beside(self, key: str) -> Place:
        """The place of another member of the object that this is a member of."""
        return Place(self.file, self.pointer.rpartition("/")[0]).below(key)

    def is_inside(self, other: Place) -> bool:
        """Whether it is the place of what stands inside of what stands at another one."""
        return self.file == other.file and self.pointer.startswith(f"{other.pointer}/")


class Spot(Place, frozen=True, order=True):
    """A place in text that never became a value: what stops a parser has no pointer."""

    line: int = 1
    column: int = 1


class Span(msgspec.Struct, frozen=True, order=True):
    """A place with its line and column, both counted from 1."""

    file: str
    line: int
    column: int
    pointer: str = ""
