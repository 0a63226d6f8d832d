"""What only the preview of the API has says so, and no member of any version is left out.

The versions are compared where they lie, `../shared/specs`; nothing of them is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias

import pytest
from test_spec import follow, operations
from test_spec_published import FILES, METHODS, published, shape

pytestmark = pytest.mark.skipif(
    not FILES, reason="Intercom's own descriptions aren't there"
)
PREVIEW, NEWEST = "intercom__v0-preview", "intercom__v2.16"
SAYS_SO = re.compile(r"\bonly the version Unstable has this\b", re.IGNORECASE)
# Shared with a parameter of other operations, which are named.
OF_MOST = "only the version unstable has this, but"
# How deep members of members are looked at.
DEPTH = 4
Tree: TypeAlias = Any
# What a node is in the end, of those that a file has.
Resolve: TypeAlias = Callable[[Tree, str], tuple[Tree, str]]


def own(node: Tree, file: str) -> tuple[Tree, str]:
    while "$ref" in node:
        reference = node["$ref"]
        node, file = follow(reference, file), reference.partition("#")[0] or file
    return node, file


def foreign(node: Tree, version: str) -> tuple[Tree, str]:
    while "$ref" in node:
        found: Tree = published()[version]
        for token in node["$ref"].removeprefix("#/").split("/"):
            found = found[token.replace("~1", "/")]
        node = found
    return node, version


def members(
    node: Tree, file: str, resolve: Resolve, depth: int = DEPTH
) -> Iterator[tuple[str, Tree]]:
    """The members that values of a schema may have, and theirs, by their paths."""
    node, file = resolve(node, file)
    for word in ("allOf", "anyOf", "oneOf"):
        for part in node.get(word, []):
            yield from members(part, file, resolve, depth)
    if isinstance(node.get("items"), dict):
        yield from members(node["items"], file, resolve, depth)
    for name, member in node.get("properties", {}).items():
        yield name, member
        if depth:
            for path, inner in members(member, file, resolve, depth - 1):
                yield f"{name}.{path}", inner


def shown(value: Tree) -> Iterator[str]:
    """The paths of the members in an example."""
    for each in value if isinstance(value, list) else [value]:
        for name, member in each.items() if isinstance(each, dict) else ():
            yield name
            yield from (f"{name}.{path}" for path in shown(member))


def parts(
    operation: Tree, file: str, resolve: Resolve
) -> Iterator[tuple[str, str, Tree]]:
    """What an operation takes and gives: where it stands, its path, and its description's node."""
    for each in operation.get("parameters", []):
        parameter, _ = resolve(each, file)
        if parameter["in"] == "query":
            yield "query", parameter["name"], parameter
    body, where = resolve(operation.get("requestBody", {}), file)
    yield from (("body", *each) for each in _contents(body, where, resolve))
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            found, where = resolve(response, file)
            yield from (("answer", *each) for each in _contents(found, where, resolve))


def _contents(holder: Tree, file: str, resolve: Resolve) -> Iterator[tuple[str, Tree]]:
    for media in holder.get("content", {}).values():
        yield from members(media.get("schema", {}), file, resolve)
        for example in media.get("examples", {}).values():
            yield from ((path, {}) for path in shown(example["value"]))


@cache
def known(version: str) -> dict[str, frozenset[tuple[str, str]]]:
    """What each operation of a version takes and gives."""
    return {
        shape(f"{method.upper()} {path}"): frozenset(
            (place, name) for place, name, _ in parts(item[method], version, foreign)
        )
        for path, item in published()[version]["paths"].items()
        for method in METHODS & {*item}
    }


OURS = [*operations()]
# What ours leaves out of the published versions, and why.
LEFT_OUT = {
    r"query (cursor|starting_after|scroll_param)$": "pagers send it",
    r"(POST|PUT) \S+ body test$": "an example's slip",
    r"DELETE /conversations/\S+ body customer$": "an example's slip",
    r"GET /contacts/\{id\}/companies answer companies$": "`data` in all examples",
    r"/customers(/\S+)? answer ": "the examples show the participants alone",
    r"(custom|ticket)_attributes\.": "named by the workspace",
    r" translations\.|\.translations\.": "named by languages",
    r"ticket_type_attributes\.ticket_type_attributes": "`data` in all examples",
    r"GET /ticket_states answer data\.ticket_types\.data\.": "no example shows it",
}


@pytest.mark.parametrize(
    ("line", "file", "operation"), OURS, ids=[line for line, *_ in OURS]
)
def test_what_only_the_preview_has_says_so(
    line: str, file: str, operation: Tree
) -> None:
    preview, newest = (known(each).get(shape(line)) for each in (PREVIEW, NEWEST))
    says_so = bool(SAYS_SO.search(operation.get("description", "")))
    assert says_so is (newest is None)
    if preview is None or newest is None:
        return
    said = {
        (place, name): node.get("description", "")
        for place, name, node in parts(operation, file, own)
    }
    saying = {each for each, text in said.items() if SAYS_SO.search(text)}
    silent = {
        (place, name)
        for place, name in said.keys() & (preview - newest)
        if not any((place, each) in saying for each in _prefixes(name))
    }
    assert silent == set()
    wrong = {each for each in saying & newest if OF_MOST not in said[each].lower()}
    assert wrong == set()


def _prefixes(path: str) -> Iterator[str]:
    names = path.split(".")
    yield from (".".join(names[: end + 1]) for end in range(len(names)))


@pytest.mark.parametrize(
    ("line", "file", "operation"), OURS, ids=[line for line, *_ in OURS]
)
def test_no_member_is_left_out(line: str, file: str, operation: Tree) -> None:
    mine = {(place, name) for place, name, _ in parts(operation, file, own)}
    theirs = {each for name in published() for each in known(name).get(shape(line), ())}
    # Of what is missing with all its members, the outermost.
    missing = {
        f"{line} {place} {path}"
        for place, path in theirs - mine
        if not {(place, each) for each in [*_prefixes(path)][:-1]} & (theirs - mine)
    }
    assert [
        one for one in missing if not any(re.search(p, one) for p in LEFT_OUT)
    ] == []
