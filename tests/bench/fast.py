"""What a call costs over pyreqwest, which the extra `fast` of a package installs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
from intercom import AsyncIntercom as AsyncOfficial
from intercom import Intercom as Official
from intercom_sdk import AsyncIntercom, Intercom
from intercom_sdk.models import Note, NoteList
from pyreqwest.client import ClientBuilder, SyncClientBuilder

from bench.measure import cpu_seconds
from bench.report import Figure
from bench.requests import IN_FLIGHT, best_rates, versus

BARE = "pyreqwest + msgspec"


def fast_calls(url: str) -> list[Figure]:
    """CPU of fetching one note, and of going through a list of 50."""
    ours = Intercom(token="t", base_url=url, transport="pyreqwest")
    theirs = Official(token="t", base_url=url)
    note = msgspec.json.Decoder(Note).decode
    page = msgspec.json.Decoder(NoteList).decode
    with SyncClientBuilder().no_proxy().build() as bare:

        def fetch(path: str) -> bytes:
            return bare.get(url + path).build().send().bytes().to_bytes()

        gets: dict[str, Callable[[], object]] = {
            "ours": lambda: ours.notes.retrieve(1),
            "python-intercom": lambda: theirs.notes.find(1),
            BARE: lambda: note(fetch("/notes/1")),
        }
        one = cpu_seconds(gets, dict.fromkeys(gets, 40))
        lists: dict[str, Callable[[], object]] = {
            "ours": lambda: list(ours.notes.list("1")),
            "python-intercom": lambda: list(theirs.notes.list("1")),
            BARE: lambda: page(fetch("/contacts/1/notes")),
        }
        fifty = cpu_seconds(lists, {"ours": 20, "python-intercom": 1, BARE: 20})
    ours.close()
    return [
        versus("CPU per small GET, fast", one, "python-intercom", at_most=1 / 12),
        versus("CPU per small GET, fast", one, BARE, at_most=1.3),
        versus("CPU per list of 50, fast", fifty, "python-intercom", at_most=1 / 130),
        versus("CPU per list of 50, fast", fifty, BARE, at_most=1.15),
    ]


def fast_throughput(url: str) -> list[Figure]:
    """Small GETs at 50 in flight."""
    rates = asyncio.run(_rates(url))
    return [
        Figure(
            f"asynchronous requests per second, {IN_FLIGHT} in flight, fast",
            f"{rates['ours']:.0f}",
            name,
            f"{rates[name]:.0f}",
            f"{rates['ours'] / rates[name]:.2f}x",
            f"at least {least}x",
            rates["ours"] >= least * rates[name],
        )
        for name, least in (("python-intercom", 15), (BARE, 0.8))
    ]


async def _rates(url: str) -> dict[str, float]:
    theirs = AsyncOfficial(token="t", base_url=url)
    decode = msgspec.json.Decoder(Note).decode
    async with (
        AsyncIntercom(token="t", base_url=url, transport="pyreqwest") as ours,
        ClientBuilder().no_proxy().build() as bare,
    ):

        async def bare_call() -> object:
            answer = await bare.get(f"{url}/notes/1").build().send()
            return decode((await answer.bytes()).to_bytes())

        contestants: dict[str, Callable[[], Awaitable[object]]] = {
            "ours": lambda: ours.notes.retrieve(1),
            "python-intercom": lambda: theirs.notes.find(1),
            BARE: bare_call,
        }
        return await best_rates(contestants)
