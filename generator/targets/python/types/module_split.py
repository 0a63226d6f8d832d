"""Splits what is too much for one module of models, where the names in it suggest a cut.

pyright follows a module field by field and gives up at some 15,000 optional ones. What belongs to
one owner goes by the first word that its names don't share, `webhooks_pull_opened`. Parts whose
models need each other are one, so that imports never lead in a circle; where all of them do, the
module stays whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ir.declarations import Declaration, Model
from generator.ir.graph import declared_types, definition_order, loops
from generator.targets.python.usage import received_references

MOST_FIELDS = 10_000
# So many parts are more than a reader wants to look through.
_MANY = 40
_SHARED = "shared"


def find_homes(
    declarations: Iterable[Declaration], most: int = MOST_FIELDS
) -> dict[str, str]:
    """Where each declaration stands, by id: its owner, or a part of it with a word more.

    Args:
        declarations: All declarations.
        most: How many fields a module may have.
    """
    owned: dict[str, list[Declaration]] = {}
    for item in declarations:
        owned.setdefault(item.owner, []).append(item)
    return {
        id: home
        for owner, items in owned.items()
        for id, home in _split(items, owner, most)
    }


def _split(items: list[Declaration], home: str, most: int) -> Iterator[tuple[str, str]]:
    parts = _parts(items, most) if sum(map(_size, items)) > most else {}
    if len(parts) <= 1:
        yield from ((item.id, home) for item in items)
        return
    for word, part in parts.items():
        inside = f"{home or _SHARED}/{word}" if word else home
        yield from _split(part, inside, most)


def _parts(items: list[Declaration], most: int) -> dict[str, list[Declaration]]:
    """Declarations by the first word that not all share, those in a circle under one of theirs."""
    shared = _shared_words([item.name.words for item in items])
    words = {item.id: "".join(item.name.words[shared : shared + 1]) for item in items}
    uses = _uses(items, words)
    first = {word: min(circle) for circle in loops(uses) for word in circle}
    words = {id: first.get(word, word) for id, word in words.items()}
    parts: dict[str, list[Declaration]] = {}
    for item in items:
        parts.setdefault(words[item.id], []).append(item)
    return parts if len(parts) <= _MANY else _packed(parts, _uses(items, words), most)


def _uses(
    items: list[Declaration], words: dict[str, str]
) -> dict[str, tuple[str, ...]]:
    """Which parts each part needs, itself included where it does."""
    uses: dict[str, dict[str, None]] = {word: {} for word in words.values()}
    for item in items:
        found = (words[id] for id in _needed(item) if id in words)
        uses[words[item.id]].update(dict.fromkeys(found))
    return {word: tuple(used) for word, used in uses.items()}


def _packed(
    parts: dict[str, list[Declaration]], uses: dict[str, tuple[str, ...]], most: int
) -> dict[str, list[Declaration]]:
    """Many small parts as fewer, each after those that it needs, called after its first."""
    positions = definition_order(uses)
    packed: dict[str, list[Declaration]] = {}
    name, size = "", most
    for word in sorted(parts, key=positions.__getitem__):
        own = sum(map(_size, parts[word]))
        if size + own > most // 2:
            name, size = word, 0
        packed.setdefault(name, []).extend(parts[word])
        size += own
    return packed


def _shared_words(names: list[tuple[str, ...]]) -> int:
    """How many words all names begin with."""
    return next(
        (at for at, words in enumerate(zip(*names, strict=False)) if len({*words}) > 1),
        min(map(len, names)),
    )


def _size(item: Declaration) -> int:
    return len(item.fields) if isinstance(item, Model) else 1


def _needed(item: Declaration) -> Iterator[str]:
    return received_references(*declared_types(item))
