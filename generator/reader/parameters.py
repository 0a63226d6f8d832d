"""The parameters of an operation: its own, its path item's, and those its path needs."""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Place, Unsupported
from generator.document.node import Node
from generator.ir.name import Name
from generator.ir.operation import Parameter
from generator.ir.path import Path
from generator.ir.types import String
from generator.reader.context import Context
from generator.reader.parameter import read_parameter
from generator.reader.path_template import meanings

Key = tuple[str, str]


def read_parameters(node: Node, context: Context) -> tuple[Parameter, ...]:
    """Read the `parameters` of a path item or an operation, each name and place once."""
    found: dict[Key, Parameter] = {}
    for one in node.elements("parameters"):
        parameter = read_parameter(one, context)
        if parameter is None:
            continue
        key = _key(parameter)
        if key in found and not parameter.name.wire:
            raise _nameless(parameter)
        if key in found:
            name = parameter.name.wire
            message = f"the {parameter.location} parameter `{name}` is listed twice"
            hint = "the first one is read"
            context.repair("parameter-duplicate", message, one, hint)
        else:
            found[key] = parameter
    return tuple(found.values())


def merged(
    inherited: tuple[Parameter, ...], own: tuple[Parameter, ...]
) -> tuple[Parameter, ...]:
    """The path item's parameters and the operation's, of which the latter win in place."""
    every = {_key(one): one for one in inherited}
    every |= {_key(one): one for one in own}
    return tuple(every.values())


def fitted(
    parameters: tuple[Parameter, ...], path: Path, node: Node, context: Context
) -> tuple[Parameter, ...]:
    """The parameters with exactly one for each slot of the path.

    Args:
        parameters: All that are declared.
        path: The operation's path.
        node: The operation.
        context: What the readers share.
    """
    slots = tuple(dict.fromkeys(path.slots))
    parameters = _moved(parameters, slots, node, context)
    parameters = _named(parameters, slots, context)
    kept: list[Parameter] = []
    declared = {one.name.wire for one in parameters if one.location == "path"}
    for one in parameters:
        if one.location != "path" or one.name.wire in slots:
            kept.append(one)
            continue
        like = _like(one.name.wire, declared, slots)
        message = f"the path has no `{{{one.name.wire}}}` for the parameter to fill"
        hint = f"it fills `{{{like}}}`" if like else "the parameter is left out"
        context.repair("parameter-unplaced", message, node, hint)
        if like:
            preferred = one.name.preferred or one.name.wire
            name = replace(one.name, wire=like, preferred=preferred)
            kept.append(replace(one, name=name))
    known = {one.name.wire for one in kept if one.location == "path"}
    for slot in slots:
        if slot not in known:
            message = f"the path parameter `{slot}` isn't declared"
            context.repair("parameter-undeclared", message, node, "read as a string")
            kept.append(_undeclared(slot, node))
    return tuple(kept)


def _moved(
    parameters: tuple[Parameter, ...],
    slots: tuple[str, ...],
    node: Node,
    context: Context,
) -> tuple[Parameter, ...]:
    """The parameters, with those of the query in the path whose names stand in open slots."""
    declared = {one.name.wire for one in parameters if one.location == "path"}
    declared |= {_like(name, declared, slots) for name in declared}
    query = {one.name.wire: one for one in parameters if one.location == "query"}
    moved: dict[str, Parameter] = {}
    for slot in slots:
        found = (one for one in (slot, *meanings(slot)) if one in query)
        name = next(found, "")
        if slot in declared or not name or name in {*declared, *moved}:
            continue
        message = f"the path parameter `{name}` is declared in the query"
        hint = "it is read as the path's"
        context.repair("parameter-undeclared", message, node, hint)
        moved[name] = _in_path(query[name], slot)
    return tuple(
        moved.get(one.name.wire, one) if one.location == "query" else one
        for one in parameters
    )


def _in_path(parameter: Parameter, slot: str) -> Parameter:
    """A parameter of the query as one that fills a slot, as paths are written."""
    spelled = parameter.name.preferred or parameter.name.wire
    preferred = parameter.name.preferred if parameter.name.wire == slot else spelled
    is_plain = not parameter.media_type
    return replace(
        parameter,
        name=replace(parameter.name, wire=slot, preferred=preferred),
        location="path",
        required=True,
        style="simple" if is_plain else "",
        explode=False,
        item_styles=(),
        allow_reserved=False,
    )


def _named(
    parameters: tuple[Parameter, ...], slots: tuple[str, ...], context: Context
) -> tuple[Parameter, ...]:
    """The parameters, with the name of the only slot that is open for one that has none.

    Raises:
        Unsupported: No slot is open, or several are.
    """
    nameless = next((one for one in parameters if not one.name.wire), None)
    if nameless is None:
        return parameters
    declared = {one.name.wire for one in parameters if one.location == "path"}
    taken = declared | {_like(name, declared, slots) for name in declared if name}
    open_slots = [slot for slot in slots if slot not in taken]
    if len(open_slots) != 1:
        raise _nameless(nameless)
    context.notebook.write(
        "parameter-name",
        "the path parameter has no name",
        _place_of_name(nameless),
        hint=f"it fills `{{{open_slots[0]}}}`, the only place that is left",
    )
    slot = open_slots[0]
    intended = next(iter(meanings(slot)), slot)
    preferred = nameless.name.preferred or ("" if intended == slot else intended)
    name = replace(nameless.name, wire=slot, preferred=preferred)
    return tuple(
        replace(one, name=name) if one is nameless else one for one in parameters
    )


def _nameless(parameter: Parameter) -> Unsupported:
    message = "the path parameter has no name, and the path has no one place for it"
    return Unsupported("parameter-name", message, _place_of_name(parameter))


def _place_of_name(parameter: Parameter) -> Place:
    place = parameter.place
    return Place(place.file, f"{place.pointer}/name")


def _like(name: str, declared: set[str], slots: tuple[str, ...]) -> str:
    """The only slot that means a name, or differs from it in capitals alone, if no other does."""
    intended = [slot for slot in slots if name in meanings(slot)]
    folded = name.casefold()
    alike = [slot for slot in slots if slot.casefold() == folded]
    rivals = [one for one in declared if one.casefold() == folded]
    if len(intended) == 1 and intended[0] not in declared:
        return intended[0]
    return alike[0] if len(alike) == len(rivals) == 1 else ""


def _undeclared(slot: str, node: Node) -> Parameter:
    intended = next(iter(meanings(slot)), slot)
    return Parameter(
        name=Name(wire=slot, preferred="" if intended == slot else intended),
        location="path",
        type=String(),
        required=True,
        style="simple",
        place=node.place,
    )


def _key(parameter: Parameter) -> Key:
    """The key that distinguishes parameters; names of headers ignore case."""
    name = parameter.name.wire
    if parameter.location == "header":
        name = name.lower()
    return parameter.location, name
