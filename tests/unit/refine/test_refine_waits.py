"""What a declared wait for a job has to find in the operations that it names."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from refine_values import api, field, json, model, operation, ref

from generator.diagnostics import Notebook, Place
from generator.ir.name import Name
from generator.ir.operation import (
    Example,
    MediaType,
    Operation,
    Parameter,
    Response,
    State,
    Wait,
)
from generator.ir.pagination import ByOffset, Pagination
from generator.ir.types import Anything, Array, Enumeration, Map, Nullable, String, Type
from generator.ir.value import Json
from generator.refine.extensions.waits import check_waits

STATUSES = ("pending", "completed", "failed", 1)
JOB = model(
    "Job",
    field("status", Nullable(inner=Enumeration(values=STATUSES, base=String()))),
    field("open", Enumeration(values=STATUSES, takes_any=True)),
    field("text", String()),
)
STARTED = model("Started", field("job", ref("Link")))
LINK = model("Link", field("id", String()))
PLACE = Place("spec.yaml", "/start/x-sdk-wait")


def parameter(name: str, location: str = "path", **more: Any) -> Parameter:
    required = location == "path"
    given = {"required": required, "type": String(), **more}
    return Parameter(name=Name(wire=name), location=location, **given)


SHOW = operation("showJob", returns=ref("Job"), parameters=(parameter("job"),))
START = operation("startJob", method="POST", template="/jobs", returns=ref("Started"))


def wait(*states: State, **given: Any) -> Wait:
    shown = states or (State(keys=("status",), done=("completed",)),)
    usual = {"poll": "showJob", "parameters": (("job", ("job", "id")),)}
    return Wait(**{**usual, "states": shown, "place": PLACE, **given})


def checked(
    declared: Wait, show: Operation = SHOW, start: Operation = START
) -> tuple[Wait | None, list[tuple[str, str]]]:
    """The wait that is left, and the findings with their places below the extension."""
    notebook = Notebook()
    operations = (replace(start, wait=declared), show)
    found = check_waits(api(JOB, STARTED, LINK, operations=operations), notebook)
    assert found.operations[1] == show
    assert all(each.code == "wait-mismatch" for each in notebook.findings)
    said = [
        (
            each.message.removeprefix("the job of `startJob` can't be waited for: "),
            each.place.pointer.removeprefix(PLACE.pointer) if each.place else "",
        )
        for each in notebook.findings
    ]
    return found.operations[0].wait, said


@pytest.mark.parametrize(
    ("state", "others"),
    [
        (State(keys=("status",), done=("completed",)), ("pending", "failed", 1)),
        (
            State(keys=("status",), done=("completed",), failed=("failed", 1)),
            ("pending",),
        ),
        (State(keys=("open",), done=("completed", "any")), ()),
        (State(keys=("text",), done=("any",)), ()),
    ],
)
def test_the_values_of_a_job_that_goes_on_are_noted(
    state: State, others: tuple[str | int, ...]
) -> None:
    found, said = checked(wait(state))
    assert said == []
    assert found == wait(replace(state, others=others))


def test_values_may_come_from_what_started_the_job() -> None:
    show = replace(
        SHOW,
        parameters=(
            parameter("job"),
            parameter("account"),
            parameter("verbose", "query"),
            parameter(
                "Version", "header", required=True, client_option=Name(wire="version")
            ),
        ),
    )
    start = replace(START, parameters=(parameter("account"),))
    assert checked(wait(), show, start)[1] == []


def test_an_example_may_show_what_no_type_has() -> None:
    shown = Example(name="", value=Json(value={"id": "1", "deep": {"id": "2"}}))
    media = MediaType(
        content_type="application/json", type=ref("Started"), examples=(shown,)
    )
    start = replace(START, responses=(Response(status="202", content=(media,)),))
    for keys in ("id",), ("deep", "id"):
        assert checked(wait(parameters=(("job", keys),)), start=start)[1] == []
    _, said = checked(wait(parameters=(("job", ("deep", "no")),)), start=start)
    assert said == [("there is no `deep` in its answer", "/parameters/job")]


def test_an_answer_of_any_members_has_them() -> None:
    for type in Anything(), Map(value=Anything()):
        show = replace(SHOW, responses=(Response(status="200", content=json(type)),))
        assert checked(wait(State(keys=("a", "b"), done=(1,))), show)[1] == []


def answering(type: Type | None) -> tuple[Response, ...]:
    return (Response(status="200", content=json(type) if type else ()),)


PAGED = Pagination(items=(), by=ByOffset(parameter="skip"))
TAKING = operation(takes=ref("Job")).body
assert TAKING is not None
WRONG: list[tuple[Wait, Operation, Operation, str, str]] = [
    (wait(poll="none"), SHOW, START, "there is no operation `none`", "/poll"),
    (wait(poll="startJob"), SHOW, START, "`poll` names the operation itself", "/poll"),
    (
        wait(),
        replace(SHOW, pagination=PAGED),
        START,
        "a list in pages is no job",
        "/poll",
    ),
    (
        wait(),
        replace(SHOW, responses=answering(None)),
        START,
        "`showJob` has no answer in JSON",
        "/poll",
    ),
    (
        wait(),
        replace(SHOW, body=replace(TAKING, required=True)),
        START,
        "`showJob` needs a body",
        "/poll",
    ),
    (
        wait(parameters=(("jobb", ("job", "id")),)),
        SHOW,
        START,
        "`showJob` has no parameter `jobb`",
        "/parameters/jobb",
    ),
    (
        wait(parameters=(("job", ("job", "name")),)),
        SHOW,
        START,
        "there is no `job.name` in its answer",
        "/parameters/job",
    ),
    (
        wait(parameters=(("job", ("job",)),)),
        SHOW,
        START,
        "`job` is of another kind than the parameter `job`",
        "/parameters/job",
    ),
    (
        wait(),
        replace(SHOW, parameters=(parameter("job", type=Array(item=String())),)),
        START,
        "`job.id` is of another kind than the parameter `job`",
        "/parameters/job",
    ),
    (
        wait(),
        SHOW,
        replace(START, responses=answering(None)),
        "it has no answer in JSON",
        "/parameters/job",
    ),
    (
        wait(parameters=()),
        SHOW,
        START,
        "`showJob` needs its parameter `job`",
        "/parameters",
    ),
    (
        wait(parameters=()),
        SHOW,
        replace(START, parameters=(parameter("job", "query"),)),
        "`showJob` needs its parameter `job`",
        "/parameters",
    ),
    (
        wait(State(keys=("state",), done=("completed",))),
        SHOW,
        START,
        "there is no `state` in the answer of `showJob`",
        "/until/state",
    ),
    (
        wait(State(keys=("state",), failed=("completed",))),
        SHOW,
        START,
        "there is no `state` in the answer of `showJob`",
        "/fail/state",
    ),
    (
        wait(State(keys=("status",), done=("complete",))),
        SHOW,
        START,
        "`status` is never 'complete'",
        "/until/status",
    ),
    (
        wait(State(keys=("status",), done=("completed",), failed=(True,))),
        SHOW,
        START,
        "`status` is never True",
        "/fail/status",
    ),
    (
        wait(State(keys=("text",), done=("a",), failed=("a",))),
        SHOW,
        START,
        "'a' ends the job and fails it",
        "/fail/text",
    ),
]


@pytest.mark.parametrize(("declared", "show", "start", "message", "below"), WRONG)
def test_a_wait_that_does_not_fit_is_refused_where_it_says_so(
    declared: Wait, show: Operation, start: Operation, message: str, below: str
) -> None:
    found, said = checked(declared, show, start)
    assert found is None
    assert said == [(message, below)]


def test_nothing_is_done_where_no_job_is_waited_for() -> None:
    plain = api(operations=(operation(),))
    assert check_waits(plain, Notebook()) is plain
