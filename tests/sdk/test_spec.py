"""Our spec: complete, in agreement with the reference's payloads, readable by any standard tool."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError
from openapi_spec_validator import validate_url
from payloads import CREATE_NOTE, LONG_NOTE, NOTE, NOTES, SHORT_NOTE
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.lint import RULES

SPEC = Path(__file__).parents[2] / "spec" / "intercom"
# How many operations the spec has of each resource.
COUNTS = {
    "Contacts": 30,
    "Conversations": 19,
    "Tickets": 12,
    "Ticket Types": 6,
    "Ticket States": 1,
    "Companies": 14,
    "Tags": 4,
    "Notes": 5,
    "External Pages": 5,
    "Content Import Sources": 5,
    "Jobs": 1,
}


@cache
def load(name: str) -> Any:
    return yaml.safe_load((SPEC / name).read_text("utf-8"))


def follow(reference: str, file: str = "") -> Any:
    """What a `$ref` points at that stands in a file, the root as a rule."""
    name, _, pointer = reference.partition("#/")
    value = load(name or file)
    for token in pointer.split("/"):
        value = value[token]
    return value


def operations() -> Iterator[tuple[str, str, Any]]:
    """Line, file and Operation Object of each operation."""
    for path, item in load("openapi.yaml")["paths"].items():
        for method, operation in follow(item["$ref"]).items():
            if method != "parameters":
                file = item["$ref"].partition("#")[0]
                yield f"{method.upper()} {path}", file, operation


OPERATIONS = {line for line, _, _ in operations()}


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


def test_nothing_is_left_open() -> None:
    command = [sys.executable, "-m", "generator", "validate", "--lint", str(SPEC)]
    done = subprocess.run(command, cwd=SPEC.parents[1], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    errors = tomllib.loads((SPEC / "sdk.toml").read_text("utf-8"))["lint"]["errors"]
    assert {*errors} == {*RULES}


def test_it_has_the_documented_operations() -> None:
    tags = [tag for _, _, operation in operations() for tag in operation["tags"]]
    assert Counter(tags) == COUNTS
    assert [tag["name"] for tag in load("openapi.yaml")["tags"]] == [*COUNTS]


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


def test_what_may_happen_to_every_call_is_said_in_shared_words() -> None:
    shared = {"401": "Unauthorized", "404": "NotFound", "429": "TooManyRequests"}
    for line, _, operation in operations():
        statuses = {"401", "429", *(["404"] if "{" in line else [])}
        found = {status: operation["responses"].get(status) for status in statuses}
        assert found == {
            status: {"$ref": f"common.yaml#/responses/{shared[status]}"}
            for status in statuses
        }, line


def bodies(file: str, operation: Any) -> Iterator[tuple[str, Any]]:
    """File and Media Type Object of the request and of every response with a body."""
    if "requestBody" in operation:
        yield file, operation["requestBody"]["content"]["application/json"]
    for response in operation["responses"].values():
        if "$ref" in response:
            shared = follow(response["$ref"], file)
            where = response["$ref"].partition("#")[0] or file
            yield where, shared["content"]["application/json"]
        elif "content" in response:
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
