"""Path Item and Operation Objects: bodies, media types and servers by operation."""

from __future__ import annotations

from typing import NamedTuple

from generator.document.trees.object_keywords import METHODS
from generator.document.trees.tree import Tree, as_list
from generator.document.upgrade.from_2_0.body import form, request_body
from generator.document.upgrade.from_2_0.document import servers
from generator.document.upgrade.from_2_0.media import JSON, media_types
from generator.document.upgrade.from_2_0.parameter import field, ordinary
from generator.document.upgrade.from_2_0.response import response
from generator.document.upgrade.walk.moved_references import below
from generator.document.upgrade.walk.upgrade_walk import Walk

_REPLACED = frozenset({"consumes", "parameters", "produces", "responses", "schemes"})


class _Given(NamedTuple):
    """A parameter as an operation lists it, and what it is if that is a reference."""

    listed: dict[str, Tree]
    meant: dict[str, Tree]
    file: str

    @property
    def role(self) -> str:
        return _text(self.meant.get("in"))

    @property
    def name(self) -> str:
        return _text(self.meant.get("name"))


def path_item(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a path item and all its operations."""
    shared = _given(value, walk)
    new = dict(value)
    if "parameters" in value:
        new["parameters"] = _others(shared, value["parameters"], walk)
    for method in METHODS:
        operation = value.get(method)
        if isinstance(operation, dict):
            new[method] = walk.made(_operation(operation, shared, walk), operation)
    return new


def _operation(
    value: dict[str, Tree], shared: list[_Given], walk: Walk
) -> dict[str, Tree]:
    own = _given(value, walk)
    body = _body(value, own, shared, walk)
    new: dict[str, Tree] = {}
    for key, item in value.items():
        if key not in _REPLACED:
            new[key] = item
        elif key == "parameters":
            new[key] = _others(own, item, walk)
        elif key == "responses":
            new[key] = _responses(value, item, walk)
        elif key == "schemes" and item != walk.document.get("schemes"):
            new["servers"] = servers(walk.document, value, walk)
    return new if body is None else new | {"requestBody": body}


def _given(holder: dict[str, Tree], walk: Walk) -> list[_Given]:
    """Return the parameters that a path item or operation lists, as far as they lead to one."""
    listed = as_list(holder.get("parameters"))
    found: list[_Given] = []
    for each in listed if isinstance(listed, list) else []:
        file, meant = walk.ways.follow(walk.file, each)
        if isinstance(each, dict) and isinstance(meant, dict):
            found.append(_Given(each, meant, file))
    return found


def _others(given: list[_Given], listed: Tree, walk: Walk) -> Tree:
    """Return the list of parameters without those that went into a body."""
    written, listed = listed, as_list(listed)
    if not isinstance(listed, list) or not isinstance(written, (list, dict)):
        return listed
    bodies = {id(each.listed) for each in given if each.role in {"body", "formData"}}
    new = [_other(each, walk) for each in listed if id(each) not in bodies]
    return walk.made(new, written)


def _other(value: Tree, walk: Walk) -> Tree:
    """Return a parameter that goes into no body; a reference stays as it is."""
    if not isinstance(value, dict) or isinstance(value.get("$ref"), str):
        return value
    return walk.made(ordinary(value, walk), value)


def _body(
    value: dict[str, Tree], own: list[_Given], shared: list[_Given], walk: Walk
) -> Tree:
    """Return the request body that an operation's parameters come to, None for none."""
    named = {(each.role, each.name) for each in own}
    bodies = [each for each in own if each.role == "body"]
    bodies = bodies or [each for each in shared if each.role == "body"]
    fields = [each for each in own if each.role == "formData"]
    fields += [
        each
        for each in shared
        if each.role == "formData" and (each.role, each.name) not in named
    ]
    everywhere = media_types(walk.document, "consumes", [])
    types = media_types(value, "consumes", everywhere)
    if len(bodies) > 1 or (bodies and fields):
        message = "Of several bodies, the first one in `body` is taken"
        walk.note("swagger-body", message, value, "parameters")
    if bodies:
        return _single(bodies[0], types or [JSON], everywhere or [JSON], walk)
    if fields:
        return form([_field(each, walk) for each in fields], types, value, walk)
    return None


def _single(given: _Given, types: list[str], everywhere: list[str], walk: Walk) -> Tree:
    """Return the body for a parameter in `body`; a reference stays one where it can."""
    reference = given.listed.get("$ref")
    if not isinstance(reference, str):
        return request_body(given.listed, types, walk)
    if types == everywhere:
        return walk.made(dict[str, Tree]({"$ref": reference}), given.listed)
    schema = given.meant.get("schema")
    if given.file == walk.file and isinstance(schema, dict | list):
        here = walk.run(given.file, schema, "schema")
        whole = walk.made({**given.meant, "schema": here}, given.meant)
        return request_body(whole, types, walk)
    apart = below(reference, ("content", everywhere[0], "schema"))
    there = walk.made(dict[str, Tree]({"$ref": apart}), given.listed)
    whole = walk.made({**given.meant, "schema": there}, given.listed)
    return request_body(whole, types, walk)


def _field(given: _Given, walk: Walk) -> dict[str, Tree]:
    """Return a parameter in `formData` with its schema, as it will be if it is a reference."""
    if given.meant is given.listed or "$ref" not in given.listed:
        return field(given.listed, walk)
    there = walk.run(given.file, given.meant, "parameter")
    return there if isinstance(there, dict) else given.meant


def _responses(operation: dict[str, Tree], listed: Tree, walk: Walk) -> Tree:
    """Return the responses with the media types that the operation produces."""
    if not isinstance(listed, dict):
        return listed
    everywhere = media_types(walk.document, "produces", [])
    types = media_types(operation, "produces", everywhere)
    return walk.made(
        {
            code: (
                each
                if not isinstance(each, dict)
                or code.startswith("x-")
                or isinstance(each.get("$ref"), str)
                else walk.made(response(each, types, walk), each)
            )
            for code, each in listed.items()
        },
        listed,
    )


def _text(value: Tree) -> str:
    return value if isinstance(value, str) else ""
