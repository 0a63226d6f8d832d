"""Python environments that hold chosen distributions and nothing else, made without an index."""

from __future__ import annotations

import re
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path


def build_wheel(project: Path, folder: Path) -> Path:
    """Build the wheel of a project into a folder, with the hatchling that is installed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d"]
    subprocess.run(
        [*command, str(folder)], cwd=project, check=True, capture_output=True
    )
    (built,) = folder.glob("*.whl")
    return built


def bare(folder: Path) -> tuple[Path, Path]:
    """Make an environment with httpx2, msgspec and what they require.

    Args:
        folder: Where to make it.

    Returns:
        Its interpreter and its site-packages.
    """
    venv.create(folder, with_pip=False)
    site = next((folder / "lib").glob("python*")) / "site-packages"
    found: dict[str, metadata.Distribution] = {}
    closure("httpx2", found)
    closure("msgspec", found)
    for distribution in found.values():
        tops = {file.parts[0] for file in distribution.files or []} - {
            "..",
            "__pycache__",
        }
        for top in tops:
            (site / top).symlink_to(Path(str(distribution.locate_file(top))))
    return folder / "bin" / "python", site


def closure(name: str, found: dict[str, metadata.Distribution]) -> None:
    """Collect an installed distribution and all that it requires, extras left out."""
    if name in found:
        return
    found[name] = metadata.distribution(name)
    for requirement in found[name].requires or []:
        if "extra" in requirement.partition(";")[2]:
            continue
        try:
            closure(name_of(requirement), found)
        except metadata.PackageNotFoundError:
            # A marker leaves it out on this platform; if not, the import will say so.
            continue


def name_of(requirement: str) -> str:
    """The normalized name in a requirement such as `anyio>=4; python_version < "4"`."""
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()
