"""A complete response as a decoded value, or an error of the right class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from ..errors import APIResponseError, APIStreamError, ResponseError, status_error
from ..json.codec import UnreadableError
from ..json.drift import Drift
from ..json.json_limits import bounded
from ..json.plain_data import is_array, member_of, named
from ..media_type import essence
from ..response.content import ByContentType, Content, ItemParser, Json, undeclared
from ..response.decompression import BodyError, Inflater, Sink
from ..response.response import Headers, LazyHeaders, Response
from ..response.retry import retry_after

if TYPE_CHECKING:
    from ..operation.operation import Operation
    from ..transport.deadline import Budget
    from ..transport.exchange import RawHeaders
    from .client_settings import ClientSettings

_SHOWN: Final = 300


def excerpt(body: bytes) -> str:
    """The beginning of a body, in quotes, so that it fits into a line."""
    text = body[: 4 * _SHOWN].decode("utf-8", "replace").strip()
    return f"{text[:_SHOWN]!r}{'...' if len(text) > _SHOWN else ''}"


def listed(data: object) -> list[Any]:
    """The errors that a body lists."""
    errors = member_of(data, "errors")
    return errors if is_array(errors) else []


def message(line: str, errors: Sequence[object], data: object) -> str:
    """A line with what an error says behind it: its code, and its words."""
    error = errors[0] if errors else data
    nested = member_of(error, "error")
    error = error if nested is None or isinstance(nested, str) else nested
    words = [named(error, name) for name in ("code", "error", "message", "detail")]
    said = ": ".join(dict.fromkeys(word for word in words if word))
    # A server's text may hold line breaks, which would forge lines in a log.
    printable = "".join(letter if letter.isprintable() else " " for letter in said)
    return f"{line} {printable[:_SHOWN]}".rstrip()


D = TypeVar("D")
E = TypeVar("E", bound=ResponseError)

_REQUEST_IDS: Final = ("x-request-id", "request-id", "x-correlation-id")
_HIDDEN: Final = b"[secret]"
_NAMED: Final = 60
_REDIRECTS: Final = range(300, 400)
_NOT_MODIFIED: Final = 304
_MAX_ERROR_BODY: Final = 1024 * 1024


class ReceivedResponse(msgspec.Struct, eq=False):
    """The head of an answer, and its body as far as it has come.

    Args:
        settings: The client's settings.
        operation: What was called.
        path: The request's path, without its query.
        status: The HTTP status.
        raw: The headers as they came.
        body: The body, decompressed.
        failed: Whether the answer is no success, so that its status alone decides.
    """

    settings: ClientSettings
    operation: Operation[Any]
    path: str
    status: int
    raw: RawHeaders
    body: bytes = b""
    failed: bool = False

    def is_failure(self) -> bool:
        """Whether an answer whose status isn't 2xx is no success."""
        # What leads elsewhere and isn't followed is no answer.
        is_elsewhere = (
            self.status != _NOT_MODIFIED and self.header("location") is not None
        )
        return is_elsewhere or not self.operation.declares(self.status)

    @property
    def found(self) -> dict[bytes, bytes]:
        """The headers by lower-case name."""
        return {name.lower(): value for name, value in self.raw}

    def header(self, *names: str) -> str | None:
        """The last value of the first header that is there, by names in lower case."""
        raw = self.raw
        if isinstance(raw, LazyHeaders):
            return raw.last(*names)
        for name in names:
            wanted = name.encode()
            for key, value in reversed(raw):
                if key.lower() == wanted:
                    return value.decode("latin-1")
        return None

    @property
    def content_type(self) -> str:
        """The Content-Type, or ""."""
        return self.header("content-type") or ""

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, where a header gives one."""
        return self.header(*_REQUEST_IDS)

    @property
    def where(self) -> str:
        """The operation, as reports name it."""
        return f"{self.operation.method} {self.operation.path}"

    def sink(self) -> Sink:
        """The sink that collects the body."""
        coding = self.header("content-encoding")
        limit = self.settings.max_response_bytes
        if not self.failed:
            return Sink(Inflater(coding), limit) if coding else Sink(None, limit)
        limit = min(_MAX_ERROR_BODY, limit)
        try:
            return Sink(Inflater(coding) if coding else None, limit, cut=True)
        except BodyError:
            return Sink(None, _MAX_ERROR_BODY, cut=True)

    def inflater(self) -> Inflater:
        """The decompressor of a body that is handed out as it comes."""
        return Inflater(self.header("content-encoding") or "")

    def items(self) -> ItemParser[Any]:
        """The parser of a body that is a sequence."""
        content, _ = self.operation.success_content(self.status)
        if content is None:
            content = undeclared(self.content_type)
        content = content.select(self.content_type)
        return content.items(self.settings.codec, self.where, self.content_type)

    def result(self) -> Any:  # noqa: ANN401 -- any value may stand here
        """The value that the answer holds.

        Raises:
            APIStatusError: The answer is no success.
            APIResponseError: It is one, and its body can't be read.
            DriftError: The body departs from its description, and the client is strict.
        """
        if self.failed:
            raise self._failure()
        operation, status, body = self.operation, self.status, self.body
        known = operation.successes.get(status) or operation.success_content(status)
        content, declared = known
        try:
            if declared and body and isinstance(content, Json):
                where = f"{operation.method} {operation.path}"
                kind, codec = content.type, self.settings.codec
                return codec.decode(kind, body, where=where, whole=True)
            return self._decode(content, declared)
        except (ResponseError, BodyError) as error:
            located = self.located(error)
            raise located from located.__cause__

    def _decode(self, content: Content[Any] | None, declared: bool) -> object:
        operation, codec = self.operation, self.settings.codec
        if content is None:
            content = undeclared(self.content_type)
        elif not declared:
            expected = " or ".join(operation.responses)
            self._report(f"status {expected}", f"status {self.status}", self.status)
        if isinstance(content, ByContentType):
            content = content.select(self.content_type)
        if isinstance(content, Json) and not self.body:
            if operation.method != "HEAD":
                kind = content.type
                self._report(getattr(kind, "__name__", str(kind)), "nothing", None)
            return None
        return content.decode(self.body, self.content_type, codec, self.where)

    def response(self, data: D, budget: Budget) -> Response[D]:
        """The head around some data; `budget` is what is left of the call's time and attempts."""
        return Response(
            data=data,
            status=self.status,
            headers=Headers(self.raw),
            body=self.body,
            request_id=self.request_id,
            method=self.operation.method,
            path=self.path,
            elapsed=budget.elapsed(),
            retries=budget.retries,
            received_at=self.settings.wall(),
        )

    def located(self, error: ResponseError | BodyError) -> ResponseError:
        """An error of reading the body, with all that is known of the answer."""
        if isinstance(error, UnreadableError):
            located = self._unreadable(error.reason, shown=True)
            located.__cause__ = error.__cause__
            return located
        if isinstance(error, BodyError):
            located = self._unreadable(str(error))
            located.__cause__ = error
            return located
        if isinstance(error, APIStreamError):
            return self._within_stream()
        if not error.status_code:
            # The codec has the body alone.
            self._fill(error)
        return error

    def _report(self, expected: str, found: str, value: object) -> None:
        at = {"path": "$", "place": "$", "where": self.where}
        drift = Drift(expected=expected, found=found, value=value, **at)
        self.settings.codec.report([drift])

    def _failure(self) -> ResponseError:
        """The error that another answer stands for; whatever its body is, there is one."""
        self._scrub()
        data = self._error_data(self.content_type)
        line = message(self._line(), listed(data), data)
        if self.status in _REDIRECTS and self.header("location") is not None:
            line += " (a redirect that isn't followed)"
        return self._with_data(status_error(self.status)(line), data)

    def _within_stream(self) -> APIStreamError:
        """The error that the server reports in the place of an item, which is the body here."""
        self._scrub()
        data = self._error_data("application/json")
        line = f"{self._line()}, and within the stream:"
        said = message(line, listed(data), data)
        if said == line:
            said = f"{line} {excerpt(self.body)}"
        return self._with_data(APIStreamError(said), data)

    def _with_data(self, error: E, data: object) -> E:
        self._fill(error)
        error.data = data
        error.errors = listed(data)
        error.request_id = self.request_id or named(data, "request_id")
        return error

    def _unreadable(self, reason: str, *, shown: bool = False) -> APIResponseError:
        self._scrub()
        kind = essence(self.content_type)[:_NAMED] or "without a Content-Type"
        line = f"{self._line()} {kind}: {reason}"
        error = APIResponseError(f"{line}: {excerpt(self.body)}" if shown else line)
        self._fill(error)
        return error

    def _error_data(
        self, content_type: str
    ) -> Any:  # noqa: ANN401 -- any value may stand here
        if self.body.lstrip()[:1] not in {b"{", b"["}:
            return None
        content = self.operation.error_content(self.status) or self.settings.error
        if content is not None:
            try:
                chosen = content.select(content_type)
                # A gateway's own error isn't the API's.
                codec = self.settings.error_codec
                return chosen.decode(self.body, content_type, codec, self.where)
            except (APIResponseError, BodyError):
                pass
        try:
            return msgspec.json.decode(bounded(self.body))
        except (msgspec.MsgspecError, ValueError):
            return None

    def _fill(self, error: ResponseError) -> None:
        """Give an error what is known of its answer."""
        self._scrub()
        error.status_code = self.status
        error.headers = Headers(self.raw)
        error.body = self.body
        error.request_id = self.request_id
        error.received_at = self.settings.wall()
        error.retry_after = retry_after(self.status, self.raw, self.settings.wall)

    def _line(self) -> str:
        return f"{self.operation.method} {self.path}: {self.status}"

    def _scrub(self) -> None:
        """Take credentials out of what the server sent back, as an echo does."""
        headers: list[tuple[bytes, bytes]] = [*self.raw]
        for secret in self.settings.secrets():
            raw = secret.encode()
            self.body = self.body.replace(raw, _HIDDEN)
            headers = [(name, value.replace(raw, _HIDDEN)) for name, value in headers]
        self.raw = headers
