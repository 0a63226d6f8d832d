"""Printing findings, in one of several formats."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Literal, TextIO, TypeAlias, assert_never

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.human import for_people
from generator.diagnostics.located import Texts, locate

Format: TypeAlias = Literal["human", "json", "github", "sarif"]


def report(
    findings: Sequence[Diagnostic],
    texts: Texts,
    form: Format = "human",
    *,
    colour: bool = False,
) -> str:
    """The findings as text.

    Args:
        findings: What to print, in this order.
        texts: Knows where places are.
        form: Whom the text is for.
        colour: Whether people get ANSI colours.
    """
    located = locate(findings, texts)
    if form == "human":
        return for_people(located, colour=colour)
    # Most runs are read by people, and need no JSON.
    from generator.diagnostics import machine  # noqa: PLC0415

    match form:
        case "json":
            return machine.as_json(located)
        case "github":
            return machine.for_github(located)
        case "sarif":
            return machine.as_sarif(located)
        case _:
            assert_never(form)


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose user hasn't declined colours."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
