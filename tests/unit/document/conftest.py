"""What the tests of documents share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Failed, Notebook
from generator.document.files.policy import Policy
from generator.document.files.sources import Sources
from generator.document.load import load
from tests.unit.document.loading import LENIENT, Files, Load, Loaded


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Files], Path]:
    """Writes files into a folder of their own and returns it."""

    def write(files: Files) -> Path:
        folder = tmp_path / "spec"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)
        return folder

    return write


@pytest.fixture
def loaded(write: Callable[[Files], Path]) -> Load:
    """Writes files and loads the first of them, or their folder."""

    def loaded(
        files: Files, policy: Policy = LENIENT, *, folder: bool = False
    ) -> Loaded:
        root = write(files)
        notebook, sources = Notebook(), Sources()
        path = root if folder else root / next(iter(files))
        try:
            document = load(path, notebook, policy, sources)
        except Failed:
            document = None
        return Loaded(document, notebook.findings, sources)

    return loaded
