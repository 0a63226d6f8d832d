"""Documents with random damage, through the generator."""

from __future__ import annotations

import io
import json
import shutil
import signal
import tempfile
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import yaml

from fuzz.damage import ODD, TREE_CHANGES, Plain, damage_bytes, damage_tree
from generator.config import RunOptions, read
from generator.diagnostics import Failed, Severity
from generator.diagnostics.report import report
from generator.pipeline import Run, generate
from generator.progress import Progress

ROOT: Final = Path(__file__).parents[2]
# Larger ones take seconds each.
_LARGEST: Final = 60_000
# Seconds that a document may take, on a machine that does much else.
_PATIENCE: Final = 60
# How often the text is damaged, and not the tree.
_TEXT_SHARE: Final = 0.3

_REFERENCES: Final = (
    *("#", "#/", "#/paths", "#/components/schemas/Missing", "#/components/schemas/~2"),
    *("http://127.0.0.1:1/x.yaml", "file:///etc/passwd", "../../etc/passwd", "", "a b"),
    *("#/paths/~1/get/responses/200", "#/components/schemas", "#anchor", "%23"),
)
_KEYWORDS: Final[dict[str, tuple[Plain, ...]]] = {
    "type": ("object", "array", "null", ["null"], ["string", "null"], [], "file", 3),
    "allOf": ([], [{}], [{"type": "string"}, {"type": "integer"}], {}),
    "oneOf": ([], [{}], [{"type": "string"}, {"type": "null"}], None),
    "anyOf": ([{"$ref": "#/components/schemas/Missing"}], [True, False]),
    "not": ({}, {"type": "string"}, []),
    "enum": ([], [None], ["a", "a"], [1, "1", True], [{}], "a"),
    "const": (None, {}, 1e308, "\ud800"),
    "required": ("id", ["a", "a"], [1], True),
    "properties": ({}, [], {"": {}}, {"class": {}, "Class": {}, "class_": {}}),
    "additionalProperties": (True, {}, [], {"type": "nothing"}),
    "items": ({}, [], True, [{}, {}]),
    "discriminator": (
        {},
        {"propertyName": 5},
        {"propertyName": "x", "mapping": {"a": "#"}},
    ),
    "default": ODD,
    "format": ("date-time", "unknown", 5),
    "pattern": ("(", "[", "\\p{Greek}", "x" * 3000),
    "minLength": (-1, 10**30, 1.5, "1"),
    "in": ("body", "cookie", "nowhere", None),
    "style": ("deepObject", "simple", "odd"),
    "security": ([{}], [{"missing": []}], [[]], {}),
    "servers": ([], [{"url": "http://[::1"}], [{"url": "{x}"}], [5]),
    "operationId": ("", "class", "a b", "x" * 300, 5),
    "content": ({}, {"application/json": {}}, {"": {}}, {"a/b; c=d": {"schema": {}}}),
}


def _add_keyword(root: Plain, draw: Random) -> None:
    found = list(_objects(root))
    if found:
        name = draw.choice([*_KEYWORDS])
        draw.choice(found)[name] = draw.choice(_KEYWORDS[name])


def _add_reference(root: Plain, draw: Random) -> None:
    found = list(_objects(root))
    if found:
        one = draw.choice(found)
        if draw.random() < 0.5:
            one.clear()
        one["$ref"] = draw.choice(_REFERENCES)


def _objects(root: Plain) -> Iterator[dict[str, Any]]:
    left = [root]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            yield one
            left += one.values()
        elif isinstance(one, list):
            left += one


_CHANGES: Final = (*TREE_CHANGES, *(_add_keyword, _add_reference) * 3)


class Mutant(NamedTuple):
    """A damaged document.

    Args:
        origin: The document that it was made of.
        data: What its file holds.
        suffix: The ending of the file's name.
    """

    origin: Path
    data: bytes
    suffix: str


@cache
def sources(folder: Path | None) -> tuple[Path, ...]:
    """The documents that are damaged: the tests' own, and small ones of a folder."""
    found = [*ROOT.glob("tests/cases/*/*/spec.yaml"), *ROOT.glob("tests/corpus/*.*")]
    if folder is not None:
        found += [
            *folder.rglob("*.yaml"),
            *folder.rglob("*.yml"),
            *folder.rglob("*.json"),
        ]
    return tuple(sorted(path for path in found if path.stat().st_size <= _LARGEST))


@cache
def _tree(path: Path) -> Plain:
    try:
        return yaml.load(path.read_bytes(), yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return None


def mutate(seed: int, number: int, folder: Path | None) -> Mutant:
    """The nth document of a seed."""
    draw = Random(f"{seed}-{number}")  # noqa: S311 -- the same for each seed
    path = draw.choice(sources(folder))
    tree = _tree(path)
    if tree is None or draw.random() < _TEXT_SHARE:
        return Mutant(path, damage_bytes(path.read_bytes(), draw), path.suffix)
    damaged = damage_tree(tree, draw, _CHANGES)
    try:
        text = json.dumps(damaged, default=str)
    except (RecursionError, ValueError, TypeError):
        # Deeper than it can be written, which is what was wanted.
        text = '{"a":' * 5000 + "1" + "}" * 5000
    return Mutant(path, text.encode("utf-8", "surrogatepass"), ".json")


def examine(mutant: Mutant) -> tuple[str, str]:
    """Generate from it: the outcome, in a word, and what is wrong with that, or ""."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, out = folder / f"openapi{mutant.suffix}", folder / "out"
        source.write_bytes(mutant.data)
        run = Run(Progress(io.StringIO()))
        try:
            with _in_time():
                config = read(
                    RunOptions(source=source, out=out, package="sdk"), run.notebook
                )
                generate(config, run)
        except Failed:
            return "refused", _refused(run, folder, source)
        except Exception:
            return "broke", traceback.format_exc(limit=-6)
        outcome = "repaired" if run.notebook.count(Severity.ERROR) else "generated"
        return outcome, _compiled(out)


def _refused(run: Run, folder: Path, source: Path) -> str:
    errors = [one for one in run.notebook.findings if one.severity is Severity.ERROR]
    if not errors:
        return "refused without an error"
    if left := [path.name for path in folder.iterdir() if path != source]:
        return f"refused, and yet written: {left}"
    if nowhere := [one.code for one in errors if one.place is None]:
        return f"errors without a place: {nowhere}"
    text = report(run.gravest, run.sources)
    return "" if source.name in text else f"no place is printed: {text[:300]}"


def _compiled(out: Path) -> str:
    for path in sorted(out.rglob("*.py")):
        if "_runtime" in path.parts:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                compile(path.read_bytes(), str(path.relative_to(out)), "exec")
            except (SyntaxError, ValueError, SyntaxWarning) as error:
                return f"{path.relative_to(out)} doesn't compile: {error}"
    return ""


@contextmanager
def _in_time() -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError(f"it takes more than {_PATIENCE} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(_PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tried(given: tuple[int, int, Path | None]) -> tuple[int, str, str]:
    """Make and examine the nth document of a seed: its number, the outcome, and what is wrong."""
    seed, number, folder = given
    return number, *examine(mutate(seed, number, folder))


def save(mutant: Mutant, folder: Path, name: str) -> Path:
    """Keep a document that showed a fault."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}{mutant.suffix}"
    path.write_bytes(mutant.data)
    shutil.copy(mutant.origin, folder / f"{name}-origin{mutant.origin.suffix}")
    return path
