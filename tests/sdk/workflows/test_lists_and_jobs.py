"""Jobs that our spec has no operations for yet, over the published preview and an overlay.

Small documents of the same shapes are cases, which always run: `clients/scrolls`, `clients/jobs`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from recording_server import Answer, Recorded

from tests.sdk.workflows.conftest import Outcome

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_what_users_write_is_typed(
    project: Path, written: list[Path], checker: str
) -> None:
    names = [path.name for path in written]
    settings = {"typeCheckingMode": "strict", "include": names}
    (project / "pyrightconfig.json").write_text(json.dumps(settings))
    own = {"mypy": ["mypy", "--strict", *names], "pyright": ["pyright"]}[checker]
    done = subprocess.run(
        [sys.executable, "-m", *own],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(project)},
    )
    assert done.returncode == 0, done.stdout


def contacts(request: Recorded) -> Answer:
    after = dict(request.query).get("starting_after")
    page = {"starting_after": "two"} if after is None else None
    return Answer(
        {
            "type": "list",
            "data": [{"type": "contact", "id": "2" if after else "1"}],
            "total_count": 2,
            "pages": {"type": "pages", "next": page},
        }
    )


def test_contacts_are_counted(outcome: Outcome) -> None:
    total, sent = outcome(contacts, "lists_and_jobs.count_contacts")
    assert (total, len(sent)) == (2, 1)


class Export:
    """A job that is done when it is looked at a second time."""

    def __init__(self) -> None:
        self._looks = 0

    def answer(self, request: Recorded) -> Answer:
        """The job, or its file."""
        if request.path.startswith("/download/"):
            return Answer("a,b")
        self._looks += request.method == "GET"
        is_done = request.method == "GET" and self._looks % 2 == 0
        status = "completed" if is_done else "pending"
        return Answer({"job_identifier": "orz", "status": status, "download_url": ""})


def test_content_is_exported(outcome: Outcome, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    saved, sent = outcome(Export().answer, "lists_and_jobs.export_content", 1, 2, path)
    assert (saved, path.read_bytes()) == (("orz", 5), b'"a,b"')
    assert [(one.method, one.path) for one in sent] == [
        ("POST", "/export/content/data"),
        ("GET", "/export/content/data/orz"),
        ("GET", "/export/content/data/orz"),
        ("GET", "/download/content/data/orz"),
    ]
    assert sent[0].json == {"created_at_after": 1, "created_at_before": 2}
    assert sent[-1].headers["accept"].startswith("application/octet-stream")


def test_another_process_goes_on(
    outcome: Outcome, capsys: pytest.CaptureFixture[str]
) -> None:
    status, sent = outcome(Export().answer, "lists_and_jobs.go_on", "orz")
    assert (status, len(sent)) == ("completed", 2)
    assert capsys.readouterr().out.count("DataExport(") == 4
