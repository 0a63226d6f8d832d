"""An edited description or summary: the one text that a document says otherwise than before.

The way from a document to an Api hands such texts on as they are: it compares them, and sees
whether they are blank. So a text that isn't blank, and that nothing else in the document equals
before and after, can be exchanged in the Api as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from generator.document.files.text_change import common
from generator.ir.text_edit import TextEdit

_KEYS = (b'"description":"', b'"summary":"')
_REST = re.compile(rb'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
# How an Api holds a text, as JSON.
_HELD = b'"raw":'


def find_edit(forms: Iterable[tuple[bytes, bytes]]) -> TextEdit | None:
    """The only difference between two versions of some files, None where it is another one.

    Args:
        forms: The parsed forms of each file, or of a part of it, as it was and as it is.
    """
    found = TextEdit("", "")
    for old, new in forms:
        if not old or not new:
            return None
        if old == new:
            continue
        edit = _difference(old, new)
        if edit is None or not found.is_empty:
            return None
        found = edit
    return found


def is_only_prose(edit: TextEdit, api: bytes, forms: Iterable[bytes]) -> bool:
    """Whether an Api holds a text as prose alone, and nothing equals it, or what it becomes.

    Args:
        edit: The text.
        api: The Api before, as JSON.
        forms: The parsed forms of all files of the document before.
    """
    old, new = _quoted(edit.old), _quoted(edit.new)
    written = [*forms]
    return (
        edit.old.strip() != ""
        and edit.new.strip() != ""
        and sum(form.count(old) for form in written) == 1
        and not any(form.count(new) for form in (*written, api))
        and 0 < api.count(_HELD + old) == api.count(old)
    )


def exchange_prose(edit: TextEdit, api: bytes) -> bytes:
    """An Api, as JSON, that holds the new text."""
    return api.replace(_HELD + _quoted(edit.old), _HELD + _quoted(edit.new))


def exchange_text(edit: TextEdit, form: bytes) -> bytes:
    """A file's parsed form that holds the new text, where it held the old one."""
    return form.replace(_quoted(edit.old), _quoted(edit.new))


def _quoted(text: str) -> bytes:
    return msgspec.json.encode(text)


def _difference(old: bytes, new: bytes) -> TextEdit | None:
    """The text of a key of prose in which alone two JSON texts differ."""
    same = common(min(len(old), len(new)), lambda a, b: old[a:b] == new[a:b])
    # A quote that isn't escaped begins or ends a string, so this is a key, and what follows it.
    keys = [(old.rfind(key, 0, same), len(key)) for key in _KEYS]
    at, length = max(keys)
    start = at + length
    before, after = _REST.match(old, start), _REST.match(new, start)
    if at < 0 or before is None or after is None:
        return None
    if old[before.end() :] != new[after.end() :]:
        return None
    decode = msgspec.json.decode
    return TextEdit(
        old=decode(b'"' + before.group(), type=str),
        new=decode(b'"' + after.group(), type=str),
    )
