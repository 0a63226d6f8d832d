"""Docstrings: what the document says to people, as text for `emit.text.docstring`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.emit.text.code import Code, docstring
from generator.emit.text.invisible import legible
from generator.emit.text.prose import Whole, tables
from generator.emit.text.prose import unfolded as prose_lines
from generator.ir.value import Docs, Text
from generator.targets.python.docs.text_log import Composed, content

_SENTENCE = re.compile(r".+?[.!?](?=\s|$)", re.DOTALL)


def encode(text: str, indent: int) -> Code:
    """Encode prose as a docstring, its paragraphs brought to the width of the page."""
    return docstring(unfolded(text), indent)


def unfolded(text: str) -> list[str]:
    """Prose as lines of a docstring: each paragraph is one, whatever its length."""
    return prose_lines(legible(text))


def prose(docs: Docs) -> str:
    """Everything the document says about a thing: the summary, then the description."""
    summary, description = shown(docs.summary), shown(docs.description)
    if not summary or description.startswith(summary.rstrip(".")):
        return sentence(description) if "\n" not in description else description
    if not description:
        return sentence(summary)
    return f"{sentence(summary)}\n\n{description}"


def first_sentence(docs: Docs) -> str:
    """The first sentence of the summary or, failing that, of the description, on one line."""
    text = shown(docs.summary) or shown(docs.description)
    paragraph = " ".join(text.split("\n\n")[0].split())
    found = _SENTENCE.match(paragraph)
    return sentence(found.group() if found else paragraph)


def remainder(docs: Docs) -> str:
    """What the document says beyond the first sentence."""
    summary, description = shown(docs.summary), shown(docs.description)
    if not summary:
        paragraph, _, others = description.partition("\n\n")
        found = _SENTENCE.match(paragraph)
        rest = paragraph[found.end() :].strip() if found else ""
        return "\n\n".join(part for part in (rest, others.strip()) if part)
    return (
        ""
        if " ".join(description.split()).rstrip(".") == summary.rstrip(".")
        else description
    )


def class_prose(docs: Docs, wire: str, notes: str) -> str:
    """What to say about a class; something is said about one that the document is silent on."""
    text = prose(docs) or (
        f"What the API calls `{wire}`."
        if wire
        else "An object without a name in the API."
    )
    return "\n\n".join(part for part in (text, notes, see(docs)) if part)


def alias_prose(docs: Docs, notes: str = "") -> str:
    """What to say about an alias, or about anything that may do without a word."""
    return "\n\n".join(part for part in (prose(docs), notes, see(docs)) if part)


def field_prose(docs: Docs, notes: Iterable[str]) -> str:
    """What to say about a field, if anything."""
    return " ".join(part for part in (prose(docs), *notes, see(docs)) if part)


def see(docs: Docs) -> str:
    """Where more is to be found, "" for nowhere."""
    link = "".join(shown(docs.link).split())
    return f"See {link}" if link else ""


def one_line(docs: Docs, notes: Iterable[str] = ()) -> str:
    """The description on one line, and what else is to be known."""
    text = " ".join((shown(docs.description) or shown(docs.summary)).split())
    return " ".join(part for part in (sentence(text), *notes, see(docs)) if part)


def in_line(docs: Docs, notes: Iterable[str] = ()) -> str:
    """As `one_line`, but for the tables of the description: their rows stand in `rows`."""
    text, _ = tables(shown(docs.description))
    return one_line(
        Docs(summary=docs.summary, description=Composed(raw=text), link=docs.link),
        notes,
    )


def rows(docs: Docs) -> list[str]:
    """The rows of the tables in a description, below the line that it is otherwise."""
    _, found = tables(shown(docs.description))
    return [Whole(f"    {row}") for row in found]


def shown(text: Text) -> str:
    """A text of the document as a reader sees it."""
    return clean(content(text))


def clean(text: str) -> str:
    """Text as a reader sees it, without blank space around it."""
    return legible(text).strip()


def sentence(text: str) -> str:
    """Text with a full stop, where it ends like a sentence without one."""
    return (
        text + "." if text[-1:].isalnum() or text[-1:] in {")", "`", '"', "'"} else text
    )
