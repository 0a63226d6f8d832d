"""Links in headers: https://www.rfc-editor.org/rfc/rfc8288#section-3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

# One member of the list, with the comma behind it; empty ones may stand between others.
_LINK: Final = re.compile(r'[\s,]*<([^<>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)(?:,|$)')
_PARAMETER: Final = re.compile(
    r""";\s*([^\s;,="]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?"""
)
_QUOTED_PAIR: Final = re.compile(r"\\(.)")


def find_link(values: Iterable[str], relation: str) -> str | None:
    """The target of the first link of a relation, as it stands there.

    Args:
        values: The headers Link, each of which may hold several links.
        relation: The relation, in any case.

    Returns:
        The target, which may be relative; None where no link has the relation.

    Raises:
        ValueError: One isn't a list of links.
    """
    for value in values:
        for target, parameters in _links(value):
            # A link with an anchor leads on from somewhere else.
            relations = parameters.get("rel", "").lower().split()
            if relation.lower() in relations and "anchor" not in parameters:
                return target
    return None


def _links(value: str) -> Iterator[tuple[str, dict[str, str]]]:
    end = 0
    while found := _LINK.match(value, end):
        end = found.end()
        parameters: dict[str, str] = {}
        for name, quoted, token in _PARAMETER.findall(found[2]):
            # Of several that have one name, the first counts.
            parameters.setdefault(
                name.lower(), _QUOTED_PAIR.sub(r"\1", quoted) or token
            )
        yield found[1].strip(), parameters
    if value[end:].strip(" \t,"):
        raise ValueError("no link")
