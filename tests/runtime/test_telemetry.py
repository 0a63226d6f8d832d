"""Spans and measurements, as the conventions for HTTP clients want them."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from driver import GET, Driver, FakeTime, method
from fault_server import FaultServer, does, raw, reply
from opentelemetry import trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from sdk_runtime.errors import APIError, ArgumentError
from sdk_runtime.hooks.telemetry import Telemetry
from sdk_runtime.response.content import Bytes

Connect = Callable[..., Driver]
FILE = method("GET", responses={"200": Bytes()})


class Collected:
    """What a client's telemetry has come to."""

    def __init__(self) -> None:
        self._spans, self._reader = InMemorySpanExporter(), InMemoryMetricReader()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self._spans))
        self.telemetry = Telemetry(
            tracer_provider=self.tracers,
            meter_provider=MeterProvider([self._reader]),
        )

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        return self._spans.get_finished_spans()

    @property
    def points(self) -> list[Any]:
        """The points of the one histogram there is."""
        data = self._reader.get_metrics_data()
        if data is None:
            return []
        (resource,) = data.resource_metrics
        (scope,) = resource.scope_metrics
        (metric,) = scope.metrics
        assert (metric.name, metric.unit) == ("http.client.request.duration", "s")
        return [*metric.data.data_points]

    @property
    def text(self) -> str:
        """All of it."""
        points = [repr(point) for point in self.points]
        return "\n".join([*(span.to_json() for span in self.spans), *points])


def test_a_request(over: Connect, server: FaultServer) -> None:
    collected = Collected()
    over(telemetry=collected.telemetry).send(query={"a": "b"})
    (span,) = collected.spans
    port = int(server.url.rpartition(":")[2])
    shared = {
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": port,
        "url.template": "/notes/{id}",
        "http.response.status_code": 200,
    }
    assert (span.name, span.kind) == ("GET /notes/{id}", SpanKind.CLIENT)
    assert span.attributes == {**shared, "url.full": f"{server.url}/notes/1?a=b"}
    assert span.status.status_code is StatusCode.UNSET
    assert span.instrumentation_scope is not None
    assert span.instrumentation_scope.name == "sdk_runtime"
    (point,) = collected.points
    assert point.attributes == shared
    assert (point.count, point.explicit_bounds[0], point.explicit_bounds[-1]) == (
        *(1, 0.005),
        10.0,
    )
    assert 0 < point.sum < 5


RESET = does(lambda connection: connection.reset())
BROKEN = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{")
# For each request: its status, its error.type, and how often the call was sent before.
CASES = {
    "retried": ([reply(503), reply()], [(503, "503", None), (200, None, 1)]),
    "refused": ([reply(404)], [(404, "404", None)]),
    "redirected": (
        [reply(302, headers={"Location": "/notes/2"}), reply()],
        [(302, None, None), (200, None, 1)],
    ),
    "reset": (
        [RESET, RESET, RESET],
        [(None, "APIConnectionError", at) for at in (None, 1, 2)],
    ),
    "broken off": (
        [BROKEN, reply()],
        [(200, "APIConnectionError", None), (200, None, 1)],
    ),
    "unreadable": ([reply(body="<html>")], [(200, None, None)]),
}


@pytest.mark.parametrize(("steps", "want"), CASES.values(), ids=CASES)
def test_each_request_has_a_span(
    connect: Connect, server: FaultServer, steps: list[Any], want: list[Any]
) -> None:
    server.then(*steps)
    collected = Collected()
    driver = connect(time=FakeTime(), telemetry=collected.telemetry)
    with suppress(APIError):
        driver.send()
    names = ("http.response.status_code", "error.type", "http.request.resend_count")
    spans = collected.spans
    found = [tuple((one.attributes or {}).get(name) for name in names) for one in spans]
    assert found == want
    errors = [one.status.status_code is StatusCode.ERROR for one in spans]
    assert errors == [error is not None for _, error, _ in want]
    assert sum(point.count for point in collected.points) == len(want)


def test_the_context_goes_along(connect: Connect, server: FaultServer) -> None:
    server.then(reply(503))
    collected = Collected()
    driver = connect(time=FakeTime(), telemetry=collected.telemetry)
    tracer = collected.tracers.get_tracer("test")
    with tracer.start_as_current_span("above") as above:
        driver.send()
        driver.send()
    spans = collected.spans[:3]
    parents = {one.parent.span_id for one in spans if one.parent}
    assert parents == {above.get_span_context().span_id}
    sent = [one.headers["traceparent"].split("-") for one in server.requests]
    assert [(part[1], part[2]) for part in sent] == [
        (f"{one.context.trace_id:032x}", f"{one.context.span_id:016x}") for one in spans
    ]


def test_tasks_and_threads_have_their_own_parents(server: FaultServer) -> None:
    collected = Collected()
    tracer = collected.tracers.get_tracer("test")

    async def main() -> None:
        driver = Driver(True, base_url=server.url, telemetry=collected.telemetry)

        async def task(name: str) -> None:
            with tracer.start_as_current_span(name):
                await driver.session.send(GET, (name,))

        await asyncio.gather(*(task(str(number)) for number in range(5)))
        sync = Driver(False, base_url=server.url, telemetry=collected.telemetry)
        with tracer.start_as_current_span("9"):
            await asyncio.to_thread(sync.session.send, GET, ("9",))
        sync.finish()
        await driver.client.close()

    asyncio.run(main())
    names = {one.context.span_id: one.name for one in collected.spans}
    children = [one for one in collected.spans if one.kind is SpanKind.CLIENT]
    assert len(children) == 6
    for child in children:
        assert child.parent is not None
        assert child.attributes is not None
        url = str(child.attributes["url.full"])
        assert url.endswith(f"/notes/{names[child.parent.span_id]}")


def test_a_cancelled_call_ends_its_span(server: FaultServer) -> None:
    server.default = does(lambda connection: connection.hang())
    collected = Collected()

    async def main() -> None:
        driver = Driver(True, base_url=server.url, telemetry=collected.telemetry)
        call = asyncio.ensure_future(driver.session.send(GET, ("1",)))
        while not server.requests:
            await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await driver.client.close()

    asyncio.run(main())
    (span,) = collected.spans
    assert span.attributes is not None
    assert span.attributes["error.type"] == "CancelledError"
    assert span.status.status_code is StatusCode.ERROR


def test_a_download_ends_its_span_with_the_head(
    connect: Connect, server: FaultServer
) -> None:
    collected = Collected()
    driver = connect(telemetry=collected.telemetry)
    download = driver.wait(driver.download(FILE))
    assert len(collected.spans) == 1
    driver.wait(download.aclose() if driver.asynchronous else download.close())


def test_an_unknown_method(connect: Connect, server: FaultServer) -> None:
    collected = Collected()
    connect(telemetry=collected.telemetry).send(method("PURGE"))
    (span,) = collected.spans
    assert span.attributes is not None
    assert span.name == "HTTP /notes"
    assert span.attributes["http.request.method"] == "_OTHER"
    assert span.attributes["http.request.method_original"] == "PURGE"


def test_the_global_providers_are_used(connect: Connect, server: FaultServer) -> None:
    connect(telemetry=Telemetry()).send()
    # None is set, so there is no span whose context could be sent.
    assert not trace.get_current_span().get_span_context().is_valid
    assert "traceparent" not in server.requests[0].headers


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ArgumentError, match=r"^opentelemetry .* 'otel'"):
        Telemetry()


@pytest.mark.parametrize("wrong", [1, "global", object()])
@pytest.mark.parametrize("kind", ["Tracer", "Meter"])
def test_what_is_no_provider_is_named(kind: str, wrong: object) -> None:
    name = f"{kind.lower()}_provider"
    with pytest.raises(ArgumentError, match=f"^{name} must be a {kind}Provider, not "):
        Telemetry(**{name: wrong})
