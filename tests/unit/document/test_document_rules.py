"""Rules of OpenAPI that its published schemas don't hold, each in the versions that have it."""

from __future__ import annotations

import json

import pytest

from tests.unit.document.loading import STRICT, Data, Load

TEXT: Data = {"schema": {"type": "string"}}
OK: Data = {"200": {"description": "d"}}
ALL = ("3.0.4", "3.1.1", "3.2.0")


def component(section: str, value: Data, name: str = "A") -> Data:
    return {"components": {section: {name: value}}}


def parameter(**more: Data) -> Data:
    one = {"name": "a", "in": "query", **TEXT, **more}
    return component(
        "parameters", {key: value for key, value in one.items() if value is not None}
    )


def header(**more: Data) -> Data:
    return component("headers", {**TEXT, **more})


def media(**more: Data) -> Data:
    return component("requestBodies", {"content": {"application/json": more}})


def operation(parameters: Data = (), path: str = "/a", **more: Data) -> Data:
    one = {"responses": OK, "parameters": list(parameters), **more}
    return {"paths": {path: {"get": one}}}


def headers(name: str) -> Data:
    response = {"description": "d", "headers": {name: TEXT}}
    return component("responses", response)


def variable(**more: Data) -> Data:
    return {"servers": [{"url": "/{v}", "variables": {"v": more}}]}


def key(**more: Data) -> Data:
    one = {"type": "apiKey", "name": "k", "in": "header", **more}
    return component("securitySchemes", one)


A, HEADER = "/components/parameters/A", "/components/headers/A"
EXAMPLE, LINK = "/components/examples/A", "/components/links/A"
BODY = "/components/requestBodies/A/content/application~1json"
KEY = "/components/securitySchemes/A"
QUERY: Data = {"name": "q", "in": "query", **TEXT}
WHOLE: Data = {"name": "w", "in": "querystring", "content": {"text/plain": {}}}
ID: Data = {"name": "id", "in": "path", "required": True, **TEXT}
BOTH: Data = {"example": 1, "examples": {"b": {"value": 2}}}
RULES: list[tuple[Data, list[str], tuple[str, ...]]] = [
    # What excludes each other.
    (parameter(**BOTH), [f"{A}/examples"], ALL),
    (header(**BOTH), [f"{HEADER}/examples"], ALL),
    (media(**BOTH), [f"{BODY}/examples"], ALL),
    (parameter(content={"text/plain": {}}), [f"{A}/content"], ALL),
    (header(content={"text/plain": {}}), [f"{HEADER}/content"], ALL),
    (
        component("examples", {"value": 1, "externalValue": "http://a/b"}),
        [f"{EXAMPLE}/externalValue"],
        ALL,
    ),
    (
        component("examples", {"value": 1, "dataValue": 1}),
        [f"{EXAMPLE}/dataValue"],
        ALL,
    ),
    (
        component("links", {"operationId": "a", "operationRef": "#/b"}),
        [f"{LINK}/operationId"],
        ALL,
    ),
    (
        {"info": {"title": "t", "version": "1", "license": {"name": "n", "url": "u"}}},
        [],
        ALL,
    ),
    (
        {
            "info": {
                "title": "t",
                "version": "1",
                "license": {"name": "n", "identifier": "MIT", "url": "u"},
            }
        },
        ["/info/license/url"],
        ("3.1.1", "3.2.0"),
    ),
    (
        media(encoding={}, itemEncoding={}),
        [f"{BODY}/itemEncoding"],
        ALL,
    ),
    # Keys that an object doesn't have.
    (component("links", {"operationId": "a", "body": {}}), [f"{LINK}/body"], ALL),
    (
        component("links", {"operationId": "a", "server": {"url": "/b"}}),
        [],
        ALL,
    ),
    (component("links", {}), [f"{LINK}/operationRef"], ALL),
    (parameter(allowEmptyValue=True), [], ALL),
    (
        parameter(**{"in": "header"}, allowEmptyValue=True),
        [f"{A}/allowEmptyValue"],
        ALL,
    ),
    (parameter(x=1), [f"{A}/x"], ALL),
    (header(name="a"), [f"{HEADER}/name"], ALL),
    (header(**{"in": "header"}), [f"{HEADER}/in"], ALL),
    (
        component("schemas", {"discriminator": {"propertyName": "a", "maping": {}}}),
        ["/components/schemas/A/discriminator/maping"],
        ALL,
    ),
    # What has to be there.
    (parameter(schema=None), [f"{A}/schema"], ALL),
    (component("headers", {}), [f"{HEADER}/schema"], ALL),
    (parameter(**{"in": "path"}), [f"{A}/required"], ALL),
    (parameter(**{"in": "path"}, required=False), [f"{A}/required"], ALL),
    (parameter(**{"in": "path"}, required=True), [], ALL),
    (parameter(**{"in": "body"}), [f"{A}/in"], ALL),
    (parameter(style="matrix"), [f"{A}/style"], ALL),
    (key(**{"in": "path"}), [f"{KEY}/in"], ALL),
    (key(type="apikey"), [f"{KEY}/type"], ALL),
    (component("securitySchemes", {"type": "http"}), [f"{KEY}/scheme"], ALL),
    # Names.
    (parameter(**{"in": "header"}, name="Bad[Header]"), [f"{A}/name"], ALL),
    (parameter(**{"in": "header"}, name="X-Good"), [], ALL),
    (headers("Bad Header"), ["/components/responses/A/headers/Bad Header"], ALL),
    (key(name="Bad:Key"), [f"{KEY}/name"], ALL),
    (
        component("headers", TEXT, "Bad Name"),
        ["/components/headers/Bad Name"],
        ALL,
    ),
    (component("schemas", {}, "A/b"), ["/components/schemas/A~1b"], ALL),
    (
        operation(responses={"2xx": OK["200"], "200": OK["200"]}),
        ["/paths/~1a/get/responses/2xx"],
        ALL,
    ),
    # Servers.
    (
        variable(enum=["a"], default="b"),
        ["/servers/0/variables/v/default"],
        ("3.1.1", "3.2.0"),
    ),
    (variable(enum=["a"], default="a"), [], ALL),
    # What several objects say together.
    (operation([QUERY, QUERY]), ["/paths/~1a/get/parameters/1"], ALL),
    (
        operation([ID], path="/a/{id}", operationId="x")
        | component("pathItems", {"get": {"operationId": "x", "responses": OK}}),
        ["/components/pathItems/A/get/operationId"],
        ("3.1.1", "3.2.0"),
    ),
    (operation([ID], path="/a/{id}"), [], ALL),
    (operation([ID]), ["/paths/~1a/get"], ALL),
    (operation(path="/a/{id}"), ["/paths/~1a~1{id}/get"], ALL),
    ({"tags": [{"name": "t"}, {"name": "u"}, {"name": "t"}]}, ["/tags/2"], ALL),
    (
        {"tags": [{"name": "t", "parent": "u"}, {"name": "v", "parent": "t"}]},
        ["/tags/0/parent"],
        ("3.2.0",),
    ),
    (
        {"tags": [{"name": "t", "parent": "u"}, {"name": "u", "parent": "t"}]},
        ["/tags/0/parent", "/tags/1/parent"],
        ("3.2.0",),
    ),
    (operation([WHOLE, QUERY]), ["/paths/~1a/get/parameters/1"], ("3.2.0",)),
    (operation([{**QUERY, "in": {}}]), ["/paths/~1a/get/parameters/0/in"], ALL),
    (operation([{**QUERY, "in": ["query"]}]), ["/paths/~1a/get/parameters/0/in"], ALL),
    (
        operation([WHOLE, {**WHOLE, "name": "v"}]),
        ["/paths/~1a/get/parameters/1"],
        ("3.2.0",),
    ),
]


@pytest.mark.parametrize(
    ("version", "given", "want"),
    [(each, given, want) for given, want, versions in RULES for each in versions],
)
def test_each_fault_is_reported_once_at_its_place(
    loaded: Load, version: str, given: Data, want: list[str]
) -> None:
    tree = {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {},
        **given,
    }
    got = loaded({"a.json": json.dumps(tree)}, STRICT)
    faults = [one for one in got.findings if one.code not in {"extension-adopted"}]
    assert [one.place and one.place.pointer for one in faults] == want
