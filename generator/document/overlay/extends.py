"""The `extends` of an overlay: https://spec.openapis.org/overlay/v1.1.0.html#overlay-object"""

from __future__ import annotations

from pathlib import Path
from typing import TypeGuard
from urllib.parse import unquote, urldefrag, urlsplit

from generator.diagnostics import Notebook, Place, Unsupported
from generator.document.files.files import Files
from generator.document.trees.tree import Tree
from generator.document.trees.uri_reference import is_remote, locate


def is_overlay(tree: Tree) -> TypeGuard[dict[str, Tree]]:
    """Whether a file holds an overlay, not a description of an API."""
    return isinstance(tree, dict) and "overlay" in tree and "openapi" not in tree


def extended(
    overlay: dict[str, Tree], path: Path, files: Files, notebook: Notebook
) -> Path:
    """The document to apply an overlay to that was named alone.

    Args:
        overlay: The overlay as parsed.
        path: Its file.
        files: Reads what references from there may lead to, and nothing else.
        notebook: Receives the reason when there is none.

    Raises:
        Failed: It names none, or one that isn't read.
    """
    text = overlay.get("extends")
    if not isinstance(text, str) or is_remote(text):
        message = "the file is an overlay, and names no file that it is for"
        hint = "Name the document with `--spec`, and this file with `--overlay`."
        raise notebook.fail("overlay-alone", message, Place(str(path)), hint=hint)
    target = locate("", text, files.root)
    try:
        name, _ = files.reach(target.file)
    except Unsupported as reason:
        finding, place = reason.diagnostic, Place(str(path), "/extends")
        failed = notebook.fail(finding.code, finding.message, place, hint=finding.hint)
        raise failed from reason
    return path.parent / (name or files.root)


def check_extends(
    overlay: Tree, path: Path, root: Path, tree: Tree, notebook: Notebook
) -> None:
    """Warn of an overlay that says it is for another document than the one it is applied to.

    Where a document is published is known only if it says so itself, by `$self`.

    Args:
        overlay: The overlay as parsed.
        path: Its file.
        root: The document's root file.
        tree: What stands there.
        notebook: Receives the warning.
    """
    text = overlay.get("extends") if isinstance(overlay, dict) else None
    if text is None:
        return
    place = Place(str(path), "/extends")
    if not isinstance(text, str):
        message = "`extends` has to be a reference to a document, in a string"
        notebook.write("overlay-invalid", message, place)
    elif not _means(text, path, root, tree):
        message = f"the overlay is for `{text}`, and is applied to `{root}`"
        notebook.write("overlay-other", message, place)


def _means(text: str, path: Path, root: Path, tree: Tree) -> bool:
    """Whether an overlay's `extends` can mean a document."""
    address = urldefrag(text).url
    if is_remote(address):
        own = tree.get("$self") if isinstance(tree, dict) else None
        return not isinstance(own, str) or not is_remote(own) or own == address
    try:
        local = path.parent / unquote(urlsplit(address).path)
        return local.resolve() == root.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
