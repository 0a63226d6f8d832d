"""Documents are found by what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.find_documents import documents, is_document


@pytest.mark.parametrize(
    ("name", "text", "want"),
    [
        ("a.yaml", "openapi: 3.1.0\n", True),
        ("a.yaml", "info: {}\nswagger: '2.0'\n", True),
        ("a.yml", '"openapi": 3.0.0\n', True),
        ("a.yaml", "{info: {}, openapi: 3.1.0}\n", True),
        ("a.yaml", "  info: {}\n  openapi: 3.1.0\n", True),
        ("a.yaml", "info:\n  openapi: 3.1.0\n", False),
        ("a.yaml", "- openapi: 3.1.0\n", False),
        ("a.yaml", "title: about openapi\n", False),
        ("a.yaml", "openapi", False),
        ("a.yaml", "[openapi: {", False),
        ("a.json", '{"openapi": "3.1.0"}', True),
        ("a.json", '{"info": {"openapi": "3.1.0"}}', False),
        ("a.json", '["openapi"]', False),
        ("a.json", '{"openapi": "3.1.0",}', True),
        ("a.json", "", False),
    ],
)
def test_a_document_has_its_version_at_the_root(
    name: str, text: str, want: bool
) -> None:
    assert is_document(Path(name), text.encode()) is want


@pytest.mark.parametrize(
    ("largest", "want"),
    [(0, ["large.yaml", "small.yaml"]), (20, ["small.yaml"]), (3, [])],
)
def test_large_documents_are_left_out(
    tmp_path: Path, largest: int, want: list[str]
) -> None:
    (tmp_path / "small.yaml").write_text("openapi: 3.1.0\n", "utf-8")
    (tmp_path / "large.yaml").write_text("openapi: 3.1.0\ninfo: {}\n", "utf-8")
    found = documents(tmp_path, largest=largest)
    assert [path.name for path in found] == want


def test_only_roots_of_trees_are_taken(tmp_path: Path) -> None:
    (tmp_path / "tree" / "shared").mkdir(parents=True)
    shared = "openapi: 3.1.0\ncomponents: {}\n"
    (tmp_path / "tree" / "shared" / "one.yaml").write_text(shared)
    (tmp_path / "tree" / "shared" / "two words.yaml").write_text(shared)
    (tmp_path / "tree" / "root.yaml").write_text(
        "openapi: 3.1.0\n"
        "paths:\n"
        "  /a: {$ref: 'shared/one.yaml#/components/pathItems/a'}\n"
        "  /b:\n"
        "    $ref: shared/two%20words.yaml#/components/pathItems/b\n"
        "  /c: {$ref: '#/paths/~1a'}\n"
        "  /d: {$ref: 'https://example.com/openapi.yaml'}\n"
    )
    assert documents(tmp_path) == (tmp_path / "tree" / "root.yaml",)


def test_a_document_that_refers_to_itself_is_a_root(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"openapi": "3.1.0", "paths": {"/a": {"$ref": "a.json#/x"}}}')
    assert documents(tmp_path) == (path,)


def test_hidden_folders_and_other_files_are_left_out(tmp_path: Path) -> None:
    for name in (".git/a.yaml", "notes.md", "b.yaml", "c/d.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("openapi: 3.1.0\n")
    found = [path.relative_to(tmp_path).as_posix() for path in documents(tmp_path)]
    assert found == ["b.yaml", "c/d.yaml"]


@pytest.mark.parametrize(
    ("only", "want"),
    [("*", 2), ("c/*", 1), ("b.*", 1), ("d.yaml", 1), ("e*", 0)],
)
def test_a_pattern_picks_by_path_or_name(tmp_path: Path, only: str, want: int) -> None:
    (tmp_path / "c").mkdir()
    for name in ("b.yaml", "c/d.yaml"):
        (tmp_path / name).write_text("openapi: 3.1.0\n")
    assert len(documents(tmp_path, only)) == want
