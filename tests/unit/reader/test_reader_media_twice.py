"""One media type that is written twice, with parameters that don't tell it from itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reader_documents import STRING, Tree, document, operation, read_tree

from generator.ir.types import (
    Anything,
    Integer,
    Nullable,
    Reference,
    String,
    Type,
    Union,
    Variant,
)

JSON, UTF = "application/json", "application/json; charset=utf-8"
REF: Tree = {"schema": {"$ref": "#/components/schemas/A"}}
TEXT: Tree = {"schema": STRING}
NUMBER: Tree = {"schema": {"type": "integer"}}
A = Reference(id="components/schemas/A")


def shown(value: Any) -> Tree:
    return {"example": value}


def either(*types: Type) -> Union:
    return Union(variants=tuple(Variant(type=each) for each in types), id="?")


# What is written; the media types that are read, their types, and the values they show.
ROWS: list[tuple[Tree, list[tuple[str, Type, list[Any]]] | None]] = [
    ({JSON: shown(1), UTF: REF}, [(JSON, A, [1])]),
    ({UTF: REF, JSON: shown(1)}, [(JSON, A, [1])]),
    ({JSON: REF, UTF: shown(1)}, [(JSON, A, [1])]),
    ({JSON: REF | shown(1), UTF: REF | shown(2)}, [(JSON, A, [1, 2])]),
    ({JSON: REF | shown(1), UTF: REF | shown(1)}, [(JSON, A, [1])]),
    ({JSON: TEXT | shown("a"), UTF: TEXT}, [(JSON, String(), ["a"])]),
    ({JSON: {"schema": {}}, UTF: REF}, [(JSON, A, [])]),
    ({JSON: {}, UTF: {}}, [(JSON, Anything(), [])]),
    ({JSON: shown(1), UTF: shown(2)}, [(JSON, Anything(), [1, 2])]),
    (
        {
            JSON: {"examples": {"a": {"value": 1}}},
            UTF: REF | {"examples": {"b": {"value": 2}}},
        },
        [(JSON, A, [2, 1])],
    ),
    # Other letters, spaces and quotes are no other media type.
    ({"Application/JSON": shown(1), UTF: REF}, [("Application/JSON", A, [1])]),
    ({"application/json;charset=UTF-8": shown(1), UTF: REF}, None),
    ({'application/json ; Charset="utf-8"': shown(1), UTF: REF}, None),
    ({"application/json; charset=iso-8859-1": shown(1), UTF: REF}, None),
    (
        {"application/json; v=1; charset=utf-8": shown(1), "application/json;v=1": REF},
        [("application/json;v=1", A, [1])],
    ),
    (
        {"application/json; a=1; b=2": shown(1), "application/json; b=2; a=1": REF},
        [("application/json; a=1; b=2", A, [1])],
    ),
    # Other parameters are.
    (
        {"application/json; v=1": shown(1), "application/json; v=2": REF},
        [
            ("application/json; v=1", Anything(), [1]),
            ("application/json; v=2", A, []),
        ],
    ),
    (
        {JSON: shown(1), "application/hal+json": REF},
        [(JSON, Anything(), [1]), ("application/hal+json", A, [])],
    ),
    # Two schemas of one media type: a value may fit either.
    ({JSON: TEXT, UTF: NUMBER}, [(JSON, either(String(), Integer()), [])]),
    (
        {JSON: REF, UTF: {"schema": {"type": ["integer", "null"]}}},
        [(JSON, Nullable(inner=either(A, Integer())), [])],
    ),
    # The same for what isn't JSON.
    (
        {"text/plain": shown("a"), "text/plain; charset=utf-8": TEXT},
        [("text/plain", String(), ["a"])],
    ),
    (
        {
            "multipart/form-data": shown(1),
            "multipart/form-data; boundary=x": REF | {"encoding": {}},
        },
        [("multipart/form-data", A, [1])],
    ),
    (
        {
            "application/vnd.a+json": shown(1),
            "application/vnd.a+json;charset=utf8": REF,
        },
        [("application/vnd.a+json", A, [1])],
    ),
]


def plain(type: Type) -> object:
    """A type without the ids of its unions."""
    match type:
        case Union(variants=variants):
            return [plain(each.type) for each in variants]
        case Nullable(inner=inner):
            return None, plain(inner)
        case _:
            return type


@pytest.mark.parametrize(("content", "want"), ROWS)
def test_requests_and_responses(
    tmp_path: Path, content: Tree, want: list[tuple[str, Type, list[Any]]] | None
) -> None:
    answer = {"200": {"description": "", "content": content}}
    post = operation(requestBody={"content": content}, responses=answer)
    schemas = {"A": {"type": "object", "properties": {"id": STRING}}}
    components = {"schemas": schemas}
    tree = document(paths={"/a": {"post": post}}, components=components)
    result = read_tree(tmp_path, tree)
    wanted = want or [(next(iter(content)), A, [1])]
    assert result.operation.body
    for medias in (
        result.operation.body.content,
        result.operation.responses[0].content,
    ):
        found = [
            (
                each.content_type,
                plain(each.type),
                [e.value.value for e in each.examples],
            )
            for each in medias
        ]
        assert found == [(name, plain(type), shown) for name, type, shown in wanted]
    assert result.codes == []


def test_an_object_that_is_written_twice_is_one(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"id": STRING}}
    content = {JSON: {"schema": schema}, UTF: {"schema": schema} | shown({"id": "a"})}
    answer = {"200": {"description": "", "content": content}}
    result = read_tree(
        tmp_path, document(paths={"/a": {"get": operation(responses=answer)}})
    )
    (media,) = result.operation.responses[0].content
    assert not isinstance(media.type, Union)
    assert [each.value.value for each in media.examples] == [{"id": "a"}]


def test_a_parameter_has_one_media_type(tmp_path: Path) -> None:
    content = {JSON: shown(1), UTF: TEXT}
    parameter = {"name": "a", "in": "query", "content": content}
    tree = document(paths={"/a": {"get": operation(parameters=[parameter])}})
    result = read_tree(tmp_path, tree)
    (found,) = result.operation.parameters
    assert (found.media_type, found.type) == (JSON, String())
    assert result.codes == []
