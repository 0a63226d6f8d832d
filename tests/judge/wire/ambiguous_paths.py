"""Paths that more than one template fits, of which a library may take another one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tests.judge.wire.case import Case
from tests.judge.wire.request.inputs import TEMPLATE


class Templates:
    """The path templates of a document."""

    def __init__(self, templates: Iterable[str]) -> None:
        self._templates = tuple(dict.fromkeys(templates))

    def confusion(self, case: Case) -> str:
        """Why nobody can tell from its path alone which operation a request calls, or ""."""
        path = case.received.target.partition("?")[0]
        others = (each for each in self._templates if each != case.request.path)
        if any(_pattern(each).fullmatch(path) for each in others):
            return "paths that several templates fit"
        return ""


@lru_cache(maxsize=10_000)
def _pattern(template: str) -> re.Pattern[str]:
    pieces = TEMPLATE.split(template.partition("?")[0])
    return re.compile(
        "".join(
            "[^/]*" if index % 2 else re.escape(piece)
            for index, piece in enumerate(pieces)
        )
    )
