"""Packages with a fake, of documents that tests write."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress

_NUMBERS = count()


class Faked(NamedTuple):
    """The classes of a package: its clients and its fake."""

    module: Any
    client: Any
    asynchronous: Any
    fake: Any


def faked(document: Mapping[str, Any], folder: Path) -> Faked:
    """Generate the package of a document with its fake, and import it.

    Args:
        document: The document.
        folder: Where it is generated.
    """
    package = f"faked_document_{next(_NUMBERS)}"
    source = folder / package
    source.mkdir()
    (source / "openapi.json").write_text(json.dumps(document), "utf-8")
    (source / "sdk.toml").write_text(
        '[python]\nclient = "Shop"\ntesting = true\n[document]\nlenient = true\n'
    )
    wanted = RunOptions(source=source, package=package, out=folder / f"{package}_out")
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    sys.path.insert(0, str(folder / f"{package}_out"))
    try:
        module = importlib.import_module(package)
        testing = importlib.import_module(f"{package}.testing")
    finally:
        sys.path.pop(0)
    return Faked(module, module.Shop, module.AsyncShop, testing.FakeShop)


def answering(schema: Mapping[str, Any], status: str = "200", **more: Any) -> Any:
    """The responses of an operation that answers with a schema."""
    content = {"application/json": {"schema": schema, **more}}
    return {status: {"description": "It.", "content": content}}


def ref(name: str) -> dict[str, str]:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}
