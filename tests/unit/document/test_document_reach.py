"""Which files references reach, and under which names."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document.files.policy import Policy
from tests.unit.document.loading import LENIENT, Files, Load

HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
UNVALIDATED = Policy(validate=False)


def note(reference: str, other: str = "{}") -> str:
    return (
        f"{HEAD}components:\n  schemas:\n"
        f"    Note: {{$ref: '{reference}'}}\n    Other: {other}\n"
    )


SPELLINGS = [
    "part/a.yaml",
    "./part/a.yaml",
    "part/./a.yaml",
    "part//a.yaml",
    "part/../part/a.yaml",
    "part/%61.yaml",
    "../spec/part/a.yaml",
    "link.yaml",
    "part/up.yaml",
]


@pytest.mark.parametrize("reference", SPELLINGS)
def test_a_file_is_one_however_it_is_spelled(
    loaded: Load, tmp_path: Path, reference: str
) -> None:
    folder = tmp_path / "spec" / "part"
    folder.mkdir(parents=True)
    (tmp_path / "spec" / "link.yaml").symlink_to(folder / "a.yaml")
    files: Files = {
        "openapi.yaml": note("part/a.yaml#/A", f"{{$ref: '{reference}#/A'}}"),
        "part/a.yaml": "A: {properties: {b: {$ref: '../part/b.yaml'}}}\n",
        "part/b.yaml": f"properties: {{a: {{$ref: '../{reference}#/A'}}}}\n",
        "part/up.yaml": "A: {$ref: 'a.yaml#/A'}\n",
    }
    got = loaded(files, Policy(outside=(tmp_path,), validate=False)).root
    for pointer in ("/components/schemas/Note", "/components/schemas/Other"):
        node = got.at("", pointer)
        assert node is not None
        assert node.follow().id == "part/a.yaml#/A"
        inner = node.follow().require("properties").require("b").follow()
        assert inner.id == "part/b.yaml#"
        again = inner.require("properties").require("a").follow()
        assert again.id == "part/a.yaml#/A"
    assert got.trees.keys() - {"part/up.yaml"} == {"", "part/a.yaml", "part/b.yaml"}


@pytest.mark.parametrize(
    "reference",
    ["openapi.yaml", "./openapi.yaml", "../spec/openapi.yaml", "%6fpenapi.yaml"],
)
@pytest.mark.parametrize("version", ["3.1.0", "3.0.3", "2.0"])
def test_the_root_file_is_one_however_it_is_spelled(
    loaded: Load, tmp_path: Path, reference: str, version: str
) -> None:
    section = "/definitions" if version == "2.0" else "/components/schemas"
    listed = "Note: {$ref: 'a.yaml'}, Other: {type: string}"
    if version == "2.0":
        text = f"swagger: '2.0'\ninfo: {{title: t, version: '1'}}\ndefinitions: {{{listed}}}\n"
    else:
        text = note("a.yaml", "{type: string}").replace("3.1.0", version)
    files: Files = {
        "openapi.yaml": text,
        "a.yaml": f"properties: {{o: {{$ref: '{reference}#{section}/Other'}}}}\n",
    }
    policy = Policy(outside=(tmp_path,), validate=False)
    got = loaded(files, policy).root
    assert got.trees.keys() == {"", "a.yaml"}
    node = got.at("a.yaml", "/properties/o")
    assert node is not None
    assert node.follow().id == "components/schemas/Other"


def test_files_are_shown_as_one_would_type_them(loaded: Load, tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text("A: {$ref: '#/gone'}\n")
    got = loaded(
        {"openapi.yaml": note("../common.yaml#/A")}, Policy(outside=(tmp_path,))
    )
    (finding,) = got.findings
    assert finding.place is not None
    assert ".." not in Path(finding.place.file).resolve().relative_to(tmp_path).parts
    assert Path(finding.place.file).name == "common.yaml"
    assert "spec" not in finding.place.file.removeprefix(str(tmp_path))


def test_what_is_outside_says_how_to_reach_it(loaded: Load, tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text("A: {type: string}\n")
    for policy in (Policy(), LENIENT):
        got = loaded({"openapi.yaml": note("../common.yaml#/A")}, policy)
        (finding,) = got.findings
        assert finding.code == "ref-outside"
        assert "--allow-outside" in finding.hint
        assert "sdk.toml" in finding.hint


def test_identifiers_are_known_wherever_they_are_met(loaded: Load) -> None:
    # Nothing but C's reference to a file leads to the schema that the others name by its address.
    schemas = {
        "A": "{$ref: 'https://example.com/schemas/leaf'}",
        "B": "{$id: 'https://example.com/schemas/b', properties: {l: {$ref: leaf}}}",
        "C": "{$id: 'https://example.com/other/c', items: {$ref: '#/$defs/d'}, "
        "$defs: {d: {$id: 'https://example.com/schemas/d', items: {$ref: c.yaml}}}}",
        "D": "{$ref: 'https://example.com/schemas/leaf#part'}",
    }
    text = f"{HEAD}components:\n  schemas:\n" + "".join(
        f"    {name}: {schema}\n" for name, schema in schemas.items()
    )
    files: Files = {
        "openapi.yaml": text,
        "c.yaml": "{$id: 'https://example.com/schemas/leaf', type: string, "
        "$defs: {p: {$anchor: part, type: integer}}}\n",
    }
    got = loaded(files, UNVALIDATED)
    assert got.errors == []
    wants = {
        "/A": "c.yaml#",
        "/B/properties/l": "c.yaml#",
        "/C/$defs/d/items": "c.yaml#",
        "/D": "c.yaml#/$defs/p",
    }
    for pointer, want in wants.items():
        node = got.root.at("", f"/components/schemas{pointer}")
        assert node is not None
        assert node.follow().id == want


MIDDLES = [
    "other.yaml#/paths/~1pets/get/responses/200",
    "other.yaml#/paths/%7E1pets/get/responses/200",
    "other.yaml#/paths/~1pets/get/responses/2%30%30",
    "./x/../other.yaml#/paths/~1pets/get/responses/200",
]


@pytest.mark.parametrize("reference", MIDDLES)
def test_references_into_the_middle_of_a_path_item(
    loaded: Load, reference: str
) -> None:
    content = "content: {application/json: {schema: {$ref: 'pet.yaml'}}}"
    files: Files = {
        "openapi.yaml": f"{HEAD}paths:\n  /a:\n    get:\n"
        f"      responses: {{'200': {{$ref: '{reference}'}}}}\n",
        "other.yaml": "paths:\n  /pets:\n    get:\n      responses:\n"
        f"        '200': {{description: d, {content}}}\n",
        "pet.yaml": "type: object\n",
    }
    got = loaded(files, Policy())
    node = got.root.at("", "/paths/~1a/get/responses/200")
    assert node is not None
    found = node.follow()
    assert found.id == "other.yaml#/paths/~1pets/get/responses/200"
    schema = found.require("content").require("application/json").require("schema")
    assert schema.follow().id == "pet.yaml#"
