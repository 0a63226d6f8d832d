"""A loopback server for external pages: it keeps them, fails at random and stops where it is to."""

from __future__ import annotations

import asyncio
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

FAULTS: Final = ("500", "502", "429", "lost request", "lost answer", "half an answer")
_REASONS: Final = {200: "OK", 404: "Not Found", 422: "Refused", 429: "Slow Down"}


class Posted(NamedTuple):
    """A page that was posted: by which process, and whether the answer was written."""

    process: int
    external_id: str
    html: str
    answered: bool


class Answer(NamedTuple):
    """A status, a JSON value, and further lines of the head."""

    status: int
    value: object
    lines: tuple[str, ...] = ()


class PagesServer:
    """External pages and content import sources, kept in memory.

    Args:
        seed: Draws which calls fail, one in twenty; None for none of them.
        limit: How many calls a second are taken; 0 for any number.
    """

    def __init__(self, seed: int | None = None, limit: int = 0) -> None:
        self.url = ""
        self.pages: dict[tuple[int, str], dict[str, Any]] = {}
        self.sources: list[dict[str, Any]] = []
        self.posted: list[Posted] = []
        self.calls = 0
        self.faults: Counter[str] = Counter()
        self.refused: dict[str, int] = {}
        # What answers say in the place of what is so.
        self.drift: dict[str, object] = {}
        self.deleted: list[str] = []
        self.process = 0
        self.stopped = threading.Event()
        self.most_at_once = 0
        self._at_once: Counter[str] = Counter()
        drawn = random.Random(seed)  # noqa: S311 -- faults are no secrets
        self._random = None if seed is None else drawn
        self._limit, self._window, self._taken = limit, 0, 0
        self._stops: list[int] = []
        self._ids = 0
        self._waiting = 0
        self._resumed: asyncio.Event
        self._loop: asyncio.AbstractEventLoop

    @contextmanager
    def running(self) -> Iterator[PagesServer]:
        """Serve on a free port of the loopback interface while the block runs."""
        started = threading.Event()
        ended: list[asyncio.Event] = []

        async def main() -> None:
            self._loop = asyncio.get_running_loop()
            self._resumed = asyncio.Event()
            ended.append(asyncio.Event())
            server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
            self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            started.set()
            await ended[0].wait()
            server.close()
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        thread = threading.Thread(target=lambda: asyncio.run(main()))
        thread.start()
        started.wait()
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(ended[0].set)
            thread.join()

    def stop_at(self, points: Sequence[int]) -> None:
        """Stop answering until `resume`, after so many further calls."""
        self._stops = [self.calls + point for point in points]

    def resume(self) -> None:
        """Answer again, another process: of what waits, some is handled and nothing answered."""

        async def resume() -> None:
            self.process += 1
            self.stopped.clear()
            self._resumed.set()
            while self._waiting:
                await asyncio.sleep(0.001)
            self._resumed.clear()

        asyncio.run_coroutine_threadsafe(resume(), self._loop).result()

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        process = self.process
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, target, _ = head.split(" ", 2)
                lines = dict(
                    line.lower().split(": ", 1) for line in head.split("\r\n")[1:-2]
                )
                body = await reader.readexactly(int(lines.get("content-length", 0)))
                if not await self._answer(writer, process, method, target, body):
                    return
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(
        self,
        writer: asyncio.StreamWriter,
        process: int,
        method: str,
        target: str,
        body: bytes,
    ) -> bool:
        """Answer a request; False where the connection is to break off."""
        self.calls += 1
        is_due = self._stops and self.calls >= self._stops[0]
        if is_due and not self.stopped.is_set():
            self._stops.pop(0)
            self.stopped.set()
        if self.stopped.is_set():
            self._waiting += 1
            await self._resumed.wait()
            self._waiting -= 1
            if self._random is not None and self._random.random() < 0.5:
                self._handle(process, method, target, body, answered=False)
            return False
        fault = ""
        answer = self._limited()
        if answer is None and self._random is not None and self._random.random() < 0.05:
            fault = self._random.choice(FAULTS)
            self.faults[fault] += 1
        if fault.isdigit():
            answer = Answer(int(fault), {"errors": []}, ("Retry-After: 0",))
        if fault == "lost request":
            return False
        if answer is None:
            answer = await self._handled(process, method, target, body, not fault)
        if fault == "lost answer":
            return False
        payload = json.dumps(answer.value).encode()
        reason = _REASONS.get(answer.status, "Failed")
        lines = [f"HTTP/1.1 {answer.status} {reason}", *answer.lines]
        if self._limit:
            left = max(self._limit - self._taken, 0)
            lines.append(f"X-RateLimit-Limit: {self._limit}")
            lines.append(f"X-RateLimit-Remaining: {left}")
            lines.append(f"X-RateLimit-Reset: {self._window + 1}")
        lines += ["Content-Type: application/json", f"Content-Length: {len(payload)}"]
        sent = ("\r\n".join(lines) + "\r\n\r\n").encode() + payload
        is_whole = fault != "half an answer"
        writer.write(sent if is_whole else sent[:-1])
        await writer.drain()
        return is_whole

    def _limited(self) -> Answer | None:
        """What a call over the limit is answered."""
        if not self._limit:
            return None
        now = time.time()
        if int(now) != self._window:
            self._window, self._taken = int(now), 0
        self._taken += 1
        if self._taken <= self._limit:
            return None
        self.faults["over the limit"] += 1
        return Answer(429, {"errors": []})

    async def _handled(
        self, process: int, method: str, target: str, body: bytes, answered: bool
    ) -> Answer:
        """What a request comes to, while others with its external id may come."""
        key = json.loads(body).get("external_id", "") if body else ""
        self._at_once[key] += 1
        self.most_at_once = max(self.most_at_once, self._at_once[key] if key else 0)
        await asyncio.sleep(0)
        self._at_once[key] -= 1
        return self._handle(process, method, target, body, answered=answered)

    def _handle(
        self, process: int, method: str, target: str, body: bytes, *, answered: bool
    ) -> Answer:
        path, value = target.partition("?")[0], json.loads(body) if body else {}
        if path == "/ai/content_import_sources":
            return self._handle_sources(method, value)
        if method == "DELETE":
            wanted = path.rpartition("/")[2]
            self.deleted.append(wanted)
            for key, page in self.pages.items():
                if page["id"] == wanted:
                    return Answer(200, self.pages.pop(key))
            return Answer(404, {"errors": [{"code": "not_found"}]})
        external_id, source_id = value["external_id"], value["source_id"]
        if status := self.refused.get(external_id):
            return Answer(status, {"errors": [{"code": "refused", "message": "No."}]})
        self.posted.append(Posted(process, external_id, value["html"], answered))
        known = self.pages.get((source_id, external_id))
        self._ids += known is None
        page = {
            "type": "external_page",
            "id": known["id"] if known else str(self._ids),
            **value,
            "created_at": known["created_at"] if known else self._ids,
            "updated_at": known["updated_at"] + 1 if known else self._ids,
        }
        self.pages[source_id, external_id] = page
        return Answer(200, page | self.drift)

    def _handle_sources(self, method: str, value: dict[str, Any]) -> Answer:
        if method == "GET":
            return Answer(
                200, {"type": "list", "data": self.sources, "pages": {"next": None}}
            )
        times = {"created_at": 1, "updated_at": 1, "status": "active"}
        kind = {"type": "content_import_source", "id": len(self.sources) + 1}
        self.sources.append({**kind, **times, **value})
        return Answer(200, self.sources[-1])
