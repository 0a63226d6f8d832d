"""Statuses: which responses a call returns, and which it raises."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.ir.operation import Operation, Response
from generator.targets.python.media.media_kind import is_stream

_NOT_MODIFIED = "304"
# What leads elsewhere, with a Location.
_REDIRECTS = frozenset({"301", "302", "303", "307", "308", "3XX"})


def successes(operation: Operation) -> tuple[Response, ...]:
    """The responses that a call returns: the 2xx ones, or `default` where it stands for them.

    So is a 304, and another 3xx where no 2xx is described, unless it leads elsewhere: redirects are
    followed. The response to HEAD has no body.
    """
    found = tuple(item for item in operation.responses if item.status[:1] == "2")
    found = found or tuple(_by_default(operation.responses))
    found = (*found, *_unfollowed(operation, found))
    if operation.method == "HEAD":
        return tuple(replace(item, content=()) for item in found)
    return found


def errors(operation: Operation) -> tuple[Response, ...]:
    """The responses that a call raises, `default` among them unless it stands for the others."""
    is_described = any(item.is_success for item in operation.responses)
    return tuple(
        item
        for item in operation.responses
        if item.status[:1] in {"4", "5"} or (item.status == "default" and is_described)
    )


def errors_with_content(operation: Operation) -> tuple[Response, ...]:
    """The responses beside those that a caller asked for, whose bodies are described."""
    return tuple(r for r in operation.responses if not r.is_success and r.content)


def has_not_modified(operation: Operation) -> bool:
    """Whether a call returns None beside other things: what the caller has is current."""
    found = successes(operation)
    return len(found) > 1 and any(item.status == _NOT_MODIFIED for item in found)


def may_lead_elsewhere(operation: Operation) -> bool:
    """Whether a call may return what is found where a redirect leads, which nobody describes."""
    return any(item.status in _REDIRECTS for item in successes(operation))


def _unfollowed(
    operation: Operation, found: tuple[Response, ...]
) -> Iterator[Response]:
    """The 3xx that a call returns; pages and streams are never without their items."""
    has_items = operation.pagination is not None or any(
        is_stream(media) for item in found for media in item.content
    )
    for item in operation.responses:
        if item.status == _NOT_MODIFIED:
            if not has_items:
                # It has no body, whatever is described (RFC 9110, 15.4.5).
                yield replace(item, content=())
        elif item.status[:1] == "3" and not found:
            yield item


def _by_default(responses: tuple[Response, ...]) -> Iterator[Response]:
    """The `default` as a success: where no other is described, and it isn't one of the errors."""
    others = [item for item in responses if item.status != "default"]
    if any(item.is_success for item in others):
        return
    errors = [media.type for item in others for media in item.content]
    for item in responses:
        is_error = any(media.type in errors for media in item.content)
        if item.status == "default" and item.content and not is_error:
            yield replace(item, status="2XX")
