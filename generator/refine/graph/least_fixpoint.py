"""Facts about aliases that depend on the aliases they refer to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import TypeVar

from generator.ir.declarations import Alias
from generator.ir.types import Compound, Nullable, Reference, Type, Union

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
        for used in named(alias.type):
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


def named(type: Type) -> tuple[str, ...]:
    """The declarations that a type is, not those it merely holds in a list or a field."""
    match type:
        case Reference(id=id):
            return (id,)
        case Nullable(inner=inner):
            return named(inner)
        case Union(variants=variants):
            return tuple(id for variant in variants for id in named(variant.type))
        case Compound(parts=parts):
            return tuple(id for part in parts for id in named(part))
        case _:
            return ()
