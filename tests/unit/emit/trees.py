"""Two states of an output folder, and what it takes to go from one to the other."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Notebook
from generator.emit.files import File, FileSet
from generator.emit.write import manifest, write

OLD = {
    "pkg/__init__.py": '"""Old."""\n',
    "pkg/gone.py": "X = 1\n",
    "README.md": "Same\n",
}
NEW = {
    "pkg/__init__.py": '"""New."""\n',
    "pkg/sub/more.py": "Y = 2\n",
    "README.md": "Same\n",
}


def files(texts: dict[str, str]) -> FileSet:
    return FileSet(tuple(File(path, text) for path, text in texts.items()))


def put(texts: dict[str, str], folder: Path) -> list[str]:
    """Write as a whole run does, and return the codes of what was found."""
    notebook = Notebook()
    write.recover(folder, notebook)
    write.apply([write.plan(files(texts), folder, notebook)], notebook)
    return [finding.code for finding in notebook.findings]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def written(texts: dict[str, str]) -> dict[str, bytes]:
    made = files(texts)
    listed = manifest.make(made, made).file()
    return {path: text.encode() for path, text in texts.items()} | {
        "MANIFEST": listed.data
    }
