"""Random damage to plain data and to bytes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random
from typing import Any, Final, TypeAlias

Plain: TypeAlias = Any

ODD: Final[tuple[Plain, ...]] = (
    *(None, True, False, 0, -1, 1.5, 1e308, 10**40, -(2**63), 2**64),
    *(
        "",
        " ",
        "x" * 5000,
        "null",
        "\u0000",
        "\u202e",
        "é" * 40,
        "💥",
        "\ud800",
        "a/b#c?d%2e",
    ),
    *(
        "../../etc/passwd",
        "{{ 7 * 7 }}",
        '"""',
        "\\",
        "\n\t",
        "__class__",
        "class",
        "NaN",
    ),
    *([], {}, [[]], [None], {"": None}, {"a": {"a": {}}}, [{}, [], ""], float("inf")),
)
_DEPTHS: Final = (3, 30, 300, 3000)


def _spots(root: Plain, draw: Random) -> tuple[Plain, Plain]:
    """A container somewhere in data, and a key or an index of it."""
    found: list[tuple[Plain, Plain]] = []
    left = [root]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            found += [(one, key) for key in one]
            left += one.values()
        elif isinstance(one, list):
            found += [(one, index) for index in range(len(one))]
            left += one
    return draw.choice(found) if found else ({"": root}, "")


def _delete(root: Plain, draw: Random) -> None:
    holder, key = _spots(root, draw)
    del holder[key]


def _replace(root: Plain, draw: Random) -> None:
    holder, key = _spots(root, draw)
    holder[key] = copy.deepcopy(draw.choice(ODD))


def _swap(root: Plain, draw: Random) -> None:
    (one, key), (other, name) = _spots(root, draw), _spots(root, draw)
    one[key], other[name] = copy.deepcopy(other[name]), copy.deepcopy(one[key])


def _graft(root: Plain, draw: Random) -> None:
    (one, key), (other, name) = _spots(root, draw), _spots(root, draw)
    one[key] = copy.deepcopy(other[name])


def _duplicate(root: Plain, draw: Random) -> None:
    holder, key = _spots(root, draw)
    twin = copy.deepcopy(holder[key])
    if isinstance(holder, list):
        holder.insert(key, twin)
    else:
        holder[f"{key}{draw.choice(('2', ' ', '_', '-', 'S'))}"] = twin


def _rename(root: Plain, draw: Random) -> None:
    holder, key = _spots(root, draw)
    if isinstance(holder, dict):
        names = [each for each in ODD if isinstance(each, str)]
        holder[draw.choice(names)] = holder.pop(key)


def _wrap(root: Plain, draw: Random) -> None:
    holder, key = _spots(root, draw)
    wrap = draw.choice((lambda one: [one], lambda one: {"a": one}))
    inner = holder[key]
    for _ in range(draw.choice(_DEPTHS)):
        inner = wrap(inner)
    holder[key] = inner


def _number(root: Plain, draw: Random) -> None:
    holder, key = _spots(root, draw)
    holder[key] = draw.choice((-1, 1)) * 10 ** draw.randrange(60)


Change: TypeAlias = Callable[[Plain, Random], None]
TREE_CHANGES: Final[tuple[Change, ...]] = (
    *(_delete, _replace, _swap, _graft, _duplicate, _rename, _wrap, _number),
)


def damage_tree(
    root: Plain, draw: Random, changes: Sequence[Change] = TREE_CHANGES
) -> Plain:
    """A copy of data with one to four changes."""
    holder = {"root": copy.deepcopy(root)}
    for _ in range(draw.randint(1, 4)):
        # What is nested too deep to be copied stays as it is.
        with suppress(RecursionError):
            draw.choice(changes)(holder["root"], draw)
    return holder["root"]


_INSERTS: Final = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n\n",
        b"\t",
        b"{",
        b"]",
        b'"',
        b"'",
    ),
    *(
        b": ",
        b"- ",
        b"&a ",
        b"*a ",
        b"!!python/object:os.system ",
        b"<<: ",
        b"# ",
        b"|\n",
    ),
    *(
        b"---\n",
        b"...\n",
        b"%YAML 9.9\n",
        b"\xed\xa0\x80",
        b"\x1b[2J",
        b"," * 50,
        b"[" * 999,
    ),
)


def damage_bytes(data: bytes, draw: Random) -> bytes:
    """Bytes with one to four changes."""
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(data) + 1)
        to = min(len(data), at + draw.choice((1, 2, 8, 100)))
        match draw.randrange(5):
            case 0:
                data = data[:at] + data[to:]
            case 1:
                data = data[:at] + draw.choice(_INSERTS) + data[at:]
            case 2:
                data = data[:at] + data[at:to] * 2 + data[to:]
            case 3:
                data = data[:at] + draw.randbytes(to - at) + data[to:]
            case _:
                data = data[:at] if draw.random() < 0.5 else data[at:]
    return data
