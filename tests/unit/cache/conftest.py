"""A specification to generate again and again, with a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cache.generating import NOTE, SDK, SPLIT, Generate, Run


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A specification of two files with an sdk.toml, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "openapi.yaml").write_text(SPLIT)
    (folder / "note.yaml").write_text(NOTE)
    (folder / "sdk.toml").write_text(SDK)
    return folder


@pytest.fixture
def generate(capsys: pytest.CaptureFixture[str], shop: Path) -> Generate:
    return lambda *arguments: Run(capsys, *(arguments or ["shop"]))
