"""The SDK alone: its wheel, in an environment that has its dependencies and nothing else."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import environments
import pytest
from payloads import NOTE
from recording_server import Answer, recording

SDK = Path(__file__).parents[2] / "generated" / "intercom" / "python"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return environments.build_wheel(SDK, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_package_and_requires_what_it_imports(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (record,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        text = archive.read(record).decode()
    assert "intercom_sdk/py.typed" in names
    assert not [
        name for name in names if name.startswith(("generator", "templates", "tests"))
    ]
    required = [
        line.split()[1]
        for line in text.splitlines()
        if line.startswith("Requires-Dist") and "extra ==" not in line
    ]
    assert {environments.name_of(name) for name in required} == {
        "httpcore2",
        "httpx2",
        "msgspec",
    }


def test_it_runs_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    python, site = environments.bare(tmp_path / "env")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    program = (
        "import os, sys; from intercom_sdk import Intercom;"
        "client = Intercom(token='t', base_url=os.environ['URL']);"
        "print(client.notes.retrieve(34).id); client.close();"
        "assert 'generator' not in sys.modules and 'pytest' not in sys.modules"
    )
    with recording(lambda _: Answer(NOTE)) as server:
        environment = {"URL": server.url, "PATH": os.environ["PATH"]}
        done = subprocess.run(
            [str(python), "-I", "-c", program],
            env=environment,
            capture_output=True,
            text=True,
        )
    assert done.stdout == "34\n", done.stderr
    command = [str(python), "-I", "-m", "intercom_sdk", "mirror", ".", "--source", "x"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == (
        "the command needs what the extra `mirror` has (markdown_it, rich, yaml is missing): "
        "pip install 'intercom-sdk[mirror]'\n"
    )
