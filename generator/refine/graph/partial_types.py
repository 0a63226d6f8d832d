"""Types without references to the schemas that can't be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from generator.diagnostics import Place
from generator.ir.declarations import Declaration, Field, Model
from generator.ir.types import (
    Anything,
    Array,
    Discriminator,
    Map,
    Nullable,
    Reference,
    Tuple,
    Type,
    Union,
)
from generator.ir.unrefined import Compound, Inline, WrittenType, until_refined
from generator.refine.types.normal import as_model

_ANY = "any value is accepted in its place"


class Where(NamedTuple):
    """A part of the Api: where it was written, and what messages call it."""

    place: Place
    subject: str


# Reports a part that needs a schema, the schema's id, and what becomes of the part.
Report = Callable[[Where, str, str], None]
T = TypeVar("T")


class Partial:
    """Takes references to some schemas out of types.

    The smallest part goes: a member that isn't required, a variant of several, a part of an allOf.
    What holds others stays, without their types: the items of a list are any values.
    """

    def __init__(self, lost: Iterable[str], report: Report) -> None:
        self._lost = frozenset(lost)
        self.report = report

    def gone(self, type: Type) -> str:
        """The id of a schema without which nothing is left of a type; "" when something is."""
        return gone(type, self._lost)

    def declaration(self, declaration: Declaration) -> Declaration:
        """A declaration of which something is left."""
        where = Where(declaration.place, f"`{declaration.name.wire}`")
        if isinstance(declaration, Model):
            return self._model(declaration)
        type = self.type(declaration.type, where)
        if not isinstance(type, Inline):
            return replace(declaration, type=type)
        return as_model(declaration, type.model)

    def type(self, type: WrittenType, where: Where) -> Type:
        """A type of which something is left.

        Args:
            type: The type.
            where: What it is the type of.
        """
        match type:
            case Nullable(inner=inner):
                return replace(type, inner=self.type(inner, where))
            case Array(item=item):
                return replace(type, item=self.held(item, where, "its items"))
            case Map(value=value):
                return replace(type, value=self.held(value, where, "its values"))
            case Tuple(items=items, rest=rest):
                held = tuple(self.held(item, where, "an item") for item in items)
                return replace(type, items=held, rest=self.held(rest, where, "others"))
            case Union():
                return self._union(type, where)
            case Compound(parts=parts):
                kept = self._kept(parts, lambda part: part, where, "the part")
                left = tuple(self.type(part, where) for part in kept)
                whole = replace(type, parts=left)
                return left[0] if len(left) == 1 else until_refined(whole)
            case Inline(model=model):
                return until_refined(replace(type, model=self._model(model)))
            case _:
                return type

    def held(self, type: Type, where: Where, what: str) -> Type:
        """The type of what something holds, any value where nothing is left of it."""
        if identity := self.gone(type):
            self.report(where, identity, f"{what} are read as any value")
            return Anything()
        return self.type(type, where)

    def _kept(
        self, parts: tuple[T, ...], type: Callable[[T], Type], where: Where, what: str
    ) -> list[T]:
        kept: list[T] = []
        for part in parts:
            if identity := self.gone(type(part)):
                self.report(where, identity, f"{what} is left out")
            else:
                kept.append(part)
        return kept

    def _union(self, union: Union, where: Where) -> Type:
        kept = self._kept(union.variants, lambda one: one.type, where, "the variant")
        variants = tuple(replace(one, type=self.type(one.type, where)) for one in kept)
        if len(variants) == 1:
            return variants[0].type
        discriminator = self._discriminator(union.discriminator)
        return replace(union, variants=variants, discriminator=discriminator)

    def _model(self, model: Model) -> Model:
        fields = [self._field(field, model) for field in model.fields]
        additional = model.additional
        if additional is not None:
            where = Where(model.place, f"`{model.name.wire}`")
            additional = self.held(additional, where, "further properties")
        return replace(
            model,
            fields=tuple(field for field in fields if field is not None),
            additional=additional,
            discriminator=self._discriminator(model.discriminator),
        )

    def _field(self, field: Field, model: Model) -> Field | None:
        name = field.name.wire
        where = Where(model.place.below("properties", name), f"the member `{name}`")
        if not (identity := self.gone(field.type)):
            return replace(field, type=self.type(field.type, where))
        if field.required:
            self.report(where, identity, f"as the member is required, {_ANY}")
            return replace(field, type=Anything())
        self.report(where, identity, f"the member `{name}` is left out")
        return None

    def _discriminator(self, written: Discriminator | None) -> Discriminator | None:
        if written is None:
            return None
        return replace(
            written,
            mapping=tuple(one for one in written.mapping if one[1] not in self._lost),
            default="" if written.default in self._lost else written.default,
        )


def gone(
    type: WrittenType, lost: frozenset[str] | set[str] | Mapping[str, object]
) -> str:
    """The id of a schema without which nothing is left of a type; "" when something is.

    Args:
        type: The type.
        lost: The ids of the schemas that can't be read.
    """
    match type:
        case Reference(id=identity):
            return identity if identity in lost else ""
        case Nullable(inner=inner):
            return gone(inner, lost)
        case Union(variants=variants):
            return _all_gone((one.type for one in variants), lost)
        case Compound(parts=parts):
            return _all_gone(parts, lost)
        case _:
            return ""


def _all_gone(
    types: Iterable[Type], lost: frozenset[str] | set[str] | Mapping[str, object]
) -> str:
    found = [gone(one, lost) for one in types]
    return found[0] if found and all(found) else ""
