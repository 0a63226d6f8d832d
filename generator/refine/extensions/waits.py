"""Check what the document says about waiting for jobs against the operations it names.

The operation that shows a job has to be there, with a value for each parameter that it needs, and
its answer has to have the members that say how far the job is. Where one of them is an enumeration,
its values are known ones, and those that neither end the job nor fail it are noted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place, Unsupported
from generator.ir.api import Api
from generator.ir.declarations import Model
from generator.ir.operation import MediaType, Operation, State, Wait
from generator.ir.pagination import Keys
from generator.ir.types import Anything, Array, Enumeration, Map, Tuple, Type
from generator.ir.value import JsonValue
from generator.refine.extensions.member_types import (
    MemberTypes,
    NoMemberError,
    json_type,
)
from generator.refine.types.json_types import is_listed


def check_waits(api: Api, notebook: Notebook) -> Api:
    """Check and complete the wait of every operation that has one."""
    if all(each.wait is None for each in api.operations):
        return api
    checker = _Checker(api)
    operations: list[Operation] = []
    for operation in api.operations:
        found = None
        if operation.wait is not None:
            with notebook.skipping():
                found = checker.check(operation, operation.wait)
        operations.append(replace(operation, wait=found))
    return replace(api, operations=tuple(operations))


class _Checker:
    """Checks waits against the operations and types of an Api."""

    def __init__(self, api: Api) -> None:
        self._operations = {each.id: each for each in api.operations}
        self._members = MemberTypes(api.declarations)

    def check(self, operation: Operation, wait: Wait) -> Wait:
        """The wait of an operation, completed.

        Raises:
            Unsupported: It doesn't fit the operations.
        """
        poll = self._operations.get(wait.poll)
        at = wait.place.below("poll")
        if poll is None:
            raise _mismatch(operation, f"there is no operation `{wait.poll}`", at)
        if poll is operation:
            raise _mismatch(operation, "`poll` names the operation itself", at)
        if operation.pagination or poll.pagination:
            raise _mismatch(operation, "a list in pages is no job", at)
        shown = json_type(_answers(poll))
        if shown is None:
            raise _mismatch(operation, f"`{poll.id}` has no answer in JSON", at)
        if poll.body is not None and poll.body.required:
            raise _mismatch(operation, f"`{poll.id}` needs a body", at)
        self._check_parameters(operation, wait, poll)
        states = tuple(
            self._check_state(operation, wait, state, shown) for state in wait.states
        )
        return replace(wait, states=states)

    def _check_parameters(
        self, operation: Operation, wait: Wait, poll: Operation
    ) -> None:
        started = json_type(_answers(operation))
        for name, keys in wait.parameters:
            at = wait.place.below("parameters", name)
            types = [each.type for each in poll.parameters if each.name.wire == name]
            if not types:
                what = f"`{poll.id}` has no parameter `{name}`"
                raise _mismatch(operation, what, at)
            if started is None:
                raise _mismatch(operation, "it has no answer in JSON", at)
            try:
                found = self._members.at(started, keys)
            except NoMemberError as error:
                if not _is_shown(operation, keys):
                    what = f"there is no `{error}` in its answer"
                    raise _mismatch(operation, what, at) from error
                continue
            taken = [_kinds(self._members.at(each, ())) for each in types]
            if any(_kinds(found).isdisjoint(kinds) for kinds in taken):
                where = ".".join(keys)
                what = f"`{where}` is of another kind than the parameter `{name}`"
                raise _mismatch(operation, what, at)
        given = {name for name, _ in wait.parameters}
        own = {(each.name.wire, each.location) for each in operation.parameters}
        for each in poll.parameters:
            name = each.name.wire
            is_set = each.client_option is not None or (name, each.location) in own
            if each.required and name not in given and not is_set:
                what = f"`{poll.id}` needs its parameter `{name}`"
                at = wait.place.below("parameters")
                raise _mismatch(operation, what, at)

    def _check_state(
        self, operation: Operation, wait: Wait, state: State, shown: Type
    ) -> State:
        """What a member says, and its further values; they are those that the document lists."""
        where = ".".join(state.keys)
        at = wait.place.below("until" if state.done else "fail", where)
        try:
            found = self._members.at(shown, state.keys)
        except NoMemberError as error:
            what = f"there is no `{error}` in the answer of `{wait.poll}`"
            raise _mismatch(operation, what, at) from error
        lists = [each for each in found if isinstance(each, Enumeration)]
        known = [value for each in lists for value in each.values]
        is_open = len(lists) < len(found) or any(each.takes_any for each in lists)
        for key, values in ("until", state.done), ("fail", state.failed):
            for value in values:
                at = wait.place.below(key, where)
                if not is_open and not is_listed(value, known):
                    what = f"`{where}` is never {value!r}"
                    raise _mismatch(operation, what, at)
                if key == "fail" and is_listed(value, state.done):
                    what = f"{value!r} ends the job and fails it"
                    raise _mismatch(operation, what, at)
        ending = (*state.done, *state.failed)
        others = () if is_open else (one for one in known if not is_listed(one, ending))
        return replace(state, others=tuple(others))


def _answers(operation: Operation) -> Iterator[MediaType]:
    for response in operation.responses:
        if response.is_success:
            yield from response.content


def _kinds(types: Iterable[Type | Model]) -> set[str]:
    """What values of these are in a URL or a header: each for itself, lists, or objects."""
    every = {"value", "list", "object"}
    kinds: set[str] = set()
    for type in types:
        match type:
            case Anything():
                kinds |= every
            case Array() | Tuple():
                kinds.add("list")
            case Model() | Map():
                kinds.add("object")
            case _:
                kinds.add("value")
    return kinds


def _is_shown(operation: Operation, keys: Keys) -> bool:
    """Whether an example of an answer has a member, though no type does."""
    return any(
        _has(example.value.value, keys)
        for media in _answers(operation)
        for example in media.examples
    )


def _has(value: JsonValue, keys: Keys) -> bool:
    for key in keys:
        if not isinstance(value, Mapping) or key not in value:
            return False
        value = value[key]
    return True


def _mismatch(operation: Operation, message: str, place: Place) -> Unsupported:
    return Unsupported(
        "wait-mismatch",
        f"the job of `{operation.id}` can't be waited for: {message}",
        place,
        "correct its x-sdk-wait",
    )
