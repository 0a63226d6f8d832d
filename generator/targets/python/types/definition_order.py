"""The order in which definitions that name each other must stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping


def definition_order(needs: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Give every definition a position after those that it needs, as far as there are no cycles.

    Args:
        needs: What each definition names; names that aren't keys are left aside.

    Returns:
        The position by name. In a cycle, one definition stands before something that it needs.
    """
    positions: dict[str, int] = {}
    opened: set[str] = set()
    for root in needs:
        _visit(root, needs, opened, positions)
    return positions


def missing_at(own: str, positions: Mapping[str, int]) -> Callable[[str], bool]:
    """Tell what isn't there yet where a definition stands.

    Args:
        own: The definition.
        positions: The positions of all that are evaluated; everything else is there already.
    """
    here = positions[own]
    return lambda name: positions.get(name, -1) >= here


def is_early(own: str, names: Iterable[str], positions: Mapping[str, int]) -> bool:
    """Whether a definition stands before something that it names, itself included.

    Args:
        own: The definition.
        names: What it names.
        positions: The positions of all that are evaluated where they stand.
    """
    return any(map(missing_at(own, positions), names))


def nothing_missing(name: str) -> bool:
    """Tell that everything is there."""
    del name
    return False


def _visit(
    root: str,
    needs: Mapping[str, tuple[str, ...]],
    opened: set[str],
    positions: dict[str, int],
) -> None:
    if root in opened:
        return
    opened.add(root)
    stack: list[tuple[str, Iterator[str]]] = [(root, iter(needs[root]))]
    while stack:
        name, waiting = stack[-1]
        for needed in waiting:
            if needed in needs and needed not in opened:
                opened.add(needed)
                stack.append((needed, iter(needs[needed])))
                break
        else:
            positions[name] = len(positions)
            stack.pop()
