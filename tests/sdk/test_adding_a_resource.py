"""What spec/README.md shows: a new resource is one new file and its `$ref` lines."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import markdown
from recording_server import Answer, recording

ROOT = Path(__file__).parents[2]


def test_one_new_file_and_its_reference(tmp_path: Path) -> None:
    spec = tmp_path / "intercom"
    shutil.copytree(ROOT / "spec" / "intercom", spec)
    shown = markdown.blocks(ROOT / "spec" / "README.md", "yaml")
    resource, reference = [one for one in shown if one.startswith("paths:")]
    (spec / "labels.yaml").write_text(resource, "utf-8")
    root = spec / "openapi.yaml"
    text = root.read_text("utf-8")
    root.write_text(text.replace("\npaths:\n", "\n" + reference, 1), "utf-8")
    out = tmp_path / "out"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "generator", "generate", str(spec), "--out", str(out)],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
    )
    program = (
        "import os; from intercom_sdk import Intercom;"
        "print(Intercom(token='t', base_url=os.environ['URL']).labels.list().data[0].name)"
    )
    labels = {"type": "list", "data": [{"type": "label", "id": "7", "name": "VIP"}]}
    with recording(lambda _: Answer(labels)) as server:
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": str(out / "python"), "URL": server.url},
            capture_output=True,
            text=True,
        )
        assert done.stdout == "VIP\n", done.stderr
        assert [request.path for request in server.requests] == ["/labels"]
