"""Our spec beside the descriptions that Intercom publishes: their operations, our words.

They are read where they lie, `../shared/specs`, and nothing of them is kept here.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import intercom_sdk.resources
import pytest
import yaml
from intercom_sdk import Drift, from_dict
from intercom_sdk._runtime.operation.operation import Operation
from test_spec import OPERATIONS, SPEC, follow, validator
from test_spec import operations as our_operations

PUBLISHED = SPEC.parents[2] / "shared" / "specs"
FILES = sorted(PUBLISHED.glob("intercom__*.yaml"))
METHODS = {"get", "put", "post", "delete", "patch"}
pytestmark = pytest.mark.skipif(
    not FILES, reason="Intercom's own descriptions aren't there"
)
# So many words in a row are a sentence of somebody's.
SENTENCE = 7


@cache
def published() -> dict[str, Any]:
    return {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        for path in FILES
    }


def shape(line: str) -> str:
    """A request line without the names of its parameters, which differ by version."""
    return re.sub(r"\{[^}]*\}", "{}", line)


def texts(value: object, keys: frozenset[str]) -> Iterator[str]:
    match value:
        case dict():
            for key, member in value.items():
                if key in keys and isinstance(member, str):
                    yield member
                elif key not in {"example", "examples"}:
                    yield from texts(member, keys)
        case list():
            for member in value:
                yield from texts(member, keys)


def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w'./{}-]+", text.lower()))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    for start in range(len(found) - SENTENCE + 1):
        yield found[start : start + SENTENCE]


def ours() -> Iterator[Any]:
    for path in sorted(SPEC.glob("*.yaml")):
        yield yaml.safe_load(path.read_text("utf-8"))


PROSE = frozenset({"summary", "description"})


def test_the_operations_are_theirs() -> None:
    theirs = {
        shape(f"{method.upper()} {path}")
        for document in published().values()
        for path, item in document["paths"].items()
        for method in METHODS & {*item}
    }
    assert {line for line in OPERATIONS if shape(line) not in theirs} == set()


def test_no_sentence_is_theirs() -> None:
    theirs = {
        run
        for document in published().values()
        for text in texts(document, PROSE)
        for run in runs(text)
    }
    assert theirs
    copied = {
        " ".join(run)
        for document in ours()
        for text in texts(document, PROSE)
        for run in runs(text)
        if run in theirs
    }
    assert copied == set()


def leaves(value: object, *, within: bool) -> Iterator[str]:
    """The texts of the examples in a document that say something of their own."""
    match value:
        case dict():
            for key, member in value.items():
                inside = within or key in {"example", "examples"}
                yield from leaves(member, within=inside)
        case list():
            for member in value:
                yield from leaves(member, within=within)
        case str() if within and len(words(value)) > 2:
            yield value


def test_no_example_is_theirs() -> None:
    theirs = {
        text
        for document in published().values()
        for text in leaves(document, within=False)
    }
    assert theirs
    copied = {
        text
        for document in ours()
        for text in leaves(document, within=False)
        if text in theirs
    }
    # What a server says in its own words has to be told as it says it.
    assert copied == {"Access Token Invalid", "Resource Not Found"}


class Shown(NamedTuple):
    """An example of an answer in a published description."""

    name: str
    type: Any
    value: Any


def operations() -> Iterator[tuple[str, Any]]:
    """Request line and Operation of each method of the package."""
    package = intercom_sdk.resources
    for module in pkgutil.iter_modules(package.__path__):
        members = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
        for value in members.values():
            # Lists and jobs are operations of classes of their own.
            if isinstance(value, Operation):
                yield shape(f"{value.method} {value.path}"), value


def shown() -> Iterator[Shown]:
    known = dict(operations())
    for name, document in published().items():
        for path, item in document["paths"].items():
            for method in sorted(METHODS & {*item}):
                operation = known.get(shape(f"{method.upper()} {path}"))
                if operation is None:
                    continue
                for status, content in operation.responses.items():
                    response = item[method]["responses"].get(status, {})
                    media = response.get("content", {}).get("application/json", {})
                    for label, example in media.get("examples", {}).items():
                        line = f"{name} {method.upper()} {path} {label}"
                        yield Shown(line, content.type, example["value"])


SHOWN = [*shown()] if FILES else []


def test_all_operations_but_these_are_shown() -> None:
    lines = {" ".join(shape(one.name).split(" ")[1:3]) for one in SHOWN}
    # Their descriptions have no examples, or no content.
    assert {shape(line) for line in OPERATIONS} - lines == {
        "DELETE /ai/content_import_sources/{}",
        "DELETE /contacts/{}",
        "DELETE /tags/{}",
        "POST /contacts/{}/archive",
        "POST /contacts/{}/block",
        "POST /contacts/{}/unarchive",
    }


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.name)
def test_their_examples_are_what_our_models_say(example: Shown) -> None:
    drifts: list[Drift] = []
    from_dict(example.type, example.value, on_drift=drifts.append)
    assert [f"{each.path}: {each}" for each in drifts] == []


def asked() -> Iterator[tuple[str, str, Any]]:
    """Name and request line of each example of a request in a published description, and it."""
    for name, document in published().items():
        for path, item in document["paths"].items():
            for method in sorted(METHODS & {*item}):
                body = item[method].get("requestBody", {}).get("content", {})
                line = shape(f"{method.upper()} {path}")
                media = body.get("application/json", {})
                for label, example in media.get("examples", {}).items():
                    yield f"{name} {line} {label}", line, example["value"]


def test_their_requests_are_what_ours_take() -> None:
    takers = {}
    for line, file, operation in our_operations():
        body = operation.get("requestBody", {})
        if "$ref" in body:
            body = follow(body["$ref"], file)
        if body:
            schema = body["content"]["application/json"]["schema"]["$ref"]
            reference, _, pointer = schema.partition("#")
            takers[shape(line)] = validator(reference or file, pointer)
    examples = [one for one in asked() if one[1] in takers]
    assert len(examples) > 250
    refused = {
        name for name, line, value in examples if not takers[line].is_valid(value)
    }
    # These are shown for the error that they get.
    assert {name.partition(" ")[2] for name in refused} == {
        "POST /contacts/{}/companies bad_request",
        "POST /tags invalid_parameters",
    }
