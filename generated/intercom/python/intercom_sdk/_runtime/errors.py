"""Everything that a call can raise: one tree under `APIError`."""

from __future__ import annotations

from typing import Any, TypeVar

from .json.drift import Drift
from .response.response import Headers, RateLimit, rate_limit_of
from .sent_request import SentRequest

E = TypeVar("E", bound=BaseException)


def _revive(kind: type[APIError], arguments: tuple[object, ...]) -> APIError:
    error = kind.__new__(kind)
    error.args = arguments
    return error


class APIError(Exception):
    """Anything that went wrong in this package."""

    def __init__(self, *arguments: object) -> None:
        # Without it, `inspect.signature` finds none.
        super().__init__(*arguments)

    def __reduce__(self) -> tuple[Any, ...]:
        # The constructors below take keywords, which the default would not pass.
        return _revive, (type(self), self.args), dict(self.__dict__)


class ArgumentError(APIError, ValueError):
    """A value that can't be sent; nothing was.

    Args:
        message: What is wrong.
        member: Which value it is, as in `data[3].price`, or "" where there is but one.
    """

    def __init__(self, message: str, *, member: str = "") -> None:
        super().__init__(message)
        self.member: str = member

    def __str__(self) -> str:
        message = super().__str__()
        return f"{self.member}: {message}" if self.member else message

    def below(self, name: str) -> None:
        """Say that the value stands within the one of this name."""
        joint = "." if name and self.member and self.member[0] != "[" else ""
        self.member = f"{name}{joint}{self.member}"


class CredentialsError(ArgumentError):
    """A credential is missing, or can't be sent as it is."""


class ClientClosedError(APIError, RuntimeError):
    """The client was used after it was closed."""


class PaginationError(APIError):
    """A page isn't what is declared, or the pages lead to no end.

    There is no list of items where one is declared, what should lead on is no cursor, a cursor or a
    page came back, a link leads elsewhere, or too many pages in a row were empty. The message names
    the page, counted from 1, and the place in its body.
    """


class RequestError(APIError):
    """A request that was sent failed.

    Args:
        message: What happened.
        method: The request's method.
        path: The request's path, without its query.
        attempts: How often the request was tried.

    Attributes:
        request: The request of the last attempt without the credentials in it; None where the error
            wasn't raised by a call.
    """

    def __init__(
        self, message: str, *, method: str = "", path: str = "", attempts: int = 1
    ) -> None:
        super().__init__(message)
        self.method = method
        self.path = path
        self.attempts = attempts
        self.request: SentRequest | None = None

    @property
    def rate_limit(self) -> RateLimit | None:
        """How many requests the server still takes, where the answer's headers say so."""
        return None

    def curl(self) -> str:
        """The request as a command of a POSIX shell, with `[secret]` in the place of credentials.

        "" where the request isn't known.
        """
        return "" if self.request is None else self.request.curl()


class APIConnectionError(RequestError):
    """No complete answer came; its arguments are those of `RequestError`."""


class APITimeoutError(APIConnectionError):
    """The answer took longer than the timeout or the deadline allows."""


class ResponseError(RequestError):
    """A response came, and it isn't the one that was requested.

    Args:
        message: What is wrong.
        status_code: The HTTP status.
        headers: The answer's headers.
        body: The answer's body, decompressed, as far as it came.
        method: The request's method.
        path: The request's path, without its query.
        request_id: The server's name for the request, where it gave one.
        data: The body, decoded, or None where that couldn't be done.
        errors: The list of errors that the body carries, or an empty one.
        retry_after: The seconds after which the server accepts a further request, counted from
            its response, or None where it gives none.
        attempts: How often the request was tried.

    Attributes:
        received_at: When the answer came, as unix seconds.
    """

    def __init__(  # noqa: PLR0913 -- each has a meaning of its own
        self,
        message: str,
        *,
        status_code: int = 0,
        headers: Headers | None = None,
        body: bytes = b"",
        method: str = "",
        path: str = "",
        request_id: str | None = None,
        data: Any = None,  # noqa: ANN401 -- any value may stand here
        errors: list[Any] | None = None,
        retry_after: float | None = None,
        attempts: int = 1,
    ) -> None:
        super().__init__(message, method=method, path=path, attempts=attempts)
        self.status_code = status_code
        self.headers: Headers = Headers() if headers is None else headers
        self.body = body
        self.request_id = request_id
        self.data = data
        self.errors: list[Any] = [] if errors is None else errors
        self.retry_after: float | None = retry_after
        self.received_at: float = 0.0

    @property
    def rate_limit(self) -> RateLimit | None:
        """How many requests the server still takes, where the answer's headers say so."""
        return rate_limit_of(self.headers, self.received_at)


class APIResponseError(ResponseError):
    """The status is a success, but the body can't be read."""


class DriftError(APIResponseError):
    """The body departs from the API's description, and the client is strict.

    Args:
        message: What departs.
        drifts: All departures, in the body's order.
    """

    def __init__(
        self,
        message: str,
        *,
        drifts: tuple[Drift, ...] = (),
        **answer: Any,  # noqa: ANN401 -- any value may stand here
    ) -> None:
        super().__init__(message, **answer)
        self.drifts = drifts


class APIStreamError(ResponseError):
    """The server reported an error within a stream that had begun as a success.

    `body` is what it said, and `data` the same, decoded.
    """


class APIStatusError(ResponseError):
    """The status is not a success."""


class BadRequestError(APIStatusError):
    """400: the request is malformed."""


class UnauthorizedError(APIStatusError):
    """401: the credentials are missing or not accepted."""


class ForbiddenError(APIStatusError):
    """403: the credentials don't allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class ConflictError(APIStatusError):
    """409: the request contradicts what is there."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed and its content isn't accepted."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class ServerError(APIStatusError):
    """5xx: the server failed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_SERVER_ERRORS = range(500, 600)


def status_error(status: int) -> type[APIStatusError]:
    """The class that stands for a status."""
    if status in _SERVER_ERRORS:
        return ServerError
    return _BY_STATUS.get(status, APIStatusError)


def without_locals(error: E) -> E:
    """An error whose ended frames hold no variables any more, since some of them were credentials.

    The lines of its traceback stay, and so does what led to it.
    """
    from traceback import clear_frames  # noqa: PLC0415 -- for errors alone

    # Not the context: it may be what the caller was handling when it called. httpcore2 cuts causes
    # off (`from None`), so that `transport.net` has to clear what it raises errors from.
    cause: BaseException | None = error
    while cause is not None:
        clear_frames(cause.__traceback__)
        cause = cause.__cause__
    return error
