"""Waiting for jobs: how often they are looked at, and when that ends."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest
from jobs_support import POLL, START, FakeSession, Job, wait
from sdk_runtime.errors import (
    APITimeoutError,
    ArgumentError,
    NotFoundError,
)
from sdk_runtime.jobs.errors import JobFailedError, JobTimeoutError
from sdk_runtime.request.request_options import OMIT, RequestOptions
from sdk_runtime.response.response import Response


def test_a_job_is_looked_at_until_it_is_done() -> None:
    job, jobs, session = wait("pending", "running", "running", "completed")
    assert job == Job(status="completed")
    assert [getattr(each, "status", "") for each in jobs] == [
        "pending",
        "running",
        "running",
        "completed",
    ]
    assert session.pauses == [0.5, 0.75, 1.125]
    assert session.asked == [("GET", ["j1", OMIT], None)] * 4


def test_pauses_grow_to_half_a_minute_and_vary() -> None:
    _, _, session = wait(*["pending"] * 30, "completed")
    assert session.pauses[-1] == 30.0
    assert session.pauses == sorted(session.pauses)
    _, _, session = wait("pending", "completed", random=0.0)
    assert session.pauses == [0.25]


ASKED = [
    (("pending", b"7"), 7.0),
    (("pending", b"0"), 0.5),
    (("pending", b"600"), 600.0),
    (("pending", b"Thu, 01 Jan 1970 00:02:00 GMT"), 20.0),
    (("pending", b"soon"), 0.5),
]


@pytest.mark.parametrize(("shown", "pause"), ASKED)
def test_the_server_says_when_to_look_again(shown: object, pause: float) -> None:
    _, _, session = wait(shown, "completed")
    assert session.pauses == [pause]


def test_a_job_that_failed_is_raised_with_the_job() -> None:
    error, jobs, session = wait("pending", "failed")
    assert isinstance(error, JobFailedError)
    assert error.job == Job(status="failed")
    assert str(error) == "GET /jobs/j1: the job failed: status is 'failed'"
    assert (error.method, error.path) == ("GET", "/jobs/j1")
    copied = pickle.loads(pickle.dumps(error))
    assert (str(copied), copied.job) == (str(error), error.job)
    assert len(jobs) == 2
    assert len(session.asked) == 2


def test_the_deadline_is_an_error_with_the_last_job() -> None:
    error, jobs, session = wait(*["pending"] * 9, deadline=3)
    assert isinstance(error, JobTimeoutError)
    assert isinstance(error, APITimeoutError)
    assert error.job == Job(status="pending")
    assert (error.method, error.path, error.attempts) == (
        "GET",
        "/jobs/{id}",
        len(jobs),
    )
    assert "isn't done after 3 s: status is 'pending'" in str(error)
    # The last look comes shortly before the end, and none is waited for in vain.
    assert sum(session.pauses) < 3
    assert sum(session.pauses) > 2.5
    left = [deadline for _, _, deadline in session.asked]
    assert left == sorted(left, key=lambda each: -(each or 0))
    assert left[0] == 3


def test_a_pause_that_leads_past_the_deadline_is_not_made() -> None:
    error, _, session = wait(("pending", b"10"), deadline=3)
    assert isinstance(error, JobTimeoutError)
    assert session.pauses == []


def test_a_request_that_takes_too_long_ends_with_the_job() -> None:
    class Slow(APITimeoutError):
        pass

    session = FakeSession("pending")
    first = session.respond

    def slow(*arguments: Any, **given: Any) -> Response[Any]:
        if session.asked:
            session.now += 60
            raise Slow("late")
        return first(*arguments, **given)

    session.respond = slow  # type: ignore[method-assign]  # a fake
    with pytest.raises(JobTimeoutError) as raised:
        POLL.wait(session, ("j1", OMIT), deadline=30)  # type: ignore[arg-type]  # a fake
    assert raised.value.job == Job(status="pending")
    assert isinstance(raised.value.__cause__, Slow)
    error, _, _ = wait("pending", APITimeoutError("late"), deadline=30)
    assert type(error) is APITimeoutError


@pytest.mark.parametrize(
    ("client", "own", "want"), [(None, 5.0, 5.0), (4.0, None, 4.0), (4.0, 5.0, 5.0)]
)
def test_each_request_keeps_its_own_deadline(
    client: float | None, own: float | None, want: float
) -> None:
    options = RequestOptions(deadline=own, max_retries=1)
    _, _, session = wait(
        "completed", client_deadline=client, options=options, deadline=60
    )
    assert session.asked[0][2] == want
    _, _, session = wait("completed", options=options, deadline=2)
    assert session.asked[0][2] == 2


def test_other_errors_end_the_wait() -> None:
    error, jobs, _ = wait("pending", NotFoundError("gone"))
    assert isinstance(error, NotFoundError)
    assert len(jobs) == 1


async def later(job: object) -> None:
    """A callback that would have to be awaited."""


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"deadline": 0}, "deadline must be more than 0"),
    ({"deadline": "5"}, "deadline must be seconds"),
    ({"on_progress": 5}, "on_progress must be a function"),
    ({"on_progress": later}, "on_progress isn't awaited"),
    ({"options": {}}, "options must be RequestOptions"),
]


@pytest.mark.parametrize(("given", "said"), WRONG)
def test_wrong_arguments_send_nothing(given: dict[str, Any], said: str) -> None:
    for operation in (POLL, START):
        error, _, session = wait(operation=operation, **given)
        assert isinstance(error, ArgumentError)
        assert said in str(error)
        assert session.asked == []


def test_what_a_callback_raises_ends_the_wait() -> None:
    def stop(job: object) -> None:
        raise KeyError("enough")

    callback: Callable[[object], object] = stop
    with pytest.raises(KeyError):
        wait("pending", on_progress=callback)
