"""Gives a name to what the server sends by itself, so that a program can say what it decodes.

A pure step before names are assigned: a payload of a webhook or a callback that is no named
schema moves into an alias of its own, `NotesChangedPayload`.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.declarations import Alias
from generator.ir.name import Name
from generator.ir.operation import Callback, MediaType, Operation
from generator.ir.types import Anything, Reference
from generator.targets.python.media.media_kind import Kind, kind_of


def name_payloads(api: Api) -> Api:
    """Move payloads without a name into aliases."""
    step = _Step()
    webhooks = tuple(step.callback(one, one.webhook_owner) for one in api.webhooks)
    operations = tuple(map(step.operation, api.operations))
    return replace(
        api,
        declarations=(*api.declarations, *step.made.values()),
        operations=operations,
        webhooks=webhooks,
    )


def payload(callback: Callback) -> MediaType | None:
    """What the server sends, in JSON where it can choose; None where it sends no body."""
    content = callback.body.content if callback.body else ()
    return min(content, key=lambda media: kind_of(media) is not Kind.JSON, default=None)


def decoded(callbacks: Iterable[Callback]) -> Iterable[tuple[Callback, Reference]]:
    """The callbacks whose payloads have a name that they are decoded by."""
    for callback in callbacks:
        media = payload(callback)
        if media and kind_of(media) is Kind.JSON and isinstance(media.type, Reference):
            yield callback, media.type


class _Step:
    """The walk, and the aliases made on the way; several operations may share a callback."""

    def __init__(self) -> None:
        self.made: dict[str, Alias] = {}

    def operation(self, operation: Operation) -> Operation:
        """An operation whose callbacks have payloads with names."""
        if not operation.callbacks:
            return operation
        callbacks = tuple(
            self.callback(one, operation.owner) for one in operation.callbacks
        )
        return replace(operation, callbacks=callbacks)

    def callback(self, callback: Callback, owner: str) -> Callback:
        """A callback whose payload has a name."""
        if callback.body is None:
            return callback
        content = tuple(
            self._named(media, callback, owner) for media in callback.body.content
        )
        body = replace(callback.body, content=content)
        return replace(callback, body=body)

    def _named(self, media: MediaType, callback: Callback, owner: str) -> MediaType:
        is_plain = isinstance(media.type, Reference | Anything)
        if is_plain or kind_of(media) is not Kind.JSON:
            return media
        place = callback.place
        id = f"{place.file}#{place.pointer}/{media.content_type} payload"
        words = callback.name.preferred or callback.name.wire
        self.made[id] = Alias(
            id=id,
            name=Name(wire=callback.name.wire, preferred=f"{words} payload"),
            place=place,
            type=media.type,
            docs=callback.docs,
            owner=owner,
        )
        return replace(media, type=Reference(id=id))
