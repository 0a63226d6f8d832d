"""What the arguments of a method stand for, and what each is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.diagnostics import Notebook, Place
from generator.emit.text.code import Code, literal
from generator.ir.declarations import Field, Model
from generator.ir.name import Name
from generator.ir.operation import Body, Operation, Parameter
from generator.ir.pagination import ByCursor, Keys
from generator.targets.python.declaration_index import Index, either
from generator.targets.python.docs.docstrings import clean
from generator.targets.python.media.request_media import exploded
from generator.targets.python.media.status_groups import successes
from generator.targets.python.names.identifiers import prefixed, snake, spelled_out
from generator.targets.python.names.reserved_names import (
    ARGUMENTS,
    PAGER_ARGUMENTS,
    WAIT_ARGUMENTS,
)
from generator.targets.python.names.scope import NameClaim, assign_identifiers
from generator.targets.python.requests.overloads import is_shared, united, variants_of
from generator.targets.python.types.fields import Attributes, name_members

WHOLE = "body"
PAGE_SIZE = "page size"


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


def nested_size(operation: Operation, model: Model | None) -> Keys:
    """Where the request says how many items a page has, () where that is an argument anyway.

    Args:
        operation: The operation.
        model: The body's schema if its members are arguments.
    """
    size = operation.pagination.size if operation.pagination else ()
    is_taken_apart = model is not None or any(
        parameter.location == "query" and parameter.name.wire == size[0]
        for parameter in operation.parameters
        if size
    )
    return () if len(size) == 1 and is_taken_apart else size


def is_client_option(parameter: Parameter) -> bool:
    """Whether the client sends the parameter with every call."""
    return parameter.client_option is not None and parameter.location == "header"


def key_of(source: Parameter | Field) -> str:
    """What tells the name of an argument from all others of its method."""
    if isinstance(source, Field):
        return f"body {source.name.wire}"
    return f"{source.location} {source.name.wire}"


_RANKS = {"path": 0, "query": 1, "querystring": 2, "header": 3, "cookie": 4}
_BODY_RANK = 5
_SENT_AS = {
    "path": "`{}` in the path.",
    "query": "`{}` in the query.",
    "querystring": "`{}`, the whole query.",
    "header": "The header `{}`.",
    "cookie": "The cookie `{}`.",
    "body": "`{}` in the body.",
}


def note_arguments(
    operations: Iterable[Operation],
    index: Index,
    attributes: Attributes,
    notebook: Notebook,
) -> None:
    """Say of each operation which of its arguments wanted the same name."""
    for operation in operations:
        argument_names(
            operation,
            argument_model(operation.body, index),
            index,
            attributes,
            notebook,
        )


def argument_model(body: Body | None, index: Index) -> Model | None:
    """The model whose members are arguments, which is that of a body or of all its variants."""
    variants = variants_of(body, index)
    return united(variants) if variants else exploded(body, index)


def argument_names(
    operation: Operation,
    model: Model | None,
    index: Index,
    attributes: Attributes,
    notebook: Notebook | None = None,
) -> dict[str, Code]:
    """Name the arguments of a method, as `name_arguments` does, after the names of members."""
    members: dict[str, Code] = {}
    if model is not None:
        # Of a model that is received, it is said which of its attributes did.
        said = None if model.id in attributes.responses else notebook
        members = member_names(operation, model, index, attributes, said)
    body = operation.body
    has_whole = bool(body and not body.fixed and variants_of(body, index))
    return name_arguments(
        operation,
        own_parameters(operation),
        model,
        members,
        notebook,
        has_whole=has_whole,
    )


def member_names(
    operation: Operation,
    model: Model,
    index: Index,
    attributes: Attributes,
    notebook: Notebook | None = None,
) -> dict[str, Code]:
    """What the members of a body are called, by their names on the wire.

    As the attributes of its model, or of the response's where no response has the body's model: an
    attribute and an argument of one spelling mean the same member.
    """
    names: Mapping[str, Code] = {}
    if model.id not in attributes.responses:
        names = _response_names(operation, index, attributes)
    return name_members(model, names, notebook, operation.place)


def _response_names(
    operation: Operation, index: Index, attributes: Attributes
) -> Mapping[str, Code]:
    """The attributes of the model of an operation's response, if it is one."""
    for response in successes(operation):
        for media in response.content:
            for found in either(media.type, index):
                if isinstance(found, Model):
                    return attributes.of(found)
    return {}


def name_arguments(  # noqa: PLR0913 -- each has a meaning of its own
    operation: Operation,
    parameters: tuple[Parameter, ...],
    model: Model | None,
    members: Mapping[str, Code],
    notebook: Notebook | None = None,
    *,
    has_whole: bool = False,
) -> dict[str, Code]:
    """Name the arguments of a method.

    Args:
        operation: The operation.
        parameters: The parameters that are arguments.
        model: The body's schema if its members are arguments.
        members: What `member_names` calls these.
        notebook: Where to write down that two of them wanted the same name.
        has_whole: Whether a body can be passed as a whole, too; one without members always can.

    Returns:
        Names by `key_of`, under `WHOLE` that of a body that isn't taken apart, which may be that of
        a member, and under `PAGE_SIZE` that of the size of a page.
    """
    claims = [_of_parameter(item) for item in parameters]
    fields = own_fields(operation, model)
    claims += [
        _of_member(item, members[item.name.wire], operation.place) for item in fields
    ]
    shared = [key_of(each) for each in fields if has_whole and is_shared(each)]
    if not fields or (has_whole and not shared):
        claims.append(NameClaim(WHOLE, (Code("body"), Code("request_body")), rank=6))
    if size := nested_size(operation, model):
        own = snake(Name(wire=size[-1]), "size")
        claims.append(NameClaim(PAGE_SIZE, (own, prefixed("page", own)), rank=7))
    reserved = ARGUMENTS.union(
        PAGER_ARGUMENTS if operation.pagination else (),
        WAIT_ARGUMENTS if operation.wait else (),
    )
    names = assign_identifiers(claims, reserved, notebook)
    return {**names, WHOLE: names[shared[0]]} if shared else names


def _of_parameter(source: Parameter) -> NameClaim:
    spelling = snake(source.name, source.location)
    spoken = spelled_out(source.name)
    made = prefixed(source.location, spelling)
    return NameClaim(
        key_of(source),
        (spelling, *((spoken,) if spoken else ()), made),
        exact=spelling in {source.name.wire, source.name.preferred},
        rank=_RANKS[source.location],
        place=source.place,
    )


def _of_member(field: Field, attribute: Code, place: Place) -> NameClaim:
    return NameClaim(
        key_of(field),
        (attribute, prefixed("body", attribute)),
        exact=attribute in {field.name.wire, field.name.preferred},
        rank=_BODY_RANK,
        place=place,
    )


def with_wire_name(docs: str, source: Parameter | Field, argument: Code) -> str:
    """What is said of an argument; first what the wire calls it, if by other letters."""
    wire = source.name.wire
    if _letters(wire) == _letters(argument):
        return docs
    location = "body" if isinstance(source, Field) else source.location
    shown = " ".join(clean(wire).split()) or literal(wire)
    return f"{_SENT_AS[location].format(shown)} {docs}".rstrip()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
