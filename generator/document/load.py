"""Path → Document: read, overlaid, checked, validated and upgraded."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Failed, Notebook, Place, Severity
from generator.document.document import Document, Provenance
from generator.document.files.files import Files
from generator.document.files.inputs import InputLog
from generator.document.files.policy import Policy
from generator.document.files.sources import Sources
from generator.document.overlay.extends import check_extends, extended, is_overlay
from generator.document.references.checked_references import check
from generator.document.references.plain_references import plain, to_text_refs
from generator.document.references.survey import Survey
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree, describe
from generator.document.trees.uri_reference import Target, locate
from generator.document.upgrade import upgrade
from generator.document.validation.validation import Validation, Written

ROOTS = ("openapi.yaml", "openapi.yml", "openapi.json")
OVERLAY = "overlay.yaml"

_STRICT = Policy()
# Documents of other kinds, by the key that says so.
_OTHERS = {
    "asyncapi": "an AsyncAPI",
    "arazzo": "an Arazzo",
    "swaggerVersion": "a Swagger 1",
}
_VERSION = re.compile(r"3\.[012](\.\d+)?(-.+)?")


def load(
    path: Path,
    notebook: Notebook,
    policy: Policy = _STRICT,
    sources: Sources | None = None,
) -> Document:
    """Read a document of any version, and validate it.

    Args:
        path: The root file; or a folder with one named `openapi` in it, to which an
            `overlay.yaml` beside it is applied.
        notebook: Receives everything found.
        policy: What is mended and what references may reach.
        sources: Receives the texts, so that findings can be printed although reading failed.

    Raises:
        Failed: The document can't be used at all; the notebook says why.
    """
    before = notebook.count(Severity.ERROR)
    document, validation = start(path, notebook, policy, sources)
    validation.finish()
    if not policy.lenient:
        _stop(notebook, before)
    return document


def start(
    path: Path, notebook: Notebook, policy: Policy, sources: Sources | None = None
) -> tuple[Document, Validation]:
    """Read a document as `load` does, but for the end of its validation.

    Strictly, the notebook then holds errors of its references that don't end the run by themselves:
    reading on finds more.
    """
    sources = Sources() if sources is None else sources
    root, overlays = _files(path, notebook, policy, sources.inputs)
    origins = Origins()
    files = Files(root, notebook, policy, sources, origins)
    before = notebook.count(Severity.ERROR)

    tree = files.read_root()
    if is_overlay(tree):
        overlays = (root, *overlays)
        root = extended(tree, root, files, notebook)
        files = Files(root, notebook, policy, sources, origins)
        tree = files.read_root()
    version = _version(tree, files, origins, notebook, root)
    for overlay in overlays:
        _apply(overlay, root, files, origins, notebook)
    _stop(notebook, before)

    survey = _surveyed(files, policy, origins, notebook)
    links = check(survey, origins, notebook, lenient=policy.lenient)
    written = Written(
        files.trees, survey, version, origins, links.refused.keys(), sources.size
    )
    validation = Validation(written, policy, notebook)

    def find(file: str, reference: str) -> Target | None:
        target = locate(file, reference, root.name)
        target = survey.anchors.get(target, target)
        return target if target.file in files.trees else None

    trees = upgrade(files.trees, origins, notebook, locate=find)
    if survey.has_exact:
        trees, targets = to_text_refs(trees, origins)
        links = links._replace(targets=targets)
    provenance = Provenance(sources, origins, links)
    return Document(trees, version, provenance, notebook, policy), validation


def _surveyed(
    files: Files, policy: Policy, origins: Origins, notebook: Notebook
) -> Survey:
    """Everything that the document reaches, once all references are plain."""
    survey = Survey(files.root, files.reach)
    survey.run(files.trees[""])
    made = plain(files.trees, survey, origins, notebook, lenient=policy.lenient)
    if made is None:
        return survey
    trees, refused = made
    files.trees.update(trees)
    survey = Survey(files.root, files.reach, refused)
    survey.run(files.trees[""])
    return survey


def _apply(
    overlay: Path, root: Path, files: Files, origins: Origins, notebook: Notebook
) -> None:
    # JSONPath takes a tenth of a second to load, and most documents have no overlay.
    from generator.document.overlay.apply_overlay import apply_overlay  # noqa: PLC0415

    name = _shown(overlay)
    tree = files.read_beside(f"overlay:{name}", overlay, name)
    del files.trees[f"overlay:{name}"]
    check_extends(tree, Path(name), root, files.trees[""], notebook)
    apply_overlay(tree, name, files, origins, notebook)


def _files(
    path: Path, notebook: Notebook, policy: Policy, inputs: InputLog
) -> tuple[Path, tuple[Path, ...]]:
    """The root file and the overlays."""
    path = Path(_shown(path))
    if not path.is_dir():
        return path, policy.overlays
    for name in ROOTS:
        if inputs.exists(path / name):
            own = [path / OVERLAY] if inputs.exists(path / OVERLAY) else []
            return path / name, (*own, *policy.overlays)
    message = f"the folder `{path}` holds no {', '.join(ROOTS[:-1])} or {ROOTS[-1]}"
    raise notebook.fail("file-unreadable", message)


def _shown(path: Path) -> str:
    """A path as a user would type it: from the working folder where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):
        return str(path)
    return relative if len(relative) < len(str(path)) else str(path)


def _version(
    tree: Tree, files: Files, origins: Origins, notebook: Notebook, root: Path
) -> str:
    """The version that the document says it is of."""
    place = Place(str(root))
    if not isinstance(tree, dict):
        message = f"a document has to be an object, and this one is {describe(tree)}"
        raise notebook.fail("version-unknown", message, place)
    keys = [key for key in ("openapi", "swagger") if key in tree]
    if len(keys) != 1:
        raise _unclear(tree, keys, notebook, root)
    key, written = keys[0], tree[keys[0]]
    version = str(written)
    known = version == "2.0" if key == "swagger" else _VERSION.fullmatch(version)
    if not known or isinstance(written, bool):
        message = f"`{key}: {version[:40]}` is no version that is known here"
        hint = "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are."
        raise notebook.fail(
            "version-unknown", message, Place(str(root), f"/{key}"), hint=hint
        )
    if key == "swagger":
        notebook.write(
            "version-upgraded",
            "the document is of Swagger 2.0, and is read as one of OpenAPI 3",
            Place(str(root), "/swagger"),
        )
    if not isinstance(written, str):
        # YAML reads 3.0 without quotes as a number.
        spelled: dict[str, Tree] = {**tree, key: version}
        origins.record(spelled, tree)
        files.trees[""] = spelled
    return version


def _unclear(
    tree: dict[str, Tree], keys: Sequence[str], notebook: Notebook, root: Path
) -> Failed:
    """Say what a document is that is of no version of OpenAPI, or of two."""
    message = "the document doesn't name its version of OpenAPI"
    hint, key = "Begin it with `openapi: 3.1.0`.", ""
    if keys:
        message = "the document names two versions of OpenAPI"
        hint, key = "Keep one of `openapi` and `swagger`.", f"/{keys[-1]}"
    elif other := next((key for key in _OTHERS if key in tree), ""):
        message = f"this is {_OTHERS[other]} document, which isn't read"
        hint, key = "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are.", f"/{other}"
    return notebook.fail("version-unknown", message, Place(str(root), key), hint=hint)


def _stop(notebook: Notebook, before: int) -> None:
    """End the run when errors have been written since."""
    if notebook.count(Severity.ERROR) > before:
        raise Failed("the document can't be used as it is")
