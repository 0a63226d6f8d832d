"""The server of a soak, a process of its own: it draws what each request is answered with."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Final

from fault_server import Connection, FaultServer, Recorded
from faults import calls
from faults.behaviour import Behaviour
from faults.rows import (
    answers,
    bodies,
    connections,
    encrypted,
    heads,
    lists,
    statuses,
    streams,
)
from faults.script import GOOD, NOTE, RESET, Script, answer, perform

# How often a request is answered as it should be.
_GOOD_SHARE: Final = 0.6
# How often a connection ends before it is read.
_REFUSED_SHARE: Final = 0.01
_ROOT: Final = Path(__file__).parents[1]
_ROWS: Final = tuple(
    behaviour
    for group in chain(
        *(room.GROUPS for room in (answers, bodies, connections, encrypted, heads)),
        *(room.GROUPS for room in (lists, statuses, streams)),
    )
    for behaviour in group.behaviours
    if not behaviour.greeting and behaviour.place == "server"
)
GOOD_LINES: Final = answer(body=(NOTE + b"\n") * 20)
GOOD_FILE: Final = answer(body=bytes(100_000), headers={"ETag": '"v1"'})


def _scripts(*kinds: object) -> tuple[Script, ...]:
    rows: list[Behaviour] = [row for row in _ROWS if row.call in kinds]
    return tuple(
        script
        for row in rows
        for script in row.replies
        # Each second answer of another one's would be taken for what it isn't.
        if not any(isinstance(part, bytes) and b"Eve" in part for part in script)
    )


# What is asked for by its path: the good answer, and the others.
ANSWERS: Final[dict[str, tuple[Script, tuple[Script, ...]]]] = {
    "/notes": ((GOOD,), _scripts(calls.get, calls.post, calls.put)),
    "/lines": ((GOOD_LINES,), _scripts(calls.lines)),
    "/file": ((GOOD_FILE,), _scripts(calls.download, calls.save)),
    "/list": (lists.page("ab"), _scripts(calls.by_cursor)),
}


def serve(seed: int) -> None:
    """Serve until the input ends; for each line of it, print how many connections are open."""
    draw = random.Random(seed)  # noqa: S311 -- the same for each seed

    def step(connection: Connection, request: Recorded) -> bool:
        server.requests.clear()
        good, others = ANSWERS["/" + request.path.split("/")[1]]
        script = good if draw.random() < _GOOD_SHARE else draw.choice(others)
        return perform(script, connection, origins)

    def greet(connection: Connection) -> bool:
        script = (RESET,) if draw.random() < _REFUSED_SHARE else ()
        return perform(script, connection, origins)

    with FaultServer() as server:
        origins = {name: server.url.encode() for name in (b"{here}", b"{there}")}
        server.default, server.greeting = step, greet
        print(server.url, flush=True)
        for _ in sys.stdin:
            print(server.open_connections, flush=True)


class Served:
    """A server that runs.

    Args:
        process: Its process.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.url = self._line()

    def open_connections(self) -> int:
        """How many connections are open at the server."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return int(self._line())

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def serving(seed: int) -> Iterator[Served]:
    """Run a server in a process of its own."""
    command = [sys.executable, "-m", "soak.server", str(seed)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield Served(process)
        finally:
            process.terminate()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
