"""The extension that says how a job is waited for."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import Tree, read_operation

from generator.ir.operation import State, Wait

WAITS: list[tuple[Tree, tuple[tuple[str, tuple[str, ...]], ...], tuple[State, ...]]] = [
    (
        {
            "poll": "showJob",
            "parameters": {"job": "job.id", "account": ["a.b"]},
            "until": {"status": ["completed"]},
            "fail": {"status": ["failed", "canceled"]},
        },
        (("job", ("job", "id")), ("account", ("a.b",))),
        (State(keys=("status",), done=("completed",), failed=("failed", "canceled")),),
    ),
    (
        {
            "poll": "showJob",
            "until": {"done": [True], "task.phase": [3, None]},
            "fail": {"error": ["lost"]},
        },
        (),
        (
            State(keys=("done",), done=(True,)),
            State(keys=("task", "phase"), done=(3, None)),
            State(keys=("error",), failed=("lost",)),
        ),
    ),
]


@pytest.mark.parametrize(("written", "parameters", "states"), WAITS)
def test_a_wait(
    tmp_path: Path,
    written: Tree,
    parameters: tuple[tuple[str, tuple[str, ...]], ...],
    states: tuple[State, ...],
) -> None:
    result = read_operation(tmp_path, {"x-sdk-wait": written})
    wait = result.operation.wait
    assert isinstance(wait, Wait)
    assert (wait.poll, wait.parameters, wait.states) == ("showJob", parameters, states)
    assert wait.place.pointer.endswith("/x-sdk-wait")
    assert result.codes == []


DONE = {"status": ["completed"]}
WRONG: list[tuple[object, str]] = [
    ([], ""),
    ("showJob", ""),
    ({}, ""),
    ({"until": DONE}, ""),
    ({"poll": "", "until": DONE}, "/poll"),
    ({"poll": 1, "until": DONE}, "/poll"),
    ({"poll": "showJob"}, "/until"),
    ({"poll": "showJob", "until": {}}, "/until"),
    ({"poll": "showJob", "until": ["completed"]}, "/until"),
    ({"poll": "showJob", "until": {"status": "completed"}}, "/until/status"),
    ({"poll": "showJob", "until": {"status": []}}, "/until/status"),
    ({"poll": "showJob", "until": {"status": [["completed"]]}}, "/until/status"),
    ({"poll": "showJob", "until": DONE, "fail": {"status": {}}}, "/fail/status"),
    ({"poll": "showJob", "until": DONE, "parameters": ["job"]}, "/parameters"),
    ({"poll": "showJob", "until": DONE, "parameters": {"job": ""}}, "/parameters/job"),
    ({"poll": "showJob", "until": DONE, "parameters": {"job": 1}}, "/parameters/job"),
    ({"poll": "showJob", "untill": DONE, "until": DONE}, "/untill"),
]


@pytest.mark.parametrize(("written", "below"), WRONG)
def test_a_wait_that_says_nothing_clear_is_reported_where_it_stands(
    tmp_path: Path, written: object, below: str
) -> None:
    result = read_operation(tmp_path, {"x-sdk-wait": written})
    assert result.operation.wait is None
    assert result.codes == ["wait-shape"]
    (pointer,) = result.pointers("wait-shape")
    assert pointer.endswith(f"/x-sdk-wait{below}")
