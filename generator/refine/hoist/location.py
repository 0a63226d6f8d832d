"""Where an unnamed schema stands, in words: what its name is made of."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from generator.diagnostics import Place
from generator.ir.declarations import Declaration, InPlace
from generator.ir.name import split
from generator.ir.operation import Callback, Operation
from generator.ir.unrefined import Component
from generator.media_range import media_range
from generator.refine.hoist.unique_names import Words, join
from generator.refine.rewrite.api import TypeUse

# The words that a component's key leaves open.
_ROLES = {"responses": ("response",), "requestBodies": ("request",)}


class Location(NamedTuple):
    """The way to a schema: the words of what it belongs to, and of each step from there.

    `around` is the name of the declaration that it stands in, () outside of any. `place` is that
    of what the way begins at, and `way` a pointer from there. `origin` is that of what is declared
    there.
    """

    id: str
    place: Place
    root: Words
    steps: tuple[Words, ...] = ()
    depth: int = 0
    around: Words = ()
    way: str = ""
    origin: InPlace = InPlace()

    @property
    def whereabouts(self) -> Place:
        """Where the schema stands, as far as the document has what is on the way."""
        return Place(self.place.file, self.place.pointer + self.way)

    @property
    def words(self) -> Words:
        """The name that the place suggests."""
        words = self.root
        for step in self.steps:
            words = join(words, step)
        return words or ("value",)

    def down(self, step: str, *words: str) -> Location:
        """The location of what stands inside."""
        steps = (*self.steps, words) if words else self.steps
        id = f"{self.id}/{step}"
        way = f"{self.way}/{step}"
        return self._replace(id=id, steps=steps, depth=self.depth + 1, way=way)

    def in_property(self, step: str, *words: str) -> Location:
        """The location of a property's schema."""
        origin = replace(self.origin, in_property=True)
        return self.down(step, *words)._replace(origin=origin)

    def in_allof(self, index: int) -> Location:
        """The location of a part of an allOf."""
        origin = replace(self.origin, in_allof=True)
        return self.down(f"allOf/{index}")._replace(origin=origin)

    def of_schema(self, id: str, component: Component | None) -> Location:
        """This location for the schema with that id: shared components name their own.

        The first step then says what the component's kind says already, a response for example.
        """
        here = self._replace(id=id or self.id)
        words = split(component.key) if component is not None else ()
        if component is None or not words:
            return here
        root = join(words, _ROLES.get(component.section, ()))
        if self.root[: len(root)] == root:
            return here
        return here._replace(root=root, steps=self.steps[1:])


def location_in(declaration: Declaration) -> Location:
    """The location of what stands directly inside a declaration."""
    words = declaration.name.words or ("value",)
    before = declaration.origin
    around = before if isinstance(before, InPlace) else InPlace()
    origin = replace(around, name="", inside=declaration.id)
    return Location(
        declaration.id, declaration.place, words, around=words, origin=origin
    )


def location_of(use: TypeUse) -> Location:
    """The location of what stands in an operation or a callback."""
    holder = use.holder
    pointer = holder.place.pointer.removeprefix("#").removeprefix("/")
    id = "/".join((pointer, use.role, *(key.replace("/", "~1") for key in use.keys)))
    root = split(holder.id if isinstance(holder, Operation) else holder.name.wire)
    return Location(id, holder.place, root, (_use_words(use),))


def _use_words(use: TypeUse) -> Words:
    match use.role:
        case "parameter":
            return split(use.keys[0]) or ("parameter",)
        case "request" | "payload":
            return (*_format_words(use, use.keys[0]), use.role)
        case "response":
            status, content_type = use.keys[:2]
            format = _format_words(use, content_type)
            return (*_status_words(use.holder, status), *format, "response")
        case _:
            return (*(word for key in use.keys for word in split(key)), use.role)


def _status_words(holder: Operation | Callback, status: str) -> Words:
    """Nothing for the answer that callers want, the status for every other."""
    if isinstance(holder, Operation):
        for response in holder.responses:
            if response.is_success and response.content:
                return () if response.status == status else (status.lower(),)
    return (status.lower(),)


def _format_words(use: TypeUse, content_type: str) -> Words:
    """Nothing for the first representation, the subtype for every other."""
    content = () if use.holder.body is None else use.holder.body.content
    if use.role == "response" and isinstance(use.holder, Operation):
        content = next(
            each.content for each in use.holder.responses if each.status == use.keys[0]
        )
    if content and content[0].content_type == content_type:
        return ()
    return split(media_range(content_type).subtype)
