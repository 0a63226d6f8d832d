"""The locks hold what the ranges ask for, by hash, and name no place to get it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SDK = ROOT / "generated" / "intercom" / "python"
LOCK = ROOT / "requirements.lock"
LOCKS = ROOT / "tests" / "locks"

_ENTRY = re.compile(r"^(\S+)==(\S+)(?: ; .+)? \\$")


def project(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))


OURS, THEIRS = project(ROOT), project(SDK)


def locked(path: Path) -> dict[str, str]:
    """The versions in a lock by canonical name."""
    entries = map(_ENTRY.match, path.read_text("utf-8").splitlines())
    return {canonicalize_name(entry[1]): entry[2] for entry in entries if entry}


def required(lock: str) -> list[str]:
    match lock, OURS, THEIRS:
        case "dev", {"project": dict(ours)}, {"project": dict(theirs)}:
            direct = [*ours["dependencies"], *theirs["dependencies"]]
        case _:
            direct = []
    match OURS:
        case {"dependency-groups": dict(groups), "build-system": dict(build)}:
            return [*direct, *groups[lock], *(build["requires"] if direct else [])]
    pytest.fail("pyproject.toml has no groups")


@pytest.mark.parametrize(
    ("group", "path"),
    [
        ("dev", LOCK),
        ("judge", LOCKS / "judge.lock"),
        ("rivals", LOCKS / "rivals.lock"),
    ],
)
def test_a_lock_is_within_the_ranges(group: str, path: Path) -> None:
    versions = locked(path)
    for text in required(group):
        requirement = Requirement(text)
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"make update: {text}"


@pytest.mark.parametrize("path", [LOCK, *sorted(LOCKS.iterdir())], ids=lambda p: p.name)
def test_a_lock_has_hashes_and_no_places(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "/" not in re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    blocks = re.split(
        r"^(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE), flags=re.M
    )
    for block in filter(None, blocks):
        first, *hashes = block.splitlines()
        assert _ENTRY.match(first), first
        assert hashes, first
        for line in hashes:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line), line


def test_npm_is_locked_without_places() -> None:
    text = (ROOT / "tests" / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in text
    assert '"integrity"' in text


def pythons(project: dict[str, list[str]]) -> set[str]:
    named = [name.rpartition(" ")[2] for name in project["classifiers"]]
    return {name for name in named if name.startswith("3.")}


def test_classifiers_name_pythons_that_tox_runs() -> None:
    match OURS, THEIRS:
        case {"project": dict(ours), "tool": {"tox": {"env_list": list(listed)}}}, {
            "project": dict(theirs)
        }:
            assert ours["requires-python"] == theirs["requires-python"]
            assert pythons(ours) == pythons(theirs) <= {*listed}
        case _:
            pytest.fail("pyproject.toml has no project or no environments of tox")
