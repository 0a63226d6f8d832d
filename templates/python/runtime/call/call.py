"""One call from its first attempt to its end, without the sending: both sessions drive it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, Literal, NoReturn, TypeAlias, TypeVar

from ..errors import AnswerError, APIConnectionError, APIError, APITimeoutError
from ..operation.request_encoder import is_success
from ..request.request_options import OMIT
from ..response.content import Sequence
from ..response.decompression import BodyError, Inflater, Sink
from ..response.items import Items
from ..response.response import Headers, Response
from ..transport.deadline import Limits
from ..transport.exchange import MOST, follow
from ..transport.faults import is_lasting, is_timeout, reason, unreached
from . import retry
from .received_response import Arrival
from .retry import Budget

if TYPE_CHECKING:
    from collections.abc import Sequence as Values

    from ..auth.security import Credential
    from ..operation.operation import Operation
    from ..request.request_options import RequestOptions
    from ..transport.exchange import RawHeaders, Request
    from .core import Core

T = TypeVar("T")
D = TypeVar("D")
E = TypeVar("E", bound=APIConnectionError)

# What becomes of an answer: its body is read, or the credentials are renewed, or it is given up and
# the request, which may be another one by now, is sent after so many seconds.
Verdict: TypeAlias = Literal["read", "renew"] | float

_ERROR_BODY: Final = 1024 * 1024
_UNAUTHORIZED: Final = 401
_NOT_MODIFIED: Final = 304


class Call(Generic[T]):
    """The state of one call.

    Args:
        core: The client's settings.
        operation: What is called.
        options: What the caller says about this call.
        credentials: What the request is signed with.
        streamed: Whether the body is handed out as it comes.
    """

    request: Request

    def __init__(
        self,
        core: Core,
        operation: Operation[T],
        options: RequestOptions | None,
        credentials: tuple[Credential, ...],
        streamed: bool = False,
    ) -> None:
        self.core = core
        self.operation = operation
        self.credentials = credentials
        self.path: str = operation.path
        self.streamed = streamed
        self.status: int = 0
        self._options = options
        self._given: tuple[Values[object], object, str] = ((), OMIT, "")
        self._held: list[tuple[Credential, object]] = []
        self._redirects = 0
        self._renewed = False
        self._raw: RawHeaders = ()
        self._found: dict[bytes, bytes] = {}
        self.budget: Budget = Budget(core, options)

    @property
    def failed(self) -> bool:
        """Whether the answer is no success, so that its status alone decides."""
        if is_success(self.status):
            return False
        # What leads elsewhere and isn't followed is no answer.
        is_elsewhere = self.status != _NOT_MODIFIED and b"location" in self._found
        return is_elsewhere or not self.operation.layout.declares(self.status)

    def prepare(self, values: Values[object], body: object, url: str = "") -> None:
        """Make the request.

        Args:
            values: The values of the operation's parameters, in their order.
            body: The value of its body.
            url: A URL that stands in for path and query, or "".
        """
        self._given = (values, body, url)
        self._held = [(one, one.held()) for one in self.credentials]
        self.request = self.core.prepare(
            self.operation, values, body, self._options, self.credentials, url
        )
        self.path = self.request.path

    def renew(self) -> None:
        """Make the request once more, with the credentials as they are now."""
        self.prepare(*self._given)

    def limits(self) -> Limits:
        """Begin an attempt: what it may take.

        Raises:
            APITimeoutError: The deadline has passed.
        """
        for credential in () if self.request.foreign else self.credentials:
            credential.sign(self.request)
        held = isinstance(self.request.body, bytes) and not self.streamed
        try:
            return self.budget.begin(held)
        except TimeoutError as error:
            raise self.expired() from error

    def expired(self) -> APITimeoutError:
        """The error for a deadline that has passed while nothing was being sent."""
        return self._lost(APITimeoutError, "the deadline has passed")

    def judge(self, status: int, headers: RawHeaders) -> Verdict:
        """Decide what becomes of an answer by its head."""
        self.status = status
        self._raw = headers
        self._found = found = {name.lower(): value for name, value in headers}
        self._log(str(status))
        if is_success(status) or self._redirected(status, found):
            return "read" if is_success(status) else 0.0
        if status == _UNAUTHORIZED and self._may_renew():
            return "renew"
        if self.failed and retry.repeatable(self.request.method, status, found):
            core = self.core
            pause = retry.pause(
                status, headers, self.budget.retries, core.random, core.wall
            )
            if pause is not None and self._may_repeat(pause):
                return self._repeat(pause)
        return "read"

    def broke(self, error: Exception) -> float:
        """Decide what becomes of an attempt that broke.

        Returns:
            The seconds to wait before the next one.

        Raises:
            APIError: There is no next one.
        """
        body = self.request.body
        if not isinstance(body, bytes) and body.failure is not None:
            # The caller's own generator raised it.
            raise body.failure
        if isinstance(error, APIError | BodyError):
            self.interrupted(error)
        self._log(type(error).__name__)
        again = unreached(error) or retry.idempotent(self.request.method)
        again = again and not is_lasting(error)
        pause = retry.backoff(self.budget.retries, self.core.random)
        if not again or not self._may_repeat(pause):
            self.interrupted(error)
        return self._repeat(pause)

    def interrupted(self, error: Exception) -> NoReturn:
        """Raise what an exception comes to, if nothing is tried again."""
        if isinstance(error, AnswerError | BodyError):
            told = self._arrival(getattr(error, "body", b"")).told(error)
            raise told from told.__cause__
        if isinstance(error, APIError):
            raise error
        kind = APITimeoutError if is_timeout(error) else APIConnectionError
        raise self._lost(kind, reason(error)) from error

    def sink(self) -> Sink:
        """What the body is collected in."""
        coding = self._found.get(b"content-encoding", b"").decode("latin-1")
        if not self.failed:
            return Sink(coding, self.core.max_response_bytes)
        try:
            return Sink(
                coding, min(_ERROR_BODY, self.core.max_response_bytes), cut=True
            )
        except BodyError:
            return Sink("", _ERROR_BODY, cut=True)

    def inflater(self) -> Inflater:
        """What undoes the coding of a body that is handed out as it comes."""
        return Inflater(self._found.get(b"content-encoding", b"").decode("latin-1"))

    def items(self) -> Items[T]:
        """What cuts items out of a body that is a sequence."""
        arrival = self._arrival(b"")
        content, _ = self.operation.layout.success(self.status)
        if content is not None:
            content = content.chosen(arrival.content_type)
        if not isinstance(content, Sequence):
            raise BodyError(f"{arrival.content_type or 'the body'} is no sequence")
        return content.items(self.core.codec, arrival.where, arrival.content_type)

    def finish(self, body: bytes) -> T:
        """What the answer comes to.

        Raises:
            APIStatusError: The answer is no success.
            APIResponseError: It is one, and its body can't be read.
        """
        arrival = self._arrival(body)
        if self.failed:
            raise arrival.failure()
        value: T = arrival.result()
        return value

    def respond(self, body: bytes) -> Response[T]:
        """What the answer comes to, with everything around it."""
        return self.describe(self.finish(body), body)

    def describe(self, data: D, body: bytes) -> Response[D]:
        """The answer's head around some data."""
        return Response(
            data=data,
            status=self.status,
            headers=Headers(self._raw),
            body=body,
            request_id=self._arrival(body).request_id,
            method=self.operation.method,
            path=self.path,
            elapsed=self.budget.elapsed(),
            retries=self.budget.retries,
        )

    def _arrival(self, body: bytes) -> Arrival:
        return Arrival(
            self.core,
            self.operation,
            self.path,
            self.status,
            self._raw,
            self._found,
            body,
        )

    def _redirected(self, status: int, found: dict[bytes, bytes]) -> bool:
        location = found.get(b"location", b"")
        followed = follow(self.request, status, location, self.core.allow_http)
        if followed is None or self._redirects >= MOST:
            return False
        self._redirects += 1
        self.request = followed
        return True

    def _may_renew(self) -> bool:
        """Forget the credentials that were turned away, once, if there can be new ones."""
        if self._renewed or self._redirects or not self.request.replayable:
            return False
        self._renewed = True
        asked = Headers(self._raw).all("www-authenticate")
        renewed = [one.renew(held, asked) for one, held in self._held]
        return any(renewed)

    def _may_repeat(self, pause: float) -> bool:
        return self.request.replayable and self.budget.allows(pause)

    def _repeat(self, pause: float) -> float:
        budget = self.budget
        budget.retries += 1
        where = self.request.method, self.path
        self.core.logger.info(
            "%s %s: retry %d in %.2f s", *where, budget.retries, pause
        )
        return pause

    def _lost(self, kind: type[E], what: str) -> E:
        attempts = self.budget.retries + 1
        tries = f" ({attempts} attempts)" if attempts > 1 else ""
        message = f"{self.operation.method} {self.path}: {what}{tries}"
        return kind(
            message, method=self.operation.method, path=self.path, attempts=attempts
        )

    def _log(self, outcome: str) -> None:
        self.core.logger.debug(
            "%s %s: %s, attempt %d, %d ms",
            self.request.method,
            self.path,
            outcome,
            self.budget.retries + 1,
            self.budget.attempted() * 1000,
        )
