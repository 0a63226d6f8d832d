"""What a complete response comes to: a decoded value, or an error of the right class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from ..errors import AnswerError, APIResponseError, APIStreamError, status_error
from ..json.codec import UnreadableError
from ..json.drift import Drift
from ..json.json_limits import bounded
from ..json.plain_data import is_array, is_object
from ..media_type import essence
from ..response.content import Content, Json, undeclared
from ..response.decompression import BodyError
from ..response.response import Headers
from .retry import retry_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..operation.operation import Operation
    from ..transport.exchange import RawHeaders
    from .core import Core

_SHOWN: Final = 300


def excerpt(body: bytes) -> str:
    """The beginning of a body, in quotes, so that it fits into a line."""
    text = body[: 4 * _SHOWN].decode("utf-8", "replace").strip()
    return f"{text[:_SHOWN]!r}{'...' if len(text) > _SHOWN else ''}"


def named(data: object, name: str) -> str | None:
    """A member that is text, of plain data or of a model."""
    value = _member(data, name)
    return value if isinstance(value, str) else None


def _member(data: object, name: str) -> Any:  # noqa: ANN401 -- any value may stand here
    if is_object(data):
        return data.get(name)
    return getattr(data, name, None)


def listed(data: object) -> list[Any]:
    """The errors that a body lists."""
    errors = _member(data, "errors")
    return errors if is_array(errors) else []


def message(line: str, errors: Sequence[object], data: object) -> str:
    """A line with what an error says behind it: its code, and its words."""
    told = errors[0] if errors else data
    nested = _member(told, "error")
    told = told if nested is None or isinstance(nested, str) else nested
    words = [named(told, name) for name in ("code", "error", "message", "detail")]
    said = ": ".join(dict.fromkeys(word for word in words if word))
    # A server's text may hold line breaks, which would forge lines in a log.
    printable = "".join(letter if letter.isprintable() else " " for letter in said)
    return f"{line} {printable[:_SHOWN]}".rstrip()


E = TypeVar("E", bound=AnswerError)

_REQUEST_IDS: Final = (b"x-request-id", b"request-id", b"x-correlation-id")
_HIDDEN: Final = b"[secret]"
_NAMED: Final = 60
_REDIRECTS: Final = range(300, 400)


class Arrival:
    """An answer that has come as a whole, or as far as it came.

    Args:
        core: The client's settings.
        operation: What was called.
        path: The request's path, without its query.
        status: The HTTP status.
        raw: The headers as they came.
        found: The same by lower-case name.
        body: The body, decompressed.
    """

    __slots__ = ("body", "core", "found", "operation", "path", "raw", "status")

    def __init__(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        core: Core,
        operation: Operation[Any],
        path: str,
        status: int,
        raw: RawHeaders,
        found: Mapping[bytes, bytes],
        body: bytes,
    ) -> None:
        self.core = core
        self.operation = operation
        self.path = path
        self.status = status
        self.raw: RawHeaders = raw
        self.found: Mapping[bytes, bytes] = found
        self.body = body

    @property
    def content_type(self) -> str:
        """The Content-Type, or ""."""
        return self.found.get(b"content-type", b"").decode("latin-1")

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, where a header gives one."""
        for name in _REQUEST_IDS:
            if name in self.found:
                return self.found[name].decode("latin-1")
        return None

    @property
    def where(self) -> str:
        """The operation, as reports name it."""
        return f"{self.operation.method} {self.operation.path}"

    def result(self) -> Any:  # noqa: ANN401 -- any value may stand here
        """The value that a successful answer holds.

        Raises:
            APIResponseError: The body can't be read.
            DriftError: It departs from its description, and the client is strict.
        """
        try:
            return self._decode(self._content())
        except (AnswerError, BodyError) as error:
            told = self.told(error)
            raise told from told.__cause__

    def told(self, error: AnswerError | BodyError) -> AnswerError:
        """What whoever read the body raised, with all that is known of the answer."""
        if isinstance(error, UnreadableError):
            told = self.unreadable(error.reason, shown=True)
            told.__cause__ = error.__cause__
            return told
        if isinstance(error, BodyError):
            told = self.unreadable(str(error))
            told.__cause__ = error
            return told
        if isinstance(error, APIStreamError):
            return self._within_stream()
        if not error.status_code:
            # The codec knows the body alone.
            self.fill(error)
        return error

    def _content(self) -> Content[Any]:
        layout = self.operation.layout
        content, declared = layout.success(self.status)
        if content is None:
            return undeclared(self.content_type)
        if not declared:
            expected = " or ".join(self.operation.responses)
            self._report(f"status {expected}", f"status {self.status}", self.status)
        return content.chosen(self.content_type)

    def _decode(
        self, content: Content[Any]
    ) -> Any:  # noqa: ANN401 -- any value may stand here
        if not self.body and isinstance(content, Json):
            if self.operation.method != "HEAD":
                kind = content.type
                self._report(getattr(kind, "__name__", str(kind)), "nothing", None)
            return None
        codec = self.core.codec
        return content.decode(self.body, self.content_type, codec, self.where)

    def _report(self, expected: str, found: str, value: object) -> None:
        drift = Drift(
            path="$",
            expected=expected,
            found=found,
            value=value,
            where=self.where,
            place="$",
        )
        self.core.codec.report([drift])

    def failure(self) -> AnswerError:
        """The error that another answer stands for; whatever its body is, there is one."""
        self._scrub()
        data = self._error_data(self.content_type)
        line = message(self._line(), listed(data), data)
        if self.status in _REDIRECTS and b"location" in self.found:
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
        self.fill(error)
        error.data = data
        error.errors = listed(data)
        error.request_id = self.request_id or named(data, "request_id")
        return error

    def unreadable(self, reason: str, *, shown: bool = False) -> APIResponseError:
        """The error for a successful answer whose body is no use.

        Args:
            reason: What is wrong with it.
            shown: Whether its beginning tells more.
        """
        self._scrub()
        kind = essence(self.content_type)[:_NAMED] or "without a Content-Type"
        line = f"{self._line()} {kind}: {reason}"
        error = APIResponseError(f"{line}: {excerpt(self.body)}" if shown else line)
        self.fill(error)
        return error

    def _error_data(
        self, content_type: str
    ) -> Any:  # noqa: ANN401 -- any value may stand here
        if self.body.lstrip()[:1] not in {b"{", b"["}:
            return None
        content = self.operation.layout.error(self.status) or self.core.error
        if content is not None:
            try:
                chosen = content.chosen(content_type)
                # A gateway's own error isn't the API's.
                codec = self.core.error_codec
                return chosen.decode(self.body, content_type, codec, self.where)
            except (APIResponseError, BodyError):
                pass
        try:
            return msgspec.json.decode(bounded(self.body))
        except (msgspec.MsgspecError, ValueError):
            return None

    def fill(self, error: AnswerError) -> None:
        """Give an error what is known of its answer."""
        self._scrub()
        error.status_code = self.status
        error.headers = Headers(self.raw)
        error.body = self.body
        error.method = self.operation.method
        error.path = self.path
        error.request_id = self.request_id
        error.retry_after = retry_after(self.status, self.raw, self.core.wall)

    def _line(self) -> str:
        return f"{self.operation.method} {self.path}: {self.status}"

    def _scrub(self) -> None:
        """Take credentials out of what the server sent back, as an echo does."""
        for secret in self.core.secrets():
            raw = secret.encode()
            if raw in self.body:
                self.body = self.body.replace(raw, _HIDDEN)
            if any(raw in value for _, value in self.raw):
                self.raw = _hidden(self.raw, raw)
                self.found = {name.lower(): value for name, value in self.raw}


def _hidden(headers: RawHeaders, raw: bytes) -> RawHeaders:
    return [(name, value.replace(raw, _HIDDEN)) for name, value in headers]
