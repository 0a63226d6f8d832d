"""Arguments that their schemas as written allow, drawn with more care where the first aren't."""

from __future__ import annotations

import msgspec

from tests.judge.sampling.contradictions import Contradictions
from tests.judge.sampling.draw import Undrawable, drawn
from tests.judge.sampling.schema_validator import Judge
from tests.judge.source.original import Original
from tests.judge.wire.request.inputs import (
    Arguments,
    Request,
    arguments,
    outside,
)


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What an operation is called with.

    Args:
        allowed: The arguments.
        refused: How many more were drawn that violate their schema.
        reason: Why none are allowed, or "".
    """

    allowed: tuple[Arguments, ...] = ()
    refused: int = 0
    reason: str = ""


def chosen(request: Request, judge: Judge, count: int, seconds: float) -> Chosen:
    """Arguments for an operation.

    Args:
        request: What it takes.
        judge: Who says what is allowed.
        count: How many at most.
        seconds: How much processor time drawing may take, each of the two times.
    """
    refused = 0
    reason = ""
    for careful in (None, judge):
        try:
            found = drawn(arguments(request, careful), count, seconds)
        except Undrawable as error:
            reason = f"operations without arguments: {error}"
            continue
        allowed = tuple(each for each in found if each.is_allowed(request, judge))
        refused += len(found) - len(allowed)
        if allowed:
            return Chosen(allowed=allowed, refused=refused)
    return Chosen(refused=refused, reason=reason)


def lacking(
    original: Original, request: Request, judge: Judge, chosen: Chosen, seconds: float
) -> str:
    """Why an operation can't be called, by the argument that has no value.

    Args:
        original: The document.
        request: What the operation takes.
        judge: Who says what is allowed.
        chosen: What was drawn.
        seconds: How much processor time drawing one argument may take.
    """
    contradictions = Contradictions(original, sent=True)
    for slot in request.slots:
        if slot.required and slot.written is not None:
            if why := contradictions.find(slot.written):
                return f"`{slot.name}` contradicts itself: {why}"
            try:
                drawn(outside(slot, judge), 1, seconds)
            except Undrawable:
                return f"nothing that `{slot.name}` may be can stand in a {slot.place}"
    body = request.body
    written = body.written if body is not None and body.required else None
    if written is not None and (why := contradictions.find(written)):
        return f"the body contradicts itself: {why}"
    return chosen.reason or "every drawn argument violates its schema"
