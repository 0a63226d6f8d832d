"""Run as `python -I .../arbiter LIBRARY SOCKET`, LIBRARY being `openapi` or `swagger`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

if __name__ == "__main__":
    # Last, so that nothing beside the generator hides what the libraries need.
    sys.path.append(str(Path(__file__).parents[4]))
    import_module("tests.judge.wire.arbiter.server").main(*sys.argv[1:])
