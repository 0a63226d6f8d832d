"""One call from its first attempt to its end, without the sending: both sessions drive it."""

from __future__ import annotations

from logging import INFO
from typing import TYPE_CHECKING, Final, Generic, NoReturn, TypeVar

from ..errors import APIError, APITimeoutError, ResponseError, without_locals
from ..operation.idempotency import set_key
from ..process import LOGGER
from ..request.request_options import OMIT, RequestOptions
from ..response import retry
from ..response.decompression import BodyError
from ..response.response import Headers
from ..transport.deadline import Budget, Decision, Limits, RetryDelay
from ..transport.exchange import MAX_REDIRECTS, NO_REQUEST, RawHeaders, Request, follow
from ..transport.faults import failure_kind, is_lasting, reason, unreached
from .received_response import ReceivedResponse

if TYPE_CHECKING:
    from collections.abc import Sequence as Values

    from ..auth.secret import Secret
    from ..auth.security import Credential
    from ..errors import RequestError
    from ..hooks.observer import Observer
    from ..operation.operation import Operation
    from .client_settings import ClientSettings
    from .request_builder import Common, RequestBuilder

T = TypeVar("T")
E = TypeVar("E", bound="RequestError")

_SUCCESSES: Final = range(200, 300)
_UNAUTHORIZED: Final = 401


class Call(Generic[T]):
    """The state of one call.

    Args:
        settings: The client's settings.
        requests: Makes the call's requests.
        operation: What is called.
        options: What the caller says about this call.
        streamed: Whether the body is handed out as it comes.

    Attributes:
        common: What all requests of the operation have in common.
        request: The request of the next attempt; made by `prepare`.
        received: The answer to the last attempt; made by `on_response`.
        budget: What is left of time and attempts.
        observer: Reports the call to hooks and the log, where either is used.
    """

    received: ReceivedResponse

    def __init__(
        self,
        settings: ClientSettings,
        requests: RequestBuilder,
        operation: Operation[T],
        options: RequestOptions | None,
        streamed: bool = False,
    ) -> None:
        common = requests.prepared.get(operation) or requests.common(operation)
        self.common: Common = common
        clock, timeout, end = settings.clock, settings.timeout, settings.deadline
        start = clock()
        end = None if end is None else start + end
        self.budget: Budget = Budget(clock, start, timeout, end, settings.max_retries)
        if options is not None:
            self.budget.change(options)
        self.request: Request = NO_REQUEST
        self.path: str = operation.path
        self.streamed: bool = streamed
        self._settings, self._requests, self._operation = settings, requests, operation
        self.options: RequestOptions | None = options
        self._arguments: tuple[Values[object], object, str] = ((), OMIT, "")
        self._further: RawHeaders = ()
        self._snapshots: list[tuple[Credential, object]] = []
        self._redirects, self._refreshed = 0, False
        self.observer: Observer | None = None
        if settings.hooks is not None or LOGGER.isEnabledFor(INFO):
            from ..hooks.observer import Observer  # noqa: PLC0415 -- seldom needed

            given = settings.hooks, operation, self.budget, settings.secrets
            self.observer = Observer(*given, self._hidden(), settings.wall)

    def prepare(self, values: Values[object], body: object, url: str = "") -> None:
        """Make the request; `url` stands in for path and query."""
        self._arguments, self._snapshots = (values, body, url), []
        for credential in self.common.refreshable:
            self._snapshots.append((credential, credential.snapshot()))
        try:
            request = self._requests.build(
                self._operation, values, body, self.options, self.common, url
            )
        except APIError as error:
            raise without_locals(error) from error.__cause__
        if self._operation.idempotency_header or self.options is not None:
            set_key(request, self._operation, self.options, self.request.key)
        if self._further:
            request.headers = [*request.headers, *self._further]
        self.request, self.path = request, request.target.partition("?")[0]

    def rebuild(self) -> None:
        """Make the request once more, with the credentials as they are now."""
        self.prepare(*self._arguments)

    def prepare_again(self, headers: RawHeaders) -> None:
        """Make the request of a call that goes on after an answer, with further headers."""
        self._further, self._redirects, self._refreshed = headers, 0, False
        self.rebuild()

    def step(self, credential: Credential) -> Call[bytes] | None:
        """The call that has to be made before a credential can be used, within this one's time."""
        needed = credential.request(self._settings.clock())
        if needed is None:
            return None
        left = self.budget.left()
        options = RequestOptions(deadline=None if left is None else max(left, 1e-6))
        step = Call(self._settings, self._requests, needed.operation, options)
        try:
            step.prepare((), needed.body, needed.url)
        except APIError as error:
            raise without_locals(error) from error.__cause__
        step.request.headers = [*step.request.headers, *needed.headers]
        return step

    def provide(self, credential: Credential, secrets: Values[Secret]) -> None:
        """Send what the functions of a credential gave, in this call alone."""
        made, one = credential.resolved(secrets), self.common
        groups = one.credentials, one.refreshable
        here = [tuple(made if c is credential else c for c in some) for some in groups]
        self.common = one._replace(credentials=here[0], refreshable=here[1])

    def finish(self, credential: Credential, step: Call[bytes]) -> Call[bytes] | None:
        """Give a credential the result of its step, and return a further step that it needs."""
        try:
            credential.accept(step.result(), self._settings.clock())
        except APIError as error:
            if isinstance(error, ResponseError) and credential.try_alternate(error):
                return self.step(credential)
            raise without_locals(error) from error.__cause__
        return None

    def limits(self) -> Limits:
        """Begin an attempt: what it may take.

        Raises:
            APITimeoutError: The deadline has passed.
        """
        for credential, _ in () if self.request.foreign else self._snapshots:
            credential.sign(self.request)
        held = isinstance(self.request.body, bytes) and not self.streamed
        if self.observer is not None:
            self.observer.sending(self.request)
        budget = self.budget
        limits = Limits(budget.timeout, budget.deadline, held, budget.clock)
        budget.limits = limits
        if budget.deadline is not None and limits.began >= budget.deadline:
            raise self.expired()
        return limits

    def expired(self) -> APITimeoutError:
        """The error for a deadline that has passed while nothing was being sent."""
        return self._lost(APITimeoutError, "the deadline has passed")

    def on_response(self, status: int, headers: RawHeaders) -> Decision:
        """Decide what becomes of an answer by its head."""
        self.received = received = ReceivedResponse(
            self._settings, self._operation, self.path, status, headers
        )
        decision = "read" if status in _SUCCESSES else self._decide(status, headers)
        if self.observer is None or self.observer.answered(
            status, headers, received.request_id, decision
        ):
            return decision
        return 0.0

    def _decide(self, status: int, headers: RawHeaders) -> Decision:
        """Decide what becomes of an answer that is no success."""
        received = self.received
        received.failed = received.is_failure()
        if self._redirected(status):
            return 0.0
        if status == _UNAUTHORIZED and self._may_refresh():
            return "refresh"
        settings, found = self._settings, received.found
        if received.failed and retry.is_retryable(status, found, self._is_repeatable()):
            delay = retry.retry_delay(
                status, headers, self.budget.retries, settings.random, settings.wall
            )
            if delay is not None and self._may_repeat(delay):
                self.budget.retries += 1
                return delay
        return "read"

    def on_error(self, error: Exception) -> RetryDelay:
        """Decide what becomes of an attempt that failed.

        Raises:
            APIError: There is no further attempt.
        """
        body = self.request.body
        if not isinstance(body, bytes) and body.failure is not None:
            # The caller's own generator raised it.
            raise body.failure
        if isinstance(error, APIError | BodyError):
            self.interrupted(error)
        why = failure_kind(error).__name__, reason(error)
        if self.observer is not None:
            self.observer.failed(*why)
        again = (unreached(error) or self._is_repeatable()) and not is_lasting(error)
        delay = retry.backoff_delay(self.budget.retries, self._settings.random)
        if not again or not self._may_repeat(delay):
            self.interrupted(error)
        self.budget.retries += 1
        if self.observer is not None:
            self.observer.retrying(delay, *why)
        return delay

    def interrupted(self, error: Exception) -> NoReturn:
        """Raise what an exception comes to, if nothing is tried again."""
        if isinstance(error, ResponseError | BodyError):
            self.received.body = getattr(error, "body", b"")
            located = self._described(self.received.located(error))
            raise located from located.__cause__
        if isinstance(error, APIError):
            raise error
        raise self._lost(failure_kind(error), reason(error)) from without_locals(error)

    def result(self) -> T:
        """The value that the answer holds, whose body was read; see `ReceivedResponse.result`."""
        if self.observer is not None:
            self.observer.received()
        try:
            value: T = self.received.result()
        except BaseException as error:
            self.end(
                self._described(error) if isinstance(error, ResponseError) else error
            )
            raise
        if self.observer is not None:
            self.observer.ended()
        return value

    def end(self, error: BaseException | None = None) -> None:
        """Report the end of the call; `error` is what it raises."""
        if self.observer is not None:
            self.observer.ended(error)

    def _redirected(self, status: int) -> bool:
        location = (self.received.header("location") or "").encode("latin-1")
        followed = follow(self.request, status, location, self._settings.allow_http)
        if followed is None or self._redirects >= MAX_REDIRECTS:
            return False
        self._redirects, self.request = self._redirects + 1, followed
        return True

    def _may_refresh(self) -> bool:
        """Have rejected credentials refreshed, once, if there can be new ones."""
        if self._refreshed or self._redirects or not self.request.replayable:
            return False
        self._refreshed = True
        challenges = Headers(self.received.raw).all("www-authenticate")
        refreshed = [one.refresh(sent, challenges) for one, sent in self._snapshots]
        self.common = self._requests.common(self._operation)
        return any(refreshed)

    def _is_repeatable(self) -> bool:
        """Whether sending the request twice does what sending it once does."""
        return bool(self.request.key) or retry.is_idempotent(self.request.method)

    def _may_repeat(self, delay: RetryDelay) -> bool:
        return self.request.replayable and self.budget.allows(delay)

    def _lost(self, kind: type[E], what: str) -> E:
        attempts = self.budget.retries + 1
        tries = f" ({attempts} attempts)" if attempts > 1 else ""
        where = f"{self._operation.method} {self.path}"
        return self._described(kind(f"{where}: {what}{tries}"))

    def _described(self, error: E) -> E:
        """An error with its request, which shows no credentials."""
        from ..auth.redaction import redacted  # noqa: PLC0415 -- for errors alone

        error.method, error.path = self._operation.method, self.path
        error.attempts = self.budget.retries + 1
        if self.request is not NO_REQUEST:
            secrets = self._settings.secrets()
            error.request = redacted(self.request, secrets, self._hidden())
        self.end(error)
        return error

    def _hidden(self) -> list[str]:
        """The names of headers, parameters and members that are never shown."""
        own = [one.header_name for one in self.common.credentials]
        return [*filter(None, own), *self._operation.passwords]
