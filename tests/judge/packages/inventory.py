"""Whether a package has the operations of its document, and no others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

# A method and a path, as the document writes it.
Key: TypeAlias = tuple[str, str]


def missing(
    declared: Sequence[Key], made: Collection[Key], refused: int
) -> tuple[str, ...]:
    """Each operation that the package lacks, though the generator says that it is there.

    Args:
        declared: The operations of the document.
        made: The operations of the package.
        refused: How many operations the generator says that it has refused.
    """
    lacking = [key for key in dict.fromkeys(declared) if key not in made]
    if len(lacking) <= refused:
        return ()
    said = f"the package doesn't have it, and {refused or 'none'} were refused"
    return tuple(f"{' '.join(key)}: {said}" for key in lacking)


def invented(declared: Collection[Key], made: Collection[Key]) -> tuple[str, ...]:
    """Each operation of the package that the document doesn't have."""
    said = "the package has it, and the document doesn't"
    return tuple(f"{' '.join(key)}: {said}" for key in made if key not in declared)
