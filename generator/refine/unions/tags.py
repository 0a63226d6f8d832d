"""The tag values of each variant of a union."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.ir.declarations import Field, Model
from generator.ir.types import Discriminator
from generator.ir.value import Scalar
from generator.refine.unions.facts import VariantAnalyzer

Tags = tuple[str, ...]


class TagClaim(NamedTuple):
    """What one variant says about the property that a discriminator names.

    Attributes:
        ids: The schemas that it is, first the one that the union refers to.
        parents: Those that it extends.
        tag: What the schema gives itself, or "".
        name: What it is called where nothing else is said; "" for what has no name.
        listed: The values that the property may have, as JSON text; () if that is any.
        required: Whether the property is in every value.
        schemas: The ids by which children know these schemas, which extend them.
    """

    ids: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    tag: str = ""
    name: str = ""
    listed: Tags = ()
    required: bool = False
    schemas: tuple[str, ...] = ()


class Tagging(NamedTuple):
    """Which values of a discriminator's property mean which variant.

    Attributes:
        tags: The values that mean each variant alone, as JSON text.
        open: Values that variants list and that don't mean one alone.
        default: The variant that any other value means, if one does.
        strays: The mapping's values whose schema is no variant.
    """

    tags: tuple[Tags, ...]
    open: Tags
    default: int | None
    strays: Tags

    @property
    def is_whole(self) -> bool:
        """Whether the property tells all variants apart."""
        named = (bool(tags) or at == self.default for at, tags in enumerate(self.tags))
        return not self.open and all(named)


def declared_tags(rule: Discriminator, claims: Sequence[TagClaim]) -> Tagging:
    """The tags that a document's discriminator gives each variant.

    The mapping decides, then what a schema says of itself, then the name of one that has no tag
    yet. What the property itself lists counts where it can mean one variant only.
    """
    meant: dict[str, set[int]] = {}
    strays: list[str] = []
    for value, id in rule.mapping:
        at = _position(id, claims)
        if at is None:
            strays.append(value)
        else:
            meant.setdefault(value, set()).add(at)
    for at, claim in enumerate(claims):
        if claim.tag:
            meant.setdefault(claim.tag, {at})
    _name(claims, meant, listed=True)
    listed = dict.fromkeys(value for claim in claims for value in claim.listed)
    left = [value for value in listed if value not in meant]
    named = _named(meant)
    for value in left:
        meant[value] = _meant(value, claims, named)
    _name(claims, meant, listed=False)
    sole = {
        value: at for value, found in meant.items() if len(found) == 1 for at in found
    }
    return Tagging(
        tags=tuple(
            tuple(value for value, own in sole.items() if own == at)
            for at in range(len(claims))
        ),
        open=tuple(value for value in meant if value not in sole),
        default=next(
            (at for at, each in enumerate(claims) if rule.default in each.ids), None
        ),
        strays=tuple(strays),
    )


def inferred_tags(
    models: Sequence[Model], analyzer: VariantAnalyzer
) -> tuple[str, tuple[Tags, ...]] | None:
    """The first property that every variant requires with other values, and these values."""
    fields = [{each.name.wire: each for each in model.fields} for model in models]
    for name in fields[0]:
        tags = tuple(_listed(own.get(name), analyzer) for own in fields)
        if all(tags) and are_disjoint(tags):
            return name, tags
    return None


def are_disjoint(tags: Sequence[tuple[object, ...]]) -> bool:
    """Whether no two variants share a tag."""
    return sum(map(len, tags)) == len({tag for each in tags for tag in each})


def text_of(value: Scalar) -> str:
    """A value as a mapping spells it: a string as it is, all else as in JSON."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _named(meant: dict[str, set[int]]) -> frozenset[int]:
    """The variants that some value means."""
    return frozenset[int]().union(*meant.values())


def _name(
    claims: Sequence[TagClaim], meant: dict[str, set[int]], *, listed: bool
) -> None:
    """Let the names of schemas mean those that no value means yet.

    Args:
        claims: What the variants say.
        meant: Takes the names.
        listed: Whether those that list their name are meant, or those that list nothing.
    """
    named = _named(meant)
    for at, claim in enumerate(claims):
        fits = claim.name in claim.listed if listed else not claim.listed
        if claim.name and fits and at not in named and claim.name not in meant:
            meant[claim.name] = {at}


def _meant(value: str, claims: Sequence[TagClaim], named: frozenset[int]) -> set[int]:
    """The variants that a value which they list may mean.

    Those that share a whole list, as children do that of the schema they extend, leave it to the
    one among them that has no other tag.
    """
    found = {at for at, claim in enumerate(claims) if value in claim.listed}
    above = {id for at in found for id in claims[at].parents}
    rest = {
        at for at in found - named if above.isdisjoint(claims[at].schemas)
    } or found - named
    lists = {claims[at].listed for at in found}
    return rest if len(lists) == len(rest) == 1 else found


def _listed(field: Field | None, analyzer: VariantAnalyzer) -> Tags:
    """The strings that a required property lists, () if it may hold anything else."""
    if field is None or not field.required:
        return ()
    values: tuple[Scalar, ...] = analyzer.constants(field.type)
    tags = tuple(value for value in values if isinstance(value, str))
    return tags if len(tags) == len(values) else ()


def _position(id: str, claims: Sequence[TagClaim]) -> int | None:
    """The variant that a mapping means: the schema itself, or the nearest that extends it."""
    for at, claim in enumerate(claims):
        if id in claim.ids:
            return at
    extending = [at for at, claim in enumerate(claims) if id in claim.parents]
    for at in extending:
        # What another one extends as well, and more, stands between it and the schema.
        above = {*claims[at].parents}
        if all(other == at or above < {*claims[other].parents} for other in extending):
            return at
    return None
