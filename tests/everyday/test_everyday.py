"""Each job by our package, both colours, and by python-intercom; their table in README.md."""

from __future__ import annotations

import importlib
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import intercom_sdk
import pytest
from jsonschema import Draft202012Validator
from recording_server import recording
from snippets import Served
from test_spec import operations
from test_spec import validator as validator_of

from everyday.catalogue import JOBS
from everyday.example_server import ExampleServer
from everyday.job import Job
from everyday.outcomes import Outcome, function, lines, outcome_of, sent
from everyday.table import README, shown_ratios, with_table
from tests.judge.source.original import Original
from tests.judge.wire.case import Case
from tests.judge.wire.external_validator import ExternalValidator, running_validator
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.inputs import TEMPLATE, Arguments, requests
from tests.judge.wire.request.parameters import PLACES

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGE = ROOT / "generated" / "intercom" / "python"
JUDGE = ROOT / ".venv" / "judge" / "bin" / "python"

# openapi-core has no reader for a path parameter of several types; only bodies are judged there.
UNREADABLE = "it raises TypeError: Expected a string value"

by_title = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.title)


@by_title
def test_our_package_does_it(job: Job) -> None:
    assert outcome_of("ours", job.function, job.arguments) == job.right


@by_title
def test_our_asynchronous_client_does_it(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ExampleServer(stops=True)
    found: list[Outcome] = []
    written = function("ours", job.function)
    module = importlib.import_module(written.__module__)
    names = {**vars(module), "arguments": job.arguments}
    with recording(server.answer) as served:
        package = Served(intercom_sdk, "Intercom", served, monkeypatch)

        async def then(namespace: dict[str, Any]) -> None:
            found.append(Outcome(namespace["value"], sent(served.requests)))
            served.requests.clear()
            server.restart()

        snippets = [
            'from intercom_sdk import Intercom\nclient = Intercom("t")',
            inspect.getsource(written),
            f"value = {written.__name__}(client, *arguments)",
        ]
        package.run(snippets, names, asynchronous=True, then=then)
    assert found == [job.right] * 2


@by_title
def test_python_intercom_does_it_or_does_what_is_said_of_it(job: Job) -> None:
    found = outcome_of("theirs", job.function, job.arguments)
    assert found.with_text_ids == (job.theirs or job.right).with_text_ids
    assert job.remark or job.theirs is None


@pytest.fixture(scope="module")
def validator() -> Iterator[ExternalValidator]:
    with running_validator(JUDGE) as found:
        if found is None and os.environ.get("SDKWRIGHT_REQUIRE_PEERS"):
            pytest.fail(f"{JUDGE} isn't there")
        if found is None:
            pytest.skip(f"openapi-core can't judge the requests: {JUDGE} isn't there")
        yield found


def cases(original: Original, outcomes: list[Outcome]) -> Iterator[Case]:
    """The requests of outcomes, each with the operation that it is of."""
    known = [
        (request, f"{request.method} {TEMPLATE.sub('[^/]+', request.path)}")
        for request in requests(original)
    ]
    for line, body in (each for outcome in outcomes for each in outcome.sent):
        method, target = line.split(" ")
        [request, *_] = sorted(
            (
                request
                for request, pattern in known
                if re.fullmatch(pattern, line.partition("?")[0])
            ),
            key=lambda request: request.path.count("{"),
        )
        headers = [("intercom-version", "Unstable")]
        if body is not None:
            headers.append(("content-type", "application/json"))
        received = Received(
            method,
            target,
            tuple(headers),
            b"" if body is None else json.dumps(body).encode(),
        )
        given: dict[str, Any] = {place: {} for place in PLACES}
        yield Case(request, Arguments(given=given), received)


def body_validator(line: str) -> Draft202012Validator:
    """A validator of what an operation is sent."""
    [(file, operation)] = [
        (file, operation) for each, file, operation in operations() if each == line
    ]
    media = operation["requestBody"]["content"]["application/json"]
    reference, _, pointer = media["schema"]["$ref"].partition("#")
    return validator_of(reference or file, pointer)


def test_what_is_right_is_what_the_spec_allows(validator: ExternalValidator) -> None:
    original = Original(ROOT / "spec" / "intercom" / "openapi.yaml")
    right = [*cases(original, [job.right for job in JOBS])]
    verdicts = [*validator.judge(original, right)]
    assert len(verdicts) == sum(len(job.right.sent) for job in JOBS)
    assert [
        (case.received.target, verdict)
        for case, verdict in verdicts
        if verdict.fault
        or not (verdict.unread == "" or verdict.unread.startswith(UNREADABLE))
    ] == []
    for case, verdict in verdicts:
        if verdict.unread and case.received.body:
            line = f"{case.request.method} {case.request.path}"
            body_validator(line).validate(json.loads(case.received.body))
    # It can say no.
    wrong = Outcome(None, (("POST /ai/external_pages", {"title": 1}),))
    [(_, verdict)] = validator.judge(original, [*cases(original, [wrong])])
    assert "is not of type" in verdict.fault


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_what_is_written_for_our_package_is_typed(checker: str, tmp_path: Path) -> None:
    shutil.copytree(HERE / "ours", tmp_path / "ours")
    settings = {
        "typeCheckingMode": "strict",
        "include": ["ours"],
        "extraPaths": [str(PACKAGE)],
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    own = {
        "mypy": ["mypy", "--strict", "ours"],
        "pyright": ["pyright", "--pythonpath", sys.executable],
    }
    done = subprocess.run(
        [sys.executable, "-m", *own[checker]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(PACKAGE)},
    )
    assert done.returncode == 0, done.stdout


def test_lines_are_those_of_the_body_but_comments() -> None:
    def written() -> list[int]:
        # Why.
        numbers = [
            1,
            2,
        ]

        numbers.sort()
        return numbers

    assert lines(written) == 6


def test_the_table_in_the_readme_is_true(pytestconfig: pytest.Config) -> None:
    text = README.read_text("utf-8")
    right = with_table(text, shown_ratios())
    if pytestconfig.getoption("--update"):
        README.write_text(right, "utf-8")
    else:
        assert text == right
