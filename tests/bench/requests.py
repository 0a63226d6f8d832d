"""What a call costs: CPU for one at a time, throughput for 50 at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

import httpcore2
import httpx2
import msgspec
from intercom import AsyncIntercom as AsyncOfficial
from intercom import Intercom as Official
from intercom_sdk import AsyncIntercom, Intercom
from intercom_sdk.models import Note, NoteList

from bench.measure import cpu_seconds
from bench.report import Figure

IN_FLIGHT = 50
REQUESTS = 1000
# The one that a package has without its extra `fast`, which these figures are of.
TRANSPORT: Final = "httpcore2"


def small_get(url: str) -> list[Figure]:
    """CPU of fetching one note, with the default transport."""
    ours = Intercom(token="t", base_url=url, transport=TRANSPORT)
    theirs = Official(token="t", base_url=url)
    decode = msgspec.json.Decoder(Note).decode
    with (
        httpx2.Client(headers={"Authorization": "Bearer t"}) as bare,
        httpcore2.ConnectionPool() as pool,
    ):
        contestants: dict[str, Callable[[], object]] = {
            "ours": lambda: ours.notes.retrieve(1),
            "python-intercom": lambda: theirs.notes.find(1),
            "httpx2 + msgspec": lambda: decode(bare.get(f"{url}/notes/1").content),
            "httpx2": lambda: bare.get(f"{url}/notes/1"),
            "httpcore2": lambda: pool.request("GET", f"{url}/notes/1").content,
        }
        spent = cpu_seconds(contestants, dict.fromkeys(contestants, 40))
    ours.close()
    return [
        versus("CPU per small GET", spent, "python-intercom"),
        versus("CPU per small GET", spent, "httpx2 + msgspec"),
        versus("CPU per small GET", spent, "httpx2", at_most=0.8),
        versus("CPU per small GET", spent, "httpcore2", at_most=1.1),
    ]


def listing(url: str) -> list[Figure]:
    """CPU of going through a list of 50 notes."""
    ours = Intercom(token="t", base_url=url, transport=TRANSPORT)
    theirs = Official(token="t", base_url=url)
    decode = msgspec.json.Decoder(NoteList).decode
    with httpx2.Client(headers={"Authorization": "Bearer t"}) as bare:
        contestants: dict[str, Callable[[], object]] = {
            "ours": lambda: list(ours.notes.list("1")),
            "python-intercom": lambda: list(theirs.notes.list("1")),
            "httpx2 + msgspec": lambda: decode(
                bare.get(f"{url}/contacts/1/notes").content
            ),
        }
        calls = {"ours": 20, "python-intercom": 1, "httpx2 + msgspec": 20}
        spent = cpu_seconds(contestants, calls)
    ours.close()
    return [
        versus("CPU per list of 50 notes", spent, "python-intercom", at_most=1 / 30),
        versus("CPU per list of 50 notes", spent, "httpx2 + msgspec"),
    ]


def versus(
    subject: str, spent: dict[str, float], name: str, at_most: float | None = None
) -> Figure:
    """A line that compares CPU seconds, ours over theirs."""
    ratio = spent["ours"] / spent[name]
    return Figure(
        subject,
        f"{spent['ours'] * 1e6:.0f} µs",
        name,
        f"{spent[name] * 1e6:.0f} µs",
        f"{1 / ratio:.1f}x less" if ratio < 0.9 else f"{ratio:.2f}x",
        "" if at_most is None else bound(at_most),
        at_most is None or ratio <= at_most,
    )


def bound(at_most: float) -> str:
    """How an upper bound on a ratio reads."""
    if at_most < 1 and (1 / at_most).is_integer():
        return f"at least {1 / at_most:.0f}x less"
    return f"at most {at_most}x"


async def throughput(call: Callable[[], Awaitable[object]]) -> float:
    """Requests per second with `IN_FLIGHT` workers."""
    remaining = iter(range(REQUESTS))

    async def work() -> None:
        for _ in remaining:
            await call()

    await call()
    start = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))
    return REQUESTS / (time.perf_counter() - start)


def asynchronous(url: str) -> list[Figure]:
    """Small GETs at 50 in flight."""
    rates = asyncio.run(_rates(url))
    return [
        Figure(
            f"asynchronous requests per second, {IN_FLIGHT} in flight",
            f"{rates['ours']:.0f}",
            name,
            f"{rates[name]:.0f}",
            f"{rates['ours'] / rates[name]:.2f}x",
        )
        for name in ("python-intercom", "httpx2 + msgspec")
    ]


async def _rates(url: str) -> dict[str, float]:
    theirs = AsyncOfficial(token="t", base_url=url)
    decode = msgspec.json.Decoder(Note).decode
    async with (
        AsyncIntercom(token="t", base_url=url, transport=TRANSPORT) as ours,
        httpx2.AsyncClient() as bare,
    ):

        async def bare_call() -> object:
            return decode((await bare.get(f"{url}/notes/1")).content)

        contestants: dict[str, Callable[[], Awaitable[object]]] = {
            "ours": lambda: ours.notes.retrieve(1),
            "python-intercom": lambda: theirs.notes.find(1),
            "httpx2 + msgspec": bare_call,
        }
        return await best_rates(contestants)


async def best_rates(
    contestants: dict[str, Callable[[], Awaitable[object]]],
) -> dict[str, float]:
    """The most requests per second of three rounds of each, in turns."""
    best: dict[str, float] = {}
    for _ in range(3):
        for name, call in contestants.items():
            best[name] = max(best.get(name, 0.0), await throughput(call))
    return best
