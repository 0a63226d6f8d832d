"""Fields: what the properties of a model are called, and which a Struct can have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.diagnostics import Notebook, Place
from generator.emit.text.code import Code
from generator.ir.declarations import Declaration, Field, Model
from generator.ir.types import Anything, Type
from generator.targets.python.names.identifiers import snake, spelled_out
from generator.targets.python.names.scope import NameClaim, assign_identifiers
from generator.targets.python.usage import Usage

# msgspec refuses to call a field so, or can't write it.
_UNENCODABLE = re.compile(r'[\\"\x00-\x1f\ud800-\udfff]')
_REST = "additional"


def is_open(model: Model) -> bool:
    """Whether the class has to keep properties that it doesn't declare."""
    return model.additional is not None or bool(_undeclarable(model))


def received(model: Model) -> tuple[Field, ...]:
    """The properties that the class declares."""
    return tuple(
        field
        for field in model.fields
        if not field.write_only and not _UNENCODABLE.search(field.name.wire)
    )


def sent(model: Model) -> tuple[Field, ...]:
    """The properties that a dict declares; type checkers refuse a key without a character."""
    return tuple(
        field for field in model.fields if not field.read_only and field.name.wire
    )


def further_received(model: Model) -> Type:
    """The type of the properties that an open class doesn't declare."""
    types = [field.type for field in _undeclarable(model)]
    if model.additional is None or any(type != model.additional for type in types):
        return Anything()
    return model.additional


def further_sent(model: Model) -> Type | None:
    """The type of what callers may add to the keys of a dict; None where there is nothing."""
    if all(field.name.wire or field.read_only for field in model.fields):
        return model.additional
    return Anything()


def _undeclarable(model: Model) -> tuple[Field, ...]:
    """The properties that no class can declare."""
    return tuple(
        field
        for field in model.fields
        if not field.write_only and _UNENCODABLE.search(field.name.wire)
    )


def name_fields(
    fields: tuple[Field, ...],
    notebook: Notebook | None = None,
    place: Place | None = None,
) -> dict[str, Code]:
    """The attribute of each property, by its name on the wire.

    Args:
        fields: The properties.
        notebook: Where to write down that two of them wanted the same attribute.
        place: Where they stand.
    """
    return assign_identifiers((_claim(field, place) for field in fields), (), notebook)


def name_members(
    model: Model,
    response_names: Mapping[str, Code],
    notebook: Notebook | None = None,
    place: Place | None = None,
) -> dict[str, Code]:
    """What each property of a body is called, by its name on the wire.

    One that the class declares is called like its attribute, whoever sends or receives it; those
    that it doesn't declare come after these.

    Args:
        model: The body's schema.
        response_names: The attributes of the response, which come before the body's own.
        notebook: Where to write down that two of them wanted the same name.
        place: Where they stand.
    """
    declared = frozenset(field.name.wire for field in received(model))
    claims: list[NameClaim] = []
    for field in model.fields:
        wire = field.name.wire
        known = response_names.get(wire)
        if known is not None and not field.name.preferred:
            claims.append(NameClaim(wire, (known,), rank=0, place=place))
        else:
            claims.append(_claim(field, place, rank=1 + int(wire not in declared)))
    return assign_identifiers(claims, (), notebook)


class Attributes:
    """The attributes of models' classes; those of each model are found once.

    Args:
        responses: The ids of what the server sends.
    """

    def __init__(self, responses: frozenset[str]) -> None:
        self.responses = responses
        self._found: dict[str, Mapping[str, Code]] = {}

    def of(self, model: Model) -> Mapping[str, Code]:
        """The attribute of each property that a class declares, by its name on the wire."""
        if model.id not in self._found:
            self._found[model.id] = name_fields(received(model))
        return self._found[model.id]


def rest_name(names: Mapping[str, Code]) -> Code:
    """The attribute that keeps the undeclared properties of an open model."""
    taken = frozenset(names.values())
    for candidate in (_REST, "additional_properties"):
        if candidate not in taken:
            return Code(candidate)
    return assign_identifiers([NameClaim("", (Code(_REST),))], taken)[""]


def note_fields(
    declarations: Iterable[Declaration], usage: Usage, notebook: Notebook
) -> None:
    """Say of each model which properties have no name of their own, or not the usual one."""
    for model in declarations:
        if not isinstance(model, Model):
            continue
        if model.id in usage.responses:
            _note_received(model, notebook)
        if model.id in usage.requests and any(
            not field.read_only and not field.name.wire for field in model.fields
        ):
            message = "a property without a name is no key that a typed dict can have"
            hint = "a plain dict is taken as well, which may hold it"
            notebook.write("property-name", message, model.place, hint=hint)


def _note_received(model: Model, notebook: Notebook) -> None:
    names = name_fields(received(model), notebook, model.place)
    rest = rest_name(names)
    for field in _undeclarable(model):
        notebook.write(
            "property-name",
            f"a class can't have the property {field.name.wire!r}",
            model.place,
            hint=f"it is kept as it comes, in `{rest}`",
        )
    if is_open(model) and rest != _REST:
        notebook.write(
            "name-collision",
            f"`{_REST}` is a property, so that further ones are kept in `{rest}`",
            model.place,
            hint="x-sdk-name gives the property a name of your choice",
        )


def _claim(field: Field, place: Place | None, rank: int = 0) -> NameClaim:
    spelling = snake(field.name, "unnamed")
    spoken = spelled_out(field.name)
    return NameClaim(
        field.name.wire,
        (spelling, spoken) if spoken else (spelling,),
        exact=spelling in {field.name.wire, field.name.preferred},
        rank=rank,
        place=place,
    )
