"""What people see."""

from __future__ import annotations

import pytest

from tests.judge.reports.html_page import as_html
from tests.judge.reports.text_table import as_text, brief
from tests.judge.rows import Check, CheckName, Row

CHECKS: tuple[CheckName, ...] = ("compile", "import", "wire")
GOOD = Row(
    path="good.yaml",
    version="3.1.0",
    complete=2,
    operations=2,
    seconds=0.25,
    written=True,
    checks={
        "compile": Check(verdict="ok", cases=3),
        "wire": Check(verdict="unrun", notes=("no judge",)),
    },
)
BAD = Row(
    path="<bad>.yaml",
    version="2.0",
    complete=1,
    operations=2,
    repairs=3,
    refusals=1,
    written=True,
    broken=("1 operations are missing",),
    checks={
        "compile": Check(verdict="failed", failures=2, cases=4, notes=("a.py: bad",)),
    },
)
FAULT = Row(path="fault.json", fault="hung: no answer within 3 s")


def test_rows_as_text() -> None:
    text = as_text([GOOD, BAD, FAULT], CHECKS)
    head, good, bad, fault, line, total, *reasons = text.splitlines()
    assert head.split() == [
        *("document", "version", "operations", "repairs", "refusals", "seconds"),
        *CHECKS,
    ]
    assert good.split() == [
        "good.yaml",
        "3.1.0",
        "2/2",
        "0",
        "0",
        "0.2",
        "ok",
        "-",
        "-",
    ]
    assert bad.split() == ["<bad>.yaml", "2.0", "1/2", "3", "1", "0.0", "2", "-", "-"]
    assert fault.split() == ["fault.json", "fault", "0", "0", "0.0", "-", "-", "-"]
    assert set(line) == {"-"}
    assert total.startswith("1 of 3 documents as they should be")
    assert total.split()[-7:] == ["3/4", "3", "1", "0.2", "1/2", "0/0", "0/0"]
    assert {len(row) for row in (head, good, bad, fault, total)} == {len(line)}
    assert reasons == [
        "",
        "<bad>.yaml",
        "  1 operations are missing",
        "  compile: 2 of 4 failed",
        "    a.py: bad",
        "fault.json",
        "  hung: no answer within 3 s",
    ]


def test_a_row_on_a_line_of_its_own() -> None:
    assert brief(GOOD, CHECKS) == (
        "good.yaml 3.1.0: operations 2/2, repairs 0, refusals 0, seconds 0.2, compile ok"
    )


@pytest.mark.parametrize(
    ("check", "want"),
    [
        (Check(verdict="ok", cases=3), "ok"),
        (Check(verdict="ok", cases=3, covered=3, total=3), "ok"),
        (Check(verdict="ok", cases=3, covered=199, total=200), "ok 99%"),
        (Check(verdict="failed", failures=2, covered=1, total=3), "2"),
        (Check(verdict="unrun", covered=1, total=3), "-"),
    ],
)
def test_a_check_says_how_much_it_covers(check: Check, want: str) -> None:
    assert check.brief == want


def test_what_is_left_out_is_summed_up() -> None:
    check = Check(verdict="ok", cases=1, aside={"too large": 2, "odd": 7})
    other = Check(verdict="ok", cases=1, aside={"too large": 9})
    rows = [
        Row(path=name, checks={"wire": each})
        for name, each in (("a", check), ("b", other))
    ]
    assert as_text(rows, CHECKS).splitlines()[-4:] == [
        "",
        "left out:",
        "        11 wire: too large",
        "         7 wire: odd",
    ]


def test_the_page_sums_up_what_is_left_out() -> None:
    check = Check(verdict="ok", cases=1, aside={"<odd>": 7})
    page = as_html([Row(path="a", checks={"wire": check})], CHECKS)
    assert "left out:\n         7 wire: &lt;odd&gt;" in page


def test_good_rows_have_no_reasons() -> None:
    assert as_text([GOOD], CHECKS).endswith("0/0")


def test_the_page_escapes_what_documents_say() -> None:
    page = as_html([GOOD, BAD], CHECKS)
    assert "<bad>" not in page
    assert "<summary>&lt;bad&gt;.yaml</summary>" in page
    assert page.count("<tr") == 4
    assert page.count('class="bad"') == 1


def test_what_is_not_reached_is_named() -> None:
    lines = ("GET /a: odd", "GET /<b>: late")
    check = Check(verdict="ok", cases=1, covered=1, total=3, unreached=lines)
    row = Row(path="a", checks={"wire": check})
    want = ["not reached:", "  a wire: GET /a: odd", "  a wire: GET /<b>: late"]
    assert as_text([row], CHECKS).splitlines()[-3:] == want
    assert "  a wire: GET /&lt;b&gt;: late" in as_html([row], CHECKS)
