"""Paths of files: names made of any text, and the check that every path has to pass."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from generator.emit.text.code import Code
from generator.emit.text.latin import transliterate

LONGEST = 100
_LONGEST_COMPONENT = 60
# Names that Windows gives to devices, whatever the suffix.
_DEVICES = frozenset(
    ["aux", "con", "nul", "prn", "conin$", "conout$", "clock$"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*|\.[A-Za-z0-9_][A-Za-z0-9_.+-]*")
# Names with which the writer itself marks what it hasn't finished.
_OWN = "MANIFEST"


def component(text: str, *, suffix: str = "") -> Code:
    """Make a file or folder name out of any text: lower case, ASCII, no device, not too long.

    Different texts can give the same name; telling them apart is the caller's affair.

    Args:
        text: A tag, a title, a name.
        suffix: What the name ends with, `.md` for example; the program's own.
    """
    folded = transliterate(text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", folded).strip("_")
    if not name or len(name) > _LONGEST_COMPONENT:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        name = f"{name[: _LONGEST_COMPONENT - 9]}_{digest}".lstrip("_")
    if name in _DEVICES:
        name += "_"
    return Code(name + suffix)


def fault(path: str) -> str:
    """The fault of a path relative to the output folder, or ""."""
    parts = path.split("/")
    if len(path) > LONGEST:
        return f"longer than {LONGEST} characters"
    if any(part in {"", ".", ".."} for part in parts):
        return "absolute, or with an empty, `.` or `..` part"
    for part in parts:
        if not _SAFE.fullmatch(part):
            return "has characters other than letters, digits and `_ . + -`"
        if part.endswith("."):
            return "has a part that ends with a dot"
        if part.split(".")[0].lower() in _DEVICES:
            return "has a part that names a device on Windows"
    return "kept for the list of written files" if path.lower() == _OWN.lower() else ""


def collisions(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of paths that can't stand side by side on every file system.

    Two collide when they differ in case alone, or when one is a folder of the other.
    """
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    for path in sorted(paths):
        parts = path.split("/")
        for length in range(1, len(parts)):
            folder = "/".join(parts[:length])
            other = folders.setdefault(folder.lower(), folder)
            if other != folder:
                found.append((other, folder))
            elif clash := seen.get(folder.lower()):
                found.append((clash, path))
        key = path.lower()
        if key in seen or key in folders:
            found.append((seen.get(key) or folders[key], path))
        seen[key] = path
    return found
