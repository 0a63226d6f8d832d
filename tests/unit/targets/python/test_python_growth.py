"""Public names stay as they are when the document grows, whatever is added and wherever."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from notes_api import OPTIONS

from generator.diagnostics import Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.ir.declarations import Model
from generator.reader import read
from generator.refine import refine
from generator.targets.python.passes.stream_methods import split_streams
from generator.targets.python.passes.union_aliases import name_unions
from generator.targets.python.types.fields import name_fields, note_fields, received
from generator.targets.python.types.symbol_table import assign_symbols

Tree = dict[str, Any]
Names = dict[tuple[str, ...], str]

WORDS = ("note", "author", "page", "tag", "list", "id", "note_list", "noteAuthor")
words = st.sampled_from(WORDS)
LEAVES: list[Tree] = [
    {"type": "string"},
    {"type": "string", "format": "date-time"},
    {"enum": ["a", "b"]},
    {"enum": [f"value{at}" for at in range(12)]},
    {"const": "x"},
]


def wrapped(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Schemas made of schemas."""
    return (
        st.builds(
            lambda properties: {"type": "object", "properties": properties},
            st.dictionaries(words, inner, max_size=3),
        )
        | st.builds(lambda item: {"type": "array", "items": item}, inner)
        | st.builds(
            lambda value: {"type": "object", "additionalProperties": value}, inner
        )
        | st.builds(
            lambda some: {"oneOf": some}, st.lists(inner, min_size=2, max_size=3)
        )
        | st.builds(
            lambda some: {"allOf": some}, st.lists(inner, min_size=1, max_size=2)
        )
        | st.builds(
            lambda items: {"type": "array", "prefixItems": items, "items": False}
            | {"minItems": len(items)},
            st.lists(inner, min_size=1, max_size=2),
        )
    )


schemas = st.recursive(st.sampled_from(LEAVES), wrapped, max_leaves=6)
objects = st.dictionaries(words, schemas, min_size=1, max_size=4).map(
    lambda properties: {"type": "object", "properties": properties}
)


def operation(name: str, schema: Tree) -> Tree:
    """An operation that sends and returns a schema."""
    content = {"application/json": {"schema": schema}}
    return {
        "operationId": name,
        "tags": [name.partition("_")[2] or "things"],
        "requestBody": {"content": content},
        "responses": {"200": {"description": "Done.", "content": content}},
    }


@st.composite
def documents(draw: st.DrawFn) -> Tree:
    """Documents with schemas that refer to each other and operations that use them."""
    components: Tree = draw(
        st.dictionaries(words.map(str.title), objects, min_size=1, max_size=4)
    )
    refs = [{"$ref": f"#/components/schemas/{name}"} for name in components]
    for schema in components.values():
        if draw(st.booleans()):
            schema["properties"][draw(words)] = draw(st.sampled_from(refs))
    names = draw(
        st.lists(
            st.builds("{}_{}".format, st.sampled_from(["get", "list"]), words),
            unique=True,
            min_size=1,
            max_size=4,
        )
    )
    used = iter([*refs, *draw(st.lists(objects, min_size=4, max_size=4))])
    return {
        "openapi": "3.1.0",
        "info": {"title": "Notes", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {f"/{name}": {"post": operation(name, next(used))} for name in names},
        "components": {"schemas": components},
    }


def inserted(members: Tree, key: str, value: object, at: int) -> Tree:
    """An object with a member more, at a position."""
    items = [(name, each) for name, each in members.items() if name != key]
    items.insert(at, (key, value))
    return dict(items)


@st.composite
def grown(draw: st.DrawFn, before: Tree) -> Tree:
    """The document and something more: an operation, a schema or a property."""
    tree = copy.deepcopy(before)
    components = tree["components"]["schemas"]
    at = draw(st.integers(0, 4))
    match draw(st.sampled_from(["operation", "schema", "property"])):
        case "operation":
            own = operation("create_more", draw(objects))
            tree["paths"] = inserted(tree["paths"], "/more", {"post": own}, at)
        case "schema":
            own = draw(objects)
            more = inserted(components, "More", own, at)
            tree["components"]["schemas"] = more
            user = operation("get_more", {"$ref": "#/components/schemas/More"})
            tree["paths"] = inserted(tree["paths"], "/more", {"post": user}, at)
        case _:
            schema = components[draw(st.sampled_from(sorted(components)))]
            own = draw(schemas)
            schema["properties"] = inserted(schema["properties"], "more", own, at)
    return tree


def public_names(tree: Tree) -> tuple[Names, set[str]]:
    """What everything in a package is called, by where it stands; and the collisions noted."""
    notebook = Notebook()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.json"
        path.write_text(json.dumps(tree))
        document = load(path, notebook, Policy(lenient=True, validate=False))
        api = refine(read(document, notebook), notebook)
    api = name_unions(split_streams(api))
    symbols = assign_symbols(api, OPTIONS, notebook)
    note_fields(api.declarations, symbols.usage, notebook)
    names: Names = {}
    for id, place in symbols.entries.items():
        names["model", id] = place.name
        item = symbols.index[id]
        if isinstance(item, Model):
            for wire, name in name_fields(received(item)).items():
                names["field", id, wire] = name
    groups = [*symbols.groups]
    for group in groups:
        # Nested ones follow those that hold them.
        groups += group.groups
        names["group", group.id] = f"{group.attribute}: {group.class_name}"
        for method in group.methods:
            names["method", method.operation.id] = f"{group.attribute}.{method.name}"
    noted = {
        each.message for each in notebook.findings if each.code == "name-collision"
    }
    return names, noted


@pytest.mark.slow
@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.data())
def test_a_document_that_grows_keeps_all_names(data: st.DataObject) -> None:
    before = data.draw(documents())
    names, noted = public_names(before)
    # Drawing a document and naming it costs more than a change does: each is grown in four ways.
    for _ in range(4):
        after, noted_after = public_names(data.draw(grown(before)))
        # A new thing that wants a name of an old one is reported, and may get it.
        if noted_after <= noted:
            assert {key: after.get(key) for key in names} == names


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True)
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_a_document_names_nothing(before: Tree, random: Any) -> None:
    names, noted = public_names(before)
    assume(not noted)
    shuffled = copy.deepcopy(before)
    for holder in (shuffled, shuffled["components"]):
        for key in ("paths", "schemas"):
            if key in holder:
                items = list(holder[key].items())
                random.shuffle(items)
                holder[key] = dict(items)
    assert public_names(shuffled)[0] == names
