"""Answers that are a model and more: what is true of their classes, to programs and to checkers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checkers import mypy_lines, pyright_lines

from generator import config, pipeline
from generator.config import RunOptions
from generator.pipeline import Run
from generator.progress import Progress

CASE = Path(__file__).parents[1] / "cases" / "models" / "extended" / "spec.yaml"

PROGRAM = """
from __future__ import annotations

import copy
import pickle
from datetime import date

from extended_sdk import AsyncExtended, Extended, models, parse


def name(contact: models.Contact) -> str:
    return contact.id


def cat(one: models.Cat) -> str:
    return one.kind


def shown(client: Extended) -> str:
    client.employees.update(body=[client.employees.show() or {"id": "1"}])
    pets: list[models.Cat | models.Dog] = [*client.pets.list(), client.pets.create()]
    assert pets
    return name(client.contacts.show("1")) + name(client.contacts.delete("1"))


async def shown_later(client: AsyncExtended) -> str:
    return name(await client.contacts.show("1")) + cat(await client.pets.create())


person = b'{"id": "1", "muted": true, "friends": [{"id": "2", "since": "2025-01-31"}]}'
one = parse(models.ContactWithMuted, person)
made = models.ContactWithMuted(id="1", muted=True)
assert isinstance(one, models.Contact) and one.muted and name(one) == "1"
assert one.friends and isinstance(one.friends[0], models.ContactWithSince)
assert one.friends[0].since == date(2025, 1, 31) and name(one.friends[0]) == "2"
assert copy.deepcopy(one) == one == pickle.loads(pickle.dumps(one)) != made
assert repr(made) == "ContactWithMuted(id='1', muted=True)", made
assert parse(models.Contact, person) != one

many = parse(models.ListContactsResponse, b'{"items": [{"id": "3", "muted": "no"}]}')
assert many.items and name(many.items[0]) + many.items[0].muted == "3no"

hook = parse(models.ContactWithEvent, b'{"id": "4", "event": "made"}')
assert name(hook) == "4" and hook.event == "made"

settings = parse(models.SettingsWithEtag, b'{"name": "a", "etag": "b", "more": 5}')
assert isinstance(settings, models.Settings) and settings.additional == {"more": 5}
assert (settings.name, settings.etag) == ("a", "b")
assert settings == models.SettingsWithEtag(name="a", etag="b", additional={"more": 5})
rest = parse(models.RestWithEtag, b'{"additional": "a", "etag": "b", "more": 5}')
assert isinstance(rest, models.Rest) and rest.additional_properties == {"more": 5}
assert (rest.additional, rest.etag) == ("a", "b")

mine = parse(models.CatWithOwner, b'{"kind": "cat", "lives": 9, "owner": {"id": "5"}}')
assert cat(mine) == "cat" and mine.lives == 9 and mine.owner and name(mine.owner) == "5"
pets = parse(models.ListPetsResponseItem, b'{"kind": "cat", "owner": {}}')
assert type(pets) is models.Cat

key = parse(models.KeyWithOneAndTwo, b'{"id": null, "two": "b"}')
assert isinstance(key, models.Key) and key.id is None and key.name is None
assert key.one is None and key.two == "b"
assert models.KeyWithOneAndTwo(one=None, name="a").name == "a"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("extended")
    request = RunOptions(source=CASE, package="extended_sdk", out=root)
    run = Run(Progress())
    pipeline.generate(config.read(request, run.notebook), run)
    (root / "program.py").write_text(PROGRAM, "utf-8")
    return root


def test_what_a_model_can_do_its_subclass_can(folder: Path) -> None:
    command = [sys.executable, "-W", "error", "program.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("lines", [mypy_lines, pyright_lines])
def test_checkers_know_what_a_subclass_can_do(
    folder: Path, lines: Callable[..., set[tuple[str, int]]]
) -> None:
    assert lines(folder, "program.py", "extended_sdk") == set()
