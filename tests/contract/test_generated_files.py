"""What type checkers say of programs that use files and streams."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

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
    module, _ = generated("responses/kinds", lambda _: httpx2.Response(204))
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
