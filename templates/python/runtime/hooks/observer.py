"""One call as hooks, spans and the log are shown it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from logging import DEBUG
from typing import TYPE_CHECKING, Any

from ..argument_checks import run_callback
from ..auth.redaction import redacted, redacted_headers
from ..errors import APIStatusError, status_error
from ..process import LOGGER
from ..response.response import Headers
from ..sent_request import SentRequest
from .events import Hooks, RequestEvent, ResponseEvent, RetryEvent

if TYPE_CHECKING:
    from ..operation.operation import Operation
    from ..transport.deadline import Budget, Decision
    from ..transport.exchange import RawHeaders, Request
    from .telemetry import RequestSpan


class Observer:
    """Reports one call from its first request to its end.

    Args:
        hooks: What the requests are reported to, beside the log.
        operation: What is called.
        budget: What is left of the call's time and attempts.
        secrets: Gives the texts that nothing may show.
        hidden: The names of headers, parameters and members that are hidden besides.
        wall: The time as unix seconds.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        hooks: Hooks | None,
        operation: Operation[Any],
        budget: Budget,
        secrets: Callable[[], Collection[str]],
        hidden: Collection[str],
        wall: Callable[[], float],
    ) -> None:
        self._hooks = hooks or Hooks()
        self._is_shown = hooks is not None or LOGGER.isEnabledFor(DEBUG)
        self._method, self._template = operation.method, operation.path
        self._budget, self._wall = budget, wall
        self._secrets, self._hidden = secrets, hidden
        self._attempt = self._retries = self._status = 0
        self._request_id = ""
        self._sent = SentRequest(method="", url="")
        self._span: RequestSpan | None = None
        self._raised: BaseException | None = None
        # Of the call, which is logged once; that of a stream may change while it is read.
        self._outcome = ""

    @property
    def _operation(self) -> str:
        return f"{self._method} {self._template}"

    def sending(self, request: Request) -> None:
        """Report a request that is about to be sent, if there is time for it.

        Raises:
            BaseException: Whatever a hook raises, now or when the last response came.
        """
        if self._raised is not None:
            raise self._raised
        if self._budget.is_over():
            return
        self._attempt += 1
        self._status, self._request_id, self._outcome = 0, "", ""
        self._retries = self._budget.retries
        # The request for a token has its URL alone.
        self._template = self._template or request.path
        if not self._is_shown:
            return
        hooks, self._sent = self._hooks, self._redacted(request)
        if hooks.telemetry is not None:
            template = "" if request.foreign else self._template
            url, before = self._sent.url, self._attempt - 1
            self._span = hooks.telemetry.begin(request, url, template, before)
            self._sent = self._redacted(request)
        if hooks.on_request is not None:
            event = RequestEvent(
                operation=self._operation, request=self._sent, attempt=self._attempt
            )
            run_callback("on_request", hooks.on_request, event)

    def answered(
        self,
        status: int,
        headers: RawHeaders,
        request_id: str | None,
        decision: Decision,
    ) -> bool:
        """Report a response.

        Args:
            status: Its status.
            headers: Its headers as they came.
            request_id: The server's name for the request.
            decision: What becomes of it.

        Returns:
            Whether the call goes on: what a hook raises is raised by `sending`, once the connection
            is given back.
        """
        self._status, elapsed = status, self._budget.attempted()
        secrets = self._secrets()
        if request_id is not None:
            hides = any(secret in request_id for secret in secrets)
            self._request_id = "[secret]" if hides else request_id
        self._log_attempt(str(status), elapsed)
        try:
            if self._hooks.on_response is not None:
                shown = Headers(redacted_headers(headers, secrets, self._hidden))
                event = ResponseEvent(
                    operation=self._operation,
                    request=self._sent,
                    attempt=self._attempt,
                    status=status,
                    headers=shown,
                    elapsed=elapsed,
                    request_id=self._request_id or None,
                    received_at=self._wall(),
                )
                run_callback("on_response", self._hooks.on_response, event)
            if decision != "read":
                self.received()
            if isinstance(decision, float) and self._budget.retries > self._retries:
                kind = status_error(status).__name__
                self.retrying(decision, kind, f"the server answered {status}")
        except BaseException as error:
            self._raised = error
        return self._raised is None

    def received(self) -> None:
        """Report that no more of a response is waited for."""
        self._end_span("", "")

    def failed(self, kind: str, reason: str) -> None:
        """Report a request that failed.

        Args:
            kind: The name of the class that the call would raise.
            reason: What happened, in words.
        """
        self._log_attempt(reason, self._budget.attempted())
        self._end_span(kind, reason)

    def retrying(self, delay: float, kind: str, reason: str) -> None:
        """Report that a request is repeated in so many seconds; see `failed`."""
        retry = self._budget.retries
        shown = self._method, self._sent.url
        LOGGER.debug(
            "%s %s: retry %d in %.2f s, since %s", *shown, retry, delay, reason
        )
        if self._hooks.on_retry is not None:
            event = RetryEvent(
                operation=self._operation,
                request=self._sent,
                attempt=self._attempt,
                retry=retry,
                delay=delay,
                status=self._status or None,
                error=kind,
                reason=reason,
            )
            run_callback("on_retry", self._hooks.on_retry, event)

    def ended(self, error: BaseException | None = None) -> None:
        """Report the end of the call; `error` is what it raises."""
        # The status of a response says all that is wrong, unless it is that of a token's.
        says_all = isinstance(error, APIStatusError) and self._status
        kind = "" if error is None or says_all else type(error).__name__
        self._end_span(kind, "")
        outcome = f"{self._status or ''} {kind}".strip()
        if outcome == self._outcome or (self._outcome and error is None):
            return
        self._outcome = outcome
        attempts = self._budget.retries + 1 if self._attempt else 0
        ms = self._budget.elapsed() * 1000
        LOGGER.info(
            "%s: %s, %d attempt%s, %d ms%s",
            self._operation,
            outcome,
            attempts,
            "" if attempts == 1 else "s",
            ms,
            f", request {self._request_id}" if self._request_id else "",
        )

    def _redacted(self, request: Request) -> SentRequest:
        return redacted(request, self._secrets(), self._hidden, with_body=False)

    def _end_span(self, kind: str, reason: str) -> None:
        span, self._span = self._span, None
        if span is not None:
            span.end(self._status, kind, reason)

    def _log_attempt(self, outcome: str, seconds: float) -> None:
        shown = self._sent.method, self._sent.url
        attempt, ms = self._attempt, seconds * 1000
        LOGGER.debug("%s %s: %s, attempt %d, %d ms", *shown, outcome, attempt, ms)
