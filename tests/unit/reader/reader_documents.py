"""Small documents for the reader's tests, written to a folder and read from there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from generator.diagnostics import Diagnostic, Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration, Field, Model
from generator.ir.operation import Operation
from generator.reader import read
from generator.refine.graph.refused import leave_out_unread
from generator.refine.graph.unroll import unroll
from generator.refine.unions.flatten import flatten

Tree = dict[str, Any]
# What the reader leaves to refine before anything else: unions as written, and what is unread.
FIRST = (flatten, unroll, leave_out_unread)
STRING: Tree = {"type": "string"}


def shape(value: object) -> object:
    """A value of the IR as plain data, without the ids and places of unions and compounds."""
    plain = msgspec.to_builtins(value)
    return _anonymous(plain)


def _anonymous(plain: object) -> object:
    if isinstance(plain, list):
        return [_anonymous(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    nameless = plain.get("kind") in {"union", "compound"}
    return {
        key: _anonymous(one)
        for key, one in plain.items()
        if not (nameless and key in {"id", "place"})
    }


class Result(NamedTuple):
    """What reading a document gave, without what can't be read: the Api, its findings, and all."""

    api: Api
    findings: tuple[Diagnostic, ...]
    # With those that were met while the document was loaded, as the reader leaves them.
    all_findings: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes found, but for the notes that small documents always give."""
        usual = {"operation-id-missing", "errors-undescribed"}
        return [one.code for one in self.findings if one.code not in usual]

    def pointers(self, code: str) -> list[str]:
        """Where a code was found."""
        return [
            one.place.pointer for one in self.findings if one.code == code and one.place
        ]

    @property
    def operation(self) -> Operation:
        """The only operation."""
        (operation,) = self.api.operations
        return operation

    def declaration(self, identity: str) -> Declaration:
        """The declaration with an id, or with a component's key."""
        wanted = {identity, f"components/schemas/{identity}"}
        (found,) = [one for one in self.api.declarations if one.id in wanted]
        return found


def document(**parts: object) -> Tree:
    """A document with these parts, of the newest version unless they say otherwise."""
    whole = {"openapi": "3.2.0", "info": {"title": "Test", "version": "1"}, "paths": {}}
    return whole | parts


def operation(**parts: object) -> Tree:
    """An operation with these parts, and a response unless they hold one."""
    return {"responses": {"200": {"description": "Fine"}}} | parts


def read_tree(
    folder: Path,
    tree: Tree,
    *,
    lenient: bool = True,
    files: Mapping[str, Tree] | None = None,
) -> Result:
    """Read a document that is written to a folder first.

    Args:
        folder: Where.
        tree: The root file.
        lenient: Whether faults are mended.
        files: Other files by name.
    """
    root = folder / "openapi.json"
    for name, content in {"openapi.json": tree, **(files or {})}.items():
        (folder / name).write_text(json.dumps(content))
    notebook = Notebook()
    loaded = load(root, notebook, Policy(lenient=lenient, validate=False))
    before = len(notebook.findings)
    api: Api = read(loaded, notebook)
    for step in FIRST:
        api = step(api, notebook)
    return Result(api, notebook.findings[before:], notebook.findings)


def read_operation(
    folder: Path,
    parts: Tree,
    *,
    path: str = "/things",
    method: str = "get",
    lenient: bool = True,
    **others: object,
) -> Result:
    """Read a document of one operation."""
    tree = document(paths={path: {method: operation(**parts)}}, **others)
    return read_tree(folder, tree, lenient=lenient)


def read_schemas(
    folder: Path, schemas: Tree, *, lenient: bool = True, openapi: str = "3.2.0"
) -> Result:
    """Read a document of component schemas alone."""
    tree = document(components={"schemas": schemas}, openapi=openapi)
    return read_tree(folder, tree, lenient=lenient)


def read_field(
    folder: Path,
    schema: object,
    *,
    schemas: Tree | None = None,
    openapi: str = "3.2.0",
) -> tuple[Field, Result]:
    """Read a schema as the property `it` of the component `Whole`, which stands before others."""
    whole = {"Whole": {"type": "object", "properties": {"it": schema}}}
    result = read_schemas(folder, whole | (schemas or {}), openapi=openapi)
    found = result.declaration("Whole")
    assert isinstance(found, Model)
    return found.fields[0], result


def read_alias(folder: Path, schema: object) -> tuple[Alias, Result]:
    """Read a schema as the component `It`, which is no plain object."""
    result = read_schemas(folder, {"It": schema})
    found = result.declaration("It")
    assert isinstance(found, Alias)
    return found, result
