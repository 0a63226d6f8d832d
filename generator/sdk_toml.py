"""Reading sdk.toml: typed values with their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import starmap
from pathlib import Path
from typing import TypeAlias, TypeVar

import msgspec

from generator.diagnostics import Notebook, Spot
from generator.emit.text.file_paths import fault as path_fault

NAME = "sdk.toml"
# The folder beside it that holds hand-written files.
EXTENSIONS = "extensions"

# Returns what is wrong with a value, or "".
Check: TypeAlias = Callable[[str], str]

_T = TypeVar("_T")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
# The options need two levels; a parser of TOML calls itself for each.
_DEEPEST = 20
# A bracket, or what may hold one that means nothing: a string or a comment.
_TOKEN = re.compile(
    r'''[\[\]{}] | \#[^\n]* | """.*?(?:"""|\Z) | \'{3}.*?(?:\'{3}|\Z)
    | "(?:[^"\\\n]|\\.)*+"? | '[^'\n]*'?''',
    re.VERBOSE | re.DOTALL,
)
_TABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")


class TextFile(msgspec.Struct, frozen=True):
    """A text file of a folder: its path within the folder, with `/`, its path as it is shown, and
    its text.
    """

    path: str
    shown: str
    text: str


class TomlText:
    """The text of sdk.toml, and the places of its options."""

    def __init__(self, path: Path, text: str) -> None:
        self.text = text
        self._path = path
        self._lines = text.split("\n")

    def at(self, line: int, column: int) -> Spot:
        """A spot in the file."""
        return Spot(str(self._path), "", line, column)

    def end(self) -> Spot:
        """The end of the file."""
        return self.at(len(self._lines), len(self._lines[-1]) + 1)

    def option(self, table: str, key: str) -> Spot:
        """Where an option or a table stands, or the file's beginning when it can't be found."""
        word = re.escape(key)
        plain = re.compile(rf"\s*(?:\[\s*)?(?=[\"']?{word}[\"']?\s*[=.\]])")
        dotted = re.compile(
            rf"\s*(?:\[\s*)?{re.escape(table)}\s*\.\s*(?={word}\s*[=.\]])"
        )
        inside = ""
        for number, line in enumerate(self._lines, start=1):
            if opened := _TABLE.match(line):
                inside = opened[1]
            is_here = inside == table or (opened is not None and not table)
            if found := plain.match(line) if is_here else dotted.match(line):
                return self.at(number, found.end() + 1)
        return self.at(1, 1)


class Section:
    """A table; `close` reports the options that weren't read."""

    def __init__(
        self, table: dict[str, object], name: str, text: TomlText, notebook: Notebook
    ) -> None:
        self._table = table
        self._name = name
        self._text = text
        self._notebook = notebook
        self._read: set[str] = set()

    def string(self, key: str, default: str, check: Check) -> str:
        """A string that the check finds nothing wrong with."""
        value = self._take(key, default, str, "has to be a string")
        return (
            value
            if value == default
            else self._checked(key, value, default, [check(value)])
        )

    def strings(
        self, key: str, default: tuple[str, ...], check: Check
    ) -> tuple[str, ...]:
        """A list of strings that the check finds nothing wrong with."""
        value = tuple(
            self._take(key, list(default), list[str], "has to be a list of strings")
        )
        return (
            value
            if value == default
            else self._checked(key, value, default, map(check, value))
        )

    def flag(self, key: str, *, default: bool) -> bool:
        """true or false."""
        return self._take(key, default, bool, "has to be true or false")

    def file(self, key: str, folder: Path | None) -> str:
        """The content of a text file in the folder of sdk.toml, "" when none is named."""
        name = self.string(key, "", _file_fault)
        if not name or folder is None:
            return ""
        try:
            return (folder / name).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            reason = f"names `{name}`, which is no readable text file beside {NAME}"
            return self._checked(key, "", "", [reason])

    def lists(
        self, key: str, check: Callable[[str, str], str]
    ) -> dict[str, tuple[str, ...]]:
        """A table of lists of strings; the check gets each string with the key of its list."""
        kind = dict[str, tuple[str, ...]]
        table = self._take(key, {}, kind, "has to be a table of lists of strings")
        pairs = ((name, item) for name, items in table.items() for item in items)
        return self._checked(key, table, {}, starmap(check, pairs))

    def extensions(self, folder: Path | None) -> tuple[TextFile, ...]:
        """The hand-written files beside sdk.toml, sorted; hidden ones are left out."""
        top = None if folder is None else folder / EXTENSIONS
        paths = [] if top is None or not top.is_dir() else sorted(top.rglob("*"))
        found: list[TextFile] = []
        for path in paths:
            below = path.relative_to(top or path)
            is_hidden = any(part.startswith((".", "__py")) for part in below.parts)
            if is_hidden or not path.is_file():
                continue
            fault = path_fault(below.as_posix())
            try:
                text = path.read_bytes().decode()
            except (OSError, UnicodeDecodeError):
                text, fault = "", "it is no readable text file"
            if fault:
                spot = Spot(str(path), "", 1, 1)
                message = f"`{path}` can't be a file of the package: {fault}"
                self._notebook.write("extension-file", message, spot)
            found.append(TextFile(below.as_posix(), str(path), text))
        return tuple(found)

    def table(self, key: str, check: Callable[[str, str], str]) -> dict[str, str]:
        """A table of strings whose keys and values the check finds nothing wrong with."""
        table = self._take(key, {}, dict[str, str], "has to be a table of strings")
        return self._checked(key, table, {}, starmap(check, table.items()))

    def section(self, key: str) -> Section:
        """A table inside this one, an empty one when it is absent."""
        table = self._take(key, {}, dict[str, object], "has to be a table")
        return Section(table, key, self._text, self._notebook)

    def close(self) -> None:
        """Report the options that don't exist."""
        for key in sorted(self._table.keys() - self._read):
            # Only what is wrong is compared.
            import difflib  # noqa: PLC0415

            near = difflib.get_close_matches(key, sorted(self._read), 1)
            known = ", ".join(f"`{name}`" for name in sorted(self._read))
            self._notebook.write(
                "config-unknown",
                f"there is no option `{self._path(key)}`",
                self._text.option(self._name, key),
                hint=(
                    f"did you mean `{near[0]}`?" if near else f"the options are {known}"
                ),
            )

    def _take(self, key: str, default: _T, kind: type[_T], reason: str) -> _T:
        self._read.add(key)
        if key not in self._table:
            return default
        try:
            return msgspec.convert(self._table[key], kind)
        except msgspec.ValidationError:
            return self._checked(key, default, default, [reason])

    def _checked(self, key: str, value: _T, default: _T, reasons: Iterable[str]) -> _T:
        """The value, or the default once a reason against it has been written down."""
        for reason in filter(None, reasons):
            self._notebook.write(
                "config-value",
                f"`{self._path(key)}` {reason}",
                self._text.option(self._name, key),
            )
            return default
        return value

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key


def _file_fault(name: str) -> str:
    return f"can't be `{name}`: {reason}" if (reason := path_fault(name)) else ""


def read(folder: Path | None, notebook: Notebook) -> Section:
    """Read the sdk.toml of a folder; where there is none, all options have their defaults.

    Raises:
        Failed: It can't be read, isn't UTF-8, or isn't TOML.
    """
    path = (folder or Path()) / NAME
    text = TomlText(path, _content(path, notebook) if folder else "")
    return Section(_parsed(text, notebook), "", text, notebook)


def _content(path: Path, notebook: Notebook) -> str:
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise notebook.fail(
            "config-missing", f"`{path}` can't be read: {error.strerror}"
        ) from error
    except UnicodeDecodeError as error:
        lines = error.object[: error.start].decode().split("\n")
        at = Spot(str(path), "", len(lines), len(lines[-1]) + 1)
        raise notebook.fail("config-syntax", "the file isn't UTF-8", at) from error


def _parsed(text: TomlText, notebook: Notebook) -> dict[str, object]:
    depth = 0
    for token in _TOKEN.finditer(text.text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > _DEEPEST:
            before = text.text[: token.start()]
            at = text.at(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
            raise notebook.fail("config-syntax", "values are nested too deeply", at)
    # A single document has no sdk.toml.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(text.text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = _AT.search(message)
        at = text.at(int(found[1]), int(found[2])) if found and found[1] else text.end()
        raise notebook.fail("config-syntax", _AT.sub("", message), at) from error
