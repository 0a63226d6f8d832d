"""Merging the discriminators of two unions."""

from __future__ import annotations

from msgspec.structs import replace

from generator.ir.types import Discriminator


def merge_discriminators(
    rule: Discriminator | None, more: Discriminator | None, id: str = ""
) -> Discriminator | None:
    """The discriminator of a union that takes in the variants of another one.

    Args:
        rule: Its own.
        more: That of the other one.
        id: The id of the other one, to which the mapping may lead as a whole.
    """
    if rule is None or more is None or rule.property != more.property:
        return rule
    inside = dict(more.mapping)
    own = (pair for pair in rule.mapping if pair[1] != id or pair[0] not in inside)
    mapping = inside | dict(own)
    return replace(
        rule, mapping=tuple(mapping.items()), default=rule.default or more.default
    )
