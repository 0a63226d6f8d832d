"""Bytes → plain data, as YAML or as JSON."""

from __future__ import annotations

import codecs

from generator.document.parsing.json_extras import has_script_comments
from generator.document.parsing.json_tokens import position
from generator.document.parsing.malformed import Malformed, Mend
from generator.document.parsing.parse_json import parse_json
from generator.document.parsing.parse_yaml import parse_yaml
from generator.document.trees.tree import Entry, Spellings, Tree

# The byte order marks of other encodings; those of UTF-32 begin as those of UTF-16 do.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_JSON_ENDINGS = frozenset({"json", "jsonc", "json5"})
_JSON_STARTS = ("{", "[", "//", "/*")


def decode(content: bytes) -> str:
    """The text of a file, which is UTF-8 with or without a byte order mark.

    Raises:
        Malformed: It is of another encoding, or binary.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            message = f"the file is {encoding}, not UTF-8"
            raise Malformed("file-encoding", message, 1, 1, "Save it as UTF-8.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        at = position(before, len(before))
        message = f"the byte 0x{content[error.start]:02x} is not UTF-8"
        hint = "Save the file as UTF-8."
        raise Malformed("file-encoding", message, *at, hint) from error
    if (null := text.find("\0")) >= 0:
        message = "a NUL character stands here"
        raise Malformed("file-encoding", message, *position(text, null))
    return text


def parse(
    text: str,
    name: str,
    mend: Mend | None = None,
    spellings: Spellings | None = None,
    entries: list[Entry] | None = None,
) -> tuple[Tree, bool]:
    """Parse a file by its name's ending, and by its first character when that leaves it open.

    Args:
        text: What stands in the file.
        name: The file's name.
        mend: Records each fault that has one sensible reading, which is taken then.
        spellings: Receives the texts of YAML's scalars that aren't spelled as they usually are.
        entries: Receives the members of YAML's outermost objects, at which it can be cut.

    Returns:
        The tree, and whether the text was read as JSON.

    Raises:
        Malformed: It is neither, or holds what a document can't.
    """
    ending = name.lower().rpartition(".")[2]
    if ending in _JSON_ENDINGS:
        return parse_json(text, mend), True
    if text.lstrip().startswith(_JSON_STARTS):
        # JSON is YAML, and much faster to read; other YAML in braces isn't JSON.
        try:
            return parse_json(text, mend, bare=not has_script_comments(text)), True
        except Malformed as fault:
            if fault.code != "json-syntax":
                raise
    return parse_yaml(text, mend, spellings, entries), False
