"""View of a method's docstring: what it does, takes, returns and raises, and a call that works."""

from __future__ import annotations

from collections.abc import Iterable

from generator.emit.text.code import Code, docstring
from generator.ir.declarations import Field
from generator.ir.operation import MediaType, Operation, Parameter
from generator.ir.value import Docs
from generator.targets.python.docs.docstrings import (
    clean,
    first_sentence,
    one_line,
    prose,
    remainder,
    rows,
    see,
    shown,
    unfolded,
)
from generator.targets.python.docs.schema_notes import media_notes, notes_of
from generator.targets.python.docs.text_log import Composed
from generator.targets.python.media.media_kind import Kind, is_stream, kind_of
from generator.targets.python.media.request_media import (
    exploded,
    has_files,
    representations,
)
from generator.targets.python.media.status_groups import (
    errors,
    has_not_modified,
    successes,
)
from generator.targets.python.module import Module
from generator.targets.python.names.reserved_names import PAGER_ARGUMENTS
from generator.targets.python.requests.overloads import shown_values
from generator.targets.python.requests.signature import Argument
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import WIDTH, Called

_INDENT = 8
_ERRORS = {
    "400": "BadRequestError",
    "401": "UnauthorizedError",
    "403": "ForbiddenError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}


def write_docs(called: Called, symbols: SymbolTable, shown: list[Code]) -> Code:
    """The synchronous method's docstring, with the lines of its example."""
    operation = called.operation
    lines = [*_head(operation)]
    if more := remainder(operation.docs):
        lines += ["", *unfolded(more)]
    for choice in (_fixed(called), _choice(called, symbols), _responses(called)):
        lines += ["", choice] if choice else []
    if sent := dict.fromkeys(f"`{clean(c.name.wire)}`" for c in operation.callbacks):
        lines += ["", f"The server may call back: {', '.join(sent)}, see api.md."]
    if key_header := operation.idempotency:
        lines += ["", f"Each call sends a key of its own as `{clean(key_header)}`."]
    if operation.deprecated:
        lines += ["", "Deprecated."]
    sections = (
        _section("Args:", _arguments(called)),
        _section("Overloads:", _overloads(called, symbols)),
        [
            *_body(called, symbols),
            *_returns(called),
            *_raises(operation, symbols),
        ],
        _section("Example:", shown),
    )
    for section in sections:
        lines += ["", *section] if section else []
    return docstring(lines, _INDENT)


def write_async_docs(called: Called, name: Code) -> Code:
    """The asynchronous method's docstring, which leaves the rest to the synchronous one's."""
    line = f"`{called.operation.method} {called.operation.path.template}`"
    said = f"{line}, as `{called.class_name}.{name}`."
    summary = first_sentence(called.operation.docs)
    whole = f"{summary} {said}" if summary else said
    return docstring([whole if len(whole) <= WIDTH else said], _INDENT)


def _head(operation: Operation) -> list[str]:
    line = f"`{operation.method} {operation.path.template}`"
    summary = first_sentence(operation.docs)
    link = [text for text in [see(operation.docs)] if text]
    return [summary, "", line, *link] if summary else [line, *link]


def _fixed(called: Called) -> str:
    """The members of the body that the method fixes, or else the methods that fix some."""
    if called.fixed:
        return f"Sends {_named(called.fixed)} in the body."
    place = called.operation.place
    others = [one.name for one in called.alike if one.operation.place != place]
    return f"{_named(others)} fix members of the body." if others else ""


def _named(texts: Iterable[str]) -> str:
    return ", ".join(f"`{text}`" for text in texts)


def _choice(called: Called, symbols: SymbolTable) -> str:
    """How a caller decides between the media types of a body."""
    first, *others = representations(called.operation.body, symbols.index) or (None,)
    elsewhere = [*_elsewhere(called, symbols)]
    if first is None or not (others or elsewhere):
        return ""
    said = [f"The body is sent as `{first.content_type}`"]
    carrying = [media for media in others if kind_of(media) is Kind.MULTIPART]
    if carrying and has_files(carrying[0].type, symbols.index):
        said.append(f"with a file in it as `{carrying[0].content_type}`")
        others.remove(carrying[0])
    listed = " or ".join(f"`{media.content_type}`" for media in others)
    if others and kind_of(first) is Kind.BYTES:
        said.append(f"as {listed} if the file is of that type")
    elif others:
        said.append(f"as {listed} if the header Content-Type in `options` asks for it")
    return f"{', or '.join(said)}{''.join(elsewhere)}."


def _elsewhere(called: Called, symbols: SymbolTable) -> Iterable[str]:
    """What the other methods of the same operation send."""
    own = called.operation
    for method in called.alike:
        other = method.operation
        if other.place != own.place:
            continue
        if other.body != own.body and other.responses == own.responses:
            sent = representations(other.body, symbols.index)[0].content_type
            yield f"; `{method.name}` sends `{sent}`"


def _responses(called: Called) -> str:
    """What sets the method apart from one with other responses."""
    own, said = called.operation, ""
    for method in called.alike:
        other = method.operation
        is_alike = other.place == own.place and _content(other) == _content(own)
        if is_alike and other.responses != own.responses:
            said += f"; `{method.name}` answers with {_response_types(other)}"
    return f"Answers with {_response_types(own)}{said}." if said else ""


def _content(operation: Operation) -> tuple[MediaType, ...]:
    return operation.body.content if operation.body else ()


def _response_types(operation: Operation) -> str:
    medias = [media for item in successes(operation) for media in item.content]
    names = dict.fromkeys(f"`{media.content_type}`" for media in medias)
    kind = "a stream, " if any(map(is_stream, medias)) else ""
    return f"{kind}{' or '.join(names) or 'nothing'}"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    # An example's lines stay code, which nothing folds.
    indented = [type(line)(f"    {line}") for line in lines]
    return [title, *indented] if indented else []


def _arguments(called: Called) -> list[str]:
    lines: list[str] = []
    for argument in called.arguments.all:
        source = argument.source
        below = rows(source.docs) if isinstance(source, Parameter | Field) else []
        if argument.docs or below:
            lines += [f"{argument.name}: {argument.docs}", *below]
    paging = PAGER_ARGUMENTS if called.item else {}
    return lines + [f"{name}: {docs}" for name, docs in paging.items()]


def _overloads(called: Called, symbols: SymbolTable) -> Iterable[str]:
    """What is passed for the body in each way to call the method, and what that is."""
    for way in called.arguments.overloads:
        arguments = way.arguments.keywords
        own = [one for one in arguments if not isinstance(one.source, Parameter)]
        shown = ", ".join(map(_shown, own)) or "none"
        model = exploded(way.operation.body, symbols.index)
        docs = first_sentence(model.docs) if model else "The whole body."
        yield f"{shown}: {docs}" if docs else shown


def _shown(argument: Argument) -> str:
    source = argument.source
    values = shown_values(source.type) if isinstance(source, Field) else ""
    return (
        f"[{argument.name}{values}]" if argument.default else f"{argument.name}{values}"
    )


def _body(called: Called, symbols: SymbolTable) -> list[str]:
    """What is said of a body whose fields are arguments.

    The first sentence on its schema names it, and the method's own summary does as much.
    """
    body, docs = called.operation.body, called.operation.docs
    model = exploded(body, symbols.index)
    if body is None or model is None:
        return []
    own = Docs(description=model.docs.description)
    is_said = first_sentence(docs) and not called.fixed
    rest = remainder(own) if is_said else prose(own)
    said = [one_line(one) for one in (body.docs, Docs(description=Composed(raw=rest)))]
    known = shown(docs.description)
    texts = [text for text in said if text and text not in known]
    notes = [
        note
        for media in representations(called.operation.body, symbols.index)[:1]
        for note in media_notes(media)
    ]
    text = " ".join(filter(None, [*texts, notes_of(model), *notes, see(model.docs)]))
    return [f"Body: {text}"] if text else []


def _returns(called: Called) -> list[str]:
    if called.operation.wait is not None:
        return ["Returns: The job, once it is done."]
    if called.outcome.result == "None":
        return []
    texts = [
        one_line(
            response.docs, [n for m in response.content[:1] for n in media_notes(m)]
        )
        for response in successes(called.operation)
    ]
    said = [text for text in dict.fromkeys(texts) if text][:1]
    if has_not_modified(called.operation):
        said.append("None where the server answers that it hasn't changed (304).")
    if called.outcome.has_bytes:
        call = f"`stream(client.{called.path}, ...)`"
        said += [f"{call} takes it as it comes, beyond `max_response_bytes`, too."]
    return [f"Returns: {' '.join(said)}"] if said else []


def _raises(operation: Operation, symbols: SymbolTable) -> list[str]:
    """The classes of the declared errors with what they carry; their meaning stands with them."""
    spell = Annotator(symbols, Module(), Direction.RECEIVED)
    carried: dict[str, dict[str, None]] = {}
    for response in errors(operation):
        found = carried.setdefault(_error(response.status), {})
        for media in response.content:
            if kind_of(media) is Kind.JSON:
                found[spell.spell(media.type)] = None
    alike: dict[str, list[str]] = {}
    if operation.wait is not None:
        alike[" (`job`)"] = ["JobFailedError", "JobTimeoutError"]
    for name, found in carried.items():
        said = f" (`data`: `{' | '.join(found)}`)" if found else ""
        alike.setdefault(said, []).append(name)
    raised = "; ".join(f"{', '.join(names)}{said}" for said, names in alike.items())
    return [f"Raises: {raised}."] if raised else []


def _error(status: str) -> str:
    if status[:1] == "5":
        return "ServerError"
    return _ERRORS.get(status, "APIStatusError")
