"""Gives an operation a method for each way to call it that the document names, beside its own.

A pure step before all others: what a method fixes of the body is no argument of it, and the body is
that of the variants which take it, so that all that follows sees an operation like any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.name import Name
from generator.ir.operation import FixedMethod, Operation
from generator.targets.python.names.identifiers import snake
from generator.targets.python.types.resource_groups import Group, walk


def split_methods(api: Api) -> Api:
    """Make an operation of each further method; the plain ones stay."""
    operations = tuple(part for each in api.operations for part in _split(each))
    return replace(api, operations=operations)


def method_id(operation: Operation, method: FixedMethod) -> str:
    """The id of the operation that a further method becomes."""
    return f"{operation.id} {method.name.wire}"


def _split(operation: Operation) -> Iterator[Operation]:
    yield replace(operation, methods=())
    for method in operation.methods:
        assert operation.body is not None  # noqa: S101 -- `refine` has looked
        fixed = tuple((each.name, each.value) for each in method.members)
        yield replace(
            operation,
            id=method_id(operation, method),
            name=Name(wire=operation.name.wire, preferred=method.name.wire),
            # What is fixed is always there, and so is the body.
            body=replace(
                operation.body, content=method.content, required=True, fixed=fixed
            ),
            methods=(),
            docs=replace(
                operation.docs, summary=method.summary or operation.docs.summary
            ),
            place=method.place,
        )


def note_methods(api: Api, groups: Iterable[Group], notebook: Notebook) -> None:
    """Write down which methods can't have the names that the document gives them.

    Args:
        api: The Api before the pass.
        groups: The resources, with what their methods are called.
        notebook: Takes what is found.
    """
    further = {
        method_id(operation, method): method
        for operation in api.operations
        for method in operation.methods
    }
    if not further:
        return
    for group, _ in walk(groups):
        wanted = Counter(_spelled(one.operation) for one in group.methods)
        for one in group.methods:
            name = _spelled(one.operation)
            method = further.get(one.operation.id)
            if method and (wanted[name] > 1 or one.name != name):
                notebook.write(
                    "methods-mismatch",
                    f"no method can be called `{name}`: the name is reserved or taken",
                    method.place,
                    hint="give the method another name",
                )


def _spelled(operation: Operation) -> str:
    """How its name is written where nothing stands in the way, the language included."""
    return snake(operation.name, operation.id).removesuffix("_")
