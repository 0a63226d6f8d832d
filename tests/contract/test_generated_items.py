"""The items of streams: events whose data have a schema, and the lines of grpc-gateway."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract.answers import SCHEMAS, Make, Tree, call, document, ref

ITEMS: list[tuple[Tree, list[bytes], list[Any]]] = [
    (
        {"type": "object", "properties": {"data": ref("Text")}},
        [b'{"id":"1"}'],
        [{"id": "1"}],
    ),
    (
        {
            "type": "object",
            "properties": {"data": {"contentSchema": {"type": "integer"}}},
        },
        [b"5", b"6"],
        [5, 6],
    ),
    (
        {
            "type": "object",
            "properties": {
                "data": {
                    "type": "string",
                    "contentMediaType": "application/vnd.own+json",
                    "contentSchema": {"type": "array", "items": {"type": "boolean"}},
                }
            },
        },
        [b"[true]"],
        [[True]],
    ),
    (
        # The example of OpenAPI 3.2: what all have in common, and what each has.
        {
            **ref("Event"),
            "oneOf": [
                {"properties": {"event": {"const": "text"}}},
                {
                    "properties": {
                        "event": {"const": "json"},
                        "data": {
                            "contentMediaType": "application/json",
                            "contentSchema": ref("A"),
                        },
                    }
                },
            ],
        },
        [b'{"id":"1"}'],
        [{"id": "1"}],
    ),
    (
        {"allOf": [ref("Event"), {"properties": {"data": ref("Text")}}]},
        [b'{"id":"1"}'],
        [{"id": "1"}],
    ),
    # Text stays what it is.
    (ref("Event"), [b'{"id":"1"}'], ['{"id":"1"}']),
    (
        {
            "type": "object",
            "properties": {
                "data": {
                    "type": "string",
                    "contentMediaType": "text/plain",
                    "contentSchema": {"type": "integer"},
                }
            },
        },
        [b"5"],
        ["5"],
    ),
    (
        {
            "type": "object",
            "properties": {
                "data": {
                    "type": "string",
                    "contentEncoding": "base64",
                    "contentMediaType": "application/json",
                    "contentSchema": ref("A"),
                }
            },
        },
        [b"e30="],
        [b"{}"],
    ),
]


@pytest.mark.parametrize(("item", "data", "want"), ITEMS)
def test_the_schema_of_an_events_data(
    package_of: Make, item: Tree, data: list[bytes], want: list[Any]
) -> None:
    made = package_of(document({"text/event-stream": {"itemSchema": item}}))
    body = b"".join(b"event: json\ndata: " + each + b"\n\n" for each in data)
    found, _ = call(made, body, "text/event-stream", streams=True)
    for events in found:
        held = [each.data for each in events]
        plain = [{"id": x.id} if hasattr(x, "id") else x for x in held]
        assert plain == want


@pytest.mark.parametrize(
    "media",
    [
        {"schema": ref("Text")},
        {"schema": {"contentSchema": ref("A")}},
        {"itemSchema": ref("Text")},
        {"schema": {"type": "array", "items": SCHEMAS["Text"]}},
        {"schema": {"type": "array", "items": ref("Text")}},
        {"schema": ref("A")},
    ],
)
def test_the_schema_of_data_alone(package_of: Make, media: Tree) -> None:
    made = package_of(document({"text/event-stream": media}))
    body = b'data: {"id":"1"}\n\ndata: {"id":"2"}\n\n'
    found, _ = call(made, body, "text/event-stream", streams=True)
    assert [[each.id for each in items] for items in found] == [["1", "2"]] * 2


def line(**more: Any) -> Tree:
    members = {"result": ref("A"), "error": ref("Status")}
    return {
        "type": "object",
        "title": "Stream result of A",
        "properties": members,
        **more,
    }


@pytest.mark.parametrize(
    "schema",
    [
        line(),
        line(title="stream result of a.b.A"),
        line(properties={"result": ref("A")}),
        ref("Line"),
    ],
)
def test_the_lines_of_grpc_gateway(package_of: Make, schema: Tree) -> None:
    described = document({"application/json": {"schema": schema}})
    described["components"] = {"schemas": {**SCHEMAS, "Line": line()}}
    made = package_of(described)
    body = b'{"result":{"id":"1"}}\n{"result":{"id":"2"}}\n'
    found, seen = call(made, body, "application/json", streams=True)
    assert [[each.result.id for each in items] for items in found] == [["1", "2"]] * 2
    assert [each.headers["accept"] for each in seen] == ["application/json"] * 2


def test_an_error_among_the_lines_is_read(package_of: Make) -> None:
    made = package_of(document({"application/json": {"schema": line()}}))
    body = b'{"result":{"id":"1"}}\n{"error":{"code":4}}'
    found, _ = call(made, body, "application/json", streams=True)
    assert [items[1].error.code for items in found] == [4, 4]


@pytest.mark.parametrize(
    "schema",
    [
        line(title="Result of A"),
        line(properties={"result": ref("A"), "more": ref("A")}),
        line(properties={"error": ref("A")}),
    ],
)
def test_other_objects_are_no_lines(package_of: Make, schema: Tree) -> None:
    made = package_of(document({"application/json": {"schema": schema}}))
    found, _ = call(made, b'{"result":{"id":"1"}}', "application/json")
    assert all(not isinstance(each, list) for each in found)
