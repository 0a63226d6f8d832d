"""Whether one text spells the value that was given: a scalar, or a list or an object in a style."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeAlias
from urllib.parse import unquote

from tests.judge.roundtrip.comparison import equal
from tests.judge.source.described_responses import is_json
from tests.judge.source.original import Tree, is_array, is_object
from tests.judge.wire.request.parameters import Slot

Decode: TypeAlias = Callable[[str], str]

SEPARATORS = {
    "form": (",",),
    "simple": (",",),
    "cookie": (",",),
    "spaceDelimited": ("%20", "+"),
    "pipeDelimited": ("|", "%7C"),
    "tabDelimited": ("%09",),
}


def spells(text: str, value: Tree) -> bool:
    """Whether a text is a scalar, or the JSON of what no style reaches into."""
    if isinstance(value, str):
        return text == value
    try:
        return equal(json.loads(text), value)
    except ValueError:
        return False


def spells_content(text: str, value: Tree, media_type: str) -> bool:
    """Whether a text is a value in a media type; JSON puts a text in quotes."""
    if not is_json(media_type):
        return spells(text, value)
    try:
        return equal(json.loads(text), value)
    except ValueError:
        return False


def spells_list(parts: Sequence[str], items: Sequence[Tree], decode: Decode) -> bool:
    """Whether texts are the items of a list, in their order."""
    return len(parts) == len(items) and all(
        spells(decode(part), item) for part, item in zip(parts, items, strict=True)
    )


def spells_members(
    parts: Sequence[tuple[str, str]], members: dict[str, Tree], decode: Decode
) -> bool:
    """Whether names and texts are the members of an object, in any order."""
    found = {decode(name): decode(text) for name, text in parts}
    return (
        len(parts) == len(members)
        and found.keys() == members.keys()
        and all(spells(found[name], value) for name, value in members.items())
    )


def spells_joined(
    text: str, value: Tree, separators: Sequence[str], decode: Decode
) -> bool:
    """Whether a text is a value without `explode`: `a,b`, or `R,100,G,200`."""
    if not (is_array(value) or is_object(value)):
        return spells(decode(text), value)
    for separator in separators:
        parts = text.split(separator)
        if is_array(value) and spells_list(parts, value, decode):
            return True
        if is_object(value) and len(parts) % 2 == 0:
            pairs = list(zip(parts[::2], parts[1::2], strict=True))
            if spells_members(pairs, value, decode):
                return True
    return False


def spells_nested(
    text: str, value: Tree, styles: Sequence[str], decode: Decode
) -> bool:
    """Whether a text is lists within a list, by their styles from the outside in."""
    leaves = list(_leaves(value, 0, len(styles)))
    ways = [(*SEPARATORS[one], unquote(SEPARATORS[one][0])) for one in styles]
    for separators in product(*ways):
        parts = re.split(f"({'|'.join(map(re.escape, separators))})", text)
        if (
            parts[1::2] == [separators[level] for level, _ in leaves[1:]]
            and len(parts) == 2 * len(leaves) - 1
            and all(
                spells(decode(part), leaf)
                for part, (_, leaf) in zip(parts[::2], leaves, strict=True)
            )
        ):
            return True
    return False


def _leaves(value: Tree, level: int, depth: int) -> Iterator[tuple[int, Tree]]:
    """What stands in lists within lists, each with the level of the separator before it."""
    if not is_array(value) or level == depth:
        yield level, value
        return
    if not value:
        yield level, ""
    for index, item in enumerate(value):
        for at, (found, leaf) in enumerate(_leaves(item, level + 1, depth)):
            yield level if index and not at else found, leaf


def spells_styled(text: str, slot: Slot, value: Tree, decode: Decode) -> bool:
    """Whether a text in a path or a header is a value in its style."""
    if slot.inner and is_array(value):
        return spells_nested(text, value, ("simple", *slot.inner), decode)
    match slot.style:
        case "label":
            lead, apart = ".", "."
        case "matrix":
            lead, apart = ";", ";"
        case _:
            lead, apart = "", ","
    if not text.startswith(lead):
        return False
    text = text[len(lead) :]
    if is_object(value) and slot.explode:
        return spells_members(
            [_pair(part) for part in text.split(apart)], value, decode
        )
    if is_array(value) and slot.explode and slot.style == "label":
        return spells_list(text.split(apart), value, decode)
    if slot.style != "matrix":
        return spells_joined(text, value, ",", decode)
    if is_array(value) and slot.explode:
        pairs = [_pair(part) for part in text.split(apart)]
        named = all(decode(key) == slot.name for key, _ in pairs)
        return named and spells_list([item for _, item in pairs], value, decode)
    key, item = _pair(text)
    return decode(key) == slot.name and spells_joined(item, value, ",", decode)


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value
