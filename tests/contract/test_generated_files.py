"""What the README of a package says of files and streams, from document to wire."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import markdown
import pytest

EVENTS = b'id: 1\ndata: {"a":"x"}\n\n'


def answer(request: httpx2.Request) -> httpx2.Response:
    if request.url.path == "/report":
        return httpx2.Response(200, content=b"a file")
    if request.headers.get("last-event-id") == "1":
        return httpx2.Response(204)
    said = {"Content-Type": "text/event-stream"}
    return httpx2.Response(200, content=b"retry: 0\n" + EVENTS, headers=said)


@pytest.fixture
def readme(generated: Callable[..., Any]) -> Callable[[str], None]:
    """Runs the snippets of the README that hold a word."""
    module, client = generated("responses/kinds", answer)
    path = Path(module.__file__).parents[1] / "README.md"
    snippets = markdown.blocks(path, "python")

    def run(word: str) -> None:
        chosen = [one for one in snippets if word in one]
        assert chosen
        for snippet in chosen:
            code = compile(snippet, "README.md", "exec")
            exec(code, {"client": client})  # noqa: S102 -- the code is ours

    return run


def test_a_file_is_saved(
    readme: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    readme("download.save")
    assert (tmp_path / "download.bin").read_bytes() == b"a file"


def test_events_are_printed(
    readme: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    readme("items.events()")
    printed = capsys.readouterr().out
    assert printed.startswith("1 message A(a=")
    assert printed.count("\n") == 1


USE = """
import csv
import io
import shutil
import tarfile
import zipfile

from made_responses_kinds import (
    AsyncMadeResponsesKinds,
    MadeResponsesKinds,
    RequestOptions,
    models,
    stream,
)


def files(client: MadeResponsesKinds, target: io.BufferedWriter) -> None:
    with stream(client.answers.report) as download:
        shutil.copyfileobj(download, target)
        with io.TextIOWrapper(download, "utf-8", newline="") as text:
            print(list(csv.reader(text)))
    with stream(client.answers.report) as download, download.spooled() as file:
        print(zipfile.ZipFile(file).namelist())
    with stream(client.answers.report) as download:
        with tarfile.open(fileobj=download, mode="r|gz") as tar:
            print(tar.getnames())
        line: bytes = download.readline()
        print(line, [piece for piece in download.pieces()])

        def show(done: int, total: int | None) -> None:
            print(done, total)

        download.save("file", on_progress=show)


def events(client: MadeResponsesKinds) -> None:
    with client.answers.events(options=RequestOptions(reconnect=True)) as items:
        for event in items.events():
            a: models.A = event.data
            number: int | None = event.retry
            print(a, event.id, event.event, number)


async def both(client: AsyncMadeResponsesKinds) -> None:
    async with await stream(client.answers.report) as download:
        line: bytes = await download.readline()
        print(line, await download.read(10), [one async for one in download])
        with await download.spooled() as file:
            print(file.read())
    async with await client.answers.events() as items:
        async for event in items.events():
            a: models.A = event.data
            print(a)
"""


@pytest.mark.parametrize(
    "checker", [["mypy", "--strict"], ["pyright"]], ids=["mypy", "pyright"]
)
def test_what_checkers_say_of_their_use(
    generated: Callable[..., Any], tmp_path: Path, checker: list[str]
) -> None:
    module, _ = generated("responses/kinds", answer)
    (tmp_path / "use.py").write_text(f"# pyright: strict\n{USE}")
    path = os.pathsep.join([str(Path(module.__file__).parents[1]), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", *checker, "use.py"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": path.split(os.pathsep)[0], "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
