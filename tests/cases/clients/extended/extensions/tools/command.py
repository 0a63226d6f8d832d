"""A command that the package brings."""

from ..formatting import shout


def main() -> None:
    """Print something."""
    print(shout("pets"))
