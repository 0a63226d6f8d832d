"""Scopes: who gets a spelling that several names want. Every collision is resolved here."""

from __future__ import annotations

from collections.abc import Container, Iterable

import msgspec

from generator.diagnostics import Notebook, Place
from generator.emit.text import Code
from generator.targets.python.identifiers import numbered, underscored


class Claim(msgspec.Struct, frozen=True):
    """What one name asks for.

    `key` tells the claim from all others and decides who comes first, so that the outcome doesn't
    depend on the order in the document. `spellings` are tried in turn. A claim that is `exact`, its
    spelling being the very name in the document, comes before one that was bent into shape; a lower
    `rank` comes before everything.
    """

    key: str
    spellings: tuple[Code, ...]
    exact: bool = False
    rank: int = 0
    place: Place | None = None


def settle(
    claims: Iterable[Claim],
    reserved: Container[str],
    notebook: Notebook | None = None,
    *,
    ignore_case: bool = False,
) -> dict[str, Code]:
    """Give every claim an identifier of its own.

    Args:
        claims: Who wants what.
        reserved: Identifiers that nobody gets: `self`, the members of a base class.
        notebook: Where to write down that two names of the document wanted the same spelling.
        ignore_case: Whether identifiers that differ only in case collide, as file names do.

    Returns:
        The identifier by the claim's key.
    """
    ordered = sorted(claims, key=lambda claim: (claim.rank, not claim.exact, claim.key))
    taken: dict[str, str] = {}
    settled: dict[str, Code] = {}
    for claim in ordered:
        chosen = _choose(claim.spellings, reserved, taken, ignore_case)
        first = taken.get(_fold(claim.spellings[0], ignore_case))
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
    taken: dict[str, str],
    ignore_case: bool,
) -> Code:
    def is_free(spelling: Code) -> bool:
        return spelling not in reserved and _fold(spelling, ignore_case) not in taken

    for spelling in spellings:
        if is_free(spelling):
            return spelling
    first = spellings[0]
    if first in reserved and is_free(underscored(first)):
        return underscored(first)
    number = 2
    while not is_free(numbered(first, number)):
        number += 1
    return numbered(first, number)


def _fold(identifier: str, ignore_case: bool) -> str:
    return identifier.lower() if ignore_case else identifier
