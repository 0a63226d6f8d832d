"""A URL path as a value."""

from __future__ import annotations

from generator.ir.value import Value


class Slot(Value, frozen=True, tag="slot"):
    """A place in a path that a parameter fills."""

    name: str


class Literal(Value, frozen=True, tag="literal"):
    """Text that stands in every request."""

    text: str


class Path(Value, frozen=True):
    """The parts of a path template, in order."""

    parts: tuple[Literal | Slot, ...]

    @property
    def slots(self) -> tuple[str, ...]:
        """The names between braces, in order, repeated ones included."""
        return tuple(part.name for part in self.parts if isinstance(part, Slot))

    @property
    def template(self) -> str:
        """The path as OpenAPI writes it: `/notes/{id}`."""
        return "".join(
            part.text if isinstance(part, Literal) else "{" + part.name + "}"
            for part in self.parts
        )
