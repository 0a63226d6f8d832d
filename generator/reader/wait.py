"""The extension `x-sdk-wait`: how a job is waited for that an operation starts."""

from __future__ import annotations

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.operation import State, Wait
from generator.ir.pagination import Keys
from generator.ir.value import Scalar
from generator.reader.context import Context
from generator.reader.pagination import read_keys, refuse_leftover

_KEYWORDS = ("poll", "parameters", "until", "fail")


def read_wait(node: Node, context: Context) -> Wait | None:
    """Read how an operation's job is waited for; what can't be read is reported and left out."""
    found = node.get("x-sdk-wait")
    if found is None:
        return None
    with context.notebook.skipping():
        return _read(found)
    return None


def _read(node: Node) -> Wait:
    if not isinstance(node.value, dict):
        raise _wrong("`x-sdk-wait` has to be an object", node)
    poll = node.get("poll")
    if poll is None or not (isinstance(poll.value, str) and poll.value):
        raise _wrong(
            "`poll` has to be the operationId of what shows the job", poll or node
        )
    done, failed = _read_values(node, "until"), _read_values(node, "fail")
    if not done:
        raise _wrong("`until` has to say which values end the job", node.at("until"))
    wait = Wait(
        poll=poll.value,
        parameters=_read_parameters(node.get("parameters")),
        states=tuple(
            State(keys=keys, done=done.get(keys, ()), failed=failed.get(keys, ()))
            for keys in dict.fromkeys((*done, *failed))
        ),
        place=node.place,
    )
    refuse_leftover(node, _KEYWORDS, "wait-shape")
    return wait


def _read_parameters(node: Node | None) -> tuple[tuple[str, Keys], ...]:
    if node is None:
        return ()
    if not isinstance(node.value, dict):
        raise _wrong("`parameters` has to be an object", node)
    return tuple((name, _read_path(value)) for name, value in node.entries())


def _read_path(node: Node) -> Keys:
    keys = read_keys(node, "wait-shape")
    if not keys:
        raise _wrong("the member that it is taken from has to be named", node)
    return keys


def _read_values(node: Node, key: str) -> dict[Keys, tuple[Scalar, ...]]:
    """The values by the members that have them."""
    found = node.get(key)
    if found is None:
        return {}
    if not isinstance(found.value, dict):
        raise _wrong(f"`{key}` has to be an object of members and their values", found)
    values: dict[Keys, tuple[Scalar, ...]] = {}
    for name, member in found.entries():
        listed = member.value
        if not (isinstance(listed, list) and listed):
            raise _wrong(f"`{name}` has to be a list of values", member)
        scalars = tuple(one for one in listed if not isinstance(one, dict | list))
        if len(scalars) != len(listed):
            raise _wrong(f"`{name}` can list text, numbers, booleans and null", member)
        values[tuple(name.split("."))] = scalars
    return values


def _wrong(message: str, node: Node) -> Unsupported:
    return Unsupported("wait-shape", message, node.place)
