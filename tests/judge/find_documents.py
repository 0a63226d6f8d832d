"""Finding the documents below a folder, by what is in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import unquote

import yaml

from tests.judge.source.original import is_object

_ENDINGS = {".json", ".yaml", ".yml"}
_KEYS = {"openapi", "swagger"}
# A key at the beginning of a line is at the root of a YAML mapping in block style.
_BLOCK = re.compile(rb"^[\"']?(?:openapi|swagger)[\"']?[ \t]*:", re.MULTILINE)
_MENTION = re.compile(rb"openapi|swagger")
# References to other files; those of YAML without quotes end with the line.
_REFERENCE = re.compile(
    rb"[\"']?\$ref[\"']?\s*:\s*(?:\"([^\"#\n]+)|'([^'#\n]+)|([^\s#\"'{\[][^#\n\r,}]*))"
)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def documents(folder: Path, only: str = "*", largest: int = 0) -> tuple[Path, ...]:
    """The root documents below a folder, by path.

    A document that another document refers to isn't a root.

    Args:
        folder: Where to look; hidden folders are left out.
        only: A pattern that the path relative to the folder, or the file's name, has to match.
        largest: How many bytes a document may have; 0 means any number.
    """
    found: list[Path] = []
    referred: set[Path] = set()
    for path in _candidates(folder):
        text = path.read_bytes()
        if is_document(path, text):
            found.append(path)
            referred.update(_referred(path, text))
    return tuple(
        path
        for path in found
        if path.resolve() not in referred
        and _matches(path, folder, only)
        and not 0 < largest < path.stat().st_size
    )


def is_document(path: Path, text: bytes) -> bool:
    """Whether a file is a mapping with `openapi` or `swagger` at its root."""
    if not _MENTION.search(text):
        return False
    if path.suffix.lower() == ".json":
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError):
            # A document that isn't quite JSON is the generator's to judge.
            return _BLOCK.search(re.sub(rb"^[\s{]+", b"", text)) is not None
        return is_object(value) and not _KEYS.isdisjoint(value)
    return _BLOCK.search(text) is not None or not _KEYS.isdisjoint(_root_keys(text))


def _candidates(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if not hidden and path.suffix.lower() in _ENDINGS and path.is_file():
            yield path


def _matches(path: Path, folder: Path, only: str) -> bool:
    name = path.relative_to(folder).as_posix()
    return fnmatch(name, only) or fnmatch(path.name, only)


def _root_keys(text: bytes) -> Iterator[str]:
    """The keys of a YAML file's outermost mapping, one at a time: most say early what they are."""
    depth = 0
    is_key = False
    try:
        for event in yaml.parse(text, Loader=_Loader):
            opens = isinstance(event, yaml.CollectionStartEvent)
            closes = isinstance(event, yaml.CollectionEndEvent)
            if not (opens or closes or isinstance(event, yaml.NodeEvent)):
                continue
            depth -= closes
            if opens and depth == 0:
                is_key = isinstance(event, yaml.MappingStartEvent)
            elif depth == 1 and not opens:
                if is_key and isinstance(event, yaml.ScalarEvent):
                    yield str(event.value)
                is_key = not is_key
            depth += opens
    except (yaml.YAMLError, ValueError):
        return


def _referred(path: Path, text: bytes) -> Iterator[Path]:
    for match in _REFERENCE.finditer(text):
        written = next(filter(None, match.groups())).decode("utf-8", "replace").strip()
        if ":" not in written.partition("/")[0]:
            target = (path.parent / unquote(written)).resolve()
            if target != path.resolve():
                yield target
