"""Paths of a package's modules: short enough, whatever the package and its resources are called."""

from __future__ import annotations

import msgspec
import pytest

from generator.diagnostics import Notebook
from generator.emit.text.file_paths import fault
from generator.ir.api import Resource
from generator.ir.name import Name
from generator.targets.python import render
from tests.unit.targets.python.notes_api import API, OPTIONS, say

LONG = "all the notes that any admin of any workspace has ever taken on contacts"


def modules(package: str) -> list[str]:
    """The paths of a project with resources of long names."""
    names = (f"{LONG} of {when}" for when in ("today", "tomorrow", "yesterday"))
    named = (Resource(id=name, name=(Name(wire=name),), docs=say("")) for name in names)
    api = msgspec.structs.replace(API, resources=(*API.resources, *named))
    options = msgspec.structs.replace(OPTIONS, package=package)
    return [file.path for file in render(api, options, Notebook()).files]


@pytest.mark.parametrize(
    ("package", "want"), [("a", 75), ("p" * 22, 96), ("p" * 23, 95), ("p" * 60, 96)]
)
def test_a_long_package_name_shortens_the_names_of_modules(
    package: str, want: int
) -> None:
    paths = modules(package)
    assert not any(map(fault, paths)), max(map(len, paths))
    assert len(set(paths)) == len(paths)
    assert max(len(path) for path in paths if "/resources/" in path) == want
