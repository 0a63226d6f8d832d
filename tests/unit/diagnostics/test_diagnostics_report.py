"""Findings as text, in every format."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from typing import get_args

import pytest

from generator.diagnostics import Diagnostic, Place, Severity, Span
from generator.diagnostics.human import summary
from generator.diagnostics.report import Format, report, wants_colour

LINES = {
    "spec/a.yaml": [
        "paths:",
        "  /notes:",
        '    $ref: "#/gone"  # why',
        "\tkey: \tvalue",
    ],
    "wide.yaml": ["中文: {ключ: x}", "bad\x1b[31m\u202e: y", "e\u0301a: z"],
    "min.json": ["{" + '"a":1,' * 100 + '"wrong":true' + ',"b":2' * 100 + "}"],
}


class Known:
    """Texts whose pointers are their own line and column."""

    def spans(self, places: Iterable[Place], /) -> Sequence[Span]:
        return [_span(place) for place in places]

    def line(self, file: str, number: int, /) -> str:
        return LINES.get(file, [""] * 99)[number - 1]


def _span(place: Place) -> Span:
    line, column = map(int, place.pointer.split(":"))
    return Span(place.file, line, column, "/x")


def finding(
    message: str = "`#/gone` points at nothing",
    file: str = "spec/a.yaml",
    at: str = "3:5",
    severity: Severity = Severity.ERROR,
    hint: str = "",
) -> Diagnostic:
    place = Place(file, at) if file else None
    return Diagnostic("ref-dangling", severity, message, place, hint)


HUMAN = [
    (
        finding(hint="Define it."),
        "error[ref-dangling]: `#/gone` points at nothing\n"
        "  → spec/a.yaml:3:5\n"
        '     3 |     $ref: "#/gone"  # why\n'
        "       |     ^^^^\n"
        "  hint: Define it.\n",
    ),
    (
        finding(at="3:11"),
        "error[ref-dangling]: `#/gone` points at nothing\n"
        "  → spec/a.yaml:3:11\n"
        '     3 |     $ref: "#/gone"  # why\n'
        "       |           ^^^^^^^^\n",
    ),
    (
        finding("m", at="4:8", severity=Severity.REPAIR),
        "repair[ref-dangling]: m\n"
        "  → spec/a.yaml:4:8\n"
        "     4 |  key:  value\n"
        "       |        ^^^^^\n",
    ),
    (
        finding("m", at="4:1"),
        "error[ref-dangling]: m\n"
        "  → spec/a.yaml:4:1\n"
        "     4 | \\tkey:  value\n"
        "       | ^^\n",
    ),
    (
        finding("m", "wide.yaml", "1:6", Severity.WARNING),
        "warning[ref-dangling]: m\n"
        "  → wide.yaml:1:6\n"
        "     1 | 中文: {ключ: x}\n"
        "       |        ^^^^\n",
    ),
    (
        finding("m", "wide.yaml", "3:3"),
        "error[ref-dangling]: m\n"
        "  → wide.yaml:3:3\n"
        "     3 | e\u0301a: z\n"
        "       |  ^\n",
    ),
    (
        finding("m", "wide.yaml", "2:1"),
        "error[ref-dangling]: m\n"
        "  → wide.yaml:2:1\n"
        "     2 | bad\\x1b[31m\\u202e: y\n"
        "       | ^^^^^^^\n",
    ),
    (finding("m", "gone.yaml", "7:7"), "error[ref-dangling]: m\n  → gone.yaml:7:7\n"),
    (
        finding("m", "spec/a.yaml", "1:99"),
        "error[ref-dangling]: m\n  → spec/a.yaml:1:99\n     1 | paths:\n       |       ^\n",
    ),
    (finding("m", ""), "error[ref-dangling]: m\n"),
    (
        finding(
            "a\x1b[2J\nb\r\u202ec\ud800\u200b\x85",
            "evil\n\x07.yaml",
            "9:1",
            Severity.NOTE,
        ),
        "note[ref-dangling]: a\\x1b[2J\\nb\\r\\u202ec\\ud800\\u200b\\x85\n"
        "  → evil\\n\\x07.yaml:9:1\n",
    ),
]


@pytest.mark.parametrize(("given", "want"), HUMAN)
def test_people_read_it_as_a_compiler_would_print_it(
    given: Diagnostic, want: str
) -> None:
    got = report([given], Known())
    assert got == f"{want}\n1 {given.severity.value}\n"
    got.encode()  # a terminal can take it


def test_a_long_line_is_shown_around_the_column() -> None:
    lines = report([finding("m", "min.json", "1:602")], Known()).splitlines()
    excerpt, carets = lines[2], lines[3]
    assert len(excerpt) < 120
    start = carets.index("^")
    assert excerpt[start : start + len(carets.strip(" |"))] == '"wrong"'
    assert "…" in excerpt


def test_nothing_found() -> None:
    assert report([], Known()) == "no findings\n"


def test_summary_counts_by_severity() -> None:
    some = [
        finding(severity=s) for s in (Severity.NOTE, Severity.ERROR, Severity.ERROR)
    ]
    assert summary(some) == "2 errors, 1 note"


def test_colours_are_for_terminals() -> None:
    plain = report([finding(hint="h")], Known())
    painted = report([finding(hint="h")], Known(), colour=True)
    assert "\x1b" not in plain
    assert painted.startswith("\x1b[31merror[ref-dangling]\x1b[0m: ")
    forms: tuple[Format, ...] = get_args(Format)
    for form in forms:
        if form != "human":
            assert "\x1b" not in report([finding()], Known(), form, colour=True)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "stream", "want"),
    [
        ({}, Terminal(), True),
        ({}, io.StringIO(), False),
        ({"NO_COLOR": "1"}, Terminal(), False),
        ({"TERM": "dumb"}, Terminal(), False),
    ],
)
def test_colours_can_be_declined(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    stream: io.StringIO,
    want: bool,
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(stream) is want


HOSTILE = finding(
    "50%\n::error::x, y: \x1b[0m \u202e", "a,b:c%.yaml", "2:3", hint="a\nb"
)


def test_json() -> None:
    text = report([HOSTILE, finding("m", "")], Known(), "json")
    assert text.isascii()
    document = json.loads(text)
    first, second = document["findings"]
    assert first == {
        "code": "ref-dangling",
        "severity": "error",
        "message": HOSTILE.message,
        "hint": "a\nb",
        "file": "a,b:c%.yaml",
        "line": 2,
        "column": 3,
        "pointer": "/x",
    }
    assert "file" not in second
    assert document["counts"] == {"error": 2, "warning": 0, "repair": 0, "note": 0}


def test_github() -> None:
    text = report(
        [HOSTILE, finding("m", "", severity=Severity.REPAIR)], Known(), "github"
    )
    assert text == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,title=ref-dangling"
        "::50%25\\n::error::x, y: \\x1b[0m \\u202e (a\\nb)\n"
        "::notice title=ref-dangling::m\n"
    )


def test_sarif() -> None:
    findings = [
        HOSTILE,
        finding("m", ""),
        finding("n", "d e/ü.yaml", "4:1", Severity.NOTE),
    ]
    text = report(findings, Known(), "sarif")
    assert text.isascii()
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "ref-dangling"
    first, second, third = run["results"]
    assert first["level"] == "error"
    assert first["ruleIndex"] == 0
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a%2Cb%3Ac%25.yaml"
    assert location["region"] == {"startLine": 2, "startColumn": 3}
    assert "locations" not in second
    assert third["level"] == "note"
    uri = third["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "d%20e/%C3%BC.yaml"
