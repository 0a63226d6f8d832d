"""Documents of 3.2 that give themselves an address, by which references mean them."""

from __future__ import annotations

import pytest

from generator.document.files.policy import Policy
from tests.unit.document.loading import Files, Load

UNVALIDATED = Policy(validate=False)
ADDRESS = "https://example.com/api/openapi.yaml"


def document(reference: str, *, version: str = "3.2.0", address: str = ADDRESS) -> str:
    return (
        f"openapi: {version}\n$self: {address}\ninfo: {{title: t, version: '1'}}\n"
        "components:\n  schemas:\n"
        f"    A: {{$ref: '{reference}'}}\n"
        "    B: {$anchor: bee, type: string}\n"
        "    C: {$id: sea, type: integer}\n"
    )


MEANT = [
    (ADDRESS, f"{ADDRESS}#/components/schemas/B", "components/schemas/B"),
    (ADDRESS, "openapi.yaml#/components/schemas/B", "components/schemas/B"),
    (ADDRESS, "../api/openapi.yaml#/components/schemas/B", "components/schemas/B"),
    (ADDRESS, "#/components/schemas/B", "components/schemas/B"),
    (ADDRESS, "api.yaml#/components/schemas/B", "components/schemas/B"),
    (ADDRESS, f"{ADDRESS}#bee", "components/schemas/B"),
    (ADDRESS, "#bee", "components/schemas/B"),
    (ADDRESS, "sea", "components/schemas/C"),
    (ADDRESS, "https://example.com/api/sea", "components/schemas/C"),
    (ADDRESS, "part/d.yaml", "part/d.yaml#"),
    (ADDRESS, "https://example.com/api/part/d.yaml", "part/d.yaml#"),
    (
        ADDRESS,
        "https://example.com/other.yaml#/components/schemas/B",
        "other.yaml#/components/schemas/B",
    ),
    (ADDRESS, "other.yaml#/components/schemas/B", "other.yaml#/components/schemas/B"),
    ("/api/v1", "/api/v1#/components/schemas/B", "components/schemas/B"),
    ("/api/v1", "../api/v1#/components/schemas/B", "components/schemas/B"),
    ("/api/v1", "v2#/components/schemas/B", ""),
    (ADDRESS, "https://example.com/gone.yaml", ""),
    (ADDRESS, "https://example.org/api/part/d.yaml", ""),
    (ADDRESS, "https://example.com/secret.yaml", ""),
]


@pytest.mark.parametrize(("address", "reference", "want"), MEANT)
def test_references_by_address(
    loaded: Load, address: str, reference: str, want: str
) -> None:
    other = document("api.yaml#/components/schemas/B")
    files: Files = {
        "api.yaml": document(reference, address=address)
        + "    D: {$ref: 'other.yaml#/components/schemas/C'}\n",
        "other.yaml": other.replace(ADDRESS, "https://example.com/other.yaml"),
        "part/d.yaml": "type: boolean\n",
        "../secret.yaml": "type: boolean\n",
    }
    got = loaded(files, Policy(lenient=True, validate=False))
    node = got.root.at("", "/components/schemas/A")
    assert node is not None
    if want:
        assert got.findings == ()
        assert node.follow().id == want
    else:
        (finding,) = got.findings
        assert finding.code in {"ref-dangling", "ref-remote"}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_earlier_versions_have_no_address(loaded: Load, version: str) -> None:
    reference = f"{ADDRESS}#/components/schemas/B"
    got = loaded({"api.yaml": document(reference, version=version)}, UNVALIDATED)
    assert got.errors == ["ref-remote"]
