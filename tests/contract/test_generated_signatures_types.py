"""What type checkers say of a package with signed webhooks, and of programs that receive them."""

from __future__ import annotations

from pathlib import Path

import pytest
from both_clients import run
from checkers import mypy_lines, pyright_lines

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress

CASE = Path(__file__).parents[1] / "cases" / "clients" / "signed_webhooks" / "spec.yaml"
USE = """\
from datetime import datetime, timezone
from email.message import Message
from typing import assert_never, assert_type

from flask import Request as FlaskRequest
from pydantic import SecretBytes, SecretStr
from starlette.requests import Request

from made_signed import errors, models, parse_event, verify


def matched(event: models.WebhookEvent) -> str:
    match event:
        case models.PetCreated() | models.PetRenamed():
            return event.data.name
        case models.PetMoved():
            return event.data.to
        case models.Payment():
            return str(event.data)
        case models.UnknownEvent():
            return f"{event.topic} {event.additional}"
        case _:
            assert_never(event)


def by_topic(event: models.WebhookEvent) -> None:
    if isinstance(event, models.UnknownEvent):
        return
    if event.topic == "pet.moved":
        assert_type(event.data.to, str)
    elif event.topic == "payment":
        assert_type(event.data, int | None)


async def starlette(request: Request, secret: SecretStr) -> models.WebhookEvent:
    return parse_event(await request.body(), request.headers, secret)


def flask(request: FlaskRequest) -> None:
    verify(request.get_data(), request.headers, ["old", b"new", SecretBytes(b"x")])
    verify(request.get_data(), request.environ, "s")


try:
    verify(b"", [("a", "b")], "s", tolerance=60, now=datetime.now(timezone.utc))
    verify(b"", [(b"a", b"b")], b"s", now=5)
    verify(b"", Message(), ("s",))
    assert_type(parse_event(b"", {"a": "b"}, "s").topic, str)
except errors.SignatureError as error:
    print(error)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("signed")
    wanted = RunOptions(source=CASE, package="made_signed", out=out)
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    (out / "use.py").write_text(USE)
    return out


def test_mypy_strict(folder: Path) -> None:
    assert mypy_lines(folder, "-p", "made_signed", "-m", "use") == set()


def test_pyright_strict(folder: Path) -> None:
    assert pyright_lines(folder, "made_signed", "use.py") == set()


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_text_is_no_body(folder: Path, checker: str) -> None:
    (folder / "wrong.py").write_text(
        'from made_signed import verify\n\nverify("text", {}, "s")\nverify(b"", {}, None)\n'
    )
    strict = ["--strict", "wrong.py"] if checker == "mypy" else ["wrong.py"]
    found = run(folder, checker, *strict)
    assert found.count("error") >= 2
    assert "wrong.py:3:" in found
    assert "wrong.py:4:" in found
