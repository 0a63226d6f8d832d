"""Python snippets in both READMEs and examples in docstrings run against a loopback server."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from pathlib import Path

import intercom_sdk
import markdown
import pytest
from payloads import answer_value
from recording_server import Answer, Recorded, recording
from snippets import Served

ROOT = Path(__file__).parents[2]
SDK = ROOT / "generated" / "intercom" / "python"


def answer(request: Recorded) -> Answer:
    if request.path == "/notes/35":
        error = {
            "type": "error.list",
            "request_id": None,
            "errors": [{"code": "not_found"}],
        }
        return Answer(error, 404)
    value = answer_value(request.method, request.path)
    limits = (("X-RateLimit-Remaining", "9999"),)
    return Answer(value, 204 if value is None else 200, limits)


BOTH = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
CLIENT = 'from intercom_sdk import Intercom\n\nclient = Intercom("tok_12345678")\n'


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Served]:
    """The package, whose clients talk to a server."""
    monkeypatch.setenv("INTERCOM_TOKEN", "t")
    # Where the journals of mirrors are.
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with recording(answer) as server:
        yield Served(intercom_sdk, "Intercom", server, monkeypatch)


@BOTH
@pytest.mark.parametrize(
    "readme", [ROOT / "README.md", SDK / "README.md"], ids=["ours", "sdk"]
)
def test_the_snippets_of_a_readme_run_in_order(
    readme: Path, served: Served, *, asynchronous: bool
) -> None:
    snippets = markdown.blocks(readme, "python")
    assert snippets
    served.run(snippets, asynchronous=asynchronous)
    assert served.requests


@BOTH
@pytest.mark.parametrize("status", [404, 429, 500])
def test_the_snippet_about_errors_shows_what_they_carry(
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    asynchronous: bool,
) -> None:
    (snippet,) = (
        block
        for block in markdown.blocks(SDK / "README.md", "python")
        if "except errors.RequestError" in block
    )
    headers = (("X-RateLimit-Limit", "9"), ("X-Request-Id", "r1"))
    client = CLIENT.replace('678"', '678", max_retries=0')
    with recording(lambda request: Answer({}, status, headers)) as server:
        served = Served(intercom_sdk, "Intercom", server, monkeypatch)
        served.run([client, snippet], asynchronous=asynchronous)
    printed = capsys.readouterr().out
    assert "tok_" not in printed
    if status == 404:
        assert {*printed.splitlines()} == {"404 r1 []"}
    else:
        assert f": {status} 1 RateLimit(limit=9, " in printed
        assert f"curl {server.url}/notes/34 -H " in printed


@BOTH
def test_the_readme_shows_what_its_snippet_prints(
    served: Served, capsys: pytest.CaptureFixture[str], *, asynchronous: bool
) -> None:
    readme = ROOT / "README.md"
    served.run(markdown.blocks(readme, "python"), asynchronous=asynchronous)
    (shown,) = markdown.blocks(readme, "text")
    # The asynchronous form is run twice.
    assert capsys.readouterr().out == shown * (2 if asynchronous else 1)
    assert served.requests


def examples() -> Iterator[tuple[str, str]]:
    """Method and example of each docstring that has one."""
    for path in sorted((SDK / "intercom_sdk" / "resources").glob("*.py")):
        for owner in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(owner, ast.ClassDef):
                continue
            for method in owner.body:
                if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    continue
                _, heading, example = (ast.get_docstring(method) or "").partition(
                    "Example:\n"
                )
                if heading:
                    yield f"{owner.name}.{method.name}", textwrap.dedent(example)


EXAMPLES = list(examples())


def test_each_synchronous_method_has_an_example() -> None:
    assert len(EXAMPLES) == 15


@BOTH
@pytest.mark.parametrize(
    ("method", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES]
)
def test_the_example_of_a_docstring_runs(
    method: str, example: str, served: Served, *, asynchronous: bool
) -> None:
    served.run([CLIENT, example], asynchronous=asynchronous)
    assert len(served.requests) == (2 if asynchronous else 1)


@BOTH
@pytest.mark.parametrize("example", markdown.blocks(SDK / "api.md", "python"))
def test_the_examples_of_the_map_run(
    example: str, served: Served, *, asynchronous: bool
) -> None:
    served.run([CLIENT, example], asynchronous=asynchronous)
    # A mirror doesn't send again what hasn't changed.
    is_sent_again = asynchronous and ".mirror(" not in example
    assert len(served.requests) == (2 if is_sent_again else 1)


def test_the_map_has_a_signature_and_an_example_of_each_method() -> None:
    signatures = markdown.blocks(SDK / "api.md", "text")
    assert len(signatures) == len(markdown.blocks(SDK / "api.md", "python")) == 16
    for signature in signatures:
        assert "options: RequestOptions | None = None" in signature
