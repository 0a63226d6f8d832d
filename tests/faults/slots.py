"""How many requests a client counts as being sent, and connections as being used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from driver import Driver


def taken_slots(driver: Driver) -> int:
    """The slots that are taken; none are when nothing is being sent.

    Raises:
        AssertionError: A connection of a pool is neither idle nor closed.
    """
    transport = driver.session._transport
    return sum(map(_taken, _slots(transport)))


def _slots(transport: Any) -> Iterator[Any]:
    if transport is None:
        return
    for pool in getattr(transport, "_pools", {}).values():
        busy = [
            one for one in pool.connections if not (one.is_idle() or one.is_closed())
        ]
        assert busy == [], "connections that aren't idle"
        yield pool.slots
    own = getattr(transport, "_slots", None)
    if own is not None:
        # With the event loop that they are for.
        yield own[1] if isinstance(own, tuple) else own
    yield from _slots(getattr(transport, "_default", None))


def _taken(slots: Any) -> int:
    free = slots._free
    return int(slots._count - (free if isinstance(free, int) else free.qsize()))
