"""`python -m intercom_sdk mirror`, where the extra `mirror` is installed."""

from __future__ import annotations

import sys
from importlib.util import find_spec

_NEEDED = ("markdown_it", "rich", "yaml")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; `arguments` are those of the process unless they are given.

    Returns: The exit code, as `--help` lists them.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        print(
            f"the command needs what the extra `mirror` has ({', '.join(missing)} is missing): "
            "pip install 'intercom-sdk[mirror]'",
            file=sys.stderr,
        )
        return 2
    # They import what was just looked for.
    from ._mirror.command import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
