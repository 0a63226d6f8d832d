"""A project made again where one text of the document has been edited."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from generator.diagnostics import Notebook
from generator.emit.files import File, FileSet
from generator.emit.templates import environment, render
from generator.ir.api import Api
from generator.ir.text_edit import TextEdit
from generator.targets.python.docs.text_log import logged
from generator.targets.python.options import Options
from generator.targets.python.pages import TEMPLATES, Page, pages, view_of
from generator.targets.python.prepare import prepare
from generator.targets.target_kind import Wait

# A view, and what it holds.
Part: TypeAlias = "msgspec.Struct | tuple[Part, ...] | str | int | None"


def update(before: FileSet, api: Api, options: Options, wait: Wait) -> FileSet | None:
    """Make the pages again that the edited text is in.

    Args:
        before: The project as it was made, with the texts that its files are made of.
        api: What it was made of.
        options: As they were, too.
        wait: Waits for the text that is edited, None for another change.

    Returns:
        The project as `render` would make it, or None where more than pages has to be made again.
    """
    # Nobody knows yet what has been edited.
    api, symbols = prepare(api, options, Notebook())
    known = {f"{options.package}/{page.path}": page for page in pages(api, symbols)}
    environment().get_template(f"{TEMPLATES}/resources/resource.py.jinja")
    found = wait()
    if found is None or found.is_empty:
        return before if found else None
    files: list[File] = []
    for file in before.files:
        if file.texts is not None and found.old not in file.texts:
            files.append(file)
            continue
        page = known.get(file.path)
        made = None if page is None else _made_again(file, page, found)
        if made is None:
            return None
        files.append(made)
    return FileSet(tuple(files))


def _made_again(file: File, page: Page, edit: TextEdit) -> File | None:
    """A page's file, None where files that are made of its view may change, too."""
    before, _ = view_of(page)
    with logged({edit.old: edit.new}) as taken:
        after = page.view()
    if not is_alike(before, after):
        return None
    texts = frozenset({edit.new if text == edit.old else text for text in taken})
    text = render(f"{TEMPLATES}/{page.template}.jinja", after)
    return File(file.path, text, texts=texts)


def is_alike(one: Part, other: Part) -> bool:
    """Whether two views differ in docstrings at most, of which no other view is made."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_alike, one, other))
    if isinstance(one, msgspec.Struct):
        return all(
            name in DOCSTRINGS or is_alike(getattr(one, name), getattr(other, name))
            for name in one.__struct_fields__
        )
    return one == other


# The fields of views, and of what they are made of, that hold docstrings.
DOCSTRINGS = frozenset({"docs", "async_docs", "class_docs"})
