"""What a document says about the JSON that its operations answer with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
)
from tests.judge.source.status_keys import as_key, has_body, statuses_of


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One representation of one response, with the examples that the document shows.

    `status` is the key as written, and `statuses` are some that an answer under it comes with: none
    where the key is no status.
    """

    method: str
    path: str
    status: str
    content_type: str
    schema: Piece | None
    examples: tuple[Tree, ...] = ()
    statuses: tuple[int, ...] = ()


def answers(original: Original) -> Iterator[Answer]:
    """All representations of all responses, those of errors too, that have a schema or examples."""
    for method, path, _, operation in original.operations():
        yield from answers_of(original, method, path, operation)


def answers_of(
    original: Original, method: str, path: str, operation: Piece
) -> Iterator[Answer]:
    """The representations of the responses of one operation that have a schema or examples."""
    for status, statuses, response in responses(operation):
        try:
            found = original.follow(response)
            contents = list(_contents(original, operation, found))
        except Dangling:
            continue
        for content_type, own, examples in contents:
            schema = own or _elsewhere(content_type, contents)
            if schema is None and not examples:
                continue
            yield Answer(
                method=method,
                path=path,
                status=status,
                content_type=content_type,
                schema=schema,
                examples=(*examples, *_of_schema(original, schema)),
                statuses=statuses,
            )


def _elsewhere(
    content_type: str, contents: Iterable[tuple[str, Piece | None, tuple[Tree, ...]]]
) -> Piece | None:
    """The schema of a media type that is written otherwise there, if that is the only one."""
    found = [
        schema
        for other, schema, _ in contents
        if schema is not None and _essence(other) == _essence(content_type)
    ]
    return found[0] if len(found) == 1 else None


def responses(operation: Piece) -> Iterator[tuple[str, tuple[int, ...], Piece]]:
    """The responses of an operation: the key as written, statuses that it is for, and what it says.

    Of two keys that name the same, the first counts.
    """
    listed = operation.get("responses")
    members = [*listed.members()] if listed else []
    keys = {status: as_key(status) for status, _ in members}
    seen: set[str] = set()
    for status, response in members:
        key = keys[status]
        if status.startswith("x-") or (key and key in seen):
            continue
        seen.add(key)
        yield status, (
            tuple(statuses_of(key, set(keys.values()))) if key else ()
        ), response


def is_json(content_type: str) -> bool:
    """Whether a media type is JSON's, by its name."""
    kind, _, subtype = _essence(content_type).partition("/")
    if subtype.endswith("+json"):
        return True
    words = re.split(r"[.-]", re.sub(r"-v?[0-9.]+\Z", "", subtype))
    return kind in {"application", "text"} and words[-1] == "json"


def _essence(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _contents(
    original: Original, operation: Piece, response: Piece
) -> Iterator[tuple[str, Piece | None, tuple[Tree, ...]]]:
    if original.version == "2.0":
        yield from _contents_2_0(original, operation, response)
        return
    content = response.get("content")
    for content_type, media in content.members() if content else ():
        media_type = original.follow(media)
        examples: list[Tree] = []
        if (example := media_type.get("example")) is not None:
            examples.append(example.value)
        named = media_type.get("examples")
        for _, each in named.members() if named else ():
            found = original.follow(each)
            examples += [
                value.value
                for key in ("value", "dataValue")
                if (value := found.get(key)) is not None
            ]
        yield content_type, media_type.get("schema"), tuple(examples)


def _contents_2_0(
    original: Original, operation: Piece, response: Piece
) -> Iterator[tuple[str, Piece | None, tuple[Tree, ...]]]:
    produces = operation.get("produces") or original.root.get("produces")
    types = [str(each.value) for _, each in produces.members()] if produces else []
    shown = response.get("examples")
    for content_type in types or ["application/json"]:
        example = shown.get(content_type) if shown else None
        examples = (example.value,) if example else ()
        yield content_type, response.get("schema"), examples


def _of_schema(original: Original, schema: Piece | None) -> Iterator[Tree]:
    """The examples that a response's schema itself shows."""
    if schema is None:
        return
    try:
        found = original.follow(schema)
    except Dangling:
        return
    if (example := found.get("example")) is not None:
        yield example.value
    several = found.get("examples")
    if several is not None and is_array(several.value):
        yield from several.value


def undecoded(answer: Answer) -> str:
    """Why an answer isn't to be decoded, or ""."""
    if not answer.statuses:
        return "answers under keys that are no status"
    if answer.status.startswith("3"):
        return "answers that are redirects, which are followed"
    if not any(has_body(answer.method, status) for status in answer.statuses):
        return "answers that can have no body"
    if not is_json(answer.content_type) and "*" not in answer.content_type:
        return "answers in other media types than JSON"
    return ""
