"""Contents: how answers are read, and what a caller gets from them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text import Code, join, literal
from generator.ir.declarations import Model
from generator.ir.operation import MediaType, Operation, Response
from generator.ir.types import Anything, Array, Map, Nullable, String, Type
from generator.targets.python.annotations import Annotator
from generator.targets.python.layout import Layout
from generator.targets.python.media import Kind, kind_of
from generator.targets.python.module import Module
from generator.targets.python.streams import is_stream
from generator.targets.python.usage import Index, resolve

_CONTENT = "._runtime.content"


class Outcome(msgspec.Struct, frozen=True):
    """What a successful call comes to.

    `type` is the one JSON type of it, None when it is something else or several things. `streams`
    tells whether it is handed out item by item, `result` then being an item.
    """

    result: Code
    type: Type | None = None
    streams: bool = False


class ContentsOf:
    """Spells the contents of answers in one module."""

    def __init__(self, layout: Layout, module: Module, spell: Annotator) -> None:
        self._layout = layout
        self._module = module
        self._spell = spell

    @property
    def index(self) -> Index:
        """The declarations by id."""
        return self._layout.index

    def outcome(self, operation: Operation) -> Outcome:
        """What a call of the operation returns."""
        medias = [
            media for response in successes(operation) for media in response.content
        ]
        streams = bool(medias) and all(map(is_stream, medias))
        results = [
            self._result(media)
            for response in successes(operation)
            for media in response.content or (None,)
        ]
        only = medias[0].type if len(results) == 1 and medias else None
        is_json = only is not None and kind_of(medias[0]) is Kind.JSON
        return Outcome(
            result=(
                self._spell.either_of(results)
                if results
                else self._module.use("typing", "Any")
            ),
            type=only if is_json else None,
            streams=streams,
        )

    def responses(self, operation: Operation) -> Code:
        """The mapping from statuses to contents, "" when the document has none."""
        return self._mapping((item.status, item) for item in successes(operation))

    def errors(self, operation: Operation) -> Code:
        """The mapping from error statuses to contents; those without a body say nothing."""
        return self._mapping(
            (item.status, item)
            for item in operation.responses
            if not item.is_success and item.content
        )

    def content(self, response: Response) -> Code:
        """The content of one answer."""
        kinds = {
            essence: self._content(media)
            for essence, media in _by_type(response.content)
        }
        match len(set(kinds.values())):
            case 0:
                return Code(f"{self._module.use(_CONTENT, 'Empty')}()")
            case 1:
                return next(iter(kinds.values()))
            case _:
                rows = join(
                    ", ", (Code(f"{literal(key)}: {kinds[key]}") for key in kinds)
                )
                return Code(
                    f"{self._module.use(_CONTENT, 'ByContentType')}({{{rows}}})"
                )

    def _mapping(self, responses: Iterable[tuple[str, Response]]) -> Code:
        rows = [
            Code(f"{literal(status)}: {self.content(item)}")
            for status, item in responses
        ]
        return Code("{" + join(", ", rows) + "}") if rows else Code("")

    def _content(self, media: MediaType) -> Code:
        match kind_of(media):
            case Kind.JSON:
                return self._made("Json", self._spell.spell(media.type))
            case Kind.LINES:
                return self._made("JsonLines", self._spell.spell(item_of(media)))
            case Kind.EVENTS:
                event, is_data = self._event(media)
                return self._made(
                    "EventStream", Code(f"{event}, data=True") if is_data else event
                )
            case Kind.TEXT:
                return self._made("Text", Code(""))
            case Kind.BYTES | Kind.FORM | Kind.MULTIPART:
                return self._made("Bytes", Code(""))

    def _made(self, kind: str, argument: Code) -> Code:
        return Code(f"{self._module.use(_CONTENT, kind)}({argument})")

    def _event(self, media: MediaType) -> tuple[Code, bool]:
        """The type of an event, and whether it is the type of the event's data alone."""
        if media.item is not None:
            return self._spell.spell(media.item), False
        if isinstance(resolve(media.type, self._layout.index), String | Anything):
            return self._module.use("._runtime.events", "ServerSentEvent"), False
        return self._spell.spell(media.type), True

    def _result(self, media: MediaType | None) -> Code:
        if media is None:
            return Code("None")
        match kind_of(media):
            case Kind.JSON:
                return self._spell.spell(media.type)
            case Kind.LINES:
                return self._spell.spell(item_of(media))
            case Kind.EVENTS:
                return self._event(media)[0]
            case Kind.TEXT:
                return self._module.builtin("str")
            case Kind.BYTES | Kind.FORM | Kind.MULTIPART:
                return self._module.builtin("bytes")


def successes(operation: Operation) -> tuple[Response, ...]:
    """The answers that a call returns: the 2xx ones, or `default` where it is all there is.

    Redirects are followed, so they answer nothing.
    """
    found = tuple(item for item in operation.responses if item.status[:1] == "2")
    if found:
        return found
    return tuple(
        msgspec.structs.replace(item, status="2XX")
        for item in operation.responses
        if item.status == "default" and len(operation.responses) == 1 and item.content
    )


def item_of(media: MediaType) -> Type:
    """The type of one item of a sequential body."""
    if media.item is not None:
        return media.item
    return media.type.item if isinstance(media.type, Array) else media.type


def page_item(type: Type, keys: tuple[str, ...], layout: Layout) -> Type | None:
    """The type of a page's items, by where they stand; None when there is no list."""
    found = resolve(type, layout.index)
    if isinstance(found, Nullable):
        return page_item(found.inner, keys, layout)
    if not keys:
        return found.item if isinstance(found, Array) else None
    match found:
        case Model(fields=fields):
            below = next((f.type for f in fields if f.name.wire == keys[0]), None)
            return None if below is None else page_item(below, keys[1:], layout)
        case Map(value=value):
            return page_item(value, keys[1:], layout)
        case Anything():
            return found
        case _:
            return None


def _by_type(content: Iterable[MediaType]) -> Iterable[tuple[str, MediaType]]:
    return ((media.content_type, media) for media in content)
