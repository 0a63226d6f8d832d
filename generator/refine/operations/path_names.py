"""Names for operations whose path and HTTP method are all that names them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from generator.ir.name import split
from generator.ir.operation import Operation
from generator.refine.operations.english import (
    VERBS,
    Words,
    is_plural,
    same,
    singular,
)

_ON_MANY = {"post": "create", "put": "replace", "patch": "update"}
_ON_ONE = {**_ON_MANY, "post": "update"}
_BULK = frozenset({"delete", "patch", "put"})
_PREFIX = re.compile(
    r"api|rest|v\d+([a-z]+\d*)?|\d{4}[-_]\d\d[-_]\d\d|\d+(\.\d+)*", re.IGNORECASE
)
_PIECE = re.compile(r"\{[^{}]*\}|[^{}]+")


class Segment(NamedTuple):
    """A piece of a path: its words, whether a parameter fills it, whether it is `:action`."""

    text: str
    words: Words
    slot: bool = False
    action: bool = False


def path_segments(operation: Operation) -> list[Segment]:
    """The pieces of a path that say something, without the prefix that versions it."""
    found: list[Segment] = []
    for text in operation.path.template.split("/"):
        if not found and _PREFIX.fullmatch(text):
            continue
        for piece in _PIECE.findall(text):
            words = split(piece.removesuffix(".json"))
            if words or piece[0] == "{":
                found.append(Segment(piece, words, piece[0] == "{", piece[0] in ":#"))
    return found


def repeats_path(words: Words, operation: Operation) -> bool:
    """Whether words are merely the HTTP method and the path, as tools make them.

    Args:
        words: The words of an operationId.
        operation: The operation.
    """
    if words[:1] != (operation.method.lower(),):
        return False
    rest = words[1:]
    for segment in path_segments(operation):
        size = len(segment.words)
        if rest[:size] == segment.words:
            rest = rest[size:]
        elif segment.slot:
            rest = rest[1:] if rest[:1] == ("id",) else rest
        else:
            return False
    return not rest


def words_of_path(
    operation: Operation, resource: Words, one: str, *, lists: bool
) -> Words:
    """A verb for what the path leads to, and what else the path names.

    Args:
        operation: An operation that nothing else names.
        resource: The words of the resource's name.
        one: The verb for reading what isn't a list.
        lists: Whether the answer may be or hold a list.
    """
    segments = path_segments(operation)
    method = operation.method.lower()
    literals = [segment.words for segment in segments if not segment.slot]
    on_one = bool(segments) and segments[-1].slot
    last = () if on_one or not literals else literals[-1]
    own = next((at for at, each in enumerate(literals) if same(each, resource)), -1)
    if last and (segments[-1].action or _is_action(method, last, resource)):
        return last if len(last) > 1 else _action(last, literals[own + 1 : -1])
    is_own = bool(literals) and same(literals[-1], resource)
    many = bool(last) and (is_plural(last) or (is_own and is_plural(resource)))
    # Words of other scripts have no known plural: the answer alone decides.
    may_be_many = many or not "".join(last).isascii()
    verb = usual_verb(operation, one, many=may_be_many and lists)
    if is_own:
        if method == "get" and not lists and last and is_plural(last):
            # Where each has the verb alone, what several are read as says so.
            return (verb, *literals[-1], *_scoped(segments))
        bulk = many and method in _BULK
        return (verb, *_scoped(segments), *(("many",) if bulk else ()))
    rest = literals[own + 1 :] if own >= 0 else _beside(literals, resource)
    if rest and (on_one or verb == "create"):
        rest = [*rest[:-1], _one(rest[-1])]
    return (verb, *(word for words in rest for word in words))


def whole_path(operation: Operation) -> Words:
    """The method and all words of the path."""
    words = (word for each in path_segments(operation) for word in each.words)
    return (operation.method.lower(), *words)


def _beside(literals: list[Words], resource: Words) -> list[Words]:
    """What a path says that the resource's name doesn't."""
    words = {singular(word) for word in resource}
    return [each for each in literals if not words.issuperset(map(singular, each))]


def slot_words(operation: Operation) -> Words:
    """`by_id`: what tells paths apart that differ in their parameters."""
    slots = [split(slot) for slot in operation.path.slots]
    return ("by", *(word for each in slots for word in each)) if slots else ()


def _is_action(method: str, last: Words, resource: Words) -> bool:
    """Whether the end of a path says what is done: `/search`, `/{id}/archive`, `/get_datasets`."""
    if same(last, resource):
        return False
    return last[0] in VERBS or (method == "post" and not is_plural(last))


def usual_verb(operation: Operation, one: str, *, many: bool) -> str:
    """The usual verb for a method on one thing, on many, or on something singular.

    Args:
        operation: The operation.
        one: The verb for reading what isn't a list.
        many: Whether the path leads to many, and what is read is a list.
    """
    method = operation.method.lower()
    segments = path_segments(operation)
    on_one = bool(segments) and segments[-1].slot
    if method == "get":
        return "list" if many and not on_one else one
    return (_ON_ONE if on_one else _ON_MANY).get(method, method)


def _action(verb: Words, around: list[Words]) -> Words:
    """`cancel_order`: what is done, and to what where that isn't the resource itself."""
    return (*verb, *(word for each in around for word in _one(each)))


def _scoped(segments: list[Segment]) -> Words:
    """Something within something else: `for_company`."""
    last = max(at for at, each in enumerate(segments) if not each.slot)
    around = [
        each.words
        for each, inside in pairwise(segments[:last])
        if inside.slot and not each.slot
    ]
    return ("for", *_one(around[-1])) if around else ()


def _one(words: Words) -> Words:
    """Words with the last one in the singular."""
    return (*words[:-1], singular(words[-1]))
