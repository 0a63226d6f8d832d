"""What a generated package loads for hooks, the log and telemetry, and what its clients take."""

from __future__ import annotations

import asyncio
import inspect
import subprocess
import sys
import tomllib
from pathlib import Path

import intercom_sdk
from intercom_sdk import (
    AsyncIntercom,
    Intercom,
    RequestEvent,
    ResponseEvent,
    RetryEvent,
    Telemetry,
)
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from payloads import NOTE
from recording_server import Answer, recording

PROJECT = Path(intercom_sdk.__file__).parents[1]
PROGRAM = """
import sys
from intercom_sdk import Intercom
with Intercom(token="t", base_url=sys.argv[1]{options}) as client:
    client.notes.retrieve("1")
print(*sys.modules)
"""


def loaded(url: str, options: str = "") -> set[str]:
    """The modules that a program has loaded after a call."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(options=options), url],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    return set(done.stdout.split())


def test_nothing_is_loaded_that_is_not_used() -> None:
    with recording(lambda _: Answer(NOTE)) as server:
        without = loaded(server.url)
        hooked = loaded(server.url, ", on_request=print")
    observer = "intercom_sdk._runtime.hooks.observer"
    assert observer not in without
    assert observer in hooked
    assert not any(name.startswith("opentelemetry") for name in without | hooked)


def test_the_extra_brings_the_interface_alone() -> None:
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    assert project["optional-dependencies"]["otel"] == ["opentelemetry-api>=1.40,<2"]
    assert not any("opentelemetry" in one for one in project["dependencies"])


def test_both_clients_report_alike() -> None:
    spans = InMemorySpanExporter()
    tracers = TracerProvider()
    tracers.add_span_processor(SimpleSpanProcessor(spans))
    events: list[RequestEvent] = []
    telemetry = Telemetry(tracer_provider=tracers)

    def note(event: RequestEvent | ResponseEvent | RetryEvent) -> None:
        events.append(event)

    with recording(lambda _: Answer(NOTE)) as server:
        with Intercom("tok_12345678", base_url=server.url, on_request=note) as client:
            client.with_options(on_response=note).notes.retrieve("1")
            client.with_options(telemetry=telemetry, on_request=None).notes.retrieve(1)

        async def run() -> None:
            async with AsyncIntercom(
                "tok_12345678", base_url=server.url, on_request=note
            ) as client:
                await client.with_options(on_response=note).notes.retrieve("1")
                one = client.with_options(telemetry=telemetry, on_request=None)
                await one.notes.retrieve(1)

        asyncio.run(run())
    kinds = [type(event) for event in events]
    assert kinds == [RequestEvent, ResponseEvent] * 2
    names = [span.name for span in spans.get_finished_spans()]
    assert names == [f"GET {events[0].operation.removeprefix('GET ')}"] * 2
    assert "tok_" not in repr(events)


def test_the_options_are_documented() -> None:
    documented = inspect.getdoc(Intercom) or ""
    for name in ("on_request", "on_response", "on_retry", "telemetry"):
        assert f"{name}: " in documented
