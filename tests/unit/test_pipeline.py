"""The course as a whole: everything is generated, or nothing is touched."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from generator import config, pipeline
from generator.config import Config, RunOptions
from generator.diagnostics import Failed, Notebook, Severity
from generator.pipeline import Run
from generator.progress import Progress
from tests.unit.tiny_document import FAULTY, SPEC


@pytest.fixture
def both(tmp_path: Path) -> Config:
    """A specification, and both targets."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "openapi.yaml").write_text(SPEC)
    request = RunOptions(
        source=folder, out=tmp_path / "out", targets=("json", "python")
    )
    return config.read(request, Notebook())


def run() -> Run:
    return Run(Progress())


def rewrite(settled: Config, text: str, *, lenient: bool = False) -> Config:
    """Change the document, and perhaps the policy."""
    (settled.source / "openapi.yaml").write_text(text)
    return msgspec.structs.replace(
        settled, policy=msgspec.structs.replace(settled.policy, lenient=lenient)
    )


def test_all_targets_are_written_and_all_stages_measured(both: Config) -> None:
    first = run()
    outcome = pipeline.generate(both, first)
    assert outcome.coverage.operations == outcome.coverage.operations_kept == 1
    assert list(first.progress.seconds) == [
        "load",
        "read",
        "refine",
        "render",
        "format",
        "write",
    ]
    assert {change.folder.name for change in outcome.changes} == {"json", "python"}
    assert pipeline.plan(both, run()).is_current


def test_planning_writes_nothing(both: Config, tmp_path: Path) -> None:
    assert not pipeline.plan(both, run()).is_current
    assert not (tmp_path / "out").exists()


def test_one_folder_that_cannot_be_written_stops_all(
    both: Config, tmp_path: Path
) -> None:
    foreign = tmp_path / "out" / "python" / "README.md"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("somebody's")
    failed = run()
    with pytest.raises(Failed):
        pipeline.generate(both, failed)
    assert [
        finding.code
        for finding in failed.notebook.findings
        if finding.severity is Severity.ERROR
    ] == ["output-foreign"]
    assert not (tmp_path / "out" / "json").exists()
    assert foreign.read_text() == "somebody's"


def test_strict_runs_stop_at_errors_and_lenient_ones_repair(
    both: Config, tmp_path: Path
) -> None:
    strict = run()
    with pytest.raises(Failed):
        pipeline.generate(rewrite(both, FAULTY), strict)
    assert strict.notebook.count(Severity.ERROR)
    assert not (tmp_path / "out").exists()

    lenient = run()
    pipeline.generate(rewrite(both, FAULTY, lenient=True), lenient)
    assert lenient.notebook.count(Severity.ERROR) == 0
    assert lenient.notebook.count(Severity.REPAIR) == 1
    assert (tmp_path / "out" / "json" / "api.json").is_file()


def test_renamed_schema_leaves_no_file_behind(both: Config, tmp_path: Path) -> None:
    pipeline.generate(both, run())
    out = tmp_path / "out" / "python"
    assert list(out.rglob("notes.py"))
    pipeline.generate(rewrite(both, SPEC.replace("[notes]", "[memos]")), run())
    assert not list(out.rglob("notes.py"))
    assert list(out.rglob("memos.py"))


def test_overlay_mends_a_document(both: Config, tmp_path: Path) -> None:
    overlay = tmp_path / "fix.yaml"
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: Fix, version: '1'}\n"
        "actions:\n  - target: $.info\n    update: {title: Mended}\n"
    )
    mended = msgspec.structs.replace(
        both, policy=msgspec.structs.replace(both.policy, overlays=(overlay,))
    )
    assert pipeline.build_api(mended, run()).title == "Mended"
