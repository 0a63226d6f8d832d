"""Checks a document, as written, against its own version of OpenAPI."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Checked, Diagnostic, Place, Severity
from generator.document.trees.object_keywords import is_reference
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree, child, pointer
from generator.document.validation.harmless import is_harmless
from generator.document.validation.rule_faults import (
    MOST_STEPS,
    Fault,
    Path,
    one_for_each_place,
    referred,
)
from generator.document.validation.rules import rule_faults
from generator.document.validation.structure import structural_faults


def validate(
    whole: Tree, sound: Tree, version: str, origins: Origins, *, lenient: bool
) -> tuple[Checked, ...]:
    """Find everything that the version's rules forbid, one finding for each place.

    Args:
        whole: The document as written, in one tree whose references stay inside it.
        sound: The same without the references that lead nowhere or back, which the library
            follows for ever.
        version: `2.0`, `3.0`, `3.1` or `3.2`.
        origins: Says where things were written.
        lenient: Whether whoever reads the document mends or refuses what is wrong in it.

    Returns:
        The findings: errors, or repairs and warnings when lenient.
    """
    structural = [*structural_faults(whole, version)]
    semantic: Iterable[Fault] = ()
    if structural or not is_harmless(sound):
        # The library takes a sixth of a second to load, and goes slowly through large documents.
        from generator.document.validation.semantics import (  # noqa: PLC0415
            semantic_faults,
        )

        semantic = semantic_faults(sound, version)
    faults = one_for_each_place(rule_faults(whole, version), structural, semantic)
    return tuple(_finding(fault, whole, origins, lenient=lenient) for fault in faults)


def _finding(fault: Fault, tree: Tree, origins: Origins, *, lenient: bool) -> Checked:
    severity = Severity.ERROR
    if lenient:
        is_form = fault.code == "document-invalid"
        severity = Severity.REPAIR if is_form else Severity.WARNING
    place = _place(tree, fault.path, origins)
    diagnostic = Diagnostic(fault.code, severity, fault.message, place)
    return Checked(diagnostic, fault.is_vague)


def _place(tree: Tree, path: Path, origins: Origins) -> Place:
    """Where the value at a path was written; the path may pass through references."""
    value = tree
    place = origins.place(tree) if isinstance(tree, (dict, list)) else None
    place = place or Place("")
    for position, key in enumerate(path):
        value = _through(tree, value, str(key))
        try:
            inner = child(value, str(key))
        except KeyError:
            # What is missing is shown at what it is missing from.
            rest = pointer(path[position:])
            return Place(place.file, place.pointer + rest)
        if isinstance(value, (dict, list)):
            place = origins.place(value, str(key)) or place
        if isinstance(inner, (dict, list)):
            place = origins.place(inner) or place
        value = inner
    return place


def _through(tree: Tree, value: Tree, key: str) -> Tree:
    """The end of a value's references, when the value itself has no such key."""
    for _ in range(MOST_STEPS):
        if not isinstance(value, dict) or key in value or not is_reference(value):
            break
        value = referred(tree, value)
    return value
