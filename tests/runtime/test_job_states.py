"""How far a job is: what ends it, and what is said of a value that nothing lists."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from jobs_support import Job, wait
from sdk_runtime.jobs.errors import JobFailedError, JobTimeoutError
from sdk_runtime.jobs.job import PollOperation, State
from sdk_runtime.request.parameters import PathParameter


def test_a_value_that_no_list_has_is_reported_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    job, _, session = wait(
        "paused", "pending", "paused", "running", "paused", "completed", strict=True
    )
    assert job == Job(status="completed")
    (drift,) = session.drifts
    assert (drift.path, drift.found, drift.value) == ("status", "'paused'", "paused")
    assert drift.expected == "'completed' | 'failed' | 'pending' | 'running'"
    # Both colours wrote them.
    levels = [(each.levelname, "paused" in each.message) for each in caplog.records]
    assert levels.count(("WARNING", True)) == 2
    assert levels.count(("INFO", False)) == 4
    assert len(levels) == 6


@pytest.mark.parametrize("shown", [None, {"id": "j1"}, {"id": "j1", "state": "x"}])
def test_without_a_value_a_job_goes_on(shown: object) -> None:
    job, _, session = wait(shown, "completed")
    assert job == Job(status="completed")
    assert session.drifts == []
    error, _, _ = wait(*[shown] * 9, deadline=1)
    assert isinstance(error, JobTimeoutError)


STATES: list[tuple[tuple[State, ...], Any, str]] = [
    ((State(("done",), done=(True,)),), {"done": True}, "done"),
    ((State(("done",), done=(True,)),), {"done": 1}, ""),
    ((State(("done",), done=(1,)),), {"done": True}, ""),
    ((State(("done",), done=(1,)),), {"done": 1.0}, "done"),
    ((State(("end",), done=(None,)),), {"end": None}, "done"),
    ((State(("a", "b"), done=("x",)),), {"a": {"b": "x"}}, "done"),
    ((State(("a", "b"), done=("x",)),), {"a": "x"}, ""),
    (
        (State(("done",), done=(True,)), State(("error",), failed=("lost",))),
        {"done": True, "error": "lost"},
        "failed",
    ),
    (
        (State(("error",), failed=("lost",)), State(("done",), done=(True,))),
        {"done": True, "error": None},
        "done",
    ),
]


@pytest.mark.parametrize(("states", "shown", "want"), STATES)
def test_members_say_how_far_a_job_is(
    states: tuple[State, ...], shown: object, want: str
) -> None:
    operation: PollOperation[Job] = PollOperation(
        "GET", "/jobs/{id}", parameters=(PathParameter("id"),), states=states
    )
    result, _, _ = wait(shown, *[shown] * 9, operation=operation, deadline=1)
    kinds: dict[object, str] = {
        JobFailedError: "failed",
        JobTimeoutError: "",
        Job: "done",
    }
    assert kinds[type(result)] == want
