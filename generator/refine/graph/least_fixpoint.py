"""Facts about aliases that depend on the aliases they refer to, as a least fixpoint."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from generator.ir.declarations import Alias, Declaration
from generator.ir.graph import direct_references
from generator.ir.types import Type
from generator.refine.types.json_types import NONE, JsonTypes, json_types_of

Fact = TypeVar("Fact")


def least_fixpoint(
    aliases: Mapping[str, Alias],
    start: Fact,
    fact_of: Callable[[Type, Mapping[str, Fact]], Fact],
) -> dict[str, Fact]:
    """Find a fact about every alias, however they refer to each other.

    Args:
        aliases: The aliases by id.
        start: What holds of an alias as long as nothing else is known.
        fact_of: Works out the fact of a type from what is known of aliases so far. The more is
            known, the more it may find, and never less.
    """
    facts = dict.fromkeys(aliases, start)
    users: dict[str, list[str]] = {}
    for id, alias in aliases.items():
        for used in direct_references(alias.type):
            users.setdefault(used, []).append(id)
    waiting = deque(aliases)
    queued = set(waiting)
    while waiting:
        id = waiting.popleft()
        queued.discard(id)
        fact = fact_of(aliases[id].type, facts)
        if fact == facts[id]:
            continue
        facts[id] = fact
        for user in users.get(id, ()):
            if user not in queued:
                queued.add(user)
                waiting.append(user)
    return facts


def json_types_of_aliases(declarations: Iterable[Declaration]) -> dict[str, JsonTypes]:
    """The JSON types that each alias takes; a model takes objects and isn't listed."""
    aliases = {each.id: each for each in declarations if isinstance(each, Alias)}
    return least_fixpoint(aliases, NONE, json_types_of)
