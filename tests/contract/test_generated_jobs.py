"""Generated methods that start jobs and wait for them, over loopback."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress
from tests.contract.conftest import CASES, Made
from tests.contract.recording_server import Answer, Recorded, RecordingServer, recording


class Jobs:
    """Answers with the statuses of one job in order."""

    def __init__(self) -> None:
        self.statuses: Iterator[str] = iter(())

    def answer(self, request: Recorded) -> Answer:
        """The job, or the task of an import."""
        match request.method, request.path:
            case "GET", "/accounts/7/tasks":
                status = next(self.statuses)
                task = {"phase": 3 if status == "phase 3" else 1}
                error = status if status == "lost" else None
                shown = {"done": status == "completed", "error": error, "task": task}
                return Answer(shown)
            case "POST", "/accounts/7/imports":
                return Answer({"task": {"id": 9}}, 202)
            case "DELETE", "/accounts/7/imports":
                return Answer({"id": "t/9"}, 202)
            case "POST", _:
                return Answer({"job_identifier": "j 1", "status": "pending"})
            case _:
                status = next(self.statuses)
                return Answer({"job_identifier": "j 1", "status": status})


@pytest.fixture(scope="module")
def made(package_of: Callable[[Mapping[str, Any]], Made]) -> Made:
    text = (CASES / "clients/jobs/spec.yaml").read_text("utf-8")
    return package_of(yaml.safe_load(text))


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def server(jobs: Jobs) -> Iterator[RecordingServer]:
    with recording(jobs.answer) as served:
        yield served


def outcomes(
    made: Made,
    server: RecordingServer,
    jobs: Jobs,
    statuses: list[str],
    call: Callable[[Any], Any],
    *,
    is_timed: bool = False,
) -> tuple[Any, list[tuple[str, str]]]:
    """What a call comes to, and the requests that were sent; both colours agree, but for the number
    of requests where it depends on the time.
    """
    sync, asynchronous = made.clients
    errors = made.module.errors.APIError
    server.requests.clear()
    jobs.statuses = iter(statuses)
    with sync(base_url=server.url, strict=True) as client:
        try:
            first = call(client)
        except errors as error:
            first = error
    sent = [(one.method, one.path) for one in server.requests]
    server.requests.clear()
    jobs.statuses = iter(statuses)

    async def run() -> Any:
        async with asynchronous(base_url=server.url, strict=True) as client:
            try:
                return await call(client)
            except errors as error:
                return error

    second = asyncio.run(run())
    assert repr(second) == repr(first)
    assert is_timed or [one[:2] for one in server.requests] == sent
    return first, sent


SHOW = ("GET", "/exports/j%201")


def test_a_job_is_waited_for_by_its_name(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    shown: list[str] = []
    job, sent = outcomes(
        made,
        server,
        jobs,
        ["pending", "completed"],
        lambda client: client.exports.get_export_wait(
            "j 1", on_progress=lambda job: shown.append(job.status)
        ),
    )
    assert (job.status, sent) == ("completed", [SHOW] * 2)
    assert shown == ["pending", "completed"] * 2


def test_a_job_is_started_and_waited_for(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    job, sent = outcomes(
        made,
        server,
        jobs,
        ["pending", "completed"],
        lambda client: client.exports.create_and_wait(since=1, body_deadline=2),
    )
    assert (job.status, sent) == ("completed", [("POST", "/exports"), SHOW, SHOW])


def test_the_plain_methods_stay_as_they_are(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    created, sent = outcomes(
        made, server, jobs, [], lambda client: client.exports.create(since=1)
    )
    assert (created.status, sent) == ("pending", [("POST", "/exports")])
    with made.clients[0](base_url=server.url) as client:
        assert "`POST /exports/{job_identifier}/wait`" in client.exports.wait.__doc__


def test_a_job_that_failed_raises_with_the_job(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    error, _ = outcomes(
        made,
        server,
        jobs,
        ["canceled"],
        lambda client: client.exports.create_and_wait(since=1),
    )
    assert type(error) is made.module.errors.JobFailedError
    assert error.job.status == "canceled"
    assert error.__notes__ == ["the job was started: job_identifier='j 1'"]


def test_a_deadline_raises_with_the_job(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    error, sent = outcomes(
        made,
        server,
        jobs,
        ["no_data"] * 9,
        lambda client: client.exports.get_export_wait("j 1", deadline=0.5),
        is_timed=True,
    )
    assert type(error) is made.module.errors.JobTimeoutError
    assert isinstance(error, made.module.errors.APITimeoutError)
    assert error.job.status == "no_data"
    assert 1 <= len(sent) <= 3


@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_value_that_nothing_lists_is_said_once(
    made: Made,
    server: RecordingServer,
    jobs: Jobs,
    caplog: pytest.LogCaptureFixture,
    *,
    asynchronous: bool,
) -> None:
    drifts: list[Any] = []
    options = {"base_url": server.url, "on_drift": drifts.append}
    jobs.statuses = iter(["paused", "paused", "completed"])

    async def run() -> Any:
        async with made.clients[1](**options) as client:
            return await client.exports.get_export_wait("j 1")

    with caplog.at_level(logging.WARNING):
        if asynchronous:
            job = asyncio.run(run())
        else:
            with made.clients[0](**options) as client:
                job = client.exports.get_export_wait("j 1")
    assert job.status == "completed"
    assert [drift.path for drift in drifts] == ["status"]
    assert [each.message.count("'paused'") for each in caplog.records] == [1]


def test_the_job_of_another_resource_takes_what_started_it(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    task, sent = outcomes(
        made,
        server,
        jobs,
        ["phase 1", "phase 3"],
        lambda client: client.imports.start_and_wait(7, trace="t"),
    )
    assert task.task.phase == 3
    assert [path for _, path in sent] == [
        "/accounts/7/imports",
        *["/accounts/7/tasks"] * 2,
    ]
    assert [one.query for one in server.requests[1:]] == [(("task", "9"),)] * 2
    assert [one.headers["trace"] for one in server.requests] == ["t"] * 3


def test_a_name_that_no_type_has_is_read_from_the_answer(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    task, _ = outcomes(
        made,
        server,
        jobs,
        ["completed"],
        lambda client: client.imports.drop_and_wait(7),
    )
    assert task.done is True
    assert server.requests[-1].query == (("task", "t/9"),)
    error, _ = outcomes(
        made,
        server,
        jobs,
        ["lost"],
        lambda client: client.tasks.wait(7, task="t/9"),
    )
    assert error.job.error == "lost"


def test_raw_gives_the_last_answer_and_stream_refuses(
    made: Made, server: RecordingServer, jobs: Jobs
) -> None:
    module = made.module
    response, _ = outcomes(
        made,
        server,
        jobs,
        ["completed"],
        lambda client: module.raw(client.exports.get_export_wait, "j 1"),
    )
    assert (response.status, response.data.status) == (200, "completed")
    response, _ = outcomes(
        made,
        server,
        jobs,
        ["completed"],
        lambda client: module.raw(client.exports.create_and_wait, since=1),
    )
    assert response.data.status == "completed"
    error, sent = outcomes(
        made,
        server,
        jobs,
        [],
        lambda client: module.stream(client.exports.get_export_wait, "j 1"),
    )
    assert isinstance(error, module.errors.ArgumentError)
    assert sent == []


def test_a_wait_that_does_not_fit_is_an_error_with_its_place(tmp_path: Path) -> None:
    text = (CASES / "clients/jobs/spec.yaml").read_text("utf-8")
    path = tmp_path / "spec.yaml"
    path.write_text(text.replace("fail: {status: [failed,", "fail: {status: [lost,"))

    wanted = RunOptions(source=path, package="made_wrong", out=tmp_path / "out")
    run = Run(Progress())
    pipeline.generate(config.read(wanted, Notebook()), run)
    (finding,) = [
        each for each in run.notebook.findings if each.code == "wait-mismatch"
    ]
    assert finding.message.endswith("`status` is never 'lost'")
    assert finding.place is not None
    assert finding.place.pointer.endswith("/post/x-sdk-wait/fail/status")
