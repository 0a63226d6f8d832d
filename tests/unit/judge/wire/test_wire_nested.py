"""Lists within lists are read by the separators of each level, from the outside in."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from tests.judge.source.original import Tree
from tests.judge.wire.request.name_value_pairs import Pairs
from tests.judge.wire.request.parameters import Slot
from tests.judge.wire.request.spelling import Decode, spells_styled

LISTS = [["a b", 2], ["c"]]
DEEP = [[[1, 2], [3]], [[4]]]


@pytest.mark.parametrize(
    ("style", "explode", "inner", "value", "query", "want"),
    [
        ("form", False, ("pipeDelimited",), LISTS, "x=a%20b%7C2,c", True),
        ("form", False, ("pipeDelimited",), LISTS, "x=a+b|2,c", True),
        ("form", False, ("pipeDelimited",), LISTS, "x=a%20b,2%7Cc", False),
        ("form", False, ("pipeDelimited",), LISTS, "x=a%20b%7C2", False),
        ("form", False, ("pipeDelimited",), LISTS, "x=a%20b%7C2%2Cc", False),
        ("form", False, ("form",), LISTS, "x=a%20b,2,c", True),
        ("form", False, ("form",), LISTS, "x=a%20b,c,2", False),
        ("form", False, ("form",), LISTS, "", False),
        ("form", True, ("pipeDelimited",), LISTS, "x=a%20b%7C2&x=c", True),
        ("form", True, ("pipeDelimited",), LISTS, "x=c&x=a%20b%7C2", False),
        ("form", True, ("pipeDelimited",), LISTS, "x=a%20b%7C2", False),
        ("tabDelimited", False, ("form", "pipeDelimited"), DEEP, "x=1|2,3%094", True),
        ("form", False, ("pipeDelimited",), [["a"], [], ["b"]], "x=a,,b", True),
        (
            "form",
            False,
            ("pipeDelimited",),
            LISTS,
            "x=[%22a%20b%22,2],[%22c%22]",
            False,
        ),
    ],
)
def test_queries(
    style: str,
    explode: bool,
    inner: tuple[str, ...],
    value: Tree,
    query: str,
    want: bool,
) -> None:
    pairs = Pairs(query)
    assert (pairs.fault("x", value, style, explode, inner) == "") is want
    if want:
        assert pairs.left == []


@pytest.mark.parametrize(
    ("text", "decode", "want"),
    [
        ("1%202,3", unquote, True),
        ("1,2%203", unquote, False),
        ("1 2,3", str, True),
        ("1,2,3", str, False),
    ],
)
def test_paths_and_headers(text: str, decode: Decode, want: bool) -> None:
    slot = Slot(name="x", place="path", style="simple", inner=("spaceDelimited",))
    assert spells_styled(text, slot, [[1, 2], [3]], decode) is want
