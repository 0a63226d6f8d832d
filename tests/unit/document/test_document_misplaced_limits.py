"""Misplaced references that lead nowhere, back to themselves, or to ever more."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity, Unsupported
from tests.unit.document.loading import LENIENT, STRICT, Files, Load
from tests.unit.document.texts import HEAD, OK, operation, schemas

REFUSED: dict[str, tuple[str, str, str]] = {
    "paths": (HEAD + "paths: {$ref: REF}\n", "/paths/~1", "/paths/$ref"),
    "components": (
        HEAD + "components: {$ref: REF}\n",
        "/components/schemas/unreadable",
        "/components/$ref",
    ),
    "properties": (
        schemas("{properties: {$ref: REF}}"),
        "/components/schemas/A/properties/unreadable",
        "/components/schemas/A/properties/$ref",
    ),
    "an operation": (
        HEAD + "paths: {/a: {get: {$ref: REF}}}\n",
        "/paths/~1a/get/responses/default",
        "/paths/~1a/get/$ref",
    ),
    "parameters": (
        operation("parameters: {$ref: REF}, " + OK),
        "/paths/~1a/get/parameters/0",
        "/paths/~1a/get/parameters/$ref",
    ),
    "responses": (
        operation("responses: {$ref: REF}"),
        "/paths/~1a/get/responses/default",
        "/paths/~1a/get/responses/$ref",
    ),
    "content": (
        operation("responses: {'200': {description: ok, content: {$ref: REF}}}"),
        "/paths/~1a/get/responses/200/content/application~1json/schema",
        "/paths/~1a/get/responses/200/content/$ref",
    ),
}
REASONS = {
    "gone.yaml": "ref-dangling",
    "../secret.yaml": "ref-outside",
    "file:///etc/passwd": "ref-outside",
    "http://example.com/x": "ref-remote",
    "text.yaml": "ref-misplaced",
    "round.yaml": "ref-cycle",
}


UNREAD = {"components", "an operation", "content"}
CASES = [
    (kind, reference)
    for kind in REFUSED
    for reference in REASONS
    if not (kind in UNREAD and reference == "round.yaml")
]


@pytest.mark.parametrize(("kind", "reference"), CASES)
def test_what_leads_nowhere_is_refused_to_whoever_reads_it(
    loaded: Load, kind: str, reference: str
) -> None:
    text, pointer, place = REFUSED[kind]
    files: Files = {
        "openapi.yaml": text.replace("REF", reference),
        "text.yaml": "just text\n",
        "round.yaml": "$ref: round.yaml\n",
    }
    code = REASONS[reference]
    got = loaded(files, LENIENT)
    finding, *others = [f for f in got.findings if f.code == code]
    assert not others
    assert finding.severity is (
        Severity.ERROR if code == "ref-misplaced" else Severity.WARNING
    )
    node = got.root.at("", pointer)
    assert node is not None
    with pytest.raises(Unsupported) as caught:
        node.follow()
    again = caught.value.diagnostic
    assert (again.code, again.message, again.place) == (
        code,
        finding.message,
        finding.place,
    )
    assert finding.place is not None
    assert finding.place.pointer == place

    strict = loaded(files, STRICT)
    assert strict.document is None
    assert strict.errors == [code]


def test_properties_that_hold_themselves(loaded: Load) -> None:
    inner = "{properties: {$ref: '#/components/schemas/A/properties'}}"
    text = schemas(f"{{properties: {{id: {{type: string}}, a: {inner}}}}}")
    got = loaded({"openapi.yaml": text}, LENIENT).root
    node = got.at("", "/components/schemas/A")
    assert node is not None
    for _ in range(5):
        node = node.require("properties").require("a").follow()
    assert node.require("properties").require("id").follow().value == {"type": "string"}
