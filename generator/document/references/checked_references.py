"""References checked before anything is read through them: refused, circular, or sound."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from generator.diagnostics import Diagnostic, Notebook, Severity
from generator.document.references.dialects import is_known_dialect
from generator.document.references.survey import Survey
from generator.document.trees.origins import Origins
from generator.document.trees.uri_reference import Target, shown


class Links(NamedTuple):
    """References by the identity of what holds them, and the targets of anchors.

    `refused` aren't followed, and those with `targets` mean these, not their text.
    """

    refused: Mapping[int, Diagnostic] = MappingProxyType({})
    anchors: Mapping[Target, Target] = MappingProxyType({})
    targets: Mapping[int, Target] = MappingProxyType({})


def check(
    survey: Survey, origins: Origins, notebook: Notebook, *, lenient: bool
) -> Links:
    """Check all references of a document.

    Strictly, each that is refused is an error. Leniently it is a warning, until somebody follows
    it and is refused with the same words.

    Args:
        survey: What the document reaches.
        origins: Says where things were written.
        notebook: Receives the errors.
        lenient: Whether refusals wait for whoever follows the reference.
    """
    refused: dict[int, Diagnostic] = {}
    cyclic = _cyclic(survey)
    for reference in survey.references:
        holder = id(reference.holder)
        if (reason := survey.refused.get(holder)) is not None:
            finding = reason.diagnostic
        elif holder in cyclic and reference.keyword == "$ref":
            message = f"`{shown(reference.text)}` leads back to itself"
            finding = Diagnostic("ref-cycle", Severity.ERROR, message)
        else:
            continue
        place = origins.place(reference.holder, reference.keyword)
        refused[holder] = replace(finding, place=place)
    for finding in refused.values():
        # Nobody follows those in the place of `info`, say.
        is_error = not lenient or finding.code == "ref-misplaced"
        severity = Severity.ERROR if is_error else Severity.WARNING
        notebook.keep(replace(finding, severity=severity))
    _check_dialects(survey, origins, notebook, lenient=lenient)
    return Links(refused, survey.anchors)


def _cyclic(survey: Survey) -> set[int]:
    """The references that lead from one to the next and never to a value."""
    done: set[int] = set()
    cyclic: set[int] = set()
    for start in survey.ends:
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in done:
            done.add(at)
            path.append(at)
            end = survey.ends.get(at)
            at = id(end) if id(end) in survey.ends else None
        if at is not None and (at in cyclic or at in path):
            cyclic.update(path)
    return cyclic


def _check_dialects(
    survey: Survey, origins: Origins, notebook: Notebook, *, lenient: bool
) -> None:
    for dialect, holder, keyword in survey.dialects:
        if not is_known_dialect(dialect):
            notebook.write(
                "dialect-unknown",
                f"`{dialect}` is no dialect of JSON Schema that is known here",
                origins.place(holder, keyword),
                hint="Schemas are read as the OpenAPI dialect.",
                severity=Severity.REPAIR if lenient else Severity.ERROR,
            )
