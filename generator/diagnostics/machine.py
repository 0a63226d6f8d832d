"""Findings for programs: JSON, GitHub's workflow commands, SARIF."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from generator.diagnostics.catalogue import CATALOGUE
from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.located import Located
from generator.diagnostics.visible import visible

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.REPAIR: "notice",
    Severity.NOTE: "notice",
}
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.REPAIR: "warning",
    Severity.NOTE: "note",
}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(findings: Sequence[Located]) -> str:
    """One JSON object: `findings` in order, and `counts` by severity."""
    counts = Counter(located.finding.severity for located in findings)
    document = {
        "findings": [_record(located) for located in findings],
        "counts": {severity.value: counts[severity] for severity in Severity},
    }
    return json.dumps(document, indent=2) + "\n"


def for_github(findings: Sequence[Located]) -> str:
    """One workflow command per finding, which GitHub shows beside the changed lines."""
    return "".join(f"{_command(located)}\n" for located in findings)


def as_sarif(findings: Sequence[Located]) -> str:
    """A SARIF 2.1.0 log of one run."""
    codes = sorted({located.finding.code for located in findings})
    driver = {
        "name": "sdkwright",
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(located, codes) for located in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _record(located: Located) -> dict[str, object]:
    finding, span, _ = located
    record: dict[str, object] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
    }
    if span is not None:
        record |= {
            "file": span.file,
            "line": span.line,
            "column": span.column,
            "pointer": span.pointer,
        }
    return record


def _command(located: Located) -> str:
    finding, span, _ = located
    properties = {"title": finding.code}
    if span is not None:
        where = {"file": span.file, "line": str(span.line), "col": str(span.column)}
        properties = where | properties
    shown = ",".join(f"{key}={_property(text)}" for key, text in properties.items())
    message = finding.message + (f" ({finding.hint})" if finding.hint else "")
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(message)}"


def _data(text: str) -> str:
    """A command's message: a line of its own would be a command of its own."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _rule(code: str) -> dict[str, object]:
    entry = CATALOGUE[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.meaning},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(located: Located, codes: Sequence[str]) -> dict[str, object]:
    finding, span, _ = located
    text = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "properties": {"severity": finding.severity.value},
    }
    if span is not None:
        uri = span.file if "://" in span.file else quote(span.file.replace("\\", "/"))
        result["locations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {"startLine": span.line, "startColumn": span.column},
                },
                "logicalLocations": [{"fullyQualifiedName": span.pointer or "/"}],
            }
        ]
    return result
