"""The aliases that the dicts of requests spell out, so that none is in a cycle of many dicts.

For each alias that leads back to itself, mypy walks every path through the aliases and dicts it
stands for (`detect_diverging_alias`): with eight variants that hold each other there are millions,
and a consumer's own check would walk them, too. Dicts that lead to each other are no alias, and
cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.ir.declarations import Alias
from generator.ir.graph import loops
from generator.ir.types import Type
from generator.targets.python.declaration_index import Index
from generator.targets.python.usage import (
    recursive_aliases,
    sent_references,
    sent_types,
)

# So many steps take mypy a few milliseconds.
_STEPS = 1_000

_Graph = Mapping[str, tuple[str, ...]]


def unfolded_aliases(index: Index, requests: frozenset[str]) -> dict[str, Type]:
    """The types that stand in the place of aliases, by their ids.

    Args:
        index: The declarations.
        requests: The ids of those that callers send.
    """
    graph = {
        id: tuple(sent_references(*sent_types(index[id])))
        for id in index
        if id in requests
    }
    # What holds itself without a dict in between can't be spelled out.
    named = recursive_aliases(index)
    found: dict[str, Type] = {}
    for cycle in loops(graph):
        inside = {id: tuple(one for one in graph[id] if one in cycle) for id in cycle}
        aliases = [
            (id, item)
            for id in graph
            if id in cycle and isinstance(item := index[id], Alias)
        ]
        if any(_is_long(id, inside) for id, _ in aliases):
            found |= {id: item.type for id, item in aliases if id not in named}
    return found


def _is_long(start: str, graph: _Graph) -> bool:
    """Whether the paths from a node that meet no node twice have more steps than may be walked."""
    steps = 0
    path = {start}
    waiting: list[tuple[str, Iterator[str]]] = [(start, iter(graph[start]))]
    while waiting and steps <= _STEPS:
        node, nexts = waiting[-1]
        following = next(nexts, None)
        if following is None:
            path.discard(node)
            waiting.pop()
            continue
        steps += 1
        if following not in path:
            path.add(following)
            waiting.append((following, iter(graph[following])))
    return steps > _STEPS
