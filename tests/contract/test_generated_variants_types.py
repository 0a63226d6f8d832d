"""What type checkers say of methods that fix members of a body, and of overloads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checkers import mypy_lines, pyright_lines
from varied_bodies import FOLDER, generated

USE = """\
from collections.abc import Awaitable
from typing import assert_type

from typed_talks import AsyncTypedTalks, TypedTalks, Response, raw
from typed_talks.models import Talk
from typed_talks.params import CloseParams

client = TypedTalks()
twin = AsyncTypedTalks()
whole: CloseParams = {"message_type": "close", "type": "admin", "admin_id": "7"}
assert_type(client.talks.close("1", admin_id="7"), Talk)
assert_type(client.talks.manage("1", message_type="open", admin_id="7"), Talk)
assert_type(client.talks.manage("1", body=whole), Talk)
client.talks.manage("1")
client.talks.manage("1", message_type="close", admin_id="7")
client.talks.reply_as_user("1", body="Hi", user_id="5")
client.talks.reply_as_admin(
    "1",
    admin_id="7",
    attachment_files=[{"content_type": "a/b", "data": b"", "name": "a"}],
)
client.shapes.create(kind="edged", class_=1, corners=None, extra_body={"a": 1})
assert_type(
    raw(client.talks.manage, "1", message_type="open", admin_id="7"), Response[Talk]
)
assert_type(raw(client.talks.manage, "1", body=whole), Response[Talk])
assert_type(raw(client.talks.close, "1", admin_id="7"), Response[Talk])
assert_type(raw(twin.talks.manage, "1", body=whole), Awaitable[Response[Talk]])


async def later() -> None:
    assert_type(await twin.talks.manage("1", message_type="open", admin_id="7"), Talk)
    assert_type(await twin.talks.close("1", admin_id="7"), Talk)
    await twin.labels.create(name="vip", users=[{"id": "1"}])
"""
# Each line is one error.
MISUSE = """\
from typed_talks import TypedTalks, raw

client = TypedTalks()
client.talks.manage("1", message_type="open")
client.talks.manage("1", message_type="archive", admin_id="7")
client.talks.manage("1", message_type="open", admin_id="7", assignee_id="8")
client.talks.close("1", admin_id="7", message_type="close")
client.shapes.create(kind="round", class_=1, corners=1)
client.labels.create()
raw(client.talks.manage, "1", message_type="open")
"""


NAMES = ("typed_talks/resources", "use.py", "misuse.py")
WANT = {("misuse.py", line) for line in range(4, 4 + len(MISUSE.splitlines()) - 3)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    document, out = FOLDER / "talks.yaml", tmp_path_factory.mktemp("talks")
    with generated(document, "talks.overlay.yaml", "typed_talks", out):
        (out / "use.py").write_text(USE)
        (out / "misuse.py").write_text(MISUSE)
        yield out


def test_mypy_strict(folder: Path) -> None:
    assert mypy_lines(folder, *NAMES) == WANT


def test_pyright_strict(folder: Path) -> None:
    assert pyright_lines(folder, *NAMES) == WANT
