"""Jobs that are started and waited for in one call."""

from __future__ import annotations

from typing import Any

import pytest
from jobs_support import POLL, START, Job, wait
from sdk_runtime.errors import (
    APIResponseError,
    NotFoundError,
)
from sdk_runtime.jobs.errors import JobTimeoutError
from sdk_runtime.jobs.job import StartOperation
from sdk_runtime.request.request_options import OMIT, RequestOptions


def test_a_job_is_started_and_waited_for() -> None:
    job, jobs, session = wait(
        {"id": "j7", "status": "pending"},
        "running",
        "completed",
        operation=START,
        values=("yes",),
    )
    assert job == Job(status="completed")
    assert len(jobs) == 2
    assert [values for _, values, _ in session.asked] == [["yes"], *[["j7", "yes"]] * 2]
    assert session.pauses == [0.0, 0.5]


def test_the_answer_to_the_start_says_when_to_look() -> None:
    started = ({"id": "j7"}, b"5")
    _, _, session = wait(started, "completed", operation=START, values=(OMIT,))
    assert session.pauses == [5.0]
    error, _, session = wait(started, operation=START, values=(OMIT,), deadline=4)
    assert isinstance(error, JobTimeoutError)
    assert (error.job, session.pauses) == (None, [])


def test_the_deadline_covers_the_start() -> None:
    _, _, session = wait(
        {"id": "j7"},
        "pending",
        "completed",
        operation=START,
        values=(OMIT,),
        deadline=9,
    )
    assert [deadline for _, _, deadline in session.asked] == [9, 9, 8.5]


@pytest.mark.parametrize("started", [{"id": None}, {"status": "pending"}])
def test_an_answer_that_names_no_job_is_an_error(started: object) -> None:
    plain: StartOperation[Any, Job] = StartOperation(
        "POST", "/jobs", poll=POLL, sources=(("job_id",), None)
    )
    error, jobs, _ = wait(started, operation=plain, values=())
    assert isinstance(error, APIResponseError)
    assert "job_id: expected what names the job, found nothing" in str(error)
    assert (error.status_code, jobs) == (200, [])


def test_an_error_after_the_start_says_which_job_it_was() -> None:
    error, _, _ = wait(
        {"id": "j7"}, NotFoundError("gone"), operation=START, values=(OMIT,)
    )
    assert isinstance(error, NotFoundError)
    assert error.__notes__ == ["the job was started: id='j7'"]
    error, _, _ = wait(NotFoundError("gone"), operation=START, values=(OMIT,))
    assert not hasattr(error, "__notes__")


def test_what_is_said_of_the_start_alone_is_not_sent_with_each_look() -> None:
    options = RequestOptions(
        headers={"X-A": "a"},
        query={"b": 1},
        body={"c": 2},
        idempotency_key="key",
        max_retries=1,
    )
    _, _, session = wait(
        {"id": "j7"}, "completed", operation=START, values=(OMIT,), options=options
    )
    assert session.options == [
        options,
        RequestOptions(headers={"X-A": "a"}, max_retries=1),
    ]
    _, _, session = wait("completed", options=options)
    assert session.options == [options]
