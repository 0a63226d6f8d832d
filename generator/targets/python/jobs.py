"""Jobs: what tells how far one is, where it is named, and the arguments of a wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.emit.text.code import Code, literal
from generator.ir.operation import Operation, Parameter, State, Wait
from generator.ir.value import Scalar
from generator.targets.python.expressions import call_of, tuple_of
from generator.targets.python.module import Module
from generator.targets.python.names.reserved_names import WAIT_ARGUMENTS
from generator.targets.python.requests.argument_names import own_parameters
from generator.targets.python.requests.signature import Argument

_MODULE = "._runtime.jobs.job"
# An hour: long for a job, short for a program that waits for nothing.
_DEADLINE = Code("3600.0")


def job_kind(operation: Operation, module: Module) -> Code:
    """The class of an operation's constant where it shows a job or starts one, "" elsewhere."""
    if operation.wait is None:
        return Code("")
    return module.use(
        _MODULE, "PollOperation" if is_poll(operation) else "StartOperation"
    )


def is_poll(operation: Operation) -> bool:
    """Whether a method shows the job that it waits for, and doesn't start it."""
    return operation.wait is not None and operation.wait.poll == operation.id


def answering(
    operation: Operation, operations: Mapping[str, Operation]
) -> tuple[Operation, ...]:
    """The operations whose answers a method waits for: its own, and behind it one that shows a job.

    Args:
        operation: The operation of the method.
        operations: All operations by their ids.
    """
    if operation.wait is None or is_poll(operation):
        return (operation,)
    return operation, operations[operation.wait.poll]


def job_keywords(
    operation: Operation,
    operations: Mapping[str, Operation],
    module: Module,
    inline: Callable[[Operation], Code],
) -> Iterator[tuple[str, Code]]:
    """What the constant of an operation says of its job, nothing where it has none.

    Args:
        operation: The operation.
        operations: All operations by their ids.
        module: The module that the constant stands in.
        inline: Writes an operation as the value within another.
    """
    if operation.wait is None:
        return
    if is_poll(operation):
        yield "states", _states(operation.wait, module)
    else:
        poll = operations[operation.wait.poll]
        yield "poll", inline(poll)
        yield "sources", _sources(operation, poll)


def _states(wait: Wait, module: Module) -> Code:
    """What the members of an answer say about the job."""
    return tuple_of([_state(each, module) for each in wait.states])


def _state(state: State, module: Module) -> Code:
    values = {"done": state.done, "failed": state.failed, "others": state.others}
    named = [Code(f"{name}={_scalars(each)}") for name, each in values.items() if each]
    keys = tuple_of([literal(key) for key in state.keys])
    return call_of(module.use(_MODULE, "State"), [keys, *named])


def _scalars(values: tuple[Scalar, ...]) -> Code:
    return tuple_of([literal(value) for value in values])


def _sources(operation: Operation, poll: Operation) -> Code:
    """Where the values come from that the operation takes which shows the job.

    Args:
        operation: The one that starts it.
        poll: The one that shows it.
    """
    given = dict(operation.wait.parameters) if operation.wait else {}
    own = [(each.name.wire, each.location) for each in own_parameters(operation)]

    def source(parameter: Parameter) -> Code:
        if keys := given.get(parameter.name.wire):
            return tuple_of([literal(key) for key in keys])
        same = (parameter.name.wire, parameter.location)
        return literal(own.index(same) if same in own else None)

    return tuple_of([source(each) for each in own_parameters(poll)])


def wait_arguments(
    operation: Operation, job: Code, module: Module
) -> tuple[Argument, ...]:
    """The arguments of a wait beside those of the request, none where there is no wait.

    Args:
        operation: The operation of the method.
        job: The type of the job.
        module: The module that they stand in.
    """
    if operation.wait is None:
        return ()
    number = module.builtin("float")
    function = module.use("collections.abc", "Callable", checking=True)
    anything = module.builtin("object")
    kinds = {
        "deadline": (Code(f"{number} | None"), _DEADLINE),
        "on_progress": (Code(f"{function}[[{job}], {anything}] | None"), Code("None")),
    }
    return tuple(
        Argument(Code(name), *kinds[name], docs)
        for name, docs in WAIT_ARGUMENTS.items()
    )
