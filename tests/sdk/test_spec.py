"""Our spec: complete, in agreement with the reference's payloads, readable by any standard tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError
from openapi_spec_validator import validate_url
from payloads import CREATE_NOTE, LONG_NOTE, NOTE, NOTES, SHORT_NOTE
from referencing import Registry
from referencing.jsonschema import DRAFT202012

SPEC = Path(__file__).parents[2] / "spec" / "intercom"
OPERATIONS = {
    "GET /contacts/{id}/notes",
    "POST /contacts/{id}/notes",
    "GET /notes/{id}",
    "GET /companies/{company_id}/notes",
    "POST /companies/{company_id}/notes",
    "GET /ai/content_import_sources",
    "POST /ai/content_import_sources",
    "GET /ai/content_import_sources/{id}",
    "PUT /ai/content_import_sources/{id}",
    "DELETE /ai/content_import_sources/{id}",
    "GET /ai/external_pages",
    "POST /ai/external_pages",
    "GET /ai/external_pages/{id}",
    "PUT /ai/external_pages/{id}",
    "DELETE /ai/external_pages/{id}",
}


def load(name: str) -> Any:
    return yaml.safe_load((SPEC / name).read_text("utf-8"))


def follow(reference: str) -> Any:
    """What a `$ref` of the root file points at."""
    name, _, pointer = reference.partition("#/")
    value = load(name)
    for token in pointer.split("/"):
        value = value[token]
    return value


def operations() -> Iterator[tuple[str, str, Any]]:
    """Line, file and Operation Object of each operation."""
    for path, item in load("openapi.yaml")["paths"].items():
        for method, operation in follow(item["$ref"]).items():
            if method != "parameters":
                yield f"{method.upper()} {path}", item["$ref"].partition("#")[
                    0
                ], operation


def validator(file: str, pointer: str) -> Draft202012Validator:
    """A validator of the schema at a pointer into a file."""
    registry: Registry[Any] = Registry().with_resources(
        (
            f"https://spec.example/{path.name}",
            DRAFT202012.create_resource(load(path.name)),
        )
        for path in SPEC.glob("*.yaml")
    )
    return Draft202012Validator(
        {"$ref": f"https://spec.example/{file}#{pointer}"}, registry=registry
    )


def test_the_root_is_valid_and_every_reference_resolves() -> None:
    validate_url((SPEC / "openapi.yaml").as_uri())


def test_it_has_the_documented_operations() -> None:
    assert {line for line, _, _ in operations()} == OPERATIONS


def test_servers_auth_and_version() -> None:
    root = load("openapi.yaml")
    assert {server["x-sdk-name"]: server["url"] for server in root["servers"]} == {
        "us": "https://api.intercom.io",
        "eu": "https://api.eu.intercom.io",
        "au": "https://api.au.intercom.io",
    }
    assert root["components"]["securitySchemes"]["bearerAuth"]["scheme"] == "bearer"
    for item in root["paths"].values():
        assert {"$ref": "common.yaml#/parameters/IntercomVersion"} in follow(
            item["$ref"]
        )["parameters"]


def bodies(file: str, operation: Any) -> Iterator[tuple[str, Any]]:
    """File and Media Type Object of the request and of every response with a body."""
    if "requestBody" in operation:
        yield file, operation["requestBody"]["content"]["application/json"]
    for status, response in operation["responses"].items():
        if "$ref" in response:
            shared = follow(response["$ref"])
            yield response["$ref"].partition("#")[0], shared["content"][
                "application/json"
            ]
        elif status != "204":
            yield file, response["content"]["application/json"]


@pytest.mark.parametrize("line", sorted(OPERATIONS))
def test_every_body_has_an_example_that_fits(line: str) -> None:
    ((file, operation),) = (
        (file, found) for name, file, found in operations() if name == line
    )
    checked = 0
    for where, media_type in bodies(file, operation):
        reference, _, pointer = media_type["schema"]["$ref"].partition("#")
        validator(reference or where, pointer).validate(media_type["example"])
        checked += 1
    assert checked >= 1


@pytest.mark.parametrize(
    ("schema", "payload"),
    [
        ("Note", NOTE),
        ("Note", LONG_NOTE),
        ("Note", SHORT_NOTE),
        ("NoteList", NOTES),
        ("CreateContactNote", CREATE_NOTE),
    ],
)
def test_the_payloads_of_the_reference_validate(schema: str, payload: Any) -> None:
    validator("notes.yaml", f"/schemas/{schema}").validate(payload)


def test_the_judge_can_say_no() -> None:
    with pytest.raises(ValidationError):
        validator("notes.yaml", "/schemas/Note").validate({"type": "note"})
