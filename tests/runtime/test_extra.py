"""Members that came with models and that their classes don't declare."""

# ruff: noqa: S610 -- this is no query of Django

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from driver import Driver
from extra_models import FAILS, LINES, AsyncNotes, Note, Notes
from fault_server import FaultServer, reply
from sdk_runtime.call.endpoint import paginate
from sdk_runtime.call.raw import raw
from sdk_runtime.errors import ArgumentError, NotFoundError
from sdk_runtime.json import planner
from sdk_runtime.json.data import from_dict, replace, to_dict
from sdk_runtime.json.extra import extra
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.operation.operation import Operation
from sdk_runtime.response.content import Json

Connect = Callable[..., Driver]


NEW = {"new": [1, {"deep": None}]}
FOUND: list[tuple[dict[str, Any], Callable[[Any], Any], dict[str, object]]] = [
    ({"id": "1", **NEW}, lambda n: n, NEW),
    ({"id": "1"}, lambda n: n, {}),
    ({"id": "1", "author": {"id": "a", "class": "c", **NEW}}, lambda n: n.author, NEW),
    (
        {"id": "1", "author": {"id": "a", "class_": 1}},
        lambda n: n.author,
        {"class_": 1},
    ),
    (
        {"id": "1", "replies": [{"id": "2"}, {"id": "3", **NEW}]},
        lambda n: n.replies[1],
        NEW,
    ),
    ({"id": "1", "by_name": {"x": {"id": "a", **NEW}}}, lambda n: n.by_name["x"], NEW),
    ({"id": "1", "pair": [{"id": "a", **NEW}, 1]}, lambda n: n.pair[0], NEW),
    ({"id": "1", "pet": {"kind": "cat", "lives": 9, **NEW}}, lambda n: n.pet, NEW),
    ({"id": "1", "person": {"first": "A", "born": 1}}, lambda n: n.person, {"born": 1}),
    ({"id": "1", "person": {"first": "A", **NEW}}, lambda n: n.person, NEW),
    (
        {"id": "1", "person": {"first": "A", "born": 1, "author": {"id": "a", **NEW}}},
        lambda n: n.person.author,
        NEW,
    ),
    (
        {"id": "1", "shelf": {"name": "s", "best": {"id": "a", **NEW}}},
        lambda n: n.shelf.best,
        NEW,
    ),
    (
        {"id": "1", "shelf": {"name": "s", "x": {"id": "a", **NEW}}},
        lambda n: n.shelf.additional["x"],
        NEW,
    ),
    ({"id": "1", "shelf": {"name": "s", "x": {"id": "a"}}}, lambda n: n.shelf, {}),
    # What departs is kept as it is, and what stands around it as well.
    ({"id": 5, "replies": {"a": 1}, **NEW}, lambda n: n, NEW),
    ({"id": "1", "author": {"id": 5, **NEW}}, lambda n: n.author, NEW),
    ({"id": "1", "pair": [{"id": "a"}], **NEW}, lambda n: n, NEW),
    ({"id": "1", "anything": {"id": "2"}, **NEW}, lambda n: n, NEW),
]


@pytest.mark.parametrize(("body", "find", "want"), FOUND)
def test_they_are_found_by_response_and_by_client(
    connect: Connect,
    server: FaultServer,
    body: dict[str, Any],
    find: Callable[[Any], Any],
    want: dict[str, object],
) -> None:
    server.default = reply(200, json.dumps(body))
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    response = driver.wait(raw(notes.get))
    assert response.extra(find(response.data)) == want
    keeping = connect(keep_extra=True)
    model = keeping.wait(keeping.resource(Notes, AsyncNotes).get())
    assert extra(find(model)) == want
    # What the class declares is the same with it and without.
    assert model == response.data
    assert to_dict(model) == to_dict(response.data)


def test_without_the_option_it_is_said_that_nothing_is_kept(
    connect: Connect, server: FaultServer
) -> None:
    body = {
        "id": "1",
        "author": {"id": "a", **NEW},
        "person": {"first": "A", "born": 1},
    }
    server.default = reply(200, json.dumps(body))
    driver = connect()
    note = driver.wait(driver.resource(Notes, AsyncNotes).get())
    for model in (note, note.author):
        with pytest.raises(ArgumentError, match="keep_extra=True"):
            extra(model)
        assert not hasattr(model, "__extra__")
    # What only another variant declares is there all the same.
    assert extra(note.person) == {"born": 1}


@pytest.mark.parametrize("value", [{"id": "1"}, None, [], Note])
def test_what_is_no_model_is_refused(
    value: Any, connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, '{"id":"1"}')
    driver = connect()
    response = driver.wait(raw(driver.resource(Notes, AsyncNotes).get))
    for ask in (extra, response.extra):
        with pytest.raises(ArgumentError, match="a model belongs here"):
            ask(value)


def test_a_model_of_another_answer_is_refused(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, '{"id":"1"}')
    driver = connect()
    notes = driver.resource(Notes, AsyncNotes)
    first, second = driver.wait(raw(notes.get)), driver.wait(raw(notes.get))
    for model in (second.data, Note(id="1"), copy.copy(first.data)):
        with pytest.raises(ArgumentError, match="Note isn't in this answer"):
            first.extra(model)


def test_a_body_is_parsed_once_more_when_it_is_first_wanted(
    connect: Connect, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []
    parse = planner.parse

    def count(body: bytes, **given: Any) -> object:
        parsed.append(body)
        return parse(body, **given)

    monkeypatch.setattr(planner, "parse", count)
    body = json.dumps({"id": "1", "author": {"id": "a", **NEW}, **NEW})
    server.default = reply(200, body)
    driver = connect()
    response = driver.wait(raw(driver.resource(Notes, AsyncNotes).get))
    assert parsed == []
    for model in (response.data, response.data.author, response.data):
        assert response.extra(model) == NEW
        assert parsed == [body.encode()]
    keeping = connect(keep_extra=True)
    note = keeping.wait(keeping.resource(Notes, AsyncNotes).get())
    assert extra(note) == extra(note.author) == NEW
    assert parsed == [body.encode()] * 2


PAGES = [
    {"data": [{"id": "1", "n": 1}, {"id": "2"}], "next": "x", "total": 3},
    {"data": [{"id": "3", "n": 3}]},
]


@pytest.mark.parametrize("keep_extra", [False, True])
def test_items_of_pages(
    connect: Connect, server: FaultServer, keep_extra: bool
) -> None:
    driver = connect(keep_extra=keep_extra)
    notes = driver.resource(Notes, AsyncNotes)
    server.then(*(reply(200, json.dumps(page)) for page in PAGES))
    pages = driver.collect(notes.list().pages())
    assert [[page.extra(item) for item in page] for page in pages] == [
        [{"n": 1}, {}],
        [{"n": 3}],
    ]
    assert pages[0].extra(pages[0].data) == {"total": 3}
    # The items of a page may be sorted, and it still knows which is which.
    pages[0].items.reverse()
    assert [pages[0].extra(item) for item in pages[0].items] == [{}, {"n": 1}]
    if keep_extra:
        assert [extra(item) for item in pages[1]] == [{"n": 3}]


def test_items_of_lists_that_the_package_has_no_method_for(
    connect: Connect, server: FaultServer
) -> None:
    driver = connect(keep_extra=True)
    server.then(*(reply(200, json.dumps(page)) for page in PAGES))
    pager = paginate(
        driver.client,
        "GET",
        "/notes",
        items="data",
        type=Note,
        next="next",
        parameter="a",
    )
    pages = driver.collect(pager.pages())
    assert [[extra(item) for item in page] for page in pages] == [
        [{"n": 1}, {}],
        [{"n": 3}],
    ]
    assert pages[0].extra(pages[0].items[0]) == {"n": 1}


def test_items_of_streams(connect: Connect, server: FaultServer) -> None:
    server.default = reply(
        200, '{"id":"1","n":1}\n{"id":"2"}\n', None, "application/jsonl"
    )
    driver = connect(keep_extra=True)
    with_items = (
        driver.wait(driver.stream(LINES))
        if driver.asynchronous
        else driver.stream(LINES)
    )
    assert [extra(item) for item in driver.collect(with_items)] == [{"n": 1}, {}]


def test_the_data_of_errors(connect: Connect, server: FaultServer) -> None:
    server.default = reply(404, '{"id":"1","n":1}')
    driver = connect(keep_extra=True)
    with pytest.raises(NotFoundError) as caught:
        driver.send(FAILS)
    assert extra(caught.value.data) == {"n": 1}


def test_answers_without_models(connect: Connect, server: FaultServer) -> None:
    driver = connect(keep_extra=True)
    for kind, body in ((Any, '{"a":[1]}'), (list[int], "[1]"), (str, '"x"'), (Any, "")):
        server.default = reply(200, body)
        operation: Operation[Any] = Operation("GET", "/", responses={"200": Json(kind)})
        response = driver.respond(operation)
        with pytest.raises(ArgumentError, match="isn't in this answer"):
            response.extra(Note(id="1"))


def test_copies_keep_them(connect: Connect, server: FaultServer) -> None:
    server.default = reply(
        200, json.dumps({"id": "1", "person": {"first": "A", "born": 1}, **NEW})
    )
    driver = connect(keep_extra=True)
    note = driver.wait(driver.resource(Notes, AsyncNotes).get())
    for twin in (
        copy.copy(note),
        copy.deepcopy(note),
        pickle.loads(pickle.dumps(note)),
        replace(note, author=None),
    ):
        assert extra(twin) == NEW
        assert extra(twin.person) == {"born": 1}
        assert twin == note
    # What is made of plain data has nothing beside.
    with pytest.raises(ArgumentError, match="keep_extra=True"):
        extra(from_dict(Note, to_dict(note)))


def test_what_nobody_declares_is_neither_sent_nor_compared(
    connect: Connect, server: FaultServer
) -> None:
    server.default = reply(200, json.dumps({"id": "1", **NEW}))
    driver = connect(keep_extra=True)
    note = driver.wait(driver.resource(Notes, AsyncNotes).get())
    assert note == Note(id="1")
    assert to_dict(note) == {"id": "1"}
    # What came isn't changed by what is made of it.
    extra(note)["new"] = 5
    assert extra(note) == NEW


@pytest.mark.parametrize("wrong", [1, "yes", None])
def test_the_option_is_a_flag(connect: Connect, wrong: Any) -> None:
    with pytest.raises(ArgumentError, match="keep_extra must be True or False"):
        connect(keep_extra=wrong)


def test_an_unusual_body_is_parsed_as_it_was(
    connect: Connect, server: FaultServer
) -> None:
    kinds: list[Annotation] = [Note]
    server.default = reply(200, b"\xef\xbb\xbf" + b'{"id":"1","n":1e400}')
    driver = connect(keep_extra=True)
    note = driver.wait(driver.resource(Notes, AsyncNotes).get())
    assert isinstance(note, kinds[0])
    assert list(extra(note)) == ["n"]
