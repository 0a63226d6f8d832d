"""Files as pages: Markdown and HTML with front matter, found below a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import yaml
from markdown_it import MarkdownIt

from .._runtime.errors import ArgumentError
from .._runtime.json.plain_data import UnknownValue, is_mapping
from .._runtime.request.request_options import OMIT
from .values import SourcePage

_MARKDOWN: Final = frozenset({".md", ".markdown"})
_SUFFIXES: Final = _MARKDOWN | {".html", ".htm"}
_FENCE: Final = re.compile(r"---[ \t]*\n")
_END: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TITLE: Final = re.compile(
    r"<(title|h[1-6])\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE
)
# What holds headings that no reader sees.
_UNSEEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|template)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_SHOWN: Final = frozenset({"text", "code_inline", "image"})
_TAG: Final = re.compile(r"<[^>]*>")
# PyYAML raises the others for values that aren't of the types that their tags name.
_REFUSALS: Final = (
    yaml.YAMLError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    ArithmeticError,
    RecursionError,
)
_TEXTS: Final = ("title", "url", "locale", "external_id")
_FLAGS: Final = ("ai_agent_availability", "ai_copilot_availability")


class FileError(Exception):
    """A file that is no page.

    Args:
        path: The file.
        message: What is wrong.
        line: Where, counted from 1; 0 for the file as a whole.
    """

    def __init__(self, path: Path, message: str, line: int = 0) -> None:
        # A name may be no Unicode.
        shown = str(path).encode(errors="backslashreplace").decode()
        super().__init__(
            f"{shown}:{line}: {message}" if line else f"{shown}: {message}"
        )


class PageFile(NamedTuple):
    """A file with what its front matter says, and its text behind that."""

    path: Path
    external_id: str
    title: str
    front: dict[str, object]
    text: str


def find_files(folder: Path) -> Iterator[Path | FileError]:
    """The Markdown and HTML files below a folder, sorted; hidden ones are passed over.

    A link that leads out of the folder, and one to a folder, is an error in its place; so is a
    folder that can't be read: what is in it isn't missing.
    """
    root = os.path.realpath(folder)
    unread: list[OSError] = []
    for top, folders, names in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            path = Path(top, name)
            if path.is_symlink():
                yield FileError(path, "links to folders aren't followed")
        for name in sorted(names):
            path = Path(top, name)
            if name.startswith(".") or path.suffix.lower() not in _SUFFIXES:
                continue
            # Pathlib raises for loops of links, up to Python 3.12, and where it may not look.
            if not Path(os.path.realpath(path)).is_relative_to(root):
                yield FileError(path, "the link leads out of the folder")
            elif os.path.exists(path) and not os.path.isfile(path):
                yield FileError(path, "is no regular file")
            else:
                yield path
    for error in unread:
        path = Path(error.filename or folder)
        yield FileError(path, f"can't be read: {error.strerror}")


def read_file(path: Path, folder: Path) -> PageFile:
    """Read a file and its front matter.

    Args:
        path: The file.
        folder: The folder that `external_id` is relative to, where the front matter has none.

    Raises:
        FileError: It can't be read, isn't UTF-8, or its front matter says what a page can't have.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise FileError(path, f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise FileError(path, "isn't UTF-8", line) from error
    front, text = _split(path, text)
    for name in _TEXTS:
        _check(
            path, front, name, str, "text, in quotes where it looks like something else"
        )
    for name in _FLAGS:
        _check(path, front, name, bool, "true or false")
    for name in _TEXTS:
        if not _is_unicode(str(front.get(name, ""))):
            raise FileError(path, f"`{name}` holds half of a surrogate pair", 1)
    relative = path.relative_to(folder).as_posix()
    title = str(front.get("title") or _title(path, text)).strip()
    if not title:
        raise FileError(path, "has no title: neither `title` nor a heading", 1)
    external_id = str(front.get("external_id", relative))
    if not external_id:
        raise FileError(path, "`external_id` is empty", 1)
    if not _is_unicode(external_id):
        raise FileError(path, "its name isn't UTF-8, and it has no `external_id`")
    return PageFile(path, external_id, title, front, text)


def to_page(file: PageFile, locale: str) -> SourcePage:
    """The page that a file is, its Markdown as HTML; HTML within it is left as it is.

    Args:
        file: The file.
        locale: The language of pages that don't say it.

    Raises:
        FileError: It can't be sent.
    """
    is_markdown = file.path.suffix.lower() in _MARKDOWN
    flags = {name: file.front[name] is True for name in _FLAGS if name in file.front}
    url = file.front.get("url")
    try:
        return SourcePage(
            external_id=file.external_id,
            title=file.title,
            html=_renderer().render(file.text) if is_markdown else file.text,
            url=str(url) if url else OMIT,
            locale=UnknownValue(str(file.front.get("locale") or locale)),
            ai_agent_availability=flags.get("ai_agent_availability", OMIT),
            ai_copilot_availability=flags.get("ai_copilot_availability", OMIT),
        )
    except ArgumentError as error:
        raise FileError(file.path, str(error)) from error


@cache
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _split(path: Path, text: str) -> tuple[dict[str, object], str]:
    """What the front matter says, and the text behind it."""
    begin = _FENCE.match(text)
    if begin is None:
        return {}, text
    end = _END.search(text, begin.end())
    if end is None:
        raise FileError(path, "the front matter has no end, a line of `---`", 1)
    try:
        front: object = yaml.safe_load(text[begin.end() : end.start()])
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 2 if mark else 1
        raise FileError(path, f"front matter: {error.problem}", line) from error
    except _REFUSALS as error:
        reason = str(error).partition("\n")[0]
        raise FileError(path, f"front matter: {reason}", 1) from error
    if front is None:
        return {}, text[end.end() :]
    if not is_mapping(front):
        raise FileError(path, "the front matter is no mapping, such as `title: …`", 2)
    pairs = {str(key): value for key, value in front.items()}
    return pairs, text[end.end() :]


def _check(
    path: Path, front: dict[str, object], name: str, kind: type, wanted: str
) -> None:
    if front.get(name) is None:
        front.pop(name, None)
    elif not isinstance(front[name], kind):
        # Where the key stands is looked for only now.
        lines = path.read_text("utf-8-sig").split("\n")
        at = (
            n for n, line in enumerate(lines, 1) if line.lstrip("\"' ").startswith(name)
        )
        raise FileError(path, f"`{name}` has to be {wanted}", next(at, 1))


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _title(path: Path, text: str) -> str:
    """The first heading of a text that has any text, or ""."""
    is_markdown = path.suffix.lower() in _MARKDOWN
    headings = _markdown_headings(text) if is_markdown else _html_headings(text)
    return next(filter(None, (" ".join(one.split()) for one in headings)), "")


def _markdown_headings(text: str) -> Iterator[str]:
    for before, token in pairwise(_renderer().parse(text)):
        if before.type == "heading_open":
            parts = token.children or ()
            yield "".join(
                (
                    part.content
                    if part.type in _SHOWN
                    else " " * part.type.endswith("break")
                )
                for part in parts
            )


def _html_headings(text: str) -> Iterator[str]:
    for title in _TITLE.finditer(_UNSEEN.sub("", text)):
        yield unescape(_TAG.sub("", title[2]))
