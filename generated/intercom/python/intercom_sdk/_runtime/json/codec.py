"""From JSON to typed values, fast when they fit and tolerant when they don't."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from ..argument_checks import kind_of, run_callback
from ..errors import APIResponseError, ArgumentError, DriftError
from .drift import Drift, DriftLog
from .json_limits import DEEPEST, is_deep
from .model import dec_hook
from .plain_data import Annotation, Plain

if TYPE_CHECKING:
    from logging import Logger

# Bytes.
_LONG: Final = 4096
# What more callers have made of the types, `list[A | B]`, is looked at again.
_MOST_TYPES: Final = 512
_DECODERS: dict[object, msgspec.json.Decoder[object]] = {}


class UnreadableError(APIResponseError):
    """A body that no value of its type can be made of; `body` is what came.

    Args:
        where: The operation, as reports name it.
        reason: What is wrong.
        body: The body, or the part of it that holds one item.
    """

    def __init__(self, where: str, reason: str, body: bytes) -> None:
        super().__init__(f"{where}: {reason}", body=body)
        self.reason = reason


class Codec:
    """How responses are decoded, and where departures are reported.

    Args:
        strict: Raise `DriftError` when a body departs from its type.
        on_drift: Called with each departure; not when strict.
        logger: Where departures are logged, without their values unless at DEBUG; None for nowhere.
    """

    __slots__ = ("_log", "_on_drift", "_strict")

    def __init__(
        self,
        strict: bool,
        on_drift: Callable[[Drift], object] | None,
        logger: Logger | None,
    ) -> None:
        self._strict = strict
        self._on_drift = on_drift
        self._log = None if logger is None else DriftLog(logger)

    def silenced(self) -> Codec:
        """A codec that reports no departures: for bodies that may come from elsewhere."""
        return type(self)(self._strict, None, None)

    def varied(self, strict: bool, on_drift: Callable[[Drift], object] | None) -> Codec:
        """A codec that logs to the same place, where both log each departure once."""
        codec = type(self)(strict, on_drift, None)
        codec._log = self._log
        return codec

    def decode(
        self, type: object, body: bytes, *, where: str, whole: bool = False
    ) -> object:
        """The body as a value of a type, or as near to it as the server's values allow.

        Args:
            type: The type in the description: any annotation that stands for JSON.
            body: The response's body.
            where: The operation, as reports name it: `GET /notes/{id}`.
            whole: Whether it is all that came, so that nothing is left of the type where the body
                is of another kind: null, a list or text where an object is described.

        Raises:
            UnreadableError: The body isn't JSON, or is nested too deeply, or a whole one is of
                another kind; its cause says more.
            DriftError: The body departs from the type, and the codec is strict.
        """
        # Each level opens a bracket, and nothing finds single bytes as fast as `replace`; of a long
        # body it costs more than it saves.
        size = len(body)
        if size <= _LONG:
            size -= len(body.replace(b"{", b"").replace(b"[", b""))
        if size > DEEPEST and is_deep(body):
            # Text in UTF-16 may have bytes that look like brackets.
            return self._tolerate(type, body, where, whole, is_bounded=False)
        try:
            # Models that lead to each other in a chain of thousands are too deep for a decoder.
            decoder = _DECODERS.get(type) or _decoder(type)
            return decoder.decode(body)
        except (
            msgspec.ValidationError,
            msgspec.DecodeError,
            UnicodeDecodeError,
            RecursionError,
        ):
            return self._tolerate(type, body, where, whole, is_bounded=True)

    def keep(self, value: object, plain: Plain) -> None:
        """Keep in models what their classes don't declare, if this codec does."""

    def report(self, drifts: Sequence[Drift]) -> None:
        """Log departures and give them to the callback, or raise them all when strict.

        Raises:
            DriftError: There are some, and the codec is strict.
        """
        if not drifts:
            return
        if self._log is not None:
            self._log.write(drifts)
        if self._strict:
            more = f", and {len(drifts) - 1} more" if len(drifts) > 1 else ""
            raise DriftError(f"{drifts[0]}{more}", drifts=tuple(drifts))
        for drift in drifts:
            self._hand_on(drift)

    def note(self, drift: Drift) -> None:
        """Log a departure and give it to the callback, whether the codec is strict or not."""
        if self._log is not None:
            self._log.write((drift,))
        self._hand_on(drift)

    def _hand_on(self, drift: Drift) -> None:
        if self._on_drift is not None:
            run_callback("on_drift", self._on_drift, drift)

    def _tolerate(
        self, type: object, body: bytes, where: str, whole: bool, *, is_bounded: bool
    ) -> object:
        from .planner import (  # noqa: PLC0415 -- loaded at its first use
            Unreadable,
            convert_body,
            kind_mismatch,
        )

        try:
            plain, value, drifts = convert_body(
                type, body, where, is_bounded=is_bounded
            )
        except Unreadable as error:
            raise UnreadableError(where, str(error), body) from error.__cause__
        other = kind_mismatch(type, plain) if whole and not self._strict else ""
        if other:
            raise UnreadableError(where, other, body)
        self.report(drifts)
        return value


def readable(name: str, type: Annotation) -> Annotation:
    """A type as it is decoded to; what is none that JSON can be read as is refused."""
    try:
        return type if type in _DECODERS else _with_standins(type)
    except TypeError as error:
        raise ArgumentError(
            f"{name} must be a type that JSON can be read as, not {kind_of(type)}"
        ) from error


@lru_cache(_MOST_TYPES)
def _with_standins(type: Annotation) -> Annotation:
    from .unions import with_standins  # noqa: PLC0415 -- loaded at its first use

    return with_standins(type)


def _decoder(type: Annotation) -> msgspec.json.Decoder[object]:
    decoder: msgspec.json.Decoder[object] = msgspec.json.Decoder(
        type, dec_hook=dec_hook
    )
    _DECODERS[type] = decoder
    return decoder
