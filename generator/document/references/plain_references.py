"""Makes all references plain ones: a file and a pointer, where OpenAPI has a reference.

Documents also refer by identifiers and anchors, by a second name of a file, through other
references, and put a `$ref` in the place of a whole map; and some write `[]` where an empty object
belongs. Later readers find none of that: while a document is validated and upgraded, such
references are exact ones, and then text again, with a note of what they mean.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Notebook, Severity, Unsupported
from generator.document.references.copies import Copies
from generator.document.references.survey import Survey, misplaced
from generator.document.trees.origins import Origins
from generator.document.trees.rebuild import Rebuilder
from generator.document.trees.tree import Container, Tree, keys
from generator.document.trees.uri_reference import Exact, Target, locate, shown


def plain(
    trees: Mapping[str, Tree],
    survey: Survey,
    origins: Origins,
    notebook: Notebook,
    *,
    lenient: bool,
) -> tuple[dict[str, Tree], dict[int, Unsupported]] | None:
    """Make a document's references plain.

    Args:
        trees: All files, the root file as "".
        survey: What the document reaches.
        origins: Receives which container was made from which.
        notebook: Receives what OpenAPI doesn't allow.
        lenient: Whether that is mended, or an error.

    Returns:
        All trees, and those references in them that lead nowhere, by identity; None when all
        references are plain already.
    """
    unusual = {
        id(reference.holder)
        for reference in survey.references
        if (target := survey.links.get(id(reference.holder))) is not None
        and reference.keyword == "$ref"
        and target != locate(reference.place.file, reference.text, survey.root)
    }
    # Strictly an empty list stays what it is, and is no object.
    empty = survey.empty if lenient else {}
    if not (unusual or survey.misplaced or empty):
        return None
    made = Copies(survey, unusual, empty.keys(), origins)
    _report(made, survey, origins, notebook, lenient=lenient)
    _report_empty(empty, origins, notebook)
    return {file: made.rebuild(tree) for file, tree in trees.items()}, made.refused


def _report(
    made: Copies, survey: Survey, origins: Origins, notebook: Notebook, *, lenient: bool
) -> None:
    """Write down what OpenAPI doesn't allow, but has one sensible reading."""
    severity = Severity.REPAIR if lenient else Severity.ERROR
    for reference in survey.references:
        holder = id(reference.holder)
        if reference.keyword != "$ref" or holder not in survey.links:
            continue
        passed = [id(each) for each in survey.passed.get(holder, ())]
        place = origins.place(reference.holder, "$ref")
        if holder in survey.misplaced and not isinstance(
            made.end(reference), Unsupported
        ):
            code, message = "ref-misplaced", misplaced(reference.place)
            hint = "it is read as what the `$ref` leads to"
        elif not survey.misplaced.keys() >= set(passed):
            code, hint = "ref-through", "it is read as if that one weren't there"
            message = f"`{reference.text}` leads through another `$ref`"
        elif (code := survey.guessed.get(holder, "")) == "ref-embedded":
            hint = "it is read as a definition of the schema around it"
            message = f"`{reference.text}` points at nothing in the document"
        elif code:
            hint = "a `/` in a key is `~1`, and a `%` is `%25`"
            message = f"`{reference.text}` isn't escaped as it has to be"
        else:
            continue
        notebook.write(code, message, place, hint=hint, severity=severity)


def _report_empty(
    empty: Mapping[int, Container], origins: Origins, notebook: Notebook
) -> None:
    """Write down which empty lists are read as empty objects."""
    for value in empty.values():
        place = origins.place(value)
        key = keys(place.pointer)[-1:] if place is not None else ()
        what = f"`{key[0]}`" if key and not key[0].isdecimal() else "this"
        message = f"{what} has to be an object, and is an empty list"
        hint = "it is read as an empty object, which PHP and Lua write so"
        notebook.write("object-expected", message, place, hint=hint)


def to_text_refs(
    trees: Mapping[str, Tree], origins: Origins
) -> tuple[dict[str, Tree], dict[int, Target]]:
    """Turn exact references into text, for nothing but a `$ref` may be one.

    Args:
        trees: The upgraded trees.
        origins: Receives which container was made from which.

    Returns:
        The trees, and what the references in them mean by the identity of what holds them.
    """
    texts = _TextRefs(origins)
    return {file: texts.rebuild(tree) for file, tree in trees.items()}, texts.targets


class _TextRefs(Rebuilder):
    """Puts text in the place of exact references; `targets` are those by the holder's identity."""

    def __init__(self, origins: Origins) -> None:
        super().__init__(origins)
        self.targets: dict[int, Target] = {}

    def scalar(self, value: Tree) -> Tree:
        return shown(value) if isinstance(value, Exact) else value

    def container(self, value: Container) -> Tree:
        made = self.with_members(value)
        reference = value.get("$ref") if isinstance(value, dict) else None
        if isinstance(reference, Exact):
            self.targets[id(made)] = locate("", reference, "")
        return made
