"""Contents: how responses are read, and what a caller gets from them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.declarations import Model
from generator.ir.operation import MediaType, Operation, Response
from generator.ir.types import (
    Anything,
    Array,
    Enumeration,
    Nullable,
    String,
    Type,
    Union,
)
from generator.targets.python.declaration_index import Index, resolve
from generator.targets.python.expressions import call_of, dict_of
from generator.targets.python.media.media_kind import (
    Kind,
    is_stream,
    is_unparsed,
    kind_of_response,
)
from generator.targets.python.media.request_media import is_same
from generator.targets.python.media.status_groups import (
    errors_with_content,
    has_not_modified,
    may_lead_elsewhere,
    successes,
)
from generator.targets.python.module import Module
from generator.targets.python.types.annotations import Annotator

_CONTENT = "._runtime.response.content"
_JSON_OR_TEXT = "._runtime.response.content"
_SEQUENCES = "._runtime.response.sequences"
_EVENT_ITEMS = "._runtime.response.event_items"
_UNDECODED = frozenset({Kind.TEXT, Kind.BYTES, Kind.FORM, Kind.MULTIPART})
# The media types that the runtime accepts by default.
_USUAL = {
    Kind.JSON: ("application/json",),
    Kind.LINES: ("application/jsonl",),
    Kind.TEXT: ("text/plain",),
    Kind.JSON_OR_TEXT: ("application/*",),
}


class Outcome(msgspec.Struct, frozen=True):
    """What a successful call comes to.

    `type` is the one JSON type of it, None when it is something else or several things. `streams`
    tells whether it is handed out item by item, `result` then being an item, and `has_bytes`
    whether it may be a file.
    """

    result: Code
    type: Type | None = None
    streams: bool = False
    has_bytes: bool = False


class ContentsOf:
    """Spells the contents of responses in one module."""

    def __init__(self, index: Index, module: Module, spell: Annotator) -> None:
        self.index = index
        self._module = module
        self._spell = spell

    def outcome(self, operation: Operation) -> Outcome:
        """What a call of the operation returns."""
        contents = [self._accepted(item) for item in successes(operation)]
        medias = [media for content in contents for media in content]
        streams = bool(medias) and all(map(is_stream, medias))
        results = [
            self._result(media) for content in contents for media in content or (None,)
        ]
        if may_lead_elsewhere(operation):
            # What is found where it leads, nobody describes.
            results.append(self._module.use("typing", "Any"))
        known = {*results} - ({"None"} if has_not_modified(operation) else set())
        only = medias[0].type if len(known) == 1 and medias else None
        is_json = only is not None and self._kind(medias[0]) is Kind.JSON
        return Outcome(
            result=(
                self._spell.either_of(results)
                if results
                else self._module.use("typing", "Any")
            ),
            type=only if is_json else None,
            streams=streams,
            has_bytes=any(self._kind(media) is Kind.BYTES for media in medias),
        )

    def responses(self, operation: Operation) -> Code:
        """The mapping from statuses to contents, "" when the document has none."""
        return self._mapping(successes(operation))

    def errors(self, operation: Operation) -> Code:
        """The mapping from error statuses to contents; those without a body say nothing."""
        return self._mapping(errors_with_content(operation))

    def content(self, response: Response) -> Code:
        """The content of one response."""
        by_kind: dict[Code, list[MediaType]] = {}
        for media in self._accepted(response):
            by_kind.setdefault(self._content(media, ""), []).append(media)
        match list(by_kind.items()):
            case []:
                return self._made("Empty")
            case [(content, alike)]:
                # Nobody asks for an error.
                is_asked = response.status[:1] == "2"
                accept = _accept(alike, self._kind(alike[0])) if is_asked else ""
                return self._content(alike[0], accept) if accept else content
            case _:
                rows = (
                    (media.content_type, kind)
                    for kind, medias in by_kind.items()
                    for media in medias
                )
                return self._made("ByContentType", dict_of(rows))

    def _mapping(self, responses: Iterable[Response]) -> Code:
        rows = [(item.status, self.content(item)) for item in responses]
        return dict_of(rows) if rows else Code("")

    def _accepted(self, response: Response) -> tuple[MediaType, ...]:
        """The representations that are asked for; what JSON holds isn't wanted undecoded, too."""
        if len(response.content) < 2:  # noqa: PLR2004 -- one is all that there is
            return response.content
        decoded = [
            media.type for media in response.content if self._kind(media) is Kind.JSON
        ]
        return tuple(
            media
            for media in response.content
            if self._kind(media) not in _UNDECODED
            or not isinstance(resolve(media.type, self.index), Model)
            or not any(is_same(media.type, type, self.index) for type in decoded)
        )

    def _content(self, media: MediaType, accept: str) -> Code:
        """The content of one representation.

        Args:
            media: The representation.
            accept: What to ask for, or "" for what is usual.
        """
        asked = [literal(accept)] if accept else []
        match self._kind(media):
            case Kind.JSON:
                return self._made("Json", self._spell.spell(media.type), *asked)
            case Kind.JSON_OR_TEXT:
                type = self._spell.spell(media.type)
                return self._made("JsonOrText", type, *asked, source=_JSON_OR_TEXT)
            case Kind.LINES:
                item = self._spell.spell(item_of(media, self.index))
                return self._made("JsonLines", item, *asked, source=_SEQUENCES)
            case Kind.EVENTS:
                event, *flags = self._event(media)
                return self._made("EventStream", event, *flags, source=_EVENT_ITEMS)
            case Kind.TEXT:
                return self._made("TextContent", *asked)
            case Kind.BYTES | Kind.FORM | Kind.MULTIPART:
                return self._made("Bytes", *asked)

    def _kind(self, media: MediaType) -> Kind:
        return kind_of_response(media, self.index)

    def _made(self, kind: str, *arguments: Code, source: str = _CONTENT) -> Code:
        return call_of(self._module.use(source, kind), arguments)

    def _event(self, media: MediaType) -> tuple[Code, ...]:
        """The type of an event or of its data alone, and flags that say so."""
        if media.item is not None:
            event = self._spell.spell(media.item)
            has_json = self._has_json(media.item)
            return (event, Code("parsed=True")) if has_json else (event,)
        data = item_of(media, self.index)
        if isinstance(resolve(data, self.index), String | Anything):
            return (self._module.use("._runtime.response.events", "ServerSentEvent"),)
        return self._spell.spell(data), Code("data=True")

    def _has_json(self, item: Type) -> bool:
        """Whether an event is described with data that are more than text."""
        match resolve(item, self.index):
            case Union(variants=variants):
                return any(self._has_json(one.type) for one in variants)
            case Model(fields=fields):
                data = (f.type for f in fields if f.name.wire == "data")
                return any(not is_text(type, self.index) for type in data)
            case _:
                return False

    def _result(self, media: MediaType | None) -> Code:
        if media is None:
            return Code("None")
        match self._kind(media):
            case Kind.JSON | Kind.JSON_OR_TEXT:
                return self._spell.spell(media.type)
            case Kind.LINES:
                return self._spell.spell(item_of(media, self.index))
            case Kind.EVENTS:
                return self._event(media)[0]
            case Kind.TEXT:
                return self._module.builtin("str")
            case Kind.BYTES | Kind.FORM | Kind.MULTIPART:
                return self._module.builtin("bytes")


def _accept(medias: list[MediaType], kind: Kind) -> str:
    """What to ask for to get any of some representations, "" for what is usual."""
    written = dict.fromkeys(media.content_type for media in medias)
    usual = _USUAL.get(kind, ())
    if any(media.range.essence in {"*/*", *usual} for media in medias):
        return ""
    return ", ".join(written)


def is_text(type: Type, index: Index) -> bool:
    """Whether a value is a text and nothing else, or may be anything."""
    match resolve(type, index):
        case String() | Anything():
            return True
        case Nullable(inner=inner):
            return is_text(inner, index)
        case Enumeration(values=values):
            return all(isinstance(value, str) for value in values)
        case _:
            return False


def item_of(media: MediaType, index: Index) -> Type:
    """The type of one item of a sequential body; a list is described for the whole of it."""
    if media.item is not None:
        return media.item
    if is_unparsed(media):
        return Anything()
    found = resolve(media.type, index)
    return found.item if isinstance(found, Array) else media.type
