"""How generated packages ask for answers and read them: files, days and moments, JSON's names."""

from __future__ import annotations

from datetime import UTC, date, datetime

import httpx2
import pytest

from tests.contract.answers import Make, Tree, call, document, ref

FILE = {"schema": {"type": "string", "format": "binary"}}


@pytest.mark.parametrize(
    ("content", "accept"),
    [
        ({"application/octet-stream": FILE}, "application/octet-stream, */*;q=0.1"),
        ({"application/pdf": {}}, "application/pdf, */*;q=0.1"),
        ({"application/json": FILE}, "application/json, */*;q=0.1"),
        (
            {"application/octet-stream": FILE, "image/png": FILE},
            "application/octet-stream, image/png, */*;q=0.1",
        ),
        ({"image/*": FILE}, "image/*, */*;q=0.1"),
        ({"*/*": FILE}, "*/*"),
        (
            {"application/zip": FILE, "application/json": {"schema": ref("A")}},
            "application/zip, application/json",
        ),
    ],
)
def test_files_are_asked_for_by_their_types(
    package_of: Make, content: Tree, accept: str
) -> None:
    made = package_of(document(content))
    found, seen = call(made, b"%PDF", next(iter(content)).replace("*", "x"))
    assert found == [b"%PDF"] * 2
    assert [each.headers["accept"] for each in seen] == [accept] * 2
    said = made.read(f"{made.module.__name__}/resources/a.py")
    assert "Returns: It. `stream(client.a.fetch, ...)` takes it as it comes" in said


def test_a_file_that_is_too_large_names_stream(package_of: Make) -> None:
    made = package_of(document({"application/pdf": {}}))
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=b"%PDF"))
    own = httpx2.Client(transport=transport)
    client = made.clients[0](http_client=own, max_response_bytes=3)
    with pytest.raises(made.module.errors.APIResponseError, match=r"`stream\(method"):
        client.a.fetch()
    with made.module.stream(client.a.fetch) as download:
        assert download.read() == b"%PDF"


DAY, MOMENT = {"format": "date"}, {"format": "date-time"}
NOON = datetime(2024, 1, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("formats", [[DAY, MOMENT], [MOMENT, DAY]])
def test_days_and_moments(package_of: Make, keyword: str, formats: list[Tree]) -> None:
    either = {keyword: [{"type": "string", **each} for each in formats]}
    held = {
        "type": "object",
        "properties": {"at": either, "all": {"type": "array", "items": either}},
    }
    query = {"name": "at", "in": "query", "schema": either}
    content = {"application/json": {"schema": held}}
    made = package_of(document(content, parameters=[query]))
    body = b'{"at":"2024-01-02","all":["2024-01-02T12:00:00Z","2024-01-02"]}'
    for value, text in (
        (date(2024, 1, 2), "2024-01-02"),
        (NOON, "2024-01-02T12:00:00Z"),
    ):
        found, seen = call(made, body, "application/json", at=value)
        assert [(each.at, each.all) for each in found] == [
            (date(2024, 1, 2), [NOON, date(2024, 1, 2)])
        ] * 2
        assert [type(each.at) for each in found] == [date, date]
        assert [each.url.params["at"] for each in seen] == [text] * 2


@pytest.mark.parametrize(
    "name",
    [
        "application/x-amz-json-1.0",
        "application/x-amz-json-1.1",
        "Application/X-AMZ-JSON-1.1; charset=utf-8",
        "application/json-v2",
        "text/x-json",
    ],
)
def test_other_names_of_json(package_of: Make, name: str) -> None:
    content = {name: {"schema": ref("A")}}
    described = document(content, requestBody={"required": True, "content": content})
    described["paths"]["/a"]["post"] = described["paths"]["/a"].pop("get")
    found, seen = call(package_of(described), b'{"id":"1"}', name, id="2")
    assert [each.id for each in found] == ["1", "1"]
    assert [(each.headers["content-type"], each.read()) for each in seen] == [
        (name, b'{"id":"2"}')
    ] * 2
    assert [each.headers["accept"] for each in seen] == [name] * 2
