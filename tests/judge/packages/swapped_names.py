"""Names in Python that stand for something else than what has their name on the wire."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def exchanged(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with names that stand side by side.

    Args:
        pairs: Each name in Python, and the name on the wire that it stands for.
    """
    wires = {_letters(wire): wire for _, wire in pairs}
    for name, wire in pairs:
        letters = _letters(name)
        other = wires.get(letters, "")
        if other and letters != _letters(wire):
            yield f"`{name}` stands for {wire!r}, and there is {other!r}"


def _letters(name: str) -> str:
    """What of a name is the same in every spelling."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
