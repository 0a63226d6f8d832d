"""Everyday jobs with the preview document and an overlay that names methods."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from checkers import mypy_lines, pyright_lines
from varied_bodies import PREVIEW, generated, sent

JOBS = """\
from jobs_preview import JobsPreview
from jobs_preview.models import Conversation


def reply_with_file(client: JobsPreview) -> Conversation:
    return client.conversations.reply_as_admin(
        "1",
        admin_id="7",
        body="Hi",
        attachment_files=[
            {"content_type": "text/plain", "data": "aGk=", "name": "a.txt"}
        ],
    )


def close(client: JobsPreview) -> Conversation:
    return client.conversations.close("1", admin_id="7", body="Bye")


def snooze(client: JobsPreview) -> Conversation:
    return client.conversations.snooze("1", admin_id="7", snoozed_until=1673609604)


def assign(client: JobsPreview) -> Conversation:
    return client.conversations.assign("1", admin_id="7", assignee_id="8")
"""
ADMIN = {"type": "admin", "admin_id": "7"}
WANT = {
    "reply_with_file": {
        **ADMIN,
        "message_type": "comment",
        "body": "Hi",
        "attachment_files": [
            {"content_type": "text/plain", "data": "aGk=", "name": "a.txt"}
        ],
    },
    "close": {**ADMIN, "message_type": "close", "body": "Bye"},
    "snooze": {
        "message_type": "snoozed",
        "admin_id": "7",
        "snoozed_until": 1673609604,
    },
    "assign": {**ADMIN, "message_type": "assignment", "assignee_id": "8"},
}


PLACES = dict.fromkeys(WANT, "parts") | {"reply_with_file": "reply"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if not PREVIEW.exists():
        pytest.skip("the preview document isn't at ../shared/specs")
    out = tmp_path_factory.mktemp("preview")
    with generated(PREVIEW, "intercom.overlay.yaml", "jobs_preview", out):
        (out / "jobs.py").write_text(JOBS)
        awaited = JOBS.replace("JobsPreview", "AsyncJobsPreview")
        awaited = awaited.replace("def ", "async def ").replace(
            "return ", "return await "
        )
        (out / "awaited_jobs.py").write_text(awaited)
        yield out


@pytest.mark.parametrize("name", WANT)
def test_requests(folder: Path, name: str) -> None:
    assert folder.exists()
    made, *jobs = map(import_module, ("jobs_preview", "jobs", "awaited_jobs"))
    kinds = (made.JobsPreview, made.AsyncJobsPreview)

    def call(client: Any) -> Any:
        module = jobs[isinstance(client, kinds[1])]
        return getattr(module, name)(client)

    found = sent(kinds, call, f"POST /conversations/1/{PLACES[name]}", token="secret")
    assert found == [WANT[name]] * 2


def test_types(folder: Path) -> None:
    names = ("jobs.py", "awaited_jobs.py")
    assert mypy_lines(folder, *names) == set()
    assert pyright_lines(folder, *names) == set()
