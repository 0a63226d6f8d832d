"""What type checkers say of a consumer's calls: what is passed, and what is refused."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checkers import mypy_lines, pyright_lines

ROOT = Path(__file__).parents[2]
DOCUMENT = Path(__file__).with_name("arguments.yaml")
HEAD = """\
from __future__ import annotations

import datetime
import pathlib
from array import array
from collections import OrderedDict, UserDict, UserList, deque
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import Any, Literal, assert_type

from shop_sdk import AsyncShop, File, SequenceNotStr, Shop, UnknownValue
from shop_sdk import Response, extra, from_dict, replace, to_dict, to_json
from shop_sdk.models import Cat, Dog, Line, Order, Settings, State
from shop_sdk.params import CatParams, DogParams, LineParams, OrderParams

line: LineParams = {"sku": "a"}
"""
# What stands for the beginning of a call, to keep the rows short.
SHORT = {
    "new(": 'c.orders.create(state="open", line=line, ',
    "again(": "c.orders.create(state=x.state, line=x.line, ",
}
# Each is the body of a function of its own, after its argument.
PASSED = """\
x: list[str] -> new(tags=x, mixed=x, times=x, notes=dict.fromkeys(x), any=x)
x: tuple[str, ...] -> new(tags=x, states=x, parsed=x, levels=x, mixed=x)
x: deque[str] -> new(tags=x, mixed=x, any=x, rows=[x])
x: UserList[str] -> new(tags=x, rows=(x,))
x: Sequence[str] -> new(tags=x)
x: SequenceNotStr[str] -> new(tags=x)
x: list[list[str]] -> new(rows=x)
x: list[tuple[str, ...]] -> new(rows=x)
x: list[int] -> new(prices=x, mixed=x, either=x)
x: range -> new(prices=x, mixed=x, either=x, any=x)
x: array[float] -> new(prices=x)
x: list[datetime.datetime] -> new(times=x)
x: list[bytes] -> new(keys=x)
x: list[str] -> new(either=x, one_or_more=x)
x: str -> new(one_or_more=x, model=x)
x: dict[str, int] -> new(scores=x, free=x)
x: MappingProxyType[str, int] -> new(scores=x, free=x)
x: Mapping[str, float] -> new(scores=x)
x: UserDict[str, float] -> new(scores=x)
x: OrderedDict[str, str] -> new(notes=x)
x: dict[str, list[int]] -> new(grid=x)
x: dict[str, tuple[int, ...]] -> new(grid=x)
x: list[CatParams] -> new(pets=x)
x: list[Dog] -> new(pets=x)
x: list[Cat | DogParams] -> new(pets=x)
x: LineParams -> new(free=x, lines=[x], named={"a": x})
x: Line -> c.orders.create(state="open", line=x, lines=[x, {"sku": "b"}], named={"a": x, "b": line})
x: Line -> new(lines=[{"sku": x.sku, "state": x.state or "open", "tags": x.tags or []}])
x: list[Line] -> c.orders.create(state="open", line=x[0], lines=x)
x: tuple[Line, ...] -> c.orders.create(state="open", line=x[0], lines=x)
x: dict[str, Line] -> new(named=x)
x: Order -> again(parent=x, lines=x.lines or [], named=x.named or {})
x: Order -> again(states=x.states or [], parsed=x.parsed or [], step=x.step)
x: Order -> again(pets=x.pets or [], rows=x.rows or [], times=x.times or [])
x: Order -> again(grid=x.grid or {}, notes=x.notes or {}, free=x.free or {})
x: Order -> again(mixed=x.mixed or [], keys=x.keys or [], any=x.any or [])
x: Order -> again(model=x.model or "small", level=x.level or 1)
x: Order -> c.orders.create(state=x.state, line={"sku": "a", "state": x.state})
x: Order -> x.pair and new(pair=x.pair)
x: Order -> x.settings and new(settings=x.settings)
x: Settings -> new(settings=x)
x: dict[str, int] -> new(settings=x)
x: list[Order] -> c.orders.create_batch(body=x)
x: tuple[OrderParams, ...] -> c.orders.create_batch(body=[*x, {"state": "open", "line": line}])
x: list[str] -> c.orders.create_names(body=x)
x: Order -> c.orders.find(x.state, states=[x.state, "closed"])
x: Order -> c.orders.find("open", states=x.states or ("open",), ids=range(3), size=10, x_kind=None)
x: str -> c.orders.find(UnknownValue(x), states=[UnknownValue(x)], size=30, x_kind=UnknownValue(x))
x: str -> new(levels=[UnknownValue(x), 1, "low"], step=UnknownValue(x))
x: str -> c.orders.create(state=UnknownValue(x), line={"sku": x, "state": UnknownValue(x)})
x: Literal["open", "closed"] -> c.orders.find(x, states=[x])
x: list[Literal["open", "closed"]] -> c.orders.find("open", states=x)
x: list[pathlib.Path] -> c.orders.send_form(files=x, tags=("a", "b"), about=line)
x: tuple[File, ...] -> c.orders.send_form(files=x, about=Line(sku="a"))
x: list[bytes] -> c.orders.send_form(files=x)
x: str -> Shop(version=UnknownValue(x))
x: str -> (Shop(version="next"), Shop(version="2"))
x: State -> x.upper()
x: Order -> assert_type(to_dict(x), dict[str, Any])
x: Settings -> assert_type((to_dict(x), to_json(x)), tuple[dict[str, Any], str])
x: list[Order] -> c.orders.create_names(body=to_dict(x))
x: Cat | Dog -> assert_type((to_dict(x), replace(x, lives=1)), tuple[dict[str, Any], Cat | Dog])
x: dict[str, Any] -> assert_type(from_dict(Order, x, on_drift=print), Order)
x: Settings | Order -> assert_type(extra(x), dict[str, Any])
x: Response[Order] -> assert_type(x.extra(x.data), dict[str, Any])
x: object -> assert_type(from_dict(list[Order], x, strict=True), list[Order])
x: Order -> assert_type(replace(x, state="open", line=Line(sku="a")), Order)
x: Settings -> assert_type(replace(x, name="a", model="b"), Settings)
"""
REFUSED = """\
x: str -> new(tags=x)
x: bytes -> new(tags=x)
x: str -> new(mixed=x)
x: str -> new(times=x)
x: str -> new(any=x)
x: str -> new(rows=x)
x: list[str] -> new(rows=x)
x: str -> new(either=x)
x: str -> new(states=x)
x: str -> new(prices=x)
x: str -> new(keys=x)
x: bytes -> new(keys=x)
x: dict[str, str] -> new(tags=x)
x: Set[str] -> new(tags=x)
x: Iterator[str] -> new(tags=x)
x: Collection[str] -> new(tags=x)
x: list[str | int] -> new(either=x)
x: int -> new(tags=[x])
x: dict[str, str] -> new(scores=x)
x: dict[str, str] -> new(grid=x)
x: str -> c.orders.create_names(body=x)
x: str -> c.orders.send_form(tags=x)
x: str -> c.orders.find("open", ids=x)
x: str -> c.orders.create(state="opne", line=line)
x: str -> c.orders.create(state=x, line=line)
x: str -> c.orders.create(state="open", line={"sku": "a", "state": "opne"})
x: str -> c.orders.create(state="open", line={"sku": "a", "tags": "x"})
x: str -> new(states=["opne"])
x: list[str] -> new(states=x)
x: str -> new(parsed=["z", None])
x: str -> new(levels=["hihg"])
x: str -> new(level="hihg")
x: str -> new(step="frist")
x: str -> new(pets=[{"kind": "cta"}])
x: list[Line] -> new(pets=x)
x: Order -> c.orders.create(state="open", line=x)
x: Order -> new(settings=x)
x: str -> c.orders.find("opne")
x: str -> c.orders.find(x)
x: str -> c.orders.find("open", states=["opne"])
x: str -> c.orders.find("open", x_kind="z")
x: str -> Shop(version="3")
x: str -> Shop(version=x)
x: dict[int, str] -> new(notes=x)
x: str -> replace(x, state="open")
x: dict[str, int] -> extra(x)
x: Response[dict[str, int]] -> x.extra(x.data)
x: Order -> replace(model=x)
x: Order -> replace(x, "open")
x: Order -> from_dict(Order, x, strict="yes")
"""


def module(rows: str) -> str:
    """A module that has each row in a function, of both clients where it calls one."""
    lines = HEAD.splitlines()
    for short, long in SHORT.items():
        rows = rows.replace(f" {short}", f" {long}")
    for row in rows.splitlines():
        argument, _, call = row.partition(" -> ")
        awaited = re.sub(r"(c\.orders\.)", r"await \1", call)
        number = len(lines)
        lines += [f"def f{number}(c: Shop, {argument}) -> None:", f"    {call}"]
        lines.append(f"async def g{number}(c: AsyncShop, {argument}) -> None:")
        lines.append(f"    {awaited}")
    return "\n".join(lines) + "\n"


def calls(text: str) -> dict[int, str]:
    """The lines of a module on which the calls stand."""
    found = enumerate(text.splitlines(), 1)
    return {number: line for number, line in found if line.startswith("    ")}


@pytest.fixture(scope="module")
def consumer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("consumer")
    out = folder / "out"
    command = ["generator", "generate", "--spec", DOCUMENT, "--out", out]
    subprocess.run(
        [sys.executable, "-m", *command, "--package", "shop_sdk"], cwd=ROOT, check=False
    )
    shutil.move(out / "shop_sdk", folder)
    (folder / "passed.py").write_text(module(PASSED))
    (folder / "refused.py").write_text(module(REFUSED))
    return folder


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_consumer(consumer: Path, checker: str) -> None:
    if checker == "mypy":
        lines = mypy_lines(consumer, ".")
    else:
        names = ("passed.py", "refused.py", "shop_sdk")
        # A consumer's own style.
        own = {"reportUnusedExpression": False, "reportUnusedImport": False}
        lines = pyright_lines(consumer, *names, **own)
    found: dict[str, set[int]] = {}
    for file, number in lines:
        found.setdefault(file, set()).add(number)
    passed, refused = calls(module(PASSED)), calls(module(REFUSED))
    assert [passed[number] for number in sorted(found.pop("passed.py", set()))] == []
    wrong = found.pop("refused.py", set())
    assert [line for number, line in refused.items() if number not in wrong] == []
    # What stands around the calls is right, and so is the package.
    assert wrong <= refused.keys()
    assert found == {}
