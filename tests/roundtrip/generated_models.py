"""Models that are generated from schemas, and JSON that is read into them and written again."""

from __future__ import annotations

import importlib
import json
import logging
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook, Severity
from generator.emit.layout.format import finish
from generator.pipeline import Run
from generator.progress import Progress

Tree = Any
Schemas = Mapping[str, Tree]

RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"
_NUMBERS = count()


class Read(NamedTuple):
    """What a value was read as, what it was written as, and where it departed from its type."""

    value: Any
    written: Tree
    drifts: list[str]

    @property
    def kind(self) -> str:
        """The name of the class that it was read as."""
        return type(self.value).__name__


class Models:
    """The models of one package."""

    def __init__(self, package: str, codes: list[str]) -> None:
        self._package = package
        # The codes of what was found while it was generated.
        self.codes = codes

    def read(self, name: str, value: Tree) -> Read:
        """Read a value as the schema of a name, and write it again."""
        return self.read_text(name, json.dumps(value))

    def read_text(self, name: str, text: str) -> Read:
        """The same for JSON as text."""
        decode = self._module("_runtime.json.codec")
        encode = self._module("_runtime.json.data")
        drifts: list[str] = []
        logger = logging.getLogger("roundtrip")
        logger.disabled = True
        codec = decode.Codec(False, lambda drift: drifts.append(str(drift)), logger)
        kind = getattr(self._module("models"), name)
        found = codec.decode(kind, text.encode(), where="GET /")
        return Read(found, json.loads(encode.to_json(found)), drifts)

    def _module(self, name: str) -> Any:
        return importlib.import_module(f"{self._package}.{name}")


def document(schemas: Schemas, version: str) -> Tree:
    """A document in which one operation for each schema answers with it."""
    below = "definitions" if version == "2.0" else "components/schemas"
    paths = {}
    for name in schemas:
        schema = {"$ref": f"#/{below}/{name}"}
        content = {"content": {"application/json": {"schema": schema}}}
        answer = {"schema": schema} if version == "2.0" else content
        paths[f"/{name}"] = {
            "get": {"responses": {"200": {"description": "Done.", **answer}}}
        }
    head = {"info": {"title": "Models", "version": "1"}, "paths": paths}
    if version == "2.0":
        return {"swagger": "2.0", **head, "definitions": schemas}
    return {"openapi": version, **head, "components": {"schemas": schemas}}


@contextmanager
def generated(
    schemas: Schemas, version: str = "3.1.0", formats: Sequence[str] = ()
) -> Iterator[Models]:
    """The models of some schemas, whose package is importable within the context."""
    package = f"roundtrip{next(_NUMBERS)}"
    with tempfile.TemporaryDirectory() as place:
        codes = _write(document(schemas, version), Path(place), package, formats)
        (Path(place) / package / "_runtime").symlink_to(RUNTIME)
        sys.path.insert(0, place)
        try:
            yield Models(package, codes)
        finally:
            sys.path.remove(place)
            for name in [each for each in sys.modules if each.startswith(package)]:
                del sys.modules[name]


def _write(tree: Tree, folder: Path, package: str, formats: Sequence[str]) -> list[str]:
    source = folder / "openapi.json"
    source.write_text(json.dumps(tree), "utf-8")
    if formats:
        text = f"[python]\nformats = {json.dumps([*formats])}\n"
        (folder / "sdk.toml").write_text(text, "utf-8")
        source = folder
    run = Run(Progress())
    run.notebook = Notebook()
    settled = config.read(RunOptions(source=source, package=package), run.notebook)
    api = pipeline.build_api(settled, run)
    for output in settled.outputs:
        for file in finish(output.render(api, run.notebook)).files:
            path = folder / file.path
            is_needed = path.name in {"models.py", "__init__.py"}
            if "_runtime" not in path.parts and (is_needed or "_models" in path.parts):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.data)
    assert run.notebook.count(Severity.ERROR) == 0
    return [each.code for each in run.notebook.findings]
