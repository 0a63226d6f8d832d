"""Sample values from examples: a literal of what an example of the document is to its type.

What an example holds is kept as far as type checkers take it: members that nothing declares, that
only the server sets, or that are of another type are left out, and required ones that the example
doesn't have are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from generator.emit.text.code import (
    Code,
    JsonValue,
    Unprintable,
    join,
    literal,
)
from generator.ir.declarations import Field, Model
from generator.ir.types import (
    Anything,
    Array,
    Map,
    Nothing,
    Nullable,
    Reference,
    Tuple,
    Type,
    Union,
)
from generator.targets.python.declaration_index import Index, resolve
from generator.targets.python.expressions import dict_of, tuple_of
from generator.targets.python.samples.sample_scalars import fit_scalar, shortened
from generator.targets.python.types.fields import further_sent, sent
from generator.targets.python.types.variant_tags import VariantTags

# Members of an object and items of a list that a reader wants to see.
MEMBERS = 6
_ITEMS = 2
# Levels of an example that are looked at, and levels of lists and maps that have something in them
# where they are made up.
_LOOKED_AT, LEVELS = 24, 4
# The cost of a reading of an example, in a union of several.
_LEFT_OUT, _MADE_UP, _WRAPPED = 2, 8, 4

NOTHING = frozenset[str]()


class Sample(msgspec.Struct, frozen=True):
    """A literal; `cost` tells how far it is from the example that it was to show.

    `model` is the id of the model that a dict is of, "" for others; `items` are those of a list.
    """

    code: Code
    cost: int = 0
    model: str = ""
    items: tuple[Sample, ...] = ()


NONE = Sample(Code("None"))

# Tells the name that an example calls a dict's type by.
NameOf: TypeAlias = Callable[[str], Code]


class SampleFits:
    """Fits examples to types; what they don't have is made up by a subclass.

    Args:
        index: The declarations.
        tags: What callers write for the properties that tell variants apart.
        name_of: The name of a model's dict, by its id.
    """

    def __init__(self, index: Index, tags: VariantTags, name_of: NameOf) -> None:
        self._index = index
        self._tags = tags
        self._name_of = name_of

    def _make_member(
        self, model: Model, field: Field, depth: int, outer: frozenset[str]
    ) -> Sample | None:
        """A property of a model that stands in others; None where there is none to show."""
        raise NotImplementedError

    def fit(
        self,
        given: JsonValue,
        type: Type,
        depth: int = _LOOKED_AT,
        outer: frozenset[str] = NOTHING,
    ) -> Sample | None:
        """The example as a value of a type, None where nothing of it is one.

        Args:
            given: The example.
            type: The type that it is of, if the document is right.
            depth: So many levels of it are looked at.
            outer: The models of which what is missing has been made up already, further out.
        """
        if depth == 0:
            return None
        match type:
            case Nullable(inner=inner):
                return NONE if given is None else self.fit(given, inner, depth, outer)
            case Union() | Array(kinds=(_, *_)):
                types = alternatives(type)
                fitting = (self.fit(given, one, depth - 1, outer) for one in types)
                found = min(
                    (one for one in fitting if one),
                    key=lambda one: one.cost,
                    default=None,
                )
                return found and self._with_types(found, types)
            case Reference(id=id):
                declaration = self._index[id]
                if not isinstance(declaration, Model):
                    return self.fit(given, declaration.type, depth - 1, outer)
                return self._model(given, declaration, depth, outer)
            case Anything() | Nothing():
                return _whatever(given)
            case Array(item=item):
                return self._list(given, item, depth, outer)
            case Tuple(items=items):
                return self._tuple(given, items, depth, outer)
            case Map(value=value):
                return self._map(given, value, depth, outer)
            case _:
                code, cost = fit_scalar(given, type)
                return Sample(code, cost) if code else None

    def _with_types(self, sample: Sample, types: Sequence[Type]) -> Sample:
        """A sample whose dicts name their types, where it may be a list of several kinds.

        Type checkers find the type of a dict by what is expected of it, which in a list that is one
        of several is nothing.
        """
        lists = [isinstance(resolve(type, self._index), Array) for type in types]
        if lists.count(True) < 2:  # noqa: PLR2004 -- several
            return sample
        items = tuple(
            (
                replace(item, code=Code(f"{self._name_of(item.model)}({item.code})"))
                if item.model
                else item
            )
            for item in sample.items
        )
        shown = join(", ", (item.code for item in items))
        return replace(sample, code=Code(f"[{shown}]")) if items else sample

    def _model(
        self, given: JsonValue, model: Model, depth: int, outer: frozenset[str]
    ) -> Sample | None:
        if not isinstance(given, dict):
            return None
        declared = {field.name.wire: field for field in sent(model)}
        further, cost = further_sent(model), 0
        rows: dict[str, Code] = {}
        for key, value in given.items():
            field = declared.get(key)
            type = self._tags.sent_type(model, field) if field else further
            found = self.fit(value, type, depth - 1, outer) if type else None
            if found is None:
                cost += 0 if _is_read_only(key, model) else _LEFT_OUT
                continue
            cost += found.cost
            if len(rows) < MEMBERS or (field and field.required):
                rows[key] = found.code
        missing = [f for k, f in declared.items() if f.required and k not in rows]
        if (given and cost and not rows) or (missing and model.id in outer):
            return None
        for field in missing:
            made = self._make_member(model, field, LEVELS, outer | {model.id})
            if made is None:
                return None
            rows[field.name.wire] = made.code
        cost += _MADE_UP * len(missing)
        return Sample(dict_of(rows.items()), cost, model=model.id)

    def _map(
        self, given: JsonValue, value: Type, depth: int, outer: frozenset[str]
    ) -> Sample | None:
        if not isinstance(given, dict):
            return None
        each = (
            (key, self.fit(one, value, depth - 1, outer)) for key, one in given.items()
        )
        fitting = [(key, one) for key, one in each if one]
        if given and not fitting:
            return None
        cost = sum(one.cost for _, one in fitting)
        cost += _LEFT_OUT * (len(given) - len(fitting))
        rows = ((shortened(key), one.code) for key, one in fitting[:MEMBERS])
        return Sample(dict_of(rows), cost)

    def _list(
        self, given: JsonValue, item: Type, depth: int, outer: frozenset[str]
    ) -> Sample | None:
        if given is None:
            return None
        if not isinstance(given, list):
            # What a list is described with may be one of its items.
            only = self.fit(given, item, depth - 1, outer)
            return only and list_of([only], _WRAPPED)
        fitting = (self.fit(one, item, depth - 1, outer) for one in given)
        kept = [*islice((one for one in fitting if one), _ITEMS)]
        if given and not kept:
            return None
        return list_of(kept)

    def _tuple(
        self,
        given: JsonValue,
        items: tuple[Type, ...],
        depth: int,
        outer: frozenset[str],
    ) -> Sample | None:
        if not isinstance(given, list) or len(given) != len(items):
            return None
        pairs = zip(given, items, strict=True)
        found = [self.fit(one, type, depth - 1, outer) for one, type in pairs]
        kept = [one for one in found if one]
        if len(kept) < len(items):
            return None
        written = tuple_of([one.code for one in kept]) or Code("()")
        return Sample(written, sum(one.cost for one in kept))


def _whatever(given: JsonValue) -> Sample | None:
    try:
        return Sample(literal(_brief(given)))
    except Unprintable:
        return None


def _brief(value: JsonValue) -> JsonValue:
    """A value whose texts fit on a line, with few members of every list and object."""
    match value:
        case str():
            return shortened(value)
        case list():
            return [_brief(item) for item in value[:_ITEMS]]
        case dict():
            few = list(value.items())[:MEMBERS]
            return {shortened(key): _brief(item) for key, item in few}
        case _:
            return value


def alternatives(type: Union | Array) -> list[Type]:
    """What a value may be of a union, or of a list that is of one of several kinds."""
    if isinstance(type, Union):
        return [one.type for one in type.variants]
    return [Array(item=kind) for kind in type.kinds]


def list_of(items: Sequence[Sample], cost: int = 0) -> Sample:
    """A list of samples."""
    shown = join(", ", (one.code for one in items))
    cost += sum(one.cost for one in items)
    return Sample(Code(f"[{shown}]"), cost, items=tuple(items))


def _is_read_only(key: str, model: Model) -> bool:
    return any(field.read_only for field in model.fields if field.name.wire == key)
