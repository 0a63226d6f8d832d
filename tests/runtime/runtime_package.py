"""Makes the runtime importable as a package of its own, `sdk_runtime`, where it lies."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"


def _install() -> None:
    if "sdk_runtime" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "sdk_runtime",
        _RUNTIME / "__init__.py",
        submodule_search_locations=[str(_RUNTIME)],
    )
    assert spec is not None
    assert spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["sdk_runtime"] = package
    spec.loader.exec_module(package)


_install()
