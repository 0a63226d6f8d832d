"""Parameters: where they travel, how, and what is said about them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import (
    STRING,
    Tree,
    document,
    operation,
    read_operation,
    read_tree,
)

from generator.ir.name import Name
from generator.ir.operation import Example, Parameter
from generator.ir.types import (
    Anything,
    Array,
    Integer,
    Map,
    String,
)
from generator.ir.value import Docs, Json, Text


def read_parameter(folder: Path, parameter: Tree) -> Parameter:
    path = "/things/{p}" if parameter.get("in") == "path" else "/things"
    result = read_operation(folder, {"parameters": [parameter]}, path=path)
    (found,) = result.operation.parameters
    assert result.codes == []
    return found


STYLES = [
    ("path", None, None, ("simple", False)),
    ("path", "label", True, ("label", True)),
    ("path", "matrix", None, ("matrix", False)),
    ("query", None, None, ("form", True)),
    ("query", "form", False, ("form", False)),
    ("query", "spaceDelimited", None, ("spaceDelimited", False)),
    ("query", "pipeDelimited", True, ("pipeDelimited", True)),
    ("query", "tabDelimited", False, ("tabDelimited", False)),
    ("query", "deepObject", True, ("deepObject", True)),
    ("header", None, None, ("simple", False)),
    ("header", "simple", True, ("simple", True)),
    ("cookie", None, None, ("form", True)),
    ("cookie", "cookie", None, ("cookie", True)),
]


@pytest.mark.parametrize(("location", "style", "explode", "want"), STYLES)
def test_styles_and_their_defaults(
    tmp_path: Path,
    location: str,
    style: str | None,
    explode: bool | None,
    want: tuple[str, bool],
) -> None:
    written = {"name": "p", "in": location, "required": True, "schema": {}}
    written |= {"style": style} if style else {}
    written |= {"explode": explode} if explode is not None else {}
    found = read_parameter(tmp_path, written)
    assert (found.style, found.explode) == want
    assert found.location == location


ITEM_STYLES = [
    ([], (), []),
    (["pipeDelimited"], ("pipeDelimited",), []),
    (["form", "form", "tabDelimited"], ("form", "form", "tabDelimited"), []),
    (["form", "deepObject"], (), ["style-unknown"]),
]


@pytest.mark.parametrize(("given", "want", "codes"), ITEM_STYLES)
def test_styles_of_lists_within_a_list(
    tmp_path: Path, given: list[str], want: tuple[str, ...], codes: list[str]
) -> None:
    lists = {"type": "array", "items": {"type": "array", "items": STRING}}
    parameter = {"name": "p", "in": "query", "schema": lists, "itemStyles": given}
    form = {"schema": {"type": "object", "properties": {"a": lists}}}
    form |= {"encoding": {"a": {"style": "form", "itemStyles": given}}}
    body = {"content": {"application/x-www-form-urlencoded": form}}
    written = {"parameters": [parameter], "requestBody": body}
    result = read_operation(tmp_path, written, method="post")
    (found,) = result.operation.parameters
    assert found.item_styles == want
    assert result.operation.body is not None
    (encoding,) = result.operation.body.content[0].encodings
    assert encoding.item_styles == want
    assert result.codes == codes * 2


def test_a_parameter_keeps_everything_said_about_it(tmp_path: Path) -> None:
    found = read_parameter(
        tmp_path,
        {
            "name": "X-Version",
            "in": "header",
            "description": "Which one.",
            "deprecated": True,
            "schema": {"type": "string", "default": "1", "maxLength": 3},
            "examples": {"new": {"value": "2"}, "old": {"dataValue": "1"}},
            "x-sdk-name": "version",
            "x-sdk-client-option": "api_version",
        },
    )
    assert found.name == Name(wire="X-Version", preferred="version")
    assert found.client_option == Name(wire="X-Version", preferred="api_version")
    assert found.docs == Docs(description=Text(raw="Which one."))
    assert found.deprecated
    assert found.default == Json(value="1")
    assert [one.keyword for one in found.constraints] == ["maxLength"]
    assert found.examples == (
        Example(name="new", value=Json(value="2")),
        Example(name="old", value=Json(value="1")),
    )
    assert found.place.pointer == "/paths/~1things/get/parameters/0"


def test_a_content_parameter(tmp_path: Path) -> None:
    content = {"application/json": {"schema": {"type": "array", "items": STRING}}}
    found = read_parameter(tmp_path, {"name": "f", "in": "query", "content": content})
    assert (found.media_type, found.style) == ("application/json", "")
    assert found.type == Array(item=String())


def test_the_whole_query_string(tmp_path: Path) -> None:
    content = {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}
    found = read_parameter(
        tmp_path, {"name": "q", "in": "querystring", "content": content}
    )
    assert found.location == "querystring"
    assert found.type == Map(value=Anything())


@pytest.mark.parametrize("name", ["Accept", "content-type", "Authorization"])
def test_headers_described_elsewhere_are_no_parameters(
    tmp_path: Path, name: str
) -> None:
    parameter = {"name": name, "in": "header", "schema": STRING}
    result = read_operation(tmp_path, {"parameters": [parameter]})
    assert result.operation.parameters == ()
    assert result.codes == ["parameter-reserved"]


def test_the_operations_parameter_wins_in_place(tmp_path: Path) -> None:
    def named(name: str, **parts: object) -> Tree:
        return {"name": name, "in": "query", "schema": {"type": "string"}} | parts

    item = {
        "parameters": [named("a"), named("b", schema={"type": "integer"})],
        "get": operation(parameters=[named("c"), named("a", required=True)]),
    }
    found = read_tree(tmp_path, document(paths={"/a": item})).operation.parameters
    assert [(one.name.wire, one.required) for one in found] == [
        ("a", True),
        ("b", False),
        ("c", False),
    ]


def test_shared_parameters_are_read_where_they_stand(tmp_path: Path) -> None:
    page = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    reference = {"$ref": "#/components/parameters/Page"}
    result = read_operation(
        tmp_path,
        {"parameters": [reference]},
        components={"parameters": {"Page": page}},
    )
    (found,) = result.operation.parameters
    assert found.place.pointer == "/components/parameters/Page"


ALIKE: list[tuple[str, list[str], list[str]]] = [
    ("/a/{Id}", ["id"], ["Id"]),
    ("/a/{Id}/{id}", ["id"], ["id", "Id"]),
    ("/a/{Id}/{ID}", ["id"], ["Id", "ID"]),
    ("/a/{Id}", ["id", "ID"], ["Id"]),
    ("/a/{Id}", ["id", "Id"], ["Id"]),
]


@pytest.mark.parametrize(("path", "names", "want"), ALIKE)
def test_a_path_parameter_in_other_capitals_fills_the_only_slot_like_it(
    tmp_path: Path, path: str, names: list[str], want: list[str]
) -> None:
    declared = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "integer"}}
        for name in names
    ]
    result = read_operation(tmp_path, {"parameters": declared}, path=path)
    assert [one.name.wire for one in result.operation.parameters] == want
    kept = {one.name.wire: one.type for one in result.operation.parameters}
    is_alone = path == "/a/{Id}" and names == ["id"]
    assert isinstance(kept["Id"], Integer) is (is_alone or "Id" in names)


def test_a_name_that_is_a_number_is_read_as_text(tmp_path: Path) -> None:
    declared = [{"name": 5, "in": "query", "schema": {"type": "string"}}]
    result = read_operation(tmp_path, {"parameters": declared})
    assert [one.name.wire for one in result.operation.parameters] == ["5"]
    assert result.codes == ["keyword-type"]
