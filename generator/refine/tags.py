"""The tag values of each variant of a union."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ir.declarations import Field, Model
from generator.ir.types import Discriminator
from generator.ir.value import Scalar
from generator.refine.evidence import Witness

Tags = tuple[str, ...]


def declared_tags(
    rule: Discriminator, models: Sequence[Model | None], witness: Witness
) -> tuple[Tags, ...]:
    """The tags that a document's discriminator gives each variant.

    They are those that the mapping names, those that the property itself lists, and where
    there is neither, the variant's component name.

    Args:
        rule: The discriminator.
        models: The variants' models; None for a variant that is none.
        witness: Knows what a property lists.
    """
    mapped: dict[int, list[str]] = {}
    for value, id in rule.mapping:
        at = _position(id, models)
        if at is not None:
            mapped.setdefault(at, []).append(value)
    return tuple(
        () if model is None else _tags(rule, model, mapped.get(at, []), witness)
        for at, model in enumerate(models)
    )


def inferred_tags(
    models: Sequence[Model], witness: Witness
) -> tuple[str, tuple[Tags, ...]] | None:
    """The first property that every variant requires with other values, and these values."""
    fields = [{each.name.wire: each for each in model.fields} for model in models]
    for name in fields[0]:
        tags = tuple(_listed(own.get(name), witness) for own in fields)
        if all(tags) and are_disjoint(tags):
            return name, tags
    return None


def are_disjoint(tags: Sequence[tuple[object, ...]]) -> bool:
    """Whether no two variants share a tag."""
    return sum(map(len, tags)) == len({tag for each in tags for tag in each})


def requires(model: Model, property: str) -> bool:
    """Whether a property has to be there."""
    return any(each.required and each.name.wire == property for each in model.fields)


def _tags(
    rule: Discriminator, model: Model, mapped: list[str], witness: Witness
) -> Tags:
    field = next(
        (each for each in model.fields if each.name.wire == rule.property), None
    )
    values = () if field is None else witness.constants(field.type)
    tags = (*mapped, *(value for value in values if isinstance(value, str)))
    return tuple(dict.fromkeys(tags)) or (_implicit(model.id),)


def _listed(field: Field | None, witness: Witness) -> Tags:
    """The strings that a required property lists, () if it may hold anything else."""
    if field is None or not field.required:
        return ()
    values: tuple[Scalar, ...] = witness.constants(field.type)
    tags = tuple(value for value in values if isinstance(value, str))
    return tags if len(tags) == len(values) else ()


def _position(id: str, models: Sequence[Model | None]) -> int | None:
    """The variant that a mapping means: the schema itself, or the only one that extends it."""
    extending: list[int] = []
    for at, model in enumerate(models):
        if model is None:
            continue
        if model.id == id:
            return at
        if id in model.parents:
            extending.append(at)
    return extending[0] if len(extending) == 1 else None


def _implicit(id: str) -> str:
    """The component's name, which is a tag where the mapping doesn't say otherwise."""
    last = id.removesuffix("#base").rpartition("/")[2]
    return last.replace("~1", "/").replace("~0", "~")
