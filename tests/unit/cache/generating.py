"""Runs of the command over a small specification, and what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli
from tests.unit.tiny_document import SPEC

SCHEMA = "    Note:\n"
HEAD, _, NOTE = SPEC.partition(SCHEMA)
SPLIT = HEAD.replace("components:\n  schemas:\n", "").replace(
    "#/components/schemas/Note", "note.yaml"
)
SDK = "[python]\ndistribution = 'tiny'\n"
OUT = Path("generated/shop/python")


class Run:
    """One run: its exit code, what it printed, and whether it took what an earlier run made."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        self.code = cli.main(["generate", *arguments])
        printed = capsys.readouterr()
        self.out, self.err = printed.out, printed.err
        stages = re.findall(r"(\w+) \d+\.\d", self.out.partition("seconds")[2])
        self.is_known = bool(stages) and not {"load", "update"} & {*stages}

    @property
    def report(self) -> tuple[int, str, str]:
        """All that a run says but its timings."""
        return self.code, re.sub(r"seconds.*", "", self.out), self.err


Generate = Callable[..., Run]


def edit_document(shop: Path) -> None:
    (shop / "openapi.yaml").write_text(SPLIT.replace("A note.", "Another note."))
