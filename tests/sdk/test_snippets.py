"""Python snippets in both READMEs and examples in docstrings run against a loopback server."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import intercom_sdk
import markdown
import pytest
from payloads import answer_value
from recording_server import Answer, Recorded, recording

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


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Recorded]]:
    """A server that the clients of a snippet talk to, whatever base URL they'd choose."""
    with recording(answer) as server:
        opened: list[Any] = []

        class Intercom(intercom_sdk.Intercom):
            def __init__(self, *args: Any, **options: Any) -> None:
                super().__init__(*args, **{"base_url": server.url, **options})
                opened.append(self)

        class AsyncIntercom(intercom_sdk.AsyncIntercom):
            def __init__(self, *args: Any, **options: Any) -> None:
                super().__init__(*args, **{"base_url": server.url, **options})

        monkeypatch.setenv("INTERCOM_TOKEN", "t")
        monkeypatch.setattr(intercom_sdk, "Intercom", Intercom)
        monkeypatch.setattr(intercom_sdk, "AsyncIntercom", AsyncIntercom)
        yield server.requests
        for client in opened:
            client.close()


def run(code: str, name: str, namespace: dict[str, object]) -> None:
    """Run a snippet of our own files."""
    exec(compile(code, name, "exec"), namespace)  # noqa: S102 - the code is ours


@pytest.mark.parametrize(
    "readme", [ROOT / "README.md", SDK / "README.md"], ids=["ours", "sdk"]
)
def test_the_snippets_of_a_readme_run_in_order(
    readme: Path, served: list[Recorded]
) -> None:
    namespace: dict[str, object] = {}
    snippets = markdown.blocks(readme, "python")
    assert snippets
    for snippet in snippets:
        run(snippet, readme.name, namespace)
    assert served


@pytest.mark.parametrize("status", [404, 429, 500])
def test_the_snippet_about_errors_shows_what_they_carry(
    status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (snippet,) = (
        block
        for block in markdown.blocks(SDK / "README.md", "python")
        if "except errors.RequestError" in block
    )
    headers = (("X-RateLimit-Limit", "9"), ("X-Request-Id", "r1"))
    with recording(lambda request: Answer({}, status, headers)) as server:
        made = intercom_sdk.Intercom("tok_12345678", base_url=server.url, max_retries=0)
        with made as client:
            run(snippet, "README.md", {"client": client})
    printed = capsys.readouterr().out
    assert "tok_" not in printed
    if status == 404:
        assert printed == "404 r1 []\n"
    else:
        assert f": {status} 1 RateLimit(limit=9, " in printed
        assert f"curl {server.url}/notes/34 -H " in printed


def test_the_readme_shows_what_its_snippet_prints(
    served: list[Recorded], capsys: pytest.CaptureFixture[str]
) -> None:
    readme = ROOT / "README.md"
    (snippet,) = markdown.blocks(readme, "python")
    run(snippet, readme.name, {})
    assert [capsys.readouterr().out] == markdown.blocks(readme, "text")
    assert served


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


@pytest.mark.parametrize(
    ("method", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES]
)
def test_the_example_of_a_docstring_runs(
    method: str, example: str, served: list[Recorded]
) -> None:
    with intercom_sdk.Intercom(token="t") as client:
        run(example, method, {"client": client})
    assert len(served) == 1


@pytest.mark.parametrize("example", markdown.blocks(SDK / "api.md", "python"))
def test_the_examples_of_the_map_run(example: str, served: list[Recorded]) -> None:
    with intercom_sdk.Intercom(token="t") as client:
        run(example, "api.md", {"client": client})
    assert len(served) == 1


def test_the_map_has_a_signature_and_an_example_of_each_method() -> None:
    signatures = markdown.blocks(SDK / "api.md", "text")
    assert len(signatures) == len(markdown.blocks(SDK / "api.md", "python")) == 15
    for signature in signatures:
        assert "options: RequestOptions | None = None" in signature
