"""Give one type to all that signed webhooks and callbacks bring, as one address receives them.

Where a property says which of them came, what says something else there is an event of a kind that
was added later: a model of its own takes it, with what all of them have in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Field, Model
from generator.ir.graph import follow, follow_to_end
from generator.ir.name import Name
from generator.ir.operation import Callback
from generator.ir.types import (
    Anything,
    Discriminator,
    Enumeration,
    Nullable,
    Reference,
    String,
    Tagged,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Docs, Text
from generator.refine.extensions.member_types import json_type
from generator.refine.prune import reach
from generator.refine.unions.tags import are_disjoint, text_of

_EVENT = "webhooks/$event"
_UNKNOWN = "webhooks/$unknown"


def collect_events(api: Api, notebook: Notebook) -> Api:
    """Find the event of an Api; it has none where nothing is signed, or nothing of it is JSON."""
    signed = [each for each in _callbacks(api) if each.signature is not None]
    types = [
        type
        for each in signed
        if each.body and (type := json_type(each.body.content)) is not None
    ]
    if not types:
        return api
    return _EventFinder(api).found(types, signed[0].place)


def close_topics(api: Api, notebook: Notebook) -> Api:
    """List for each event the values that tell it, and no others: those are another event.

    A model that answers of operations have, too, stays as it is.
    """
    event = next((each for each in api.declarations if each.id == _EVENT), None)
    union = event.type if isinstance(event, Alias) else None
    if not isinstance(union, Union) or not isinstance(union.strategy, Tagged):
        return api
    property, default = union.strategy.property, union.strategy.default
    values: dict[str, list[str]] = {}
    for tag, at in union.strategy.tags:
        variant = union.variants[at].type
        if isinstance(variant, Reference) and at != default:
            values.setdefault(variant.id, []).append(tag)
    find = {each.id: each for each in api.declarations}.get

    def closed(model: Model) -> Model:
        only = Enumeration(values=tuple(values[model.id]))
        fields = (
            (
                replace(each, type=only)
                if each.name.wire == property and _is_text(follow(each.type, find))
                else each
            )
            for each in model.fields
        )
        return replace(model, fields=tuple(fields))

    called = (replace(each, callbacks=()) for each in api.operations)
    kept = reach(replace(api, operations=tuple(called), webhooks=()))
    declarations = (
        (
            closed(each)
            if isinstance(each, Model) and each.id in values and each.id not in kept
            else each
        )
        for each in api.declarations
    )
    return replace(api, declarations=tuple(declarations))


def _callbacks(api: Api) -> Iterator[Callback]:
    yield from api.webhooks
    for operation in api.operations:
        yield from operation.callbacks


class _EventFinder:
    """Finds the event of an Api, knowing its declarations."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._declarations = {each.id: each for each in api.declarations}
        self._rules: list[Discriminator] = []
        # The variants of unions that have these.
        self._ruled: set[str] = set()

    def found(self, types: list[Type], place: Place) -> Api:
        """The Api with its event, which is one of these types."""
        variants = tuple(
            {
                each.type: each for type in types for each in self._variants(type)
            }.values()
        )
        ends = [follow_to_end(each.type, self._declarations.get) for each in variants]
        models = [each for each in ends if isinstance(each, Model)]
        is_objects = len(models) == len(variants)
        properties, default = self._tell_apart(models) if is_objects else ((), "")
        made: list[Model | Alias] = []
        if properties and not default:
            made.append(self._unknown(models, properties, place))
            default = _UNKNOWN
            variants += (Variant(type=Reference(id=_UNKNOWN)),)
        first, *others = (each.type for each in variants)
        if not others and isinstance(first, Reference):
            return replace(self._api, event=first)
        rule: Discriminator | None = None
        if len(properties) == 1:
            mapping = dict(pair for rule in self._rules for pair in rule.mapping)
            rule = Discriminator(
                property=properties[0],
                mapping=tuple(mapping.items()),
                default=default,
            )
        union = Union(variants=variants, discriminator=rule, id=_EVENT, place=place)
        event = Alias(
            id=_EVENT,
            name=Name(wire="WebhookEvent"),
            place=place,
            type=union if others else first,
            docs=Docs(description=Text(raw="What signed webhooks bring.")),
        )
        return replace(
            self._api,
            declarations=(*self._api.declarations, *made, event),
            event=Reference(id=_EVENT),
        )

    def _variants(self, type: Type) -> Iterator[Variant]:
        """What a body may be, one by one; null is no event."""
        match follow(type, self._declarations.get):
            case Nullable(inner=inner):
                yield from self._variants(inner)
            case Union(variants=variants, discriminator=rule):
                found = [one for each in variants for one in self._variants(each.type)]
                if rule is not None:
                    self._rules.append(rule)
                    ids = (
                        each.type.id
                        for each in found
                        if isinstance(each.type, Reference)
                    )
                    self._ruled.update(ids)
                yield from found
            case end:
                yield Variant(type=end)

    def _tell_apart(self, models: Sequence[Model]) -> tuple[tuple[str, ...], str]:
        """The properties whose values tell models apart, and the id of the one that takes others.

        What the document declares decides, else the first property that lists other values in each;
        a model that lists none there takes what the others don't. All properties of a single model
        that can have but one value tell it apart from what isn't known.
        """
        declared = {rule.property for rule in self._rules}
        if len(declared) > 1:
            return (), ""
        if len(models) == 1 and not declared:
            own = (each for each in models[0].fields if len(self._listed(each)) == 1)
            only = (each.name.wire for each in own)
            return tuple(only), ""
        found: list[tuple[str, list[str]]] = []
        for name in declared or dict.fromkeys(
            each.name.wire for each in models[0].fields
        ):
            fields = [
                next((each for each in model.fields if each.name.wire == name), None)
                for model in models
            ]
            values = [self._listed(each) if each else () for each in fields]
            others = [
                model.id
                for model, own in zip(models, values, strict=True)
                if not own and not (declared and model.id in self._ruled)
            ]
            is_there = bool(declared) or (all(fields) and len(others) < len(models))
            if is_there and are_disjoint([own for own in values if own]):
                found.append((name, others))
        default = [rule.default for rule in self._rules if rule.default]
        for name, others in sorted(found, key=lambda each: len(each[1])):
            if len(default + others) <= 1:
                return (name,), next(iter(default + others), "")
        return (), ""

    def _listed(self, field: Field) -> tuple[str, ...]:
        """The tags that a property lists, () if it may hold any other, or be missing."""
        end = follow(field.type, self._declarations.get)
        if not (field.required and isinstance(end, Enumeration)) or end.takes_any:
            return ()
        is_tag = (isinstance(one, str | int) for one in end.values)
        return tuple(map(text_of, end.values)) if all(is_tag) else ()

    def _unknown(
        self, models: Sequence[Model], properties: Sequence[str], place: Place
    ) -> Model:
        """An event of a kind that isn't described: what all have in common, and more."""
        first, *others = (
            {each.name.wire: each for each in one.fields} for one in models
        )
        fields: list[Field] = []
        for name, field in first.items():
            alike = [one[name] for one in others if name in one]
            if len(alike) == len(others):
                is_one_type = all(each.type == field.type for each in alike)
                type = field.type if is_one_type else Anything()
                fields.append(
                    Field(
                        name=field.name,
                        type=(
                            self._any_other(field.type) if name in properties else type
                        ),
                        required=field.required
                        and all(each.required for each in alike),
                        docs=field.docs,
                    )
                )
        return Model(
            id=_UNKNOWN,
            name=Name(wire="UnknownEvent"),
            place=place,
            fields=tuple(fields),
            additional=Anything(),
            docs=Docs(
                description=Text(raw="An event of a kind that isn't described yet.")
            ),
        )

    def _any_other(self, type: Type) -> Type:
        """What a tag may be that isn't listed."""
        is_text = _is_text(follow(type, self._declarations.get))
        return String() if is_text else Anything()


def _is_text(type: Type) -> bool:
    if isinstance(type, Enumeration):
        return all(isinstance(one, str) for one in type.values)
    return isinstance(type, String)
