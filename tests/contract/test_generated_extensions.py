"""Hand-written modules beside the generated ones: what becomes of them, and what is refused."""

from __future__ import annotations

import asyncio
import importlib
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import markdown
import pytest
from checkers import mypy_lines, pyright_lines

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Failed, Notebook, Spot
from generator.pipeline import Run
from generator.progress import Progress
from generator.targets.python.names.public_names import (
    ALWAYS_OFFERED,
    OFFERED_IF_USED,
)

CASE = Path(__file__).parents[1] / "cases" / "clients" / "extended"
SPEC = Path(__file__).parents[2] / "spec"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    out = tmp_path_factory.mktemp("extended")
    wanted = RunOptions(source=CASE, package="sdk", out=out)
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    sys.path.insert(0, str(out))
    yield out
    sys.path.remove(str(out))
    for name in [name for name in sys.modules if name.partition(".")[0] == "sdk"]:
        del sys.modules[name]


def answer(request: httpx2.Request) -> httpx2.Response:
    if request.url.path.endswith("/toys"):
        return httpx2.Response(200, json=["ball", "bone"])
    pets = [{"id": "1", "name": "tom"}, {"id": "2", "name": "REX"}]
    is_list = request.url.path == "/pets"
    return httpx2.Response(200, json=pets if is_list else pets[0])


def test_a_class_takes_the_place_of_the_resource(folder: Path) -> None:
    sdk: Any = importlib.import_module("sdk")
    sent: list[str] = []

    def note(request: httpx2.Request) -> httpx2.Response:
        sent.append(f"{request.method} {request.url.path}")
        return answer(request)

    transport = httpx2.MockTransport(note)
    client = sdk.Sdk(http_client=httpx2.Client(transport=transport))
    assert client.pets.first("rex", loud=True).id == "2"
    assert client.pets.toys.count("1") == 2
    client.pets.delete("1")
    assert sent == ["GET /pets", "GET /pets/1/toys", "GET /pets/1", "DELETE /pets/1"]
    assert sdk.raw(client.pets.get, "1").data.name == "tom"

    async def main() -> None:
        own = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
        async with sdk.AsyncSdk(http_client=own) as twin:
            assert (await twin.pets.first("tom")).id == "1"
            assert await twin.pets.toys.list("1") == ["ball", "bone"]

    asyncio.run(main())


def test_other_files_are_files_of_the_package(folder: Path) -> None:
    command = [sys.executable, "-c", "from sdk.tools.command import main; main()"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True
    )
    assert done.stdout == "PETS\n"
    for path in (CASE / "extensions").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            copy = folder / "sdk" / path.relative_to(CASE / "extensions")
            assert copy.read_bytes() == path.read_bytes()


def test_the_package_can_be_run(folder: Path) -> None:
    command = [sys.executable, "-m", "sdk"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True
    )
    assert done.stdout == "PETS\n"


def test_the_readme_ends_with_the_sections_about_them(folder: Path) -> None:
    readme = (folder / "README.md").read_text("utf-8")
    assert readme.endswith((CASE / "readme.md").read_text("utf-8"))
    before, _ = readme.split("\n## Pets by name")
    assert before.endswith("\n")


def test_the_project_names_extras_and_commands(folder: Path) -> None:
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"pets": "sdk.tools.command:main"}
    extras = project["optional-dependencies"]
    assert {*extras} == {"fast", "otel", "tables"}
    assert extras["tables"] == [
        "tabulate>=0.9,<1",
        "rich>=14,<16; python_version < '4'",
    ]
    assert "typing-extensions>=4.12,<5" in project["dependencies"]


def test_mypy_sees_them_with_the_package(folder: Path) -> None:
    assert mypy_lines(folder, "-p", "sdk") == set()


def test_pyright_sees_them_with_the_package(folder: Path) -> None:
    assert pyright_lines(folder, "sdk") == set()


def test_the_example_of_the_documentation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (text,) = markdown.blocks(SPEC / "README.md", "python")
    shutil.copytree(SPEC / "intercom", tmp_path / "intercom")
    (tmp_path / "intercom" / "extensions").mkdir(exist_ok=True)
    wanted = RunOptions(
        source=tmp_path / "intercom",
        package="documented",
        targets=("python",),
        out=tmp_path / "out",
    )
    file = tmp_path / "intercom" / "extensions" / "notes.py"
    file.write_text(text.replace("intercom_sdk", "documented"))
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    monkeypatch.syspath_prepend(tmp_path / "out")
    module: Any = importlib.import_module("documented")
    page = {"type": "list", "data": [{"id": "7"}], "total_count": 1, "pages": None}
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=page))
    client = module.Intercom(token="t", http_client=httpx2.Client(transport=transport))
    assert client.notes.latest("1").id == "7"

    async def main() -> None:
        own = httpx2.AsyncClient(transport=transport)
        async with module.AsyncIntercom(token="t", http_client=own) as twin:
            assert (await twin.notes.latest("1")).id == "7"

    asyncio.run(main())
    listed = (tmp_path / "out" / "api.md").read_text("utf-8")
    assert "| `latest(contact_id)` |" in listed


PETS = "from sdk.resources.pets import Pets\n"
REFUSED: list[tuple[str, str, str, tuple[int, int]]] = [
    ("pets.py", "class X(", "extension-syntax", (1, 8)),
    ("pets.py", "\0", "extension-syntax", (1, 1)),
    (
        "dogs.py",
        "from sdk.resources.dogs import Dogs\n\nclass X(Dogs): ...\n",
        "extension-resource",
        (3, 1),
    ),
    (
        "pets.py",
        "from sdk.resources import pets\nclass X(pets.Pet): ...\n",
        "extension-resource",
        (2, 1),
    ),
    (
        "pets.py",
        "import sdk.resources.petz as p\nclass X(p.Pets): ...\n",
        "extension-resource",
        (2, 1),
    ),
    (
        "pets.py",
        "from .resources.petz import Pets as P\nclass X(P): ...\n",
        "extension-resource",
        (2, 1),
    ),
    (
        "deep/pets.py",
        "from ..resources.petz import Pets as P\nclass X(P): ...\n",
        "extension-resource",
        (2, 1),
    ),
    (
        "pets.py",
        PETS + "class X(Pets):\n    def list(self): ...\n",
        "extension-override",
        (3, 5),
    ),
    (
        "pets.py",
        PETS + "class X(Pets):\n    async def get(self): ...\n",
        "extension-override",
        (3, 5),
    ),
    (
        "pets.py",
        PETS + "class X(Pets):\n    @property\n    def toys(self): ...\n",
        "extension-override",
        (4, 5),
    ),
    (
        "pets.py",
        PETS + "class X(Pets):\n    list = None\n",
        "extension-override",
        (3, 5),
    ),
    (
        "pets.py",
        PETS + "class X(Pets):\n    get: int = 1\n",
        "extension-override",
        (3, 5),
    ),
    (
        "pets.py",
        PETS + "class X(Pets): ...\nclass Y(Pets): ...\n",
        "extension-twice",
        (3, 1),
    ),
    ("models.py", "", "extension-file", (1, 1)),
    *(
        (f"{name}.py", "", "extension-file", (1, 1))
        for name in sorted({*ALWAYS_OFFERED, *OFFERED_IF_USED, "parse_event", "verify"})
        if name.islower()
    ),
    ("_webhooks.py", "", "extension-file", (1, 1)),
    ("__init__.py", "", "extension-file", (1, 1)),
    ("_runtime/mine.py", "", "extension-file", (1, 1)),
    ("resources/mine.py", "", "extension-file", (1, 1)),
    ("aux.py", "", "extension-file", (1, 1)),
    ("two words.py", "", "extension-file", (1, 1)),
]


@pytest.mark.parametrize(("path", "text", "code", "where"), REFUSED)
def test_what_is_refused(
    tmp_path: Path, path: str, text: str, code: str, where: tuple[int, int]
) -> None:
    shop = tmp_path / "shop"
    file = shop / "extensions" / path
    file.parent.mkdir(parents=True)
    (shop / "openapi.yaml").write_bytes((CASE / "openapi.yaml").read_bytes())
    file.write_text(text)
    notebook = Notebook()
    wanted = RunOptions(source=shop, package="sdk", out=tmp_path / "out")
    run = Run(Progress())
    run.notebook = notebook
    with pytest.raises(Failed):
        pipeline.generate(config.read(wanted, notebook), run)
    (found,) = [one for one in notebook.findings if one.code.startswith("extension-")]
    assert found.code == code
    assert found.place == Spot(str(file), "", *where)
    assert not (tmp_path / "out").exists()


FINE = [
    # What says that it overrides, what hides nothing, and what is no resource's.
    PETS + "class X(Pets):\n    @override\n    def list(self): ...\n",
    PETS + "class X(Pets):\n    @typing.override\n    def list(self): ...\n",
    PETS + "class X(Pets):\n    def more(self): ...\n",
    PETS + "class X:\n    pets = Pets\n    def list(self): ...\n",
    "from other.resources.dogs import Dogs\nclass X(Dogs):\n    def list(self): ...\n",
    "from typing import Generic as G\nclass X(G[int]): ...\n",
]


@pytest.mark.parametrize("text", FINE)
def test_what_is_fine(tmp_path: Path, text: str) -> None:
    shop = tmp_path / "shop"
    (shop / "extensions" / "__pycache__").mkdir(parents=True)
    (shop / "extensions" / "__pycache__" / "pets.pyc").write_bytes(b"\xff")
    (shop / "extensions" / ".hidden").write_bytes(b"\xff")
    (shop / "openapi.yaml").write_bytes((CASE / "openapi.yaml").read_bytes())
    (shop / "extensions" / "pets.py").write_text(text)
    wanted = RunOptions(source=shop, package="sdk", out=tmp_path / "out")
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    assert (tmp_path / "out" / "sdk" / "pets.py").read_text() == text
    assert not list((tmp_path / "out" / "sdk").glob("*pycache*"))
