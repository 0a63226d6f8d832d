"""A package that has all of which a README shows snippets, and a server for it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from recording_server import recording
from shop_server import Orders
from snippets import Served

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress


@pytest.fixture(scope="module")
def shop_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project of the package, which can be imported."""
    out = tmp_path_factory.mktemp("shop")
    wanted = RunOptions(source=Path(__file__).parent / "shop", out=out)
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    sys.path.insert(0, str(out))
    yield out
    sys.path.remove(str(out))
    for name in [one for one in sys.modules if one.partition(".")[0] == "shop_sdk"]:
        del sys.modules[name]


@pytest.fixture
def orders() -> Orders:
    """What the server answers with."""
    return Orders()


@pytest.fixture
def shop(
    shop_folder: Path, orders: Orders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Served]:
    """The package, whose clients talk to the server; files go to a folder of their own."""
    assert shop_folder.exists()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHOP_TOKEN", "t")
    with recording(orders.answer) as server:
        module = importlib.import_module("shop_sdk")
        yield Served(module, "Shop", server, monkeypatch)
