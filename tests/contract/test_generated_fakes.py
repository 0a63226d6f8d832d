"""The fake of any document answers each operation with what the document allows, without drift."""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
import json
import re
import shutil
import sys
import textwrap
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import intercom_sdk
import pytest
from intercom_sdk.testing import FakeIntercom

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress
from tests.judge.sampling.schema_validator import Judge, Undecided
from tests.judge.source.described_responses import Answer, answers, is_json
from tests.judge.source.original import Original

CASES = Path(__file__).parents[1] / "cases"
DOCUMENTS = sorted(
    path.parent.relative_to(CASES).as_posix()
    for name in ("spec.yaml", "openapi.yaml")
    for path in CASES.glob(f"*/*/{name}")
    # Its hand-written files name the package.
    if path.parent.name != "extended" or path.parent.parent.name != "clients"
)
# What no package tells, or the judge itself doesn't: texts of patterns, variants that others are
# as well, lists whose items differ by position, an allOf that contradicts itself, and tags that are
# no names of schemas.
ASIDE = (
    *("does not match", "is valid under each of", "[1]: 1 is not", "reference '#/"),
    *("$['friends']: [{'id'", "$['etag']: 'text' is not of type 'integer'"),
)
_SLOT = re.compile(r"\\\{[^{}]*\\\}")


class Watched:
    """A fake whose answers are looked at.

    Args:
        fake: The fake.
    """

    def __init__(self, fake: Any) -> None:
        self.fake = fake
        self.answers: list[tuple[str, str, int, str, bytes]] = []

    def send(self, request: Any, limits: Any) -> Any:
        answer = self.fake.send(request, limits)
        headers = {name.decode(): value.decode() for name, value in answer.headers}
        kind = headers.get("Content-Type", "")
        body = b"".join(answer)
        self.answers.append((request.method, request.path, answer.status, kind, body))
        return answer

    def close(self) -> None:
        pass


def examples(folder: Path) -> Iterator[tuple[str, str, str]]:
    """The resource's class, the method and the example of each docstring that has one."""
    for path in sorted((folder / "resources").glob("*.py")):
        for owner in ast.parse(path.read_text("utf-8")).body:
            if isinstance(owner, ast.ClassDef):
                for method in owner.body:
                    if isinstance(method, ast.FunctionDef):
                        doc = ast.get_docstring(method) or ""
                        _, heading, example = doc.partition("Example:\n")
                        if heading:
                            yield owner.name, method.name, textwrap.dedent(example)


def made(case: str, tmp_path: Path) -> tuple[Any, Any, Path, Path]:
    """The package of a case with its fake: its module, the fake, its folder and the document."""
    package = f"faked_{case.replace('/', '_')}"
    source = tmp_path / "source"
    shutil.copytree(CASES / case, source, ignore=shutil.ignore_patterns("expected"))
    if (source / "spec.yaml").exists():
        (source / "spec.yaml").rename(source / "openapi.yaml")
    settings = source / "sdk.toml"
    text = settings.read_text() if settings.exists() else ""
    if "[python]" not in text:
        text += "[python]\n"
    text = text.replace("[python]\n", "[python]\ntesting = true\n")
    settings.write_text(f"{text}[document]\nlenient = true\n")
    wanted = RunOptions(source=source, package=package, out=tmp_path / "out")
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    sys.path.insert(0, str(tmp_path / "out"))
    try:
        module = importlib.import_module(package)
        testing = importlib.import_module(f"{package}.testing")
    finally:
        sys.path.remove(str(tmp_path / "out"))
    (fake,) = (getattr(testing, n) for n in testing.__all__ if n.startswith("Fake"))
    return module, fake, tmp_path / "out" / package, source / "openapi.yaml"


def client_of(module: Any, fake: Any, transport: Any) -> Any:
    """A strict client with all its credentials, which a fake serves."""
    kind = getattr(module, fake.__name__.removeprefix("Fake"))
    parameters = inspect.signature(kind).parameters.values()
    given = {p.name: "x" for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD}
    return kind(
        **given,
        base_url="https://fake.example",
        transport=transport,
        strict=True,
        max_retries=0,
    )


def judged(found: tuple[str, str, int, str, bytes], original: Original) -> str:
    """What is wrong with an answer by the document, or ""."""
    method, path, status, kind, body = found
    faults: list[str] = []
    for answer in answers(original):
        pattern = _SLOT.sub("[^/]*", re.escape(answer.path.partition("?")[0]))
        fits = answer.method == method and status in (*answer.statuses, 200)
        if fits and re.search(f"{pattern}$", path) and answer.schema and "json" in kind:
            faults.append(fault(answer, body, original))
    return "" if "" in faults or not faults else faults[0]


def fault(answer: Answer, body: bytes, original: Original) -> str:
    """What is wrong with an answer by one description, or ""."""
    if not is_json(answer.content_type) or answer.schema is None:
        return ""
    try:
        wrong = Judge(original).fault(json.loads(body), answer.schema)
    except (Undecided, ValueError):
        return ""
    return "" if any(one in wrong for one in ASIDE) else wrong


@pytest.mark.slow
@pytest.mark.parametrize("case", DOCUMENTS)
def test_each_operation_is_answered(case: str, tmp_path: Path) -> None:
    check(*made(case, tmp_path))


def test_each_operation_of_intercom_is_answered() -> None:
    folder = Path(intercom_sdk.__file__).parent
    document = CASES.parents[1] / "spec" / "intercom" / "openapi.yaml"
    check(intercom_sdk, FakeIntercom, folder, document)


def check(module: Any, kind: Any, folder: Path, document: Path) -> None:
    """Call each method of a package on its fake, and have the answers judged by the document."""
    watched = Watched(kind())
    client = client_of(module, kind, watched)
    errors, original = module.errors, Original(document)
    faults: list[str] = []
    for owner, name, example in examples(folder):
        names = {one: getattr(module, one) for one in module.__all__}
        called = f"{owner}.{name}: {example}"
        for attempt in itertools.count():
            try:
                with warnings.catch_warnings(action="ignore"):
                    code = compile(example, called, "exec")
                    exec(code, {**names, "client": client})  # noqa: S102 -- our own
                break
            except errors.NotFoundError:
                # Nothing was made that it shows: the call says which item it is to be.
                call = watched.fake.calls[-1]
                assert attempt == 0, called
                watched.fake.add(call.operation, {}, **call.arguments)
            except Exception as error:
                faults.append(f"{called}: {error!r}")
                break
    faults += [
        f"{found[:2]}: {wrong} in {found[4][:300]!r}"
        for found in watched.answers
        if found[2] < 400 and (wrong := judged(found, original))
    ]
    assert "\n".join(faults) == ""
