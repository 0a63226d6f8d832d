"""Many packages become one tree with one runtime."""

from __future__ import annotations

from pathlib import Path

from tests.judge.packages.merged_tree import digest, join


def make(folder: Path, name: str) -> Path:
    package = folder / name
    files = {
        "__init__.py": "from ._runtime.a import A\n",
        "resources/b.py": "from .._runtime.a import (\n    A,\n)\nfrom ..models import B\n",
        "_runtime/a.py": "from .b import C\nA = C\n",
    }
    for path, text in files.items():
        place = package / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return package


def test_imports_of_the_runtime_get_one_dot_more(tmp_path: Path) -> None:
    join(make(tmp_path, "one"), tmp_path / "root")
    join(make(tmp_path, "two"), tmp_path / "root")
    tree = tmp_path / "root" / "all"
    found = sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*.py"))
    assert found == [
        "__init__.py",
        "_runtime/a.py",
        "one/__init__.py",
        "one/resources/b.py",
        "two/__init__.py",
        "two/resources/b.py",
    ]
    assert (tree / "one" / "__init__.py").read_text() == "from .._runtime.a import A\n"
    assert (tree / "one" / "resources" / "b.py").read_text() == (
        "from ..._runtime.a import (\n    A,\n)\nfrom ..models import B\n"
    )
    assert (tree / "_runtime" / "a.py").read_text() == "from .b import C\nA = C\n"


def test_what_is_gone_from_a_package_is_gone_from_the_tree(tmp_path: Path) -> None:
    package = make(tmp_path, "one")
    join(package, tmp_path / "root")
    (package / "resources" / "b.py").unlink()
    join(package, tmp_path / "root")
    assert not (tmp_path / "root" / "all" / "one" / "resources" / "b.py").exists()


def test_a_digest_knows_the_content_and_not_the_name(tmp_path: Path) -> None:
    one, two = make(tmp_path, "one"), make(tmp_path, "two")
    assert digest(one) == digest(two)
    (two / "_runtime" / "a.py").write_text("A = 1\n", "utf-8")
    assert digest(one) != digest(two)
