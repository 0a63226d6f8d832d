"""A session that shows jobs in order, over a clock that only pauses move."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from sdk_runtime.call.client_settings import ClientSettings
from sdk_runtime.errors import (
    APIError,
)
from sdk_runtime.jobs.job import PollOperation, StartOperation, State
from sdk_runtime.json.drift import Drift
from sdk_runtime.json.model import Model
from sdk_runtime.json.plain_data import Plain
from sdk_runtime.request.parameters import PathParameter, QueryParameter
from sdk_runtime.request.request_options import OMIT, RequestOptions
from sdk_runtime.response.content import Json
from sdk_runtime.response.response import Headers, Response


class Job(Model, kw_only=True):
    id: str = "j1"
    status: str | None = None


STATUS = State(
    ("status",), done=("completed",), failed=("failed",), others=("pending", "running")
)
POLL: PollOperation[Job] = PollOperation(
    "GET",
    "/jobs/{id}",
    parameters=(PathParameter("id"), QueryParameter("verbose")),
    responses={"200": Json(Job)},
    states=(STATUS,),
)
START: StartOperation[Job, Job] = StartOperation(
    "POST",
    "/jobs",
    parameters=(QueryParameter("verbose"),),
    responses={"200": Json(Job)},
    poll=POLL,
    sources=(("id",), 0),
)


class FakeSession:
    """Shows jobs in order over a clock that only pauses and requests move."""

    def __init__(
        self, *shown: object, strict: bool = False, deadline: float | None = None
    ) -> None:
        self.now = 100.0
        self.pauses: list[float] = []
        self.asked: list[tuple[str, list[object], float | None]] = []
        self.drifts: list[Drift] = []
        self.options: list[RequestOptions | None] = []
        self.settings = ClientSettings(
            {
                "base_url": "https://api.example.test",
                "clock": lambda: self.now,
                "wall": lambda: self.now,
                "random": lambda: 1.0,
                "strict": strict,
                "deadline": deadline,
                "on_drift": self.drifts.append,
            }
        )
        self._shown = iter(shown)

    def pause(self, seconds: float) -> None:
        """Let some time pass."""
        self.pauses.append(seconds)
        self.now += seconds

    def respond(
        self,
        operation: Plain,
        values: Sequence[object],
        body: object,
        *,
        options: RequestOptions | None,
    ) -> Response[Any]:
        """The next job."""
        deadline = options.deadline if options else None
        self.options.append(options)
        self.asked.append((operation.method, list(values), deadline))
        shown = next(self._shown)
        if isinstance(shown, Exception):
            raise copy(shown)
        headers: Iterable[tuple[bytes, bytes]] = ()
        if isinstance(shown, tuple):
            shown, wait = shown
            headers = [(b"Retry-After", wait)]
        if isinstance(shown, str | None):
            shown = {"id": "j1", "status": shown}
        answer = json.dumps(shown).encode()
        return Response(
            data=self.settings.codec.decode(Job, answer, where="GET /jobs/{id}"),
            status=200,
            headers=Headers(headers),
            body=answer,
            request_id=None,
            method=operation.method,
            path="/jobs/j1",
            elapsed=0.0,
            retries=0,
        )


class AsyncFakeSession(FakeSession):
    """The same, to be awaited."""

    async def respond(self, *args: Any, **given: Any) -> Response[Any]:  # type: ignore[override]  # awaited
        """The next job."""
        return super().respond(*args, **given)

    async def pause(self, seconds: float) -> None:  # type: ignore[override]  # awaited
        """Let some time pass."""
        super().pause(seconds)


Outcome = tuple[object, list[object], FakeSession]


def wait(
    *shown: object,
    operation: Any = POLL,
    values: Sequence[object] = ("j1", OMIT),
    strict: bool = False,
    client_deadline: float | None = None,
    random: float = 1.0,
    **given: Any,
) -> Outcome:
    """What a wait comes to, the jobs that it made known, and its session; both colours agree."""
    outcomes: list[Outcome] = []
    for kind in (FakeSession, AsyncFakeSession):
        session: Any = kind(*shown, strict=strict, deadline=client_deadline)
        session.settings.random = lambda: random
        jobs: list[object] = []
        call = {"on_progress": jobs.append, **given}
        result: object
        try:
            if kind is FakeSession:
                result = operation.wait(session, values, **call).data
            else:
                result = asyncio.run(operation.wait_async(session, values, **call)).data
        except APIError as error:
            result = error
        outcomes.append((result, jobs, session))
    (first, jobs, session), (second, others, twin) = outcomes
    assert repr(first) == repr(second)
    assert (jobs, session.pauses, session.asked) == (others, twin.pauses, twin.asked)
    assert session.drifts == twin.drifts
    return first, jobs, session
