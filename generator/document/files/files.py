"""The files of a document: what references may reach, read once each."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Failed, Notebook, Severity, Spot, Unsupported
from generator.diagnostics.catalogue import CATALOGUE
from generator.document.files.parsed_form import ParsedFile, parsed_form
from generator.document.files.policy import Policy
from generator.document.files.sources import Sources
from generator.document.parsing.malformed import Malformed
from generator.document.parsing.parse import decode, parse
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Entry, Spellings, Tree
from generator.document.trees.uri_reference import is_remote

# A scheme, or the letter of a drive.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class File(NamedTuple):
    """A file of a document: the name that it is known by, and its content."""

    name: str
    tree: Tree


class Files:
    """Reads the root file and whatever references reach, as the policy allows.

    A file is known by its path relative to the root file's folder; the root file's name
    is "". One that references spell in several ways keeps the name that came first.
    """

    def __init__(
        self,
        root: Path,
        notebook: Notebook,
        policy: Policy,
        sources: Sources,
        origins: Origins,
    ) -> None:
        self.trees: dict[str, Tree] = {}
        self.root = root.name
        self._path = root
        self._notebook = notebook
        self._policy = policy
        self._sources = sources
        self._origins = origins
        self._refused: dict[str, Unsupported] = {}
        # Names by what the file system takes for one file.
        self._names: dict[tuple[int, int], str] = {}
        self._other_names: dict[str, str] = {}
        sources.root = root.name

    def read_root(self) -> Tree:
        """Read the root file.

        Raises:
            Failed: It can't be read, or isn't YAML or JSON.
        """
        tree = self.read_beside("", self._path, str(self._path))
        self._names[_identity(self._path)] = ""
        return tree

    def read_beside(self, name: str, path: Path, display: str) -> Tree:
        """Read a file that the user named, wherever it is, under a name of its own."""
        try:
            content = self._sources.inputs.read(path)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            message = f"`{display}` can't be read: {reason}"
            raise self._notebook.fail("file-unreadable", message) from error
        try:
            return self._take(name, display, content)
        except Malformed as fault:
            raise self._failure(display, fault) from fault

    def reach(self, name: str) -> File:
        """Read the file that a reference means, or return what was read before.

        Raises:
            Unsupported: The policy forbids it, or there is no such file; leniently also, that it
                isn't YAML or JSON. Without a place.
            Failed: It isn't YAML or JSON, and the document is read strictly.
        """
        name = self._other_names.get(name, name)
        if name in self.trees:
            return File(name, self.trees[name])
        if name not in self._refused:
            try:
                return self._fetch(name)
            except Unsupported as reason:
                self._refused[name] = reason
        raise self._refused[name]

    def _fetch(self, name: str) -> File:
        if is_remote(name):
            raise Unsupported(
                "ref-remote",
                f"the reference leads to the network: {name}",
                hint="Download the file beside the document, and refer to it there.",
            )
        if _SCHEME.match(name) or name.startswith("/") or "\0" in name:
            raise Unsupported(
                "ref-outside",
                f"`{name}` isn't a relative path",
                hint="References are relative to the file that they stand in.",
            )
        typed = self._path.parent / name
        self._sources.inputs.look(typed)
        path = self._inside(name)
        try:
            content = self._sources.inputs.read(typed, path)
            identity = _identity(path)
            if (known := self._names.get(identity)) is not None:
                self._other_names[name] = known
                return File(known, self.trees[known])
        except OSError as error:
            message = f"the file `{name}` can't be read: {error.strerror}"
            raise Unsupported("ref-dangling", message) from error
        self._names[identity] = name
        display = self._display(name, path)
        return File(name, self._take_part(name, display, content))

    def _display(self, name: str, path: Path) -> str:
        """The file as a user would type it: without `..` where that means the same."""
        typed = self._path.parent / name
        short = os.path.normpath(typed)
        return short if Path(short).resolve() == path else str(typed)

    def _inside(self, name: str) -> Path:
        """The file's real path, when it is in a folder that references may reach."""
        try:
            path = (self._path.parent / name).resolve()
            folders = (self._path.parent, *self._policy.outside)
            if any(path.is_relative_to(folder.resolve()) for folder in folders):
                return path
        except (OSError, RuntimeError) as error:
            message = f"the file `{name}` can't be found"
            raise Unsupported("ref-dangling", message) from error
        raise Unsupported(
            "ref-outside",
            f"`{name}` leaves the folders that references may lead into",
            hint="Allow its folder with `--allow-outside`, or in sdk.toml.",
        )

    def _take_part(self, name: str, display: str, content: bytes) -> Tree:
        """Take a file that a reference leads to: leniently, one that can't be parsed is missing.

        Raises:
            Unsupported: It isn't YAML or JSON, and the document is read leniently.
            Failed: It isn't, and the document is read strictly.
        """
        try:
            return self._take(name, display, content)
        except Malformed as fault:
            if not self._policy.lenient:
                raise self._failure(display, fault) from fault
            self._write(display, fault, Severity.REPAIR, "it counts as a missing file")
            where = f"line {fault.line}, column {fault.column}"
            message = f"the file `{name}` can't be read: {fault.message} ({where})"
            raise Unsupported("ref-dangling", message) from fault

    def _take(self, name: str, display: str, content: bytes) -> Tree:
        """Parse a file's content and remember its text.

        Raises:
            Malformed: It isn't YAML or JSON; what can be shown of its text is remembered.
        """
        try:
            text = decode(content)
            mend = partial(self._mend, display) if self._policy.lenient else None
            spellings: Spellings = {}
            entries: list[Entry] = []
            tree, is_json = parse(text, display, mend, spellings, entries)
        except Malformed:
            # The excerpt is looked for in what can be shown of the file.
            shown = content.decode("utf-8", errors="replace")
            self._sources.add(name, display, shown, is_json=False)
            raise
        self._sources.add(name, display, text, is_json=is_json)
        if self._sources.parsed is not None:
            self._sources.parsed.append(
                lambda: ParsedFile(
                    name=name,
                    display=display,
                    is_json=is_json,
                    text=text,
                    entries=tuple(entries),
                    form=parsed_form(tree, spellings),
                )
            )
        self._origins.adopt(display, tree, spellings)
        self.trees[name] = tree
        return tree

    def _failure(self, display: str, fault: Malformed) -> Failed:
        self._write(display, fault, Severity.ERROR, fault.hint)
        return Failed(fault.message)

    def _mend(self, display: str, fault: Malformed) -> None:
        usual = CATALOGUE[fault.code].severity
        severity = Severity.REPAIR if usual is Severity.ERROR else usual
        self._write(display, fault, severity, fault.hint)

    def _write(
        self, display: str, fault: Malformed, severity: Severity, hint: str
    ) -> None:
        place = Spot(display, "", fault.line, fault.column)
        self._notebook.write(
            fault.code, fault.message, place, hint=hint, severity=severity
        )


def _identity(path: Path) -> tuple[int, int]:
    """The device and number of a file, which are the same for all its paths."""
    found = path.stat()
    return found.st_dev, found.st_ino
