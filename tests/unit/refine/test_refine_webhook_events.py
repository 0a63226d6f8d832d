"""The one event of signed webhooks: what it may be, and what tells its kinds apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.ir.api import Api
from generator.ir.declarations import Alias, Model
from generator.ir.types import Enumeration, Reference, String, Tagged, Union
from generator.reader import read
from generator.refine import refine

Tree = dict[str, Any]
SIGNED = {"header": "X-Signature", "algorithm": "sha256"}
TEXT = {"type": "string"}


def one(topic: Any = None, **members: Any) -> Tree:
    """An object with a topic and further members, all required."""
    properties = {**({} if topic is None else {"topic": topic}), **members}
    return {"type": "object", "required": [*properties], "properties": properties}


def ref(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


SCHEMAS: Tree = {
    "A": one({"const": "a"}, id=TEXT, data={"type": "integer"}),
    "B": one({"enum": ["b"]}, id=TEXT, data=TEXT),
    "Two": one({"enum": ["c", "d"]}, id=TEXT),
    "Plain": one(TEXT, id=TEXT),
    "Other": one(TEXT, name=TEXT),
    "None": one(id=TEXT),
    "One": one({"const": 1}, id=TEXT),
    "OneHalf": one({"const": 1.5}, id=TEXT),
    "True": one({"const": True}, id=TEXT),
    "Open": one({"anyOf": [{"enum": ["a", "b"]}, TEXT]}, id=TEXT),
    "Envelope": one({"const": "a"}, type={"const": "event"}, id=TEXT),
    "AOrB": {"oneOf": [ref("A"), ref("B")]},
    "Mapped": {
        "oneOf": [ref("Plain"), ref("Other")],
        "discriminator": {
            "propertyName": "topic",
            "mapping": {"p": ref("Plain")["$ref"], "q": ref("Other")["$ref"]},
        },
    },
    "MaybeA": {"oneOf": [ref("A"), {"type": "null"}]},
    "List": {"type": "array", "items": ref("A")},
}


def refined(tmp_path: Path, webhooks: Tree, paths: Tree | None = None) -> Api:
    tree: Tree = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://api.example"}],
        "paths": paths or {},
        "webhooks": webhooks,
        "components": {"schemas": SCHEMAS},
    }
    path = tmp_path / "spec.json"
    path.write_text(json.dumps(tree), "utf-8")
    notebook = Notebook()
    document = load(path, notebook, Policy(lenient=False))
    return refine(read(document, notebook), notebook)


def webhook(
    schema: Tree, media: str = "application/json", signed: Any = SIGNED
) -> Tree:
    extension = {} if signed is None else {"x-sdk-signature": signed}
    content = {media: {"schema": schema}}
    answer = {"responses": {"204": {"description": "Taken."}}}
    return {"post": {"requestBody": {"content": content}, **answer, **extension}}


def shown(api: Api) -> tuple[list[str], dict[str, str], str]:
    """What an event may be, what the values of its tag mean, and what takes the others."""
    declared = {each.id: each for each in api.declarations}
    if api.event is None:
        return [], {}, ""
    event = declared[api.event.id]
    if not isinstance(event, Alias) or not isinstance(event.type, Union):
        return [event.name.wire], {}, ""
    names: list[str] = []
    for variant in event.type.variants:
        assert isinstance(variant.type, Reference)
        names.append(declared[variant.type.id].name.wire)
    match event.type.strategy:
        case Tagged(property="topic", tags=tags, default=default):
            kept = {tag: names[at] for tag, at in tags}
            return names, kept, "" if default is None else names[default]
        case _:
            return names, {}, ""


UNKNOWN = "UnknownEvent"
EVENTS: list[tuple[list[Tree], tuple[list[str], dict[str, str], str]]] = [
    ([webhook(ref("A"), signed=None)], ([], {}, "")),
    ([webhook(ref("A"), "application/x-www-form-urlencoded")], ([], {}, "")),
    ([webhook(ref("Plain"))], (["Plain"], {}, "")),
    ([webhook(ref("Open"))], (["Open"], {}, "")),
    ([webhook(ref("Two"))], (["Two"], {}, "")),
    ([webhook(ref("None")), webhook(ref("None"))], (["None"], {}, "")),
    ([webhook(ref("List"))], (["WebhookEvent"], {}, "")),
    ([webhook(ref("A"))], (["A", UNKNOWN], {"a": "A"}, UNKNOWN)),
    ([webhook(ref("MaybeA"))], (["A", UNKNOWN], {"a": "A"}, UNKNOWN)),
    ([webhook(ref("Envelope"))], (["Envelope", UNKNOWN], {}, "")),
    (
        [webhook(ref("AOrB")), webhook(ref("A")), webhook(ref("Two"))],
        (
            ["A", "B", "Two", UNKNOWN],
            {"a": "A", "b": "B", "c": "Two", "d": "Two"},
            UNKNOWN,
        ),
    ),
    (
        [webhook(ref("A")), webhook(ref("Plain"))],
        (["A", "Plain"], {"a": "A"}, "Plain"),
    ),
    (
        [webhook(ref("One")), webhook(ref("True"))],
        (["One", "True", UNKNOWN], {"1": "One", "true": "True"}, UNKNOWN),
    ),
    ([webhook(ref("OneHalf"))], (["OneHalf"], {}, "")),
    ([webhook(ref("Plain")), webhook(ref("Other"))], (["Plain", "Other"], {}, "")),
    ([webhook(ref("A")), webhook(ref("None"))], (["A", "None"], {}, "")),
    (
        [webhook(ref("Mapped")), webhook(ref("A"))],
        (
            ["Plain", "Other", "A", UNKNOWN],
            {"p": "Plain", "q": "Other", "a": "A"},
            UNKNOWN,
        ),
    ),
]


@pytest.mark.parametrize(("webhooks", "wanted"), EVENTS)
def test_events(
    tmp_path: Path, webhooks: list[Tree], wanted: tuple[list[str], dict[str, str], str]
) -> None:
    named = {f"hook{index}": each for index, each in enumerate(webhooks)}
    names, tags, default = shown(refined(tmp_path, named))
    # A variant that takes what isn't listed may have a tag of its own name as well.
    assert (names, {**tags, **wanted[1]}, default) == (wanted[0], tags, wanted[2])
    assert tags.keys() <= {*wanted[1], default}


def fields(api: Api, name: str) -> dict[str, Any]:
    (model,) = (each for each in api.declarations if each.name.wire == name)
    assert isinstance(model, Model)
    return {each.name.wire: each.type for each in model.fields}


def test_an_unknown_event_has_what_all_have_in_common(tmp_path: Path) -> None:
    api = refined(tmp_path, {"one": webhook(ref("AOrB"))})
    found = {name: type(each).__name__ for name, each in fields(api, UNKNOWN).items()}
    assert found == {"topic": "String", "id": "String", "data": "Anything"}


def test_topics_are_closed_where_events_alone_have_them(tmp_path: Path) -> None:
    content = {"application/json": {"schema": ref("B")}}
    answers = {"200": {"description": "One.", "content": content}}
    paths = {"/b": {"get": {"operationId": "b", "responses": answers}}}
    hooks = {"one": webhook(ref("AOrB")), "two": webhook(ref("Mapped"))}
    api = refined(tmp_path, hooks, paths)
    assert fields(api, "Plain")["topic"] == Enumeration(values=("p",))
    assert fields(api, "A")["topic"] == Enumeration(values=("a",))
    assert fields(api, "B")["topic"] == Enumeration(values=("b",), base=String())


def test_callbacks_bring_events_too(tmp_path: Path) -> None:
    started = {"204": {"description": "Started."}}
    callbacks = {"done": {"{$request.query.url}": webhook(ref("A"))}}
    paths = {
        "/a": {
            "post": {"operationId": "a", "responses": started, "callbacks": callbacks}
        }
    }
    api = refined(tmp_path, {}, paths)
    assert shown(api) == (["A", UNKNOWN], {"a": "A"}, UNKNOWN)
    callbacks["done"]["{$request.query.url}"] = webhook(ref("AOrB"))
    api = refined(tmp_path, {}, paths)
    assert fields(api, "B")["topic"] == Enumeration(values=("b",))
