"""Gives operations that start jobs methods that wait for these.

A pure step before names are assigned: an operation that shows a job gets `wait` beside it, so that
another process can go on, and one that starts it `create_and_wait` beside `create`. Those that the
operation has already stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.name import Name
from generator.ir.operation import Operation, State, Wait
from generator.ir.value import Docs, Text
from generator.targets.python.docs.text_log import content


def add_waits(api: Api) -> Api:
    """Add the methods of all jobs; in those, `wait.poll` is the id of the method that shows it."""
    if all(each.wait is None for each in api.operations):
        return api
    polls = _polls(api)
    operations = tuple(
        part for operation in api.operations for part in _split(operation, polls)
    )
    return replace(api, operations=operations)


_Key = tuple[str, tuple[State, ...]]


def _polls(api: Api) -> Mapping[_Key, Operation]:
    """The methods that show jobs, by operation and by what tells how far a job is."""
    shown = {each.id: each for each in api.operations}
    found: dict[_Key, Operation] = {}
    for operation in api.operations:
        wait = operation.wait
        if wait is None or (wait.poll, wait.states) in found:
            continue
        poll = shown[wait.poll]
        is_first = all(id != wait.poll for id, _ in found)
        words = "wait" if is_first else f"wait for {_spelled(operation)}"
        id = f"{poll.id} {words}"
        found[wait.poll, wait.states] = replace(
            poll,
            id=id,
            name=Name(wire="wait", preferred=words),
            wait=Wait(poll=id, parameters=(), states=wait.states, place=wait.place),
            docs=_docs("Wait until the job is done.", poll),
        )
    return found


def _split(
    operation: Operation, polls: Mapping[_Key, Operation]
) -> Iterator[Operation]:
    yield replace(operation, wait=None)
    if (wait := operation.wait) is not None:
        spelled = f"{_spelled(operation)} and wait"
        yield replace(
            operation,
            id=f"{operation.id} and wait",
            name=Name(wire=operation.name.wire, preferred=spelled),
            wait=replace(wait, poll=polls[wait.poll, wait.states].id),
            docs=_docs("Start the job, and wait until it is done.", operation),
        )
    for (id, _), method in polls.items():
        if id == operation.id:
            yield method


def _spelled(operation: Operation) -> str:
    return operation.name.preferred or operation.name.wire


def _docs(summary: str, operation: Operation) -> Docs:
    """The docs of a method that waits, with those of the operation below."""
    parts = (content(operation.docs.summary), content(operation.docs.description))
    below = "\n\n".join(filter(None, parts))
    return replace(
        operation.docs, summary=Text(raw=summary), description=Text(raw=below)
    )
