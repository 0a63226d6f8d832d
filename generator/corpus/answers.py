"""What a document says about the JSON that its operations answer with."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from generator.corpus.original import Dangling, Original, Piece, Tree, is_array


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One representation of one response, with the examples that the document shows."""

    method: str
    path: str
    status: str
    content_type: str
    schema: Piece | None
    examples: tuple[Tree, ...] = ()


def answers(original: Original) -> Iterator[Answer]:
    """All representations of all responses, those of errors too, that have a schema or examples."""
    for method, path, _, operation in original.operations():
        responses = operation.get("responses")
        for status, response in responses.members() if responses else ():
            try:
                found = original.follow(response)
                contents = list(_contents(original, operation, found))
            except Dangling:
                continue
            for content_type, schema, examples in contents:
                if schema is None and not examples:
                    continue
                yield Answer(
                    method=method,
                    path=path,
                    status=status,
                    content_type=content_type,
                    schema=schema,
                    examples=(*examples, *_of_schema(original, schema)),
                )


def is_json(content_type: str) -> bool:
    """Whether a media type is JSON's, by its name."""
    kind, _, subtype = content_type.partition(";")[0].strip().lower().partition("/")
    if subtype.endswith("+json"):
        return True
    words = re.split(r"[.-]", re.sub(r"-v?[0-9.]+\Z", "", subtype))
    return kind in {"application", "text"} and words[-1] == "json"


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
