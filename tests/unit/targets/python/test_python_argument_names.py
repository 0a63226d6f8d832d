"""What arguments are called, and what is said of those that have another name on the wire."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes_api import CREATE, field

from generator.diagnostics import Place
from generator.emit.text.code import Code
from generator.ir.declarations import Model
from generator.ir.name import Name
from generator.ir.operation import MediaType, Parameter, Response
from generator.ir.types import Reference, String
from generator.targets.python.requests.argument_names import (
    key_of,
    member_names,
    name_arguments,
    with_wire_name,
)
from generator.targets.python.types.fields import (
    Attributes,
    name_fields,
    name_members,
    received,
)

PLACE = Place("openapi.yaml", "/paths/~1notes/post")


def model(
    *wires: str, read_only: str | None = None, write_only: str | None = None
) -> Model:
    fields = (
        replace(
            field(wire, String()),
            read_only=wire == read_only,
            write_only=wire == write_only,
        )
        for wire in wires
    )
    return Model(id="Body", name=Name(wire="Body"), place=PLACE, fields=tuple(fields))


def parameter(location: str, wire: str) -> Parameter:
    return Parameter(
        name=Name(wire=wire),
        location=location,
        type=String(),
        required=False,
        place=PLACE,
    )


@pytest.mark.parametrize(
    "wires",
    [
        ("",),
        ("", "body"),
        ("body", "", "id"),
        ("a-b", "a_b", "aB", "a.b"),
        ("@type", "type", "Type"),
        ("created_at<", "created_at>", "created_at"),
        ("ﬁ", "fi", "FI"),
        ("µ", "μ"),
        ("_id", "id", "ID", "id_2"),
        ("class", "class_", "Class"),
        ("+1", "-1", "1", "plus_1"),
    ],
)
def test_a_field_is_called_as_the_attribute_is(wires: tuple[str, ...]) -> None:
    body = model(*wires)
    arguments = name_arguments(CREATE, (), body, name_members(body, {}))
    attributes = name_fields(received(body))
    assert {
        key_of(each): attributes[each.name.wire] for each in body.fields
    }.items() <= (arguments.items())


def test_a_field_that_no_caller_sets_keeps_its_attribute_to_itself() -> None:
    body = model("a-b", "a.b", read_only="a-b")
    assert name_fields(received(body)) == {"a-b": "a_b", "a.b": "a_b_2"}
    assert name_arguments(CREATE, (), body, name_members(body, {})) == {
        "body a.b": "a_b_2"
    }


def test_a_field_that_no_server_sends_leaves_the_attributes_alone() -> None:
    body = model("a-b", "a.b", write_only="a-b")
    assert name_fields(received(body)) == {"a.b": "a_b"}
    assert name_members(body, {}) == {"a-b": "a_b_2", "a.b": "a_b"}


@pytest.mark.parametrize(
    ("parameters", "members", "want"),
    [
        (["path id", "query id"], [], ["id", "query_id"]),
        # A declared name keeps its own argument, wherever it is declared.
        (
            ["path id", "query id", "query query_id"],
            [],
            ["id", "query_id_2", "query_id"],
        ),
        (
            ["path id", "query body_id"],
            ["id"],
            ["id", "body_id", "body_id_2"],
        ),
        (["path id"], ["id", "body_id"], ["id", "body_id_2", "body_id"]),
        (["path id"], ["id", "bodyId"], ["id", "body_id_2", "body_id"]),
        (
            ["path id", "header id", "cookie header_id"],
            [],
            ["id", "header_id_2", "header_id"],
        ),
        (["query self", "query query_self"], [], ["self_", "query_self"]),
        (["query options", "header options"], [], ["query_options", "header_options"]),
        (["query x-y", "query x_y", "query x.y"], [], ["query_x_y", "x_y", "x_y_2"]),
        (
            ["query x-y", "query x_y", "query x.y", "query x_y_2"],
            [],
            ["query_x_y", "x_y", "x_y_3", "x_y_2"],
        ),
        # A number never stands for another member than the attribute of that name.
        (
            ["query a_b", "query a-b", "query a.b"],
            ["a-b", "a_b"],
            ["a_b", "query_a_b", "a_b_3", "a_b_2", "body_a_b"],
        ),
        (["path body"], ["body"], ["body", "body_body"]),
        (["query größe"], ["größe"], ["grosse", "body_grosse"]),
        (["path имя"], ["имя"], ["имя", "body_имя"]),
    ],
)
def test_collisions_between_parameters_and_members(
    parameters: list[str], members: list[str], want: list[str]
) -> None:
    taken = tuple(
        parameter(location, wire)
        for location, _, wire in (text.partition(" ") for text in parameters)
    )
    body = model(*members) if members else None
    called = name_members(body, {}) if body else {}
    names = name_arguments(CREATE, taken, body, called)
    keys = parameters + [f"body {wire}" for wire in members]
    assert [names[key] for key in keys] == want


@pytest.mark.parametrize(
    ("location", "wire", "argument", "want"),
    [
        ("query", "id", "id", "The id."),
        ("query", "contactId", "contact_id", "The id."),
        ("header", "X-Request-ID", "x_request_id", "The id."),
        ("query", "class", "class_", "The id."),
        ("query", "имя", "имя", "The id."),
        ("query", "id", "query_id", "`id` in the query. The id."),
        ("path", "id", "contact_id", "`id` in the path. The id."),
        ("header", "id", "header_id", "The header `id`. The id."),
        ("cookie", "id", "cookie_id", "The cookie `id`. The id."),
        ("querystring", "q", "querystring_q", "`q`, the whole query. The id."),
        ("query", "a-b", "a_b_2", "`a-b` in the query. The id."),
        ("query", "größe", "grosse", "`größe` in the query. The id."),
        ("query", "+1", "plus_1", "`+1` in the query. The id."),
        ("query", "a\nb\u202ec", "other", "`a bc` in the query. The id."),
        ("query", " ", "query", '`" "` in the query. The id.'),
    ],
)
def test_a_renamed_argument_says_its_wire_name(
    location: str, wire: str, argument: str, want: str
) -> None:
    source = parameter(location, wire)
    assert with_wire_name("The id.", source, Code(argument)) == want
    assert (
        with_wire_name("", source, Code(argument))
        == want.removesuffix("The id.").rstrip()
    )


def test_a_renamed_member_says_its_wire_name() -> None:
    said = with_wire_name("The id.", field("id", String()), Code("body_id"))
    assert said == "`id` in the body. The id."


@pytest.mark.parametrize(
    ("sent", "answered", "want"),
    [
        (("a-b",), ("a-b", "a_b"), {"a-b": "a_b_2"}),
        (("@type",), ("type", "@type"), {"@type": "at_type"}),
        (("a-b", "aB"), ("a-b", "a_b"), {"a-b": "a_b_2", "aB": "a_b"}),
        (("ID", "id"), ("ID",), {"ID": "id", "id": "id_2"}),
        (("userId",), ("user_id",), {"userId": "user_id"}),
        (("id",), (), {"id": "id"}),
    ],
)
def test_members_are_called_as_in_the_answer(
    sent: tuple[str, ...], answered: tuple[str, ...], want: dict[str, str]
) -> None:
    result = replace(model(*answered), id="Answer")
    content = MediaType(content_type="application/json", type=Reference(id="Answer"))
    operation = replace(CREATE, responses=(Response("200", (content,)),))
    body, index = model(*sent), {"Answer": result}
    named = Attributes(responses=frozenset({"Answer"}))
    assert member_names(operation, body, index, named) == want
    alone = Attributes(responses=frozenset({"Body"}))
    assert member_names(operation, body, index, alone) == name_fields(body.fields)
