"""Writing: all or nothing, through no link, and only over what is ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.diagnostics import Failed, Notebook, Severity
from generator.emit.layout.format import Broken
from generator.emit.write import write
from tests.unit.emit.trees import NEW, OLD, files, put, tree, written


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "generated" / "shop" / "python"


def test_first_run_makes_the_folder_and_its_parents(out: Path) -> None:
    assert put(OLD, out) == []
    assert tree(out) == written(OLD)
    assert [path.name for path in out.parent.iterdir()] == ["python"]


def test_second_run_replaces_adds_removes_and_keeps(out: Path) -> None:
    put(OLD, out)
    before = (out / "README.md").stat()
    notebook = Notebook()
    change = write.plan(files(NEW), out, notebook)
    assert [file.path for file in change.write] == [
        "pkg/__init__.py",
        "pkg/sub/more.py",
        "MANIFEST",
    ]
    assert change.unchanged == ("README.md",)
    assert change.remove == ("pkg/gone.py",)
    write.apply([change], notebook)
    assert tree(out) == written(NEW)
    after = (out / "README.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_run_without_a_change_writes_and_formats_nothing(out: Path) -> None:
    names = ", ".join(f"name_{number}" for number in range(12))
    drafts = {"a.py": f"from somewhere import {names}\n", "b.md": "b"}
    put(drafts, out)
    assert (out / "a.py").read_text().startswith("from somewhere import (\n")
    before = (out.stat().st_mtime_ns, out.stat().st_ino)
    notebook = Notebook()
    change = write.plan(
        files(drafts), out, notebook, lambda files: pytest.fail("formatted")
    )
    assert change.is_empty
    assert set(change.unchanged) == {"MANIFEST", "a.py", "b.md"}
    write.apply([change], notebook)
    assert (out.stat().st_mtime_ns, out.stat().st_ino) == before


def test_removed_file_comes_back(out: Path) -> None:
    put(OLD, out)
    (out / "pkg" / "gone.py").unlink()
    assert put(OLD, out) == []
    assert tree(out) == written(OLD)


def test_foreign_files_stay_where_they_are(out: Path) -> None:
    put(OLD, out)
    (out / "NOTES.txt").write_text("mine")
    (out / "pkg" / "mine").mkdir()
    (out / "pkg" / "mine" / "a.txt").write_text("a")
    (out / "empty").mkdir()
    (out / "link").symlink_to("/nowhere")
    (out / "pkg" / "__pycache__").mkdir()
    (out / "pkg" / "__pycache__" / "gone.cpython-311.pyc").write_bytes(b"stale")
    inode = (out / "NOTES.txt").stat().st_ino
    assert put(NEW, out) == []
    assert (out / "NOTES.txt").stat().st_ino == inode
    assert (out / "pkg" / "mine" / "a.txt").read_text() == "a"
    assert (out / "empty").is_dir()
    assert os.readlink(out / "link") == "/nowhere"
    assert not (out / "pkg" / "__pycache__").exists()


def test_folder_that_loses_its_last_file_goes(out: Path) -> None:
    put({"a/b/c.py": "X = 1\n", "d.py": "Y = 1\n"}, out)
    put({"d.py": "Y = 1\n"}, out)
    assert not (out / "a").exists()


def test_edited_file_is_reported_before_it_is_replaced(out: Path) -> None:
    put(OLD, out)
    (out / "pkg" / "__init__.py").write_text("edited = 1\n")
    (out / "pkg" / "gone.py").write_text("edited = 2\n")
    assert put(NEW, out) == ["output-edited", "output-edited"]
    assert tree(out) == written(NEW)


def test_edit_that_equals_the_new_text_is_no_edit(out: Path) -> None:
    put(OLD, out)
    (out / "pkg" / "__init__.py").write_text(NEW["pkg/__init__.py"])
    assert put(NEW, out) == []


def refused(texts: dict[str, str], folder: Path) -> str:
    """The code with which a run refuses, once the folder is seen to be as before."""
    before = tree(folder) if folder.is_dir() else None
    notebook = Notebook()
    with pytest.raises(Failed):
        write.apply([write.plan(files(texts), folder, notebook)], notebook)
    (finding,) = notebook.findings
    assert finding.severity is Severity.ERROR
    assert (tree(folder) if folder.is_dir() else None) == before
    return finding.code


def test_foreign_file_in_the_way_is_refused(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "README.md").write_text("somebody's")
    assert refused(OLD, out) == "output-foreign"


def test_foreign_file_that_is_equal_is_taken_over(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "README.md").write_text("Same\n")
    assert put(OLD, out) == []


def test_symbolic_links_are_never_written_through(tmp_path: Path, out: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").write_text("kept")
    out.mkdir(parents=True)
    (out / "pkg").symlink_to(elsewhere)
    assert refused(OLD, out) == "output-foreign"
    (out / "pkg").unlink()
    (out / "README.md").symlink_to(elsewhere / "file")
    assert refused(OLD, out) == "output-foreign"
    (out / "README.md").unlink()
    out.rmdir()
    out.symlink_to(elsewhere)
    assert refused(OLD, out) == "output-foreign"
    assert tree(elsewhere) == {"file": b"kept"}


def test_staging_name_taken_by_a_link_is_refused(tmp_path: Path, out: Path) -> None:
    put(OLD, out)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (out.parent / ".python.sdkwright-new").symlink_to(elsewhere)
    assert refused(NEW, out) == "output-unwritable"
    assert list(elsewhere.iterdir()) == []


def test_folder_in_a_files_place_and_file_in_a_folders(out: Path) -> None:
    (out / "README.md").mkdir(parents=True)
    assert refused(OLD, out) == "output-foreign"
    (out / "README.md").rmdir()
    (out / "pkg").write_text("a file")
    assert refused(OLD, out) == "output-foreign"


def test_parent_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refused(OLD, tmp_path / "file" / "python") == "output-unwritable"


@pytest.mark.parametrize(
    "path",
    [
        "../up.py",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "C:/x.py",
        "a\\b.py",
        "con.py",
        "pkg/AUX/x.py",
        "lpt1",
        "sp ace.py",
        "é.py",
        "end.",
        "a/" + "x" * 99,
        "",
        "MANIFEST",
        "manifest",
        "nul\0.py",
        "line\n.py",
    ],
)
def test_bad_paths_are_refused(path: str, out: Path) -> None:
    assert refused({path: ""}, out) == "output-path"


@pytest.mark.parametrize(
    "paths", [("a.py", "A.py"), ("a", "a/b"), ("P/x", "p/y"), ("A", "a/b")]
)
def test_colliding_paths_are_refused(paths: tuple[str, str], out: Path) -> None:
    assert refused(dict.fromkeys(paths, ""), out) == "output-path"


@pytest.mark.parametrize(
    "text", ["def", "x = '\\d'\n", "x = 1 is 1\n", "return\n", "a = (" * 300, "\0"]
)
def test_broken_python_is_not_written(text: str, out: Path) -> None:
    put(OLD, out)
    before = tree(out)
    with pytest.raises(Broken, match=r"pkg/bad\.py"):
        write.plan(files(NEW | {"pkg/bad.py": text}), out, Notebook())
    assert tree(out) == before


def test_manifest_in_bad_shape_owns_nothing(out: Path) -> None:
    put(OLD, out)
    (out / "MANIFEST").write_bytes(
        b"\xff\x00 rubbish\n" + b"0" * 64 + b"  ../../victim\n"
    )
    assert refused(NEW, out) == "output-foreign"


def test_diff_shows_the_manifest_last(out: Path) -> None:
    put({**OLD, "a": "1", "z": "1", "gone/zz": "1"}, out)
    notebook = Notebook()
    change = write.plan(files({**OLD, "a": "2", "z": "2", "new/x": "1"}), out, notebook)
    shown = [
        line.split()[1].partition("/")[2]
        for line in write.diff(change, notebook)
        if line.startswith(("--- a/", "+++ b/"))
    ]
    assert list(dict.fromkeys(shown)) == ["a", "gone/zz", "new/x", "z", "MANIFEST"]


def test_diff_shows_every_change(out: Path) -> None:
    put({**OLD, "end": "no newline"}, out)
    notebook = Notebook()
    change = write.plan(files({**NEW, "end": "changed"}), out, notebook)
    lines = list(write.diff(change, notebook))
    assert "--- a/pkg/gone.py\n" in lines
    assert "+++ /dev/null\n" in lines
    assert '+"""New."""\n' in lines
    assert "+changed\n\\ No newline at end of file\n" in lines
    assert tree(out) == written({**OLD, "end": "no newline"})
