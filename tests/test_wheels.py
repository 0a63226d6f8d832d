"""Both wheels: their metadata is valid and complete, and they hold what they run with."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import environments
import pytest
from packaging.metadata import Metadata
from trove_classifiers import classifiers

ROOT = Path(__file__).parent.parent
SDK = ROOT / "generated" / "intercom" / "python"
PYTHON = "Programming Language :: Python ::"


@pytest.fixture(scope="module", params=[ROOT, SDK], ids=["generator", "sdk"])
def wheel(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return environments.build_wheel(request.param, tmp_path_factory.mktemp("wheel"))


def test_the_metadata_is_valid_and_complete(wheel: Path) -> None:
    name, version, *_ = wheel.name.split("-")
    with zipfile.ZipFile(wheel) as archive:
        info = f"{name}-{version}.dist-info"
        # Raises where a field breaks the core metadata specification.
        found = Metadata.from_email(archive.read(f"{info}/METADATA"), validate=True)
        licence = archive.read(f"{info}/licenses/LICENSE")
    assert (found.license_expression, found.license_files) == ("MIT", ["LICENSE"])
    assert licence == (ROOT / "LICENSE").read_bytes()
    assert found.summary
    assert found.keywords
    assert found.project_urls
    assert str(found.requires_python) == ">=3.11"
    assert found.description_content_type == "text/markdown"
    assert f"# {found.name}" in (found.description or "")
    assert {*(found.classifiers or [])} <= classifiers
    assert f"{PYTHON} 3.11" in (found.classifiers or [])


def test_it_holds_its_package_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    (package,) = (top for top in tops if not top.endswith(".dist-info"))
    assert package in {"generator", "intercom_sdk"}
    assert len(tops) == 2


def test_the_generator_runs_from_its_wheel(tmp_path: Path) -> None:
    wheel = environments.build_wheel(ROOT, tmp_path)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    source = ROOT / "spec" / "intercom"
    command = ["-m", "generator", "generate", str(source), "--out", "out", "--strict"]
    done = subprocess.run(
        [sys.executable, "-P", *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    for path in ("pyproject.toml", "LICENSE", "intercom_sdk/_client.py"):
        made = tmp_path / "out" / "python" / path
        assert made.read_bytes() == (SDK / path).read_bytes()
