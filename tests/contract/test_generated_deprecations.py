"""What an API deprecates: marks for type checkers, and warnings at the caller's line."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from both_clients import CASES, generated
from checkers import mypy_lines, pyright_lines

NOTE = {"id": "1", "box": {"size": 1, "inner": {"size": 2}}}
LIST = "`notes.list` is deprecated"
FAX = "`faxes.send` is deprecated"

USE = """\
from made_deprecated import AsyncMadeDeprecated, MadeDeprecated, models, params, raw

client = MadeDeprecated()
client.notes.list()  # 1
raw(client.faxes.send, body="a")  # 1
box: params.BoxParams = {"size": 1}  # 1
client.notes.create(text="a", box={"size": 1})  # 0
models.Box(size=1)  # 1


async def main() -> None:
    await AsyncMadeDeprecated().faxes.send(body="a")  # 1
    await AsyncMadeDeprecated().notes.get("1", "2")  # 0
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    out = tmp_path_factory.mktemp("deprecated")
    with generated("clients/deprecated", "made_deprecated", out):
        yield out


@pytest.fixture
def made(folder: Path) -> Any:
    del folder
    return importlib.import_module("made_deprecated")


def answer(request: httpx2.Request) -> httpx2.Response:
    if request.url.path == "/faxes":
        return httpx2.Response(204)
    is_list = request.method == "GET" and request.url.path == "/notes"
    return httpx2.Response(200, json={"data": [NOTE]} if is_list else NOTE)


def client_of(made: Any, kind: str) -> Any:
    transport = httpx2.MockTransport(answer)
    if kind == "async":
        own = httpx2.AsyncClient(transport=transport)
        return made.AsyncMadeDeprecated(http_client=own)
    return made.MadeDeprecated(http_client=httpx2.Client(transport=transport))


def argument(kind: str, method: str, name: str) -> str:
    owner = "AsyncNotes" if kind == "async" else "Notes"
    return f"the argument `{name}` of `{owner}.{method}` is deprecated"


# How it is called, and what it says: texts, or names of arguments of a method.
CALLS: dict[str, tuple[Callable[[Any, Any], Any], list[str | tuple[str, str]]]] = {
    "method": (lambda _, c: c.faxes.send(body="a"), [FAX]),
    "raw": (lambda m, c: m.raw(c.faxes.send, body="a"), [FAX]),
    "pager": (lambda _, c: c.notes.list(), [LIST]),
    "page": (lambda m, c: m.raw(c.notes.list), [LIST]),
    "query": (lambda _, c: c.notes.list(old="a"), [LIST, ("list", "old")]),
    "default": (lambda _, c: c.notes.list(mode="all"), [LIST, ("list", "mode")]),
    "null": (lambda _, c: c.notes.create(text="a", color=None), [("create", "color")]),
    "header": (
        lambda _, c: c.notes.create(text="a", x_old="b", box={"size": 1}),
        [("create", "x_old"), ("create", "box")],
    ),
    "omitted": (lambda m, c: c.notes.create(text="a", color=m.OMIT), []),
    "none": (lambda _, c: c.notes.create(text="a"), []),
    "path": (lambda _, c: c.notes.get("1", "2"), [("get", "part")]),
    "by name": (lambda _, c: c.notes.get(id="1", part="2"), [("get", "part")]),
    "stream": (lambda m, c: m.stream(c.notes.get, "1", part="2"), [("get", "part")]),
}


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("name", CALLS)
def test_warns_at_the_callers_line(made: Any, kind: str, name: str) -> None:
    call, expected = CALLS[name]
    client = client_of(made, kind)

    async def apart() -> None:
        # In a task of its own nothing on the stack leads to the caller any more.
        await asyncio.create_task(started())

    async def started() -> None:
        if name == "stream":
            async with await later:
                pass
        else:
            await later

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        later = call(made, client)
        if inspect.isawaitable(later):
            asyncio.run(apart())
        elif kind == "async":
            asyncio.run(all_of(later))
        elif name in {"pager", "query", "default"}:
            list(later)
        elif name == "stream":
            later.close()
    assert [str(one.message) for one in caught] == [
        one if isinstance(one, str) else argument(kind, *one) for one in expected
    ]
    place = __file__, call.__code__.co_firstlineno
    assert {(one.filename, one.lineno) for one in caught} <= {place}
    assert all(one.category is DeprecationWarning for one in caught)


async def all_of(pager: Any) -> None:
    async for _ in pager:
        pass


@pytest.mark.parametrize("kind", ["MadeDeprecated", "AsyncMadeDeprecated"])
def test_an_option_of_the_client_warns_when_it_is_passed(made: Any, kind: str) -> None:
    getattr(made, kind)()
    with pytest.warns(DeprecationWarning, match=f"`team` of `{kind}`") as caught:
        getattr(made, kind)(team="a")
    assert caught[0].filename == __file__


def test_a_method_keeps_what_it_is(made: Any) -> None:
    marked = client_of(made, "async").faxes.send
    assert marked.__deprecated__ == FAX
    assert list(inspect.signature(marked).parameters) == ["body", "options"]
    if sys.version_info >= (3, 12):
        assert inspect.iscoroutinefunction(marked)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_decoding_and_making_a_model_is_silent(made: Any, kind: str) -> None:
    # A warning would be an error here.
    assert made.models.Box.__deprecated__ == "`Box` is deprecated"
    assert made.models.Box(size=1).size == 1
    note = client_of(made, kind).notes.create(text="a")
    if kind == "async":
        note = asyncio.run(awaited(note))
    assert note.box.inner.size == 2


async def awaited(later: Any) -> Any:
    return await later


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_subclass_in_a_program_is_a_caller(made: Any, kind: str) -> None:
    faxes = client_of(made, kind).faxes

    class Own(type(faxes)):
        def again(self) -> Any:
            return self.send(body="a")

    with pytest.warns(DeprecationWarning, match="faxes") as caught:
        later = Own(faxes._session).again()
    if kind == "async":
        asyncio.run(awaited(later))
    assert caught[0].lineno == Own.again.__code__.co_firstlineno + 1


def test_only_a_package_that_needs_it_requires_it(folder: Path) -> None:
    text = (folder / "pyproject.toml").read_text("utf-8")
    assert "\"typing-extensions>=4.12,<5; python_version < '3.13'\"," in text
    other = CASES.parents[1] / "generated/intercom/python/pyproject.toml"
    assert "typing-extensions" not in other.read_text("utf-8")


def lines(kind: str) -> set[int]:
    return {
        number
        for number, line in enumerate(USE.splitlines(), 1)
        if line.endswith(f"# {kind}")
    }


def test_mypy_shows_it_and_the_package_is_clean(folder: Path) -> None:
    (folder / "use.py").write_text(USE)
    options = (
        "--enable-error-code",
        "deprecated",
        "-p",
        "made_deprecated",
        "-m",
        "use",
    )
    assert mypy_lines(folder, *options) == {("use.py", line) for line in lines("1")}


def test_pyright_shows_it_and_the_package_is_clean(folder: Path) -> None:
    (folder / "use.py").write_text(USE)
    found = pyright_lines(folder, "made_deprecated", "use.py")
    assert found == {("use.py", line) for line in lines("1")}
