"""The extensions as spec/README.md shows them are read without a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from reader_documents import read_operation

README = Path(__file__).parents[3] / "spec" / "README.md"
BLOCKS = re.findall(
    r"^```yaml\n(x-sdk-.*?)^```$", README.read_text("utf-8"), re.M | re.S
)
# A block of one line each shows several; any other is one.
SHOWN = [
    one
    for block in BLOCKS
    for one in (block.splitlines() if block.count("\nx-sdk-") else [block])
]


def test_each_is_found() -> None:
    assert [one.partition(":")[0] for one in SHOWN] == [
        *["x-sdk-pagination"] * 3,
        "x-sdk-wait",
    ]


@pytest.mark.parametrize("shown", SHOWN)
def test_what_is_shown_is_read(tmp_path: Path, shown: str) -> None:
    result = read_operation(tmp_path, yaml.safe_load(shown))
    assert result.operation.pagination or result.operation.wait
    assert result.codes == []
