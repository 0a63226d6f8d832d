"""Scopes: who gets a spelling that several names want. Every collision is resolved here."""

from __future__ import annotations

from collections.abc import Container, Iterable

import msgspec

from generator.diagnostics import Notebook, Place
from generator.emit.text.code import Code
from generator.targets.python.names.identifiers import in_numbers, numbered, underscored
from generator.targets.python.names.scripts import skeleton


class NameClaim(msgspec.Struct, frozen=True):
    """What one name asks for.

    `key` tells the claim from all others and decides who comes first, so that the outcome doesn't
    depend on the order in the document. `spellings` are tried in turn; those behind the first are
    made up, as numbers are, and never what another claim asks for first. A claim that is `exact`,
    its spelling being the very name in the document, comes before one that was bent into shape; a
    lower `rank` comes before everything.
    """

    key: str
    spellings: tuple[Code, ...]
    exact: bool = False
    rank: int = 0
    place: Place | None = None


def assign_identifiers(
    claims: Iterable[NameClaim],
    reserved: Container[str],
    notebook: Notebook | None = None,
    *,
    ignore_case: bool = False,
) -> dict[str, Code]:
    """Give every claim an identifier of its own.

    What looks the same is the same here: a word in Cyrillic letters that all look like Latin ones
    gives way to that in Latin ones.

    Args:
        claims: Who wants what.
        reserved: Identifiers that nobody gets: `self`, the members of a base class.
        notebook: Where to write down that two names of the document wanted the same spelling.
        ignore_case: Whether identifiers that differ only in case collide, as file names do.

    Returns:
        The identifier by the claim's key.
    """
    ordered = sorted(
        claims,
        key=lambda claim: (
            claim.rank,
            not claim.spellings[0].isascii(),
            not claim.exact,
            claim.key,
        ),
    )
    folded = [_fold(claim.spellings[0], ignore_case) for claim in ordered]
    wanted = frozenset(folded)
    taken: dict[str, str] = {}
    settled: dict[str, Code] = {}
    for claim, looks in zip(ordered, folded, strict=True):
        first = taken.get(looks)
        chosen = _choose(claim.spellings, reserved, taken, wanted, ignore_case)
        if notebook is not None and first is not None:
            notebook.write(
                "name-collision",
                f"{claim.key!r} and {first!r} would both be called `{claim.spellings[0]}`; "
                f"this one is called `{chosen}`",
                claim.place,
                hint="x-sdk-name gives it a name of your choice",
            )
        taken[_fold(chosen, ignore_case)] = claim.key
        settled[claim.key] = chosen
    return settled


def _choose(
    spellings: tuple[Code, ...],
    reserved: Container[str],
    taken: Container[str],
    wanted: Container[str],
    ignore_case: bool,
) -> Code:
    def is_free(spelling: Code) -> bool:
        folded = _fold(spelling, ignore_case)
        is_reserved = spelling in reserved or skeleton(spelling) in reserved
        return not is_reserved and folded not in taken

    def may_be_made(spelling: Code) -> bool:
        return is_free(spelling) and _fold(spelling, ignore_case) not in wanted

    first, *others = spellings
    if is_free(first):
        return first
    if first in reserved:
        others.append(underscored(first))
    if not first.isascii() and skeleton(first).isascii():
        others.append(in_numbers(first))
    for spelling in others:
        if may_be_made(spelling):
            return spelling
    gave_way = bool(others) and _fold(others[-1], ignore_case) in wanted
    stem, number = others[-1] if gave_way else first, 2
    while not may_be_made(numbered(stem, number)):
        number += 1
    return numbered(stem, number)


def _fold(identifier: str, ignore_case: bool) -> str:
    seen = skeleton(identifier)
    return seen.lower() if ignore_case else seen
