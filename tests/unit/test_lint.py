"""`validate --lint`: what a description leaves open, and where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import cli, exit_codes

TEXT = {"type": "string"}
SAID = {"description": "It.", "schema": TEXT}
ITEMS = {
    "type": "array",
    "description": "All.",
    "items": {"type": "string", "example": "a"},
}
SHOWN = {"type": "string", "description": "It.", "example": "a"}


def answer(schema: dict[str, Any], **media: Any) -> dict[str, Any]:
    return {
        "200": {
            "description": "Ok.",
            "content": {"application/json": {"schema": schema, **media}},
        }
    }


def query(name: str, **rest: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", **SAID, **rest}


def body(schema: dict[str, Any], **media: Any) -> dict[str, Any]:
    return {
        "requestBody": {"content": {"application/json": {"schema": schema, **media}}}
    }


def document(operation: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    shown = {
        "operationId": "do",
        "summary": "Do it.",
        "responses": {"204": {"description": "Done."}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://t.example"}],
        "paths": {"/it": {"post": shown | operation}},
        "components": {"schemas": schemas},
    }


def lint(folder: Path, spec: dict[str, Any], options: str = "") -> int:
    """The exit code of the command, which prints the findings."""
    folder.mkdir(exist_ok=True)
    (folder / "openapi.yaml").write_text(json.dumps(spec))
    (folder / "sdk.toml").write_text(options)
    return cli.main(["validate", str(folder), "--lint", "--format", "json"])


def model(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": properties}


NEXT = model(next=SHOWN) | {"description": "Where it goes on."}
OTHER = model(a=SHOWN) | {"description": "Something else."}
OP = "/paths/~1it/post"
JSON = f"{OP}/responses/200/content/application~1json"
SENT = f"{OP}/requestBody/content/application~1json"
REF = {"$ref": "#/components/schemas/M"}
PAGED = "paging-undeclared"
CASES: list[tuple[dict[str, Any], list[str]]] = [
    (document({}), []),
    # Descriptions
    (document({"summary": ""}), [f"description-missing {OP}"]),
    (document({"summary": " "}), [f"description-missing {OP}"]),
    (document({"summary": "", "description": "Do it."}), []),
    (document({"parameters": [query("a")]}), []),
    (
        document({"parameters": [{"name": "a", "in": "query", "schema": TEXT}]}),
        [f"description-missing {OP}/parameters/0"],
    ),
    (
        document({"responses": answer(REF)}, M=model(a=SHOWN, b=TEXT)),
        ["description-missing /components/schemas/M/properties/b"],
    ),
    # What an allOf takes from a schema is said there alone.
    (
        document(
            {"responses": answer({"$ref": "#/components/schemas/N"})},
            M=model(b=TEXT | {"example": "x"}),
            N={"allOf": [REF, model(c=SHOWN)]},
            O={"allOf": [REF, model(d=SHOWN)]},
        ),
        ["description-missing /components/schemas/N/properties/b"],
    ),
    # Examples
    (document(body(TEXT)), [f"example-missing {SENT}"]),
    (document(body(TEXT, example="a")), []),
    (document(body(TEXT, examples={"a": {"value": "a"}})), []),
    (document(body(model("a", a=SHOWN, b=SAID))), []),
    (document(body({"type": "array", "items": model("a", a=SHOWN)})), []),
    (document(body(REF), M=model(a=SHOWN) | {"example": {"a": "b"}}), []),
    (document({"responses": answer(TEXT)}), [f"example-missing {JSON}"]),
    (
        document({"responses": answer(REF)}, M={"type": "array", "items": REF}),
        [f"example-missing {JSON}"],
    ),
    (document({"responses": answer(TEXT, example="a")}), []),
    (
        document(
            {"responses": answer(REF)},
            M=model("m", m=REF | {"description": "Itself."}),
        ),
        [f"example-missing {JSON}"],
    ),
    (
        document(
            {"responses": {"400": answer(TEXT)["200"], "204": {"description": "x"}}}
        ),
        [],
    ),
    # Paging
    (
        document({"responses": answer(model(data=ITEMS, next_cursor=SHOWN))}),
        [f"{PAGED} {OP}"],
    ),
    (
        document({"responses": answer(model(data=ITEMS, pages=NEXT))}),
        [f"{PAGED} {OP}"],
    ),
    (
        document({"responses": answer(model(data=ITEMS, links=NEXT))}),
        [f"{PAGED} {OP}"],
    ),
    (
        document({"responses": answer(model(data=ITEMS, links=OTHER))}),
        [],
    ),
    (
        document(
            {
                "parameters": [query("page")],
                "responses": answer(ITEMS, example=["a"]),
            }
        ),
        [f"{PAGED} {OP}"],
    ),
    (
        document(
            {
                "parameters": [query("starting_after")],
                "responses": answer(model(data=ITEMS)),
            }
        ),
        [f"{PAGED} {OP}"],
    ),
    (
        document(
            {
                "parameters": [query("order")],
                "responses": answer(ITEMS, example=["a"]),
            }
        ),
        [],
    ),
    (
        document(
            body(model(page=SHOWN, query=SHOWN))
            | {"responses": answer(model(data=ITEMS))}
        ),
        [f"{PAGED} {OP}"],
    ),
    (
        document(
            body(model(pagination=model(cursor=SHOWN) | {"description": "P."}))
            | {"responses": answer(model(data=ITEMS))}
        ),
        [f"{PAGED} {OP}"],
    ),
    (
        document(body(model(name=SHOWN)) | {"responses": answer(model(data=ITEMS))}),
        [],
    ),
    (
        document(
            {
                "responses": {
                    "200": answer(model(data=ITEMS))["200"]
                    | {"headers": {"Link": {"schema": TEXT}}}
                }
            }
        ),
        [f"{PAGED} {OP}"],
    ),
    (document({"responses": answer(model(data=ITEMS, total=SHOWN))}), []),
    (
        document(
            {
                "parameters": [
                    {
                        "name": "page",
                        "in": "query",
                        "description": "P.",
                        "schema": {"type": "integer"},
                    }
                ],
                "x-sdk-pagination": {"items": "data", "page": {"parameter": "page"}},
                "responses": answer(model(data=ITEMS)),
            }
        ),
        [],
    ),
    # Ids
    (
        document({"responses": answer(REF)}, M=model(id=SHOWN)),
        ["id-optional /components/schemas/M/properties/id"],
    ),
    (document({"responses": answer(REF)}, M=model("id", id=SHOWN)), []),
    (document(body(REF), M=model(id=SHOWN)), []),
]


@pytest.mark.parametrize(("spec", "want"), CASES)
def test_what_is_left_open(
    tmp_path: Path,
    spec: dict[str, Any],
    want: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = lint(tmp_path / "shop", spec)
    listed = json.loads(capsys.readouterr().out)["findings"]
    lints = [one for one in listed if one["code"] in RULES]
    assert [f"{one['code']} {one['pointer']}" for one in lints] == want
    assert {one["severity"] for one in lints} <= {"note"}
    assert code == exit_codes.COMPLETE


RULES = ("description-missing", "example-missing", "id-optional", PAGED)


@pytest.mark.parametrize(
    ("options", "code", "severity"),
    [
        ("", exit_codes.COMPLETE, "note"),
        ('[lint]\nerrors = ["id-optional"]', exit_codes.COMPLETE, "note"),
        ('[lint]\nerrors = ["description-missing"]', exit_codes.FAILED, "error"),
    ],
)
def test_sdk_toml_makes_errors_of_notes(
    tmp_path: Path,
    options: str,
    code: int,
    severity: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spec = document({"summary": ""})
    assert lint(tmp_path / "shop", spec, options) == code
    listed = json.loads(capsys.readouterr().out)["findings"]
    (one,) = [one for one in listed if one["code"] in RULES]
    assert one["severity"] == severity
    assert one["line"] > 0
    # Without --lint nothing of it is looked for.
    assert cli.main(["validate", str(tmp_path / "shop")]) == exit_codes.COMPLETE


def test_a_rule_that_isnt_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = '[lint]\nerrors = ["id-missing"]'
    assert lint(tmp_path / "shop", document({}), options) == exit_codes.FAILED
    (one,) = json.loads(capsys.readouterr().out)["findings"]
    assert (one["code"], one["line"], one["column"]) == ("config-value", 2, 1)
    assert (
        "`id-missing`, which is no rule; there are description-missing"
        in one["message"]
    )


def test_our_own_spec_leaves_nothing_open(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["validate", "--lint"]) == exit_codes.COMPLETE
    assert capsys.readouterr().out == "no findings\n"
