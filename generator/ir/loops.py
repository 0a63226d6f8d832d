"""What leads back to itself, among ids that refer to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def loops(graph: Mapping[str, tuple[str, ...]]) -> list[frozenset[str]]:
    """The largest sets of names that all lead to each other, in the graph's order.

    A name that leads to itself is such a set, any other single name is none. Tarjan's algorithm,
    with a list in place of recursion.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    stacked: set[str] = set()
    found: list[frozenset[str]] = []
    for start in graph:
        if start in order:
            continue
        waiting: list[tuple[str, Iterator[str]]] = []
        upcoming: str | None = start
        while upcoming is not None or waiting:
            if upcoming is not None:
                order[upcoming] = low[upcoming] = len(order)
                stack.append(upcoming)
                stacked.add(upcoming)
                waiting.append((upcoming, iter(graph.get(upcoming, ()))))
            name, nexts = waiting[-1]
            upcoming = None
            for one in nexts:
                if one not in order:
                    upcoming = one
                    break
                if one in stacked:
                    low[name] = min(low[name], order[one])
            if upcoming is not None:
                continue
            waiting.pop()
            if waiting:
                low[waiting[-1][0]] = min(low[waiting[-1][0]], low[name])
            if low[name] == order[name]:
                members = frozenset(stack[stack.index(name) :])
                del stack[-len(members) :]
                stacked -= members
                if len(members) > 1 or name in graph.get(name, ()):
                    found.append(members)
    return found
