"""Spans and metrics of OpenTelemetry, after its conventions for HTTP clients:
https://opentelemetry.io/docs/specs/semconv/http/
"""

from __future__ import annotations

from time import perf_counter
from typing import Any, Final

from ..argument_checks import kind_of
from ..errors import ArgumentError
from ..process import LOGGER
from ..transport.exchange import Request

_SCHEMA: Final = "https://opentelemetry.io/schemas/1.40.0"
_METHODS: Final = frozenset(
    [
        "CONNECT",
        "DELETE",
        "GET",
        "HEAD",
        "OPTIONS",
        "PATCH",
        "POST",
        "PUT",
        "QUERY",
        "TRACE",
    ]
)
_OTHER: Final = "_OTHER"
_LEAST_ERROR: Final = 400
# Bounds of the histogram's buckets, in seconds.
_BOUNDS: Final = (
    *(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25),
    *(0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0),
)


class Telemetry:
    """Makes a span of OpenTelemetry of each request of a client, and measures how long it takes.

    A span is a child of the one that is current where the call is made. The request carries its
    context, as `traceparent`, unless a redirect leads it away from the API. URLs have `[secret]` in
    the place of credentials. Where `rate_limit=` holds a request back, the wait is part of its span
    and of its duration.

    Args:
        tracer_provider: Where spans go, an `opentelemetry.trace.TracerProvider`; None for the
            global one.
        meter_provider: Where measurements go, an `opentelemetry.metrics.MeterProvider`; None for
            the global one.

    Raises:
        ArgumentError: OpenTelemetry isn't installed, or a provider is none.
    """

    def __init__(
        self,
        *,
        tracer_provider: Any = None,  # noqa: ANN401 -- of a library that is an extra
        meter_provider: Any = None,  # noqa: ANN401 -- as above
    ) -> None:
        try:
            from opentelemetry import (  # noqa: PLC0415 -- it is an extra
                metrics,
                trace,
            )
        except ImportError:
            raise ArgumentError(
                "opentelemetry can't be imported; the extra 'otel' of the package brings it"
            ) from None
        _check_provider("tracer", tracer_provider)
        _check_provider("meter", meter_provider)
        name = LOGGER.name
        self._tracer = trace.get_tracer(
            name, tracer_provider=tracer_provider, schema_url=_SCHEMA
        )
        meter = metrics.get_meter(
            name, meter_provider=meter_provider, schema_url=_SCHEMA
        )
        self._durations = meter.create_histogram(
            "http.client.request.duration",
            unit="s",
            description="Duration of HTTP client requests.",
            explicit_bucket_boundaries_advisory=_BOUNDS,
        )

    def begin(
        self, request: Request, url: str, template: str, resends: int
    ) -> RequestSpan:
        """Begin the span of a request that is about to be sent, and have the request carry it.

        Args:
            request: The request; it gets further headers.
            url: Its URL without credentials.
            template: The path with the names of its parameters, "" where it has none.
            resends: How many requests the call has sent before.
        """
        from opentelemetry import propagate, trace  # noqa: PLC0415 -- it is an extra

        method, origin = request.method, request.origin
        known = method in _METHODS
        shared: dict[str, str | int] = {
            "http.request.method": method if known else _OTHER,
            "server.address": origin.host,
            "server.port": origin.port,
        }
        if template:
            shared["url.template"] = template
        attributes = {**shared, "url.full": url}
        if not known:
            attributes["http.request.method_original"] = method
        if resends:
            attributes["http.request.resend_count"] = resends
        span = self._tracer.start_span(
            f"{method if known else 'HTTP'} {template}".rstrip(),
            kind=trace.SpanKind.CLIENT,
            attributes=attributes,
        )
        context = trace.set_span_in_context(span)
        if not request.foreign:
            carrier: dict[str, str] = {}
            propagate.inject(carrier, context)
            added = [(name.encode(), text.encode()) for name, text in carrier.items()]
            names = {name.lower() for name, _ in added}
            kept = (pair for pair in request.headers if pair[0].lower() not in names)
            request.headers = [*kept, *added]
        return RequestSpan(self._durations, span, context, shared)


def _check_provider(kind: str, provider: object) -> None:
    """Refuse what isn't None and gives no tracers, or no meters."""
    if provider is not None and not callable(getattr(provider, f"get_{kind}", None)):
        wanted = f"{kind}_provider must be a {kind.title()}Provider"
        raise ArgumentError(f"{wanted}, not {kind_of(provider)}")


class RequestSpan:
    """The span of one request, until it ends.

    Args:
        durations: The histogram of the durations of requests.
        span: The library's span.
        context: The library's context with it.
        attributes: Those that the span and the measurement share.
    """

    def __init__(
        self,
        durations: Any,  # noqa: ANN401 -- of a library that is an extra
        span: Any,  # noqa: ANN401 -- as above
        context: Any,  # noqa: ANN401 -- as above
        attributes: dict[str, str | int],
    ) -> None:
        self._durations, self._span, self._context = durations, span, context
        self._attributes = attributes
        self._began = perf_counter()

    def end(self, status: int, error: str, reason: str = "") -> None:
        """End it, and measure it.

        Args:
            status: The status of the response, 0 where none came.
            error: The name of the class of what went wrong, or "".
            reason: What went wrong, in words.
        """
        from opentelemetry.trace import (  # noqa: PLC0415 -- it is an extra
            StatusCode,
        )

        found = self._attributes
        if status:
            found["http.response.status_code"] = status
        if not error and status >= _LEAST_ERROR:
            error = str(status)
        if error:
            found["error.type"] = error
            self._span.set_status(StatusCode.ERROR, reason or None)
        self._span.set_attributes(found)
        self._span.end()
        seconds = perf_counter() - self._began
        self._durations.record(seconds, found, context=self._context)
