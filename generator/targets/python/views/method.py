"""View of a method's docstring: what it does, takes, returns and raises, and a call that works."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Sequence

import msgspec

from generator.emit.text import Code, JsonValue
from generator.ir.declarations import Model
from generator.ir.operation import MediaType, Operation
from generator.ir.types import Nullable, Type
from generator.targets.python import fields
from generator.targets.python.annotations import Annotator, Direction
from generator.targets.python.arguments import Arguments
from generator.targets.python.calls import call
from generator.targets.python.contents import Outcome, errors, successes
from generator.targets.python.docstrings import (
    clean,
    encode_lines,
    first_sentence,
    one_line,
    remainder,
    unfolded,
)
from generator.targets.python.identifiers import snake
from generator.targets.python.index import resolve
from generator.targets.python.layout import Group, Layout, Method
from generator.targets.python.media import Kind, kind_of
from generator.targets.python.module import Module
from generator.targets.python.samples import Samples
from generator.targets.python.sent import alternatives, has_files, preferred
from generator.targets.python.streams import is_stream

_INDENT = 8
_WIDTH = 88 - _INDENT - 4
_ERRORS = {
    "400": "BadRequestError",
    "401": "UnauthorizedError",
    "403": "ForbiddenError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
# Names that an example has uses of its own for.
_TAKEN = frozenset({"client", *dir(builtins)})
_PAGER = (
    ("max_items", "Stop after this many items."),
    ("cursor", "Where to go on: an earlier pager's `next_cursor`."),
)


class Called(msgspec.Struct, frozen=True):
    """A method as the docstring's example calls it.

    `path` leads from the client to the method: `notes.list`. `item` is the type of a page's items,
    None when the method isn't paged. `alike` are all methods of the same operation.
    """

    operation: Operation
    group: Group
    path: Code
    arguments: Arguments
    outcome: Outcome
    item: Type | None
    alike: Sequence[Method] = ()


def write_docs(called: Called, layout: Layout) -> Code:
    """The synchronous method's docstring."""
    operation = called.operation
    lines = [*_head(operation)]
    if more := remainder(operation.docs):
        lines += ["", *unfolded(more)]
    for choice in (_choice(called, layout), _answers(called)):
        lines += ["", choice] if choice else []
    if sent := dict.fromkeys(f"`{clean(c.name.wire)}`" for c in operation.callbacks):
        lines += ["", f"The server may call back: {', '.join(sent)}, see api.md."]
    if operation.deprecated:
        lines += ["", "Deprecated."]
    sections = (
        _section("Args:", _arguments(called)),
        [*_returns(called), *_raises(operation, layout)],
        _section("Example:", example(called, layout)),
    )
    for section in sections:
        lines += ["", *section] if section else []
    return encode_lines(lines, _INDENT)


def write_async_docs(called: Called, name: Code) -> Code:
    """The asynchronous method's docstring, which leaves the rest to the synchronous one's."""
    line = f"`{called.operation.method} {called.operation.path.template}`"
    said = f"{line}, as `{called.group.class_name}.{name}`."
    summary = first_sentence(called.operation.docs)
    whole = f"{summary} {said}" if summary else said
    return encode_lines([whole if len(whole) <= _WIDTH else said], _INDENT)


def _head(operation: Operation) -> list[str]:
    line = f"`{operation.method} {operation.path.template}`"
    summary = first_sentence(operation.docs)
    return [summary, "", line] if summary else [line]


def _choice(called: Called, layout: Layout) -> str:
    """How a caller decides between the media types of a body."""
    first, *others = _sent(called.operation, layout) or (None,)
    elsewhere = [*_elsewhere(called, layout)]
    if first is None or not (others or elsewhere):
        return ""
    said = [f"The body is sent as `{first.content_type}`"]
    carrying = [media for media in others if kind_of(media) is Kind.MULTIPART]
    if carrying and has_files(carrying[0].type, layout.index):
        said.append(f"with a file in it as `{carrying[0].content_type}`")
        others.remove(carrying[0])
    if others:
        listed = " or ".join(f"`{media.content_type}`" for media in others)
        said.append(f"as {listed} if the header Content-Type in `options` asks for it")
    return f"{', or '.join(said)}{''.join(elsewhere)}."


def _elsewhere(called: Called, layout: Layout) -> Iterable[str]:
    """What the other methods of the same operation send."""
    own = called.operation
    for method in called.alike:
        other = method.operation
        if other.body != own.body and other.responses == own.responses:
            sent = _sent(other, layout)[0].content_type
            yield f"; `{method.name}` sends `{sent}`"


def _answers(called: Called) -> str:
    """What sets the method apart from one that answers in another way."""
    own, said = called.operation, ""
    for method in called.alike:
        other = method.operation
        if _content(other) == _content(own) and other.responses != own.responses:
            said += f"; `{method.name}` answers with {_answered(other)}"
    return f"Answers with {_answered(own)}{said}." if said else ""


def _content(operation: Operation) -> tuple[MediaType, ...]:
    return operation.body.content if operation.body else ()


def _answered(operation: Operation) -> str:
    medias = [media for item in successes(operation) for media in item.content]
    names = dict.fromkeys(f"`{media.content_type}`" for media in medias)
    kind = "a stream, " if any(map(is_stream, medias)) else ""
    return f"{kind}{' or '.join(names) or 'nothing'}"


def _sent(operation: Operation, layout: Layout) -> tuple[MediaType, ...]:
    return alternatives(_content(operation), layout.index)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    # An example's lines stay code, which nothing folds.
    indented = [type(line)(f"    {line}") for line in lines]
    return [title, *indented] if indented else []


def _arguments(called: Called) -> list[str]:
    own = [(argument.name, argument.docs) for argument in called.arguments.all]
    lines = [f"{name}: {docs}" for name, docs in own if docs]
    return lines + ([f"{name}: {docs}" for name, docs in _PAGER] if called.item else [])


def _returns(called: Called) -> list[str]:
    if called.outcome.result == "None":
        return []
    texts = [one_line(response.docs) for response in successes(called.operation)]
    return [f"Returns: {text}" for text in dict.fromkeys(texts) if text][:1]


def _raises(operation: Operation, layout: Layout) -> list[str]:
    """The classes of the declared errors with what they carry; their meaning stands with them."""
    spell = Annotator(layout, Module(), Direction.RECEIVED)
    carried: dict[str, dict[str, None]] = {}
    for response in errors(operation):
        found = carried.setdefault(_error(response.status), {})
        for media in response.content:
            if kind_of(media) is Kind.JSON:
                found[spell.spell(media.type)] = None
    alike: dict[str, list[str]] = {}
    for name, found in carried.items():
        said = f" (`data`: `{' | '.join(found)}`)" if found else ""
        alike.setdefault(said, []).append(name)
    raised = "; ".join(f"{', '.join(names)}{said}" for said, names in alike.items())
    return [f"Raises: {raised}."] if raised else []


def _error(status: str) -> str:
    if status[:1] == "5":
        return "ServerError"
    return _ERRORS.get(status, "APIStatusError")


def example(called: Called, layout: Layout) -> list[Code]:
    """A call with everything that is required, if only by a body that is given."""
    if called.item is not None:
        name, shown = _variable(called.item, layout)
        lines = _assigned(f"for {name} in ", called, layout, ":")
        return [*lines, Code(f"    print({shown})")]
    if called.outcome.result == "None":
        return call_lines(called, layout)
    if called.outcome.streams:
        lines = _assigned("with ", called, layout, " as items:")
        return [*lines, *map(Code, ("    for item in items:", "        print(item)"))]
    name, _ = _variable(called.outcome.type, layout)
    lines = _assigned(f"{name} = ", called, layout)
    if len(lines[0]) <= _WIDTH:
        return lines
    return _assigned("result = ", called, layout)


def _assigned(
    before: str, called: Called, layout: Layout, after: str = ""
) -> list[Code]:
    lines = call_lines(called, layout, room=len(before) + len(after))
    lines[0] = Code(before + lines[0])
    lines[-1] = Code(lines[-1] + after)
    return lines


def call_lines(
    called: Called,
    layout: Layout,
    more: Iterable[tuple[Code, Code]] = (),
    *,
    name: str = "",
    room: int = 0,
) -> list[Code]:
    """A call with everything that is required, as lines.

    Args:
        called: The method.
        layout: The plan of the package.
        more: Further keyword arguments.
        name: A function that is given the method and its arguments, or "" to call the method.
        room: Columns that something else needs, if the call stays on one line.
    """
    samples = Samples(layout.index)
    body = _body_example(called.operation, layout)
    path = Code(f"client.{called.path}")
    arguments = [
        (
            Code("") if argument in called.arguments.positional else argument.name,
            samples.in_part(samples.of(argument.source, body), argument.part_headers),
        )
        for argument in called.arguments.all
        if (argument.is_conditional or not argument.default)
        and argument.source is not None
    ]
    if name:
        arguments.insert(0, (Code(""), path))
    return call(Code(name) if name else path, (*arguments, *more), _WIDTH, room)


def _body_example(operation: Operation, layout: Layout) -> JsonValue:
    body = operation.body
    media = preferred(body.content, layout.index) if body else None
    return media.examples[0].value.value if media and media.examples else None


def _variable(type: Type | None, layout: Layout) -> tuple[Code, Code]:
    """What to call a value, and an expression that shows something of it."""
    if type is None:
        return Code("result"), Code("result")
    if isinstance(type, Nullable):
        return Code("result"), Code("result")
    found = resolve(type, layout.index)
    if not isinstance(found, Model):
        return Code("item"), Code("item")
    name = snake(found.name, "result")
    if name in _TAKEN:
        name = Code("result")
    own = fields.received(found)
    names = fields.name_fields(own)
    required = [field for field in own if field.required] or list(own)
    shown = next(
        (f for f in required if f.name.wire == "id"), required[0] if required else None
    )
    return name, Code(f"{name}.{names[shown.name.wire]}") if shown else name
