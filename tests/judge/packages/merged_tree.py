"""Many packages as one tree, so that type checkers look at the runtime they share once.

Each package has a copy of the same runtime, which is more code than most packages have of their
own. In the tree there is one, beside the packages, and their imports of it get one dot more.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

RUNTIME = "_runtime"
TREE = "all"
_IMPORT = re.compile(rf"^(\s*from )(\.+{RUNTIME}\b)", re.MULTILINE)


def own_modules(package: Path) -> list[Path]:
    """The modules of a package without the runtime's, in order."""
    return [
        path
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] != RUNTIME
    ]


def digest(package: Path) -> str:
    """A text that changes with any module of a package, and not with the package's name."""
    found = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        text = path.read_bytes()
        found.update(f"{name}\0{len(text)}\0".encode())
        found.update(text)
    return found.hexdigest()


def join(package: Path, root: Path) -> None:
    """Put a package into the tree below a root, with the runtime as it has it.

    Args:
        package: The package's folder, with its runtime.
        root: What the type checkers are run in.
    """
    tree = root / TREE
    tree.mkdir(parents=True, exist_ok=True)
    _write(tree / "__init__.py", "")
    for path in sorted((package / RUNTIME).rglob("*.py")):
        _write(tree / path.relative_to(package), path.read_text("utf-8"))
    place = tree / package.name
    modules = own_modules(package)
    for path in modules:
        text = _IMPORT.sub(r"\1.\2", path.read_text("utf-8"))
        _write(place / path.relative_to(package), text)
    kept = {place / path.relative_to(package) for path in modules}
    for path in place.rglob("*.py"):
        if path not in kept:
            path.unlink()


def clear(root: Path) -> None:
    """Remove the tree below a root."""
    shutil.rmtree(root / TREE, ignore_errors=True)


def _write(path: Path, text: str) -> None:
    """Write what has changed alone: the checkers remember files by their time, too."""
    if path.is_file() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
