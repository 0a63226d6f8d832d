"""One allOf that has a name: what its declaration becomes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from msgspec.structs import replace

from generator.ir.declarations import Alias, Constraint, Declaration, Model
from generator.ir.name import Name
from generator.ir.types import Anything, Map, Reference, Type, Union
from generator.ir.unrefined import Compound, Inline
from generator.ir.value import Json, JsonValue
from generator.refine.allof.distribute import Distributor
from generator.refine.allof.merge_models import Merger, Part, blank
from generator.refine.allof.workspace import Workspace
from generator.refine.types.intersect import EmptyIntersection, Intersector
from generator.refine.types.normal import flat_parts


class Combiner:
    """Merges declarations that are an allOf of declarations merged before."""

    def __init__(
        self,
        workspace: Workspace,
        intersector: Intersector,
        merger: Merger,
        widened: Callable[[Alias], None],
    ) -> None:
        self._workspace = workspace
        self._intersector = intersector
        self._merger = merger
        self._distributor = Distributor(workspace, intersector, merger, widened)

    def merge(self, alias: Alias, compound: Compound) -> Declaration:
        """What an alias for an allOf becomes.

        Raises:
            EmptyIntersection: No value fits all parts.
        """
        parts = flat_parts(compound)
        opened = [self._workspace.resolve(part) for part in parts]
        models = [each for each in opened if isinstance(each, Part)]
        maps = [each for each in opened if isinstance(each, Map)]
        unions = [each for each in opened if isinstance(each, Union)]
        rest = len(opened) > len(models) + len(maps) + len(unions)
        if models and any(map(self._workspace.is_open_map, parts)):
            models.append(_open_model(alias))
        narrowing = [union for union in unions if _only_requires(union)]
        unions = [union for union in unions if not _only_requires(union)]
        if rest:
            if any(part.model.fields or part.model.required for part in models):
                raise EmptyIntersection
            types = [part for part in parts if not isinstance(part, Inline)]
            return self._narrowed(alias, types)
        if unions:
            return self._distributor.distribute(alias, models, maps, unions)
        if not models:
            return self._narrowed(alias, list(maps))
        if len(models) == 1 and models[0].origin and not (narrowing or _bound(maps)):
            return replace(alias, type=Reference(id=models[0].origin))
        model = self._merger.merge(blank(alias), models, maps)
        requirements = tuple(_requirement(union) for union in narrowing)
        return replace(model, constraints=model.constraints + requirements)

    def _narrowed(self, alias: Alias, types: Sequence[Type]) -> Alias:
        narrowed: Type = reduce(self._intersector.intersect, types)
        return replace(alias, type=narrowed)


def _open_model(alias: Alias) -> Part:
    """What has no property of its own and takes any."""
    name = Name(wire="")
    model = Model(id="", name=name, place=alias.place, fields=(), additional=Anything())
    return Part(model)


def _only_requires(union: Union) -> bool:
    """Whether the variants merely say which properties go together."""
    return all(
        isinstance(each.type, Inline)
        and not each.type.model.fields
        and each.type.model.additional is None
        for each in union.variants
    )


def _requirement(union: Union) -> Constraint:
    required: list[JsonValue] = [
        {"required": [*each.type.model.required]}
        for each in union.variants
        if isinstance(each.type, Inline)
    ]
    return Constraint(keyword="anyOf", value=Json(value=required))


def _bound(maps: list[Map]) -> bool:
    """Whether free keys are bound to a type."""
    return any(not isinstance(each.value, Anything) for each in maps)
