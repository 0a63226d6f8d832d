"""What is taken for a file and gives no bytes: text, and files that are opened as text."""

from __future__ import annotations

import codecs
import io
from typing import IO

from .errors import ArgumentError

# Text in the place of a file may be meant as its path, and has no bytes before it is encoded.
_TEXT = (
    "a str is no file: pass pathlib.Path(...) to send the file of this name, or text.encode() to "
    "send the text itself"
)
_TEXT_FILE = "the file is opened as text: open it in binary mode, open(..., 'rb'), or pass its path"
_TEXT_READERS = (io.TextIOBase, codecs.StreamReader, codecs.StreamReaderWriter)
_STRING_IO = "a StringIO holds text: pass value.getvalue().encode()"


def check_file(file: IO[bytes]) -> None:
    """Refuse an open file that gives no bytes."""
    if isinstance(file, io.StringIO):
        raise ArgumentError(_STRING_IO)
    # Wrappers such as those of `tempfile` have the attributes of what they wrap.
    if isinstance(file, _TEXT_READERS) or (
        hasattr(file, "encoding") and isinstance(file.read(0), str)
    ):
        raise ArgumentError(_TEXT_FILE)
    if hasattr(file, "readable") and not file.readable():
        raise ArgumentError("the file isn't opened for reading")


def check_no_text(value: object) -> None:
    """Refuse text where a file belongs."""
    if isinstance(value, str):
        raise ArgumentError(_TEXT)
