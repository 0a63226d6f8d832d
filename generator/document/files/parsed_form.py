"""Everything that parsing finds in a file, as bytes to compare with another time's."""

from __future__ import annotations

import msgspec

from generator.document.trees.tree import Container, Entry, Spellings, Tree, entries


class ParsedFile(msgspec.Struct, frozen=True, array_like=True):
    """A file of a document as it was parsed.

    Args:
        name: The file's name among the document's files, "" for the root file.
        display: The file as diagnostics show it.
        is_json: Whether it was read as JSON.
        text: What stands in it, without a byte order mark.
        entries: The members of the outermost objects, where it can be cut at them.
        form: What `parsed_form` makes of its content.
    """

    name: str
    display: str
    is_json: bool
    text: str
    entries: tuple[Entry, ...]
    form: bytes


def parsed_form(tree: Tree, spellings: Spellings) -> bytes:
    """A tree as JSON, with the spellings of its scalars, "" for one that isn't comparable.

    Two files have one form only if they say the same: layout and comments don't count.
    """
    try:
        return msgspec.json.encode((tree, _spelled(tree, spellings)))
    except (UnicodeEncodeError, OverflowError, RecursionError):
        # Half a surrogate pair, a number of too many digits.
        return b""


def _spelled(tree: Tree, spellings: Spellings) -> list[tuple[str, ...]]:
    """The texts of scalars, each behind the keys that lead to it."""
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[Tree, tuple[str, ...]]] = [(tree, ())] if spellings else []
    while waiting:
        value, way = waiting.pop()
        if isinstance(value, (dict, list)):
            _collect(value, way, spellings, found, waiting)
    return found


def _collect(
    value: Container,
    way: tuple[str, ...],
    spellings: Spellings,
    found: list[tuple[str, ...]],
    waiting: list[tuple[Tree, tuple[str, ...]]],
) -> None:
    for key, item in entries(value):
        if isinstance(item, (dict, list)):
            waiting.append((item, (*way, key)))
        elif (text := spellings.get((id(value), key))) is not None:
            found.append((*way, key, text))
