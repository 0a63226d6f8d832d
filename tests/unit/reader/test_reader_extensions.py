"""Values of our extensions that name nothing: errors with their places, which change nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Diagnostic, Notebook, Severity
from generator.ir.api import Api
from generator.pipeline import Run
from generator.progress import Progress

CODES = frozenset({"extension-value", "client-option"})


def read(
    folder: Path, *, at: dict[str, Any], **more: Any
) -> tuple[list[Diagnostic], Api]:
    """What is found about extensions in a document, and the document as targets see it.

    Args:
        folder: Where the document is written.
        at: The extensions by what they stand on.
        more: Further operations and security schemes.
    """
    parameters = more.get("parameters") or [
        {"name": "X-A", "in": "header", "schema": {"type": "string"}}
        | at.get("header", {}),
        {"name": "q", "in": "query", "schema": {"type": "string"}}
        | at.get("query", {}),
    ]
    operation = {
        "operationId": "listThings",
        "tags": ["things"],
        "parameters": parameters,
        "security": [{"key": []}],
        "responses": {"200": {"description": "ok"}},
    } | at.get("operation", {})
    scheme = {"type": "apiKey", "in": "header", "name": "X-Key"} | at.get("scheme", {})
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Tiny", "version": "1"},
        "servers": [{"url": "https://tiny.example"}],
        "paths": {
            "/things": {"get": operation},
            **{
                f"/{index}": {"get": each}
                for index, each in enumerate(more.get("others", ()))
            },
        },
        "components": {"securitySchemes": {"key": scheme}},
    }
    path = folder / "tiny.json"
    path.write_text(json.dumps(document), "utf-8")
    notebook = Notebook()
    settled = config.read(RunOptions(source=path, package="sdk"), notebook)
    run = Run(Progress())
    api = pipeline.build_api(settled, run)
    pipeline.validate(settled, run)
    return [each for each in run.notebook.findings if each.code in CODES], api


NO_NAMES = [True, False, 5, 1.5, None, "", " ", "!!!", [], ["a"], {}, {"a": 1}]


@pytest.mark.parametrize("value", NO_NAMES)
@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("header", "x-sdk-name"),
        ("header", "x-sdk-client-option"),
        ("operation", "x-sdk-method"),
        ("operation", "x-sdk-resource"),
        ("operation", "x-sdk-idempotency"),
        ("scheme", "x-sdk-name"),
        ("scheme", "x-sdk-environment"),
    ],
)
def test_what_is_no_name(place: str, key: str, value: Any, tmp_path: Path) -> None:
    plain, api = read(tmp_path, at={})
    assert plain == []
    found, same = read(tmp_path, at={place: {key: value}})
    assert [(each.code, each.severity) for each in found] == [
        ("extension-value", Severity.ERROR)
    ]
    assert found[0].place is not None
    assert found[0].place.pointer.endswith(f"/{key}")
    assert f"`{key}: " in found[0].hint
    assert same == api


HINTS = [
    ("header", "x-sdk-client-option", True, "`x-sdk-client-option` can't be a boolean"),
    ("header", "x-sdk-client-option", "-", "`x-sdk-client-option` can't be '-'"),
    ("operation", "x-sdk-resource", "a..b", "`x-sdk-resource` can't be 'a..b'"),
    ("operation", "x-sdk-idempotency", "A B", "`x-sdk-idempotency` can't be 'A B'"),
    ("operation", "x-sdk-idempotency", "host", "`x-sdk-idempotency` can't be 'host'"),
    ("operation", "x-sdk-idempotency", "A\n", "`x-sdk-idempotency` can't be 'A\\n'"),
    ("operation", "x-sdk-resource", "a.!", "`x-sdk-resource` can't be 'a.!'"),
    (
        "scheme",
        "x-sdk-environment",
        "MY TOKEN",
        "`x-sdk-environment` can't be 'MY TOKEN'",
    ),
    ("scheme", "x-sdk-environment", "A=B", "`x-sdk-environment` can't be 'A=B'"),
    ("scheme", "x-sdk-environment", "1TOKEN", "`x-sdk-environment` can't be '1TOKEN'"),
]


@pytest.mark.parametrize(("place", "key", "value", "message"), HINTS)
def test_what_is_said(
    place: str, key: str, value: Any, message: str, tmp_path: Path
) -> None:
    found, _ = read(tmp_path, at={place: {key: value}})
    assert [each.message for each in found] == [message]


@pytest.mark.parametrize(
    ("place", "key", "value"),
    [
        ("header", "x-sdk-client-option", "Get-Thing"),
        ("header", "x-sdk-client-option", "class"),
        ("header", "x-sdk-client-option", "größe"),
        ("query", "x-sdk-name", "2nd"),
        ("operation", "x-sdk-resource", "admin.users"),
        ("operation", "x-sdk-resource", "admin/users"),
        ("operation", "x-sdk-method", "list all"),
        ("scheme", "x-sdk-environment", "_token2"),
    ],
)
def test_names_are_taken_and_spelled(
    place: str, key: str, value: str, tmp_path: Path
) -> None:
    found, _ = read(tmp_path, at={place: {key: value}})
    assert found == []


def header(name: str, option: str, **more: Any) -> dict[str, Any]:
    schema = {"type": "string"}
    said = {
        "name": name,
        "in": "header",
        "schema": schema,
        "x-sdk-client-option": option,
    }
    return said | more


# The parameters of one operation, and of another; what is said of the last.
OPTIONS: list[tuple[list[dict[str, Any]], list[dict[str, Any]], str]] = [
    ([header("X-A", "a")], [header("X-A", "a")], ""),
    ([header("X-A", "a")], [header("x-a", "A")], ""),
    (
        [header("X-A", "a")],
        [header("X-B", "a")],
        "the headers `x-a` and `X-B` can't both be the client's option `a`",
    ),
    (
        [header("X-A", "a"), header("X-B", "A")],
        [],
        "the headers `x-a` and `X-B` can't both be the client's option `A`",
    ),
    (
        [header("X-A", "a")],
        [header("X-A", "b")],
        "the header `X-A` is the client's option `a` already, and can't be `b` too",
    ),
    (
        [header("q", "a", **{"in": "query"})],
        [],
        "only a header can be an option of the client, and `q` is a query parameter",
    ),
    (
        [header("c", "a", **{"in": "cookie"})],
        [],
        "only a header can be an option of the client, and `c` is a cookie parameter",
    ),
    (
        [header("X-Key", "a")],
        [],
        "the header `X-Key` holds the credential of the security scheme `key`, which is an "
        "argument of the client already",
    ),
    (
        [header("x-key", "a")],
        [],
        "the header `x-key` holds the credential of the security scheme `key`, which is an "
        "argument of the client already",
    ),
    *[
        (
            [header("X-A", name)],
            [],
            f"the option `{name}` of the client for the header `X-A` has the name of another of "
            "its arguments",
        )
        for name in ("timeout", "base_url", "max_retries", "strict", "key")
    ],
]


@pytest.mark.parametrize(("first", "second", "message"), OPTIONS)
def test_what_can_be_an_option_of_the_client(
    first: list[dict[str, Any]],
    second: list[dict[str, Any]],
    message: str,
    tmp_path: Path,
) -> None:
    other = {
        "operationId": "listOthers",
        "parameters": second,
        "responses": {"200": {"description": "ok"}},
    }
    found, _ = read(tmp_path, at={}, parameters=first, others=[other] if second else [])
    assert [each.message for each in found] == ([message] if message else [])
    assert all(each.place and each.hint for each in found)
    assert all(each.severity is Severity.ERROR for each in found)


@pytest.mark.parametrize("header", ["X-A", "x-a", "Idempotency-Key"])
def test_a_header_that_each_call_fills_is_not_required(
    tmp_path: Path, header: str
) -> None:
    required = {"in": "header", "schema": {"type": "string"}, "required": True}
    found, api = read(
        tmp_path,
        at={"operation": {"x-sdk-idempotency": header}},
        parameters=[required | {"name": "X-A"}, required | {"name": "X-B"}],
    )
    assert found == []
    (operation,) = api.operations
    assert operation.idempotency == header
    is_own = header.lower() == "x-a"
    assert [one.required for one in operation.parameters] == [not is_own, True]
