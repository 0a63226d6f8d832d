"""Fenced code blocks of Markdown files."""

from __future__ import annotations

import re
from pathlib import Path

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path, language: str) -> list[str]:
    """The contents of the file's blocks in one language, in order."""
    return [
        text
        for name, text in _BLOCK.findall(path.read_text("utf-8"))
        if name == language
    ]
