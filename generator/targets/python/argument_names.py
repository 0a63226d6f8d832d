"""What the arguments of a method stand for, and what each is called."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Notebook, Place
from generator.emit.text import Code
from generator.ir.declarations import Field, Model
from generator.ir.operation import Operation, Parameter
from generator.ir.pagination import ByCursor
from generator.targets.python.identifiers import prefixed, snake, spelled_out
from generator.targets.python.index import Index
from generator.targets.python.reserved import ARGUMENTS, PAGER_ARGUMENTS
from generator.targets.python.scope import Claim, settle
from generator.targets.python.sent import exploded

WHOLE = "body"


def own_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """The parameters that a method takes: the path's in the path's order, then the others.

    Left out are those that the client sets once and those that a pager sets for each page.
    """
    slots = {name: position for position, name in enumerate(operation.path.slots)}
    in_path = [item for item in operation.parameters if item.location == "path"]
    in_path.sort(key=lambda item: slots.get(item.name.wire, len(slots)))
    others = [item for item in operation.parameters if item.location != "path"]
    return tuple(
        item for item in in_path + others if not _is_set_elsewhere(item, operation)
    )


def _is_set_elsewhere(parameter: Parameter, operation: Operation) -> bool:
    if is_client_option(parameter):
        return True
    paging = operation.pagination and operation.pagination.by
    return (
        isinstance(paging, ByCursor)
        and not paging.body
        and parameter.location == "query"
        and parameter.name.wire == paging.parameter
    )


def own_fields(operation: Operation, model: Model | None) -> tuple[Field, ...]:
    """The fields of a body that is taken apart which a caller may set."""
    if operation.body is None or model is None:
        return ()
    fixed = dict(operation.body.fixed)
    return tuple(
        f for f in model.fields if not f.read_only and f.name.wire not in fixed
    )


def is_client_option(parameter: Parameter) -> bool:
    """Whether the client sends the parameter with every call."""
    return parameter.client_option is not None and parameter.location == "header"


def key_of(source: Parameter | Field) -> str:
    """What tells the name of an argument from all others of its method."""
    if isinstance(source, Field):
        return f"body {source.name.wire}"
    return f"{source.location} {source.name.wire}"


_RANKS = {"path": 0, "query": 1, "querystring": 2, "header": 3, "cookie": 4}


def note_arguments(
    operations: Iterable[Operation], index: Index, notebook: Notebook
) -> None:
    """Say of each operation which of its arguments wanted the same name."""
    for operation in operations:
        fields = own_fields(operation, exploded(operation.body, index))
        name_arguments(operation, own_parameters(operation), fields, notebook)


def name_arguments(
    operation: Operation,
    parameters: tuple[Parameter, ...],
    fields: tuple[Field, ...],
    notebook: Notebook | None = None,
) -> dict[str, Code]:
    """The arguments' names by `key_of`, and under `WHOLE` that of a body that isn't taken apart."""
    claims = [
        _claim(item, item.location, _RANKS[item.location], item.place)
        for item in parameters
    ]
    claims += [_claim(item, "body", 5, operation.place) for item in fields]
    if not fields:
        claims.append(Claim(WHOLE, (Code("body"), Code("request_body")), rank=6))
    reserved = ARGUMENTS.union(PAGER_ARGUMENTS if operation.pagination else ())
    return settle(claims, reserved, notebook)


def _claim(source: Parameter | Field, prefix: str, rank: int, place: Place) -> Claim:
    # As the model's attribute is called.
    spelling = snake(source.name, "unnamed" if isinstance(source, Field) else prefix)
    spoken = spelled_out(source.name)
    return Claim(
        key_of(source),
        (spelling, *((spoken,) if spoken else ()), prefixed(prefix, spelling)),
        exact=spelling in {source.name.wire, source.name.preferred},
        rank=rank,
        place=place,
    )
