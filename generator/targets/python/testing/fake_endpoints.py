"""Operations as the data of a fake: how they are addressed, what they take and answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.diagnostics import Notebook
from generator.emit.text.code import JsonValue
from generator.ir.declarations import Model
from generator.ir.operation import MediaType, Operation, Response
from generator.ir.path import Literal
from generator.ir.types import Type
from generator.targets.python.declaration_index import Index, besides_null
from generator.targets.python.docs.text_log import content
from generator.targets.python.media.media_kind import Kind, kind_of, kind_of_response
from generator.targets.python.media.request_media import exploded
from generator.targets.python.media.status_groups import errors, successes
from generator.targets.python.requests.argument_names import argument_names, key_of
from generator.targets.python.requests.results import item_of
from generator.targets.python.testing.fake_collections import Gathered, Use, singular
from generator.targets.python.testing.fake_lists import list_row
from generator.targets.python.testing.fake_schemas import FakeSchemas, Row, compact
from generator.targets.python.types.symbol_table import SymbolTable

_ANSWERS = {
    Kind.JSON: "json",
    Kind.JSON_OR_TEXT: "json",
    Kind.EVENTS: "events",
    Kind.LINES: "lines",
    Kind.TEXT: "text",
}
_BODIES = {Kind.JSON: "json", Kind.FORM: "form", Kind.MULTIPART: "multipart"}
_UPSERT = re.compile(r"\b(or|and) (update|replace)s?\b|\bupserts?\b", re.IGNORECASE)


class Sender(msgspec.Struct, frozen=True):
    """A method of the client, `notes.create`, and the operation that it sends."""

    name: str
    operation: Operation


class Endpoints:
    """Writes operations as rows.

    Args:
        symbols: The names in the package.
        schemas: Collects the schemas that the rows name.
        collections: What operations do to items.
    """

    def __init__(
        self,
        symbols: SymbolTable,
        schemas: FakeSchemas,
        collections: Sequence[Gathered],
    ) -> None:
        self._symbols = symbols
        self._index: Index = symbols.index
        self._schemas = schemas
        self._uses: dict[str, tuple[int, Gathered, Use]] = {
            operation.id: (number, one, use)
            for number, one in enumerate(collections)
            for operation, use in one.uses
        }

    def row(self, senders: Sequence[Sender]) -> Row:
        """The row of one operation, which several methods may send."""
        operation = senders[0].operation
        use = self._uses.get(operation.id)
        row: Row = {
            "method": operation.method,
            "path": operation.path.template,
            "methods": [_method(one) for one in senders],
        }
        return row | compact(
            {
                "slots": [*self._slots(operation, use)],
                "bodies": [*self._bodies(senders)],
                "needs_body": bool(operation.body and operation.body.required),
                "answers": [*self._outcomes(_all_answers(senders))],
                "errors": [*self._outcomes(errors(operation))],
                **(self._used(operation, *use) if use else self._unkept(operation)),
                "done": [*_done(senders)],
            }
        )

    def _used(
        self, operation: Operation, number: int, gathered: Gathered, use: Use
    ) -> Row:
        models = {one.model for _, one in gathered.uses if one.kind != "delete"}
        row: Row = {
            "use": use.kind,
            "item": [*use.item],
            "holds": bool(use.model) and use.model in models,
            "reference": use.reference,
        }
        if use.kind == "list":
            row["listing"] = list_row(operation, use.items, gathered.model, self._index)
        if use.kind == "create":
            row["unique"] = [*self._unique(operation, gathered)]
            row["named_by"] = self._named_by(operation, gathered)
        return row | {"collection": number + 1}

    def _unkept(self, operation: Operation) -> Row:
        """The list that an operation hands out of which nothing is kept, if it does."""
        paging = operation.pagination
        if paging is None:
            return {}
        return {"listing": list_row(operation, paging.items, None, self._index)}

    def _unique(self, operation: Operation, gathered: Gathered) -> Iterator[str]:
        """Members by which a request for a new item finds one, where its text says that it does."""
        docs = operation.docs
        text = f"{content(docs.summary)} {content(docs.description)}"
        model = exploded(operation.body, self._index)
        if model is None or not _UPSERT.search(text):
            return
        known = {field.name.wire for field in gathered.model.fields}
        fields = [one for one in model.fields if one.name.wire in known]
        named = [
            one.name.wire
            for one in fields
            if re.search(rf"(?<![\w-]){re.escape(one.name.wire)}(?![\w-])", text)
            and one.name.words[-1:] in {("id",), ("key",), ("email",), ("uuid",)}
        ]
        if named:
            yield from named
            yield from (
                one.name.wire
                for one in fields
                if one.required
                and one.name.words[-1:] == ("id",)
                and one.name.wire not in named
            )

    def _named_by(self, operation: Operation, gathered: Gathered) -> str:
        """The member of a body that names an item to put below another, `conversation_id`."""
        model = exploded(operation.body, self._index)
        if model is None or not operation.path.slots:
            return ""
        words = (*gathered.model.name.words, gathered.key)
        names = {one.name.words: one.name.wire for one in model.fields}
        wire = names.get(words, "")
        return "" if wire == gathered.key else wire

    def _slots(
        self, operation: Operation, use: tuple[int, Gathered, Use] | None
    ) -> Iterator[Row]:
        model = exploded(operation.body, self._index)
        names = argument_names(
            operation, model, self._index, self._symbols.attributes, Notebook()
        )
        arguments = {
            one.name.wire: str(names.get(key_of(one), one.name.wire))
            for one in operation.parameters
            if one.location == "path"
        }
        subject, before = "", ""
        for part in operation.path.parts:
            if isinstance(part, Literal):
                before = part.text
                continue
            subject = singular(before.strip("/").rpartition("/")[2])
            holders = (
                _holders(use[1].model, part.name, subject, self._index) if use else ()
            )
            yield compact(
                {
                    "name": part.name,
                    "argument": arguments.get(part.name, part.name),
                    "holders": [[*keys] for keys in holders],
                }
            )

    def _bodies(self, senders: Sequence[Sender]) -> Iterator[Row]:
        seen: set[str] = set()
        for sender in senders:
            body = sender.operation.body
            for media in body.content if body else ():
                if media.content_type not in seen:
                    seen.add(media.content_type)
                    kind = _BODIES.get(kind_of(media), "bytes")
                    schema = self._schemas.of(media.type) if kind == "json" else None
                    yield compact(
                        {
                            "kind": kind,
                            "content_type": media.content_type,
                            "schema": schema,
                        }
                    )

    def _outcomes(self, responses: Iterable[Response]) -> Iterator[Row]:
        for response in responses:
            contents = [self._content(media) for media in response.content]
            yield compact({"status": response.status, "contents": [*contents]})

    def _content(self, media: MediaType) -> Row:
        kind = kind_of_response(media, self._index)
        name, type = _ANSWERS.get(kind, "bytes"), media.type
        if kind in {Kind.EVENTS, Kind.LINES}:
            type = item_of(media, self._index)
            is_data = kind is Kind.EVENTS and media.item is None
            name = "data" if is_data else name
        return compact(
            {
                "kind": name,
                "content_type": media.content_type,
                "schema": self._schemas.of(type),
                "values": [one.value.value for one in media.examples],
            }
        )

    def usual_error(self, operations: Iterable[Operation]) -> Row | None:
        """What most errors hold, None where none is described."""
        counted: dict[Type, list[MediaType]] = {}
        for operation in operations:
            for response in errors(operation):
                for media in response.content:
                    if kind_of_response(media, self._index) is Kind.JSON:
                        counted.setdefault(media.type, []).append(media)
        if not counted:
            return None
        most = max(counted.values(), key=len)
        shown = (media for media in most if media.examples)
        return self._content(next(shown, most[0]))


def _method(sender: Sender) -> Row:
    body = sender.operation.body
    fixed = {name: value.value for name, value in body.fixed} if body else {}
    return {"name": sender.name} | compact({"fixed": fixed})


def _all_answers(senders: Sequence[Sender]) -> list[Response]:
    """The answers of an operation, with all representations that its methods ask for."""
    found: dict[str, Response] = {}
    for sender in senders:
        for response in successes(sender.operation):
            known = found.setdefault(response.status, response)
            more = [one for one in response.content if one not in known.content]
            found[response.status] = msgspec.structs.replace(
                known, content=(*known.content, *more)
            )
    return [*found.values()]


def _done(senders: Sequence[Sender]) -> Iterator[list[JsonValue]]:
    """The values that show a job done, of the operation that shows it."""
    for sender in senders:
        wait = sender.operation.wait
        if wait is not None and wait.poll == sender.operation.id:
            for state in wait.states:
                yield [[*state.keys], next(iter((*state.done, *state.others)), None)]
            return


def _holders(
    model: Model, slot: str, subject: str, index: Index
) -> Iterator[tuple[str, ...]]:
    """Where items hold what a path says that they belong to."""
    fields = {field.name.wire: field for field in model.fields}
    own = {f"{subject}_id", f"{subject}Id", *({slot} - {"id"})}
    for name in fields:
        if name in own and subject:
            yield (name,)
    field = fields.get(subject)
    if field is not None:
        found = besides_null(field.type, index)
        if isinstance(found, Model) and any(f.name.wire == "id" for f in found.fields):
            yield subject, "id"
