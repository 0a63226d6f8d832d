"""What schemas are called as classes, and which of those that want one name gets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from notes_api import OPTIONS

from generator.diagnostics import Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.reader import read
from generator.refine import refine
from generator.targets.python.types.symbol_table import assign_symbols


def classes(folder: Path, names: list[str]) -> list[str]:
    """The class of each schema, in the order of their names."""
    refs = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    properties = {f"p{at}": ref for at, ref in enumerate(refs)}
    answer = {"schema": {"type": "object", "properties": properties}}
    done = {"description": "Done.", "content": {"application/json": answer}}
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": {"operationId": "read", "responses": {"200": done}}}},
        "components": {
            "schemas": {
                name: {"type": "object", "properties": {f"p{at}": {"type": "string"}}}
                for at, name in enumerate(names)
            }
        },
    }
    path = folder / "spec.json"
    path.write_text(json.dumps(tree))
    notebook = Notebook()
    document = load(path, notebook, Policy(lenient=True, validate=False))
    symbols = assign_symbols(
        refine(read(document, notebook), notebook), OPTIONS, notebook
    )
    found = {
        declaration.name.wire: str(symbols.entries[declaration.id].name)
        for declaration in symbols.index.values()
    }
    return [found[name] for name in names]


@pytest.mark.parametrize(
    ("names", "want"),
    [
        (["VLAN"], ["Vlan"]),
        (["VLAN", "Vlan"], ["VLAN", "Vlan"]),
        (["Vlan", "VLAN"], ["Vlan", "VLAN"]),
        (["VLAN", "vlan"], ["VLAN", "Vlan"]),
        (["VLAN", "Vlan", "vlan"], ["VLAN", "Vlan", "Vlan2"]),
        (["VLAN", "Vlan", "VLAN2"], ["VLAN", "Vlan", "Vlan2"]),
        (["vlan", "VLAN", "v-lan"], ["Vlan", "VLAN", "VLan"]),
        (["note", "Note"], ["Note2", "Note"]),
        (["note", "n_ote", "Note2", "Note"], ["Note3", "NOte", "Note2", "Note"]),
        (["V1_2", "V12"], ["V1_2", "V12"]),
        (["URL", "Url", "url"], ["URL", "Url", "Url2"]),
        (["None", "none", "NONE"], ["None_", "None2", "NONE"]),
        (["用户", "用户2"], ["用户", "用户2"]),
        (["用户", "用-户"], ["用户", "用户_2"]),
        (["Größe", "Grosse"], ["Grosse2", "Grosse"]),
        (["\ufb01le", "file"], ["File2", "File"]),
    ],
)
def test_class_names(tmp_path: Path, names: list[str], want: list[str]) -> None:
    assert classes(tmp_path, names) == want
    assert classes(tmp_path, names[::-1]) == want[::-1]
