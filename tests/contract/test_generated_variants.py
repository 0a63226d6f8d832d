"""Methods that fix members of a body, and bodies that are one of several objects, to the wire."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from recording_server import Answer, Recorded, recording
from varied_bodies import FOLDER, Call, generated, sent

CLOSE = {"message_type": "close", "type": "admin", "admin_id": "7"}
FILE = {"content_type": "text/plain", "data": b"hi", "name": "a.txt"}
ENCODED = {**FILE, "data": "aGk="}
ADMIN = {"message_type": "comment", "type": "admin", "admin_id": "7"}
USER = {"message_type": "comment", "type": "user", "body": "Hi"}


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    document, out = FOLDER / "talks.yaml", tmp_path_factory.mktemp("talks")
    with generated(document, "talks.overlay.yaml", "made_talks", out) as made:
        yield made


SENT: dict[str, tuple[Call, Any]] = {
    "close": (
        lambda c: c.talks.close("1", admin_id="7", body="Bye"),
        {**CLOSE, "body": "Bye"},
    ),
    "snooze": (
        lambda c: c.talks.snooze("1", admin_id="7", snoozed_until=1673609604),
        {"message_type": "snoozed", "admin_id": "7", "snoozed_until": 1673609604},
    ),
    "open": (
        lambda c: c.talks.open("1", admin_id="7"),
        {"message_type": "open", "admin_id": "7"},
    ),
    "assign": (
        lambda c: c.talks.assign("1", admin_id="7", assignee_id="8"),
        {**CLOSE, "message_type": "assignment", "assignee_id": "8"},
    ),
    "with a file": (
        lambda c: c.talks.reply_as_admin(
            "1", admin_id="7", body="Hi", attachment_files=[FILE]
        ),
        {**ADMIN, "body": "Hi", "attachment_files": [ENCODED]},
    ),
    "one of the kinds that fixed members leave": (
        lambda c: c.talks.reply_as_user("1", body="Hi", email="a@b.example"),
        {**USER, "email": "a@b.example"},
    ),
    "another of them": (
        lambda c: c.talks.reply_as_user("1", body="Hi", user_id="5"),
        {**USER, "user_id": "5"},
    ),
    "by a discriminator": (
        lambda c: c.shapes.draw_circle(class_=1.5),
        {"class": 1.5, "kind": "round"},
    ),
    "null is fixed, and the object is open": (
        lambda c: c.shapes.draw_square(class_=1, extra_body={"angle": 2}),
        {"class": 1, "angle": 2, "kind": "edged", "corners": None},
    ),
    "an object that is no union": (
        lambda c: c.notes.finish(from_="me", extra_body={"stars": 5}),
        {"from": "me", "stars": 5, "state": "final"},
    ),
    "the plain method, flat": (
        lambda c: c.talks.manage("1", **CLOSE, body="Bye"),
        {**CLOSE, "body": "Bye"},
    ),
    "with what can only be one value filled in": (
        lambda c: c.talks.manage("1", message_type="close", admin_id="7"),
        CLOSE,
    ),
    "and whole": (
        lambda c: c.talks.manage("1", body={**CLOSE, "body": "Bye"}),
        {**CLOSE, "body": "Bye"},
    ),
    "a whole body may be what no variant is": (
        lambda c: c.talks.manage("1", body={"message_type": "archive"}),
        {"message_type": "archive"},
    ),
    "an optional body left out": (lambda c: c.talks.manage("1"), None),
    "variants that differ by a member": (
        lambda c: c.labels.create(name="vip", users=[{"id": "1"}]),
        {"name": "vip", "users": [{"id": "1"}]},
    ),
    "the smaller one": (lambda c: c.labels.create(name="vip"), {"name": "vip"}),
    "a parameter called body": (
        lambda c: c.shapes.create(kind="edged", class_=1, corners=None, body="q"),
        {"kind": "edged", "class": 1, "corners": None},
    ),
    "and the whole body beside it": (
        lambda c: c.shapes.create(request_body={"kind": "round", "class": 1}, body="q"),
        {"kind": "round", "class": 1},
    ),
}


@pytest.mark.parametrize("name", SENT)
def test_bodies(talks: Any, name: str) -> None:
    call, want = SENT[name]
    kinds = (talks.MadeTalks, talks.AsyncMadeTalks)
    assert sent(kinds, call) == [want, want]


FIT = "the arguments for the body fit no kind of it; there are: "
MANAGE = (
    "message_type='close', admin_id, [type], [body]; "
    "message_type='snoozed', admin_id, snoozed_until; "
    "message_type='open', admin_id; "
    "message_type='assignment', type, admin_id, assignee_id, [body]"
)
REFUSED: dict[str, tuple[Call, str]] = {
    "a member is missing": (
        lambda c: c.talks.manage("1", message_type="close", body="Bye"),
        FIT + MANAGE,
    ),
    "a member is another variant's": (
        lambda c: c.talks.manage("1", **CLOSE, assignee_id="8"),
        FIT + MANAGE,
    ),
    "a value is no variant's": (
        lambda c: c.talks.manage("1", message_type="archive", admin_id="7"),
        FIT + MANAGE,
    ),
    "nothing where a body is needed": (
        lambda c: c.labels.create(),
        FIT + "name, [id]; name, users",
    ),
    "a renamed member": (
        lambda c: c.shapes.create(kind="edged"),
        FIT + "kind='round', class_; kind='edged', class_, [corners]",
    ),
    "members of two kinds": (
        lambda c: c.talks.reply_as_user("1", body="Hi", user_id="5", email="a@b"),
        FIT + "body, email; body, user_id",
    ),
    "further members of a closed one": (
        lambda c: c.shapes.create(kind="round", class_=1, extra_body={"a": 1}),
        FIT + "kind='round', class_; kind='edged', class_, [corners]",
    ),
    "members beside the whole": (
        lambda c: c.talks.manage("1", body=CLOSE, admin_id="7"),
        "a whole body is passed alone, without arguments for its members",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(talks: Any, name: str) -> None:
    call, want = REFUSED[name]
    assert issubclass(talks.errors.ArgumentError, ValueError)
    kinds = (talks.MadeTalks, talks.AsyncMadeTalks)
    assert sent(kinds, call) == [want, want]


def examples(module: Any) -> dict[str, str]:
    """The examples in the docstrings of a resource's synchronous methods."""
    found: dict[str, str] = {}
    for kind in vars(module).values():
        if isinstance(kind, type) and kind.__module__ == module.__name__:
            for name, method in vars(kind).items():
                text = inspect.cleandoc(getattr(method, "__doc__", "") or "")
                if "Example:\n" in text:
                    code = text.partition("Example:\n")[2]
                    found[name] = textwrap.dedent(code)
    return found


def run(talks: Any, codes: Mapping[str, str]) -> list[Recorded]:
    """The requests of programs that call a client."""
    with (
        recording(lambda request: Answer({"id": "1"})) as server,
        talks.MadeTalks(base_url=server.url) as client,
    ):
        for name, code in codes.items():
            program = compile(code, name, "exec")
            exec(program, {"client": client})  # noqa: S102 -- we made it
    return server.requests


@pytest.mark.parametrize("resource", ["talks", "labels", "shapes", "notes"])
def test_examples_run(talks: Any, resource: str) -> None:
    found = examples(import_module(f"made_talks.resources.{resource}"))
    assert found
    assert len(run(talks, found)) == len(found)


def test_the_readme_and_the_map_show_calls(talks: Any) -> None:
    folder = Path(talks.__file__).parents[1]
    text = (folder / "README.md").read_text("utf-8")
    code = text.partition("## Bodies of several kinds")[2].split("```")[1]
    (request,) = run(talks, {"README.md": code.removeprefix("python")})
    assert request.json["message_type"]
    listed = (folder / "api.md").read_text("utf-8")
    for call in ('manage(id, message_type="open", admin_id=...)', "close(id, adm"):
        assert call in listed
