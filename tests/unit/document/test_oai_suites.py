"""The OpenAPI Initiative's own test documents, where they lie: what is refused, and why."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from generator.config import RunOptions, read
from generator.diagnostics import Diagnostic, Failed, Severity
from generator.pipeline import Run, validate
from generator.progress import Progress

SUITES = Path(__file__).parents[4] / "shared" / "oai-suites"
UNDECLARED = (
    {"security-unknown", "parameter-unresolved"},
    "the path has `{id}` and its only path parameter is called `petId`, and no security scheme "
    "is called `petstore_auth`",
)
REMOTE = (
    {"ref-remote"},
    "a security scheme is a reference to an address on the network, which isn't read",
)
# What breaks a rule beyond the schema, which is all that the Initiative tests with these.
REFUSED = {
    "oai-schema__v3.1-dev-pass-operation-object-example.yaml": UNDECLARED,
    "oai-schema__v3.2-dev-pass-operation-object-example.yaml": UNDECLARED,
    "oai-schema__v3.1-dev-pass-security-scheme-object-examples.yaml": REMOTE,
    "oai-schema__v3.2-dev-pass-security-scheme-object-examples.yaml": REMOTE,
    "oai-schema__v3.2-dev-pass-mega.yaml": (
        {"discriminator-mapping"},
        "`defaultMapping` names the schema `Bar`, which isn't there",
    ),
}


def documents(folder: str) -> list[Path]:
    """The documents of one of the suites, one that is missing when there are none."""
    return sorted((SUITES / folder).glob("*.yaml")) or [SUITES / folder / "none"]


def errors(path: Path) -> list[Diagnostic]:
    """The errors of `validate --strict`."""
    if not path.is_file():
        pytest.skip("no ../shared/oai-suites beside the project")
    run = Run(Progress(io.StringIO()))
    failed = False
    try:
        validate(read(RunOptions(source=path, lenient=False), run.notebook), run)
    except Failed:
        failed = True
    found = [one for one in run.notebook.findings if one.severity is Severity.ERROR]
    assert failed is bool(found)
    return found


@pytest.mark.parametrize("path", documents("fail"), ids=lambda path: path.stem)
def test_wrong_documents_are_refused_with_a_place(path: Path) -> None:
    found = errors(path)
    assert found
    assert all(one.place is not None for one in found)


@pytest.mark.parametrize("path", documents("pass"), ids=lambda path: path.stem)
def test_right_documents_pass_but_for_rules_beyond_the_schema(path: Path) -> None:
    want, _ = REFUSED.get(path.name, (set[str](), ""))
    assert {one.code for one in errors(path)} == want
