"""Names that are the package's own business, in a module that isn't listed."""

FIRST = "tom"


def count() -> int:
    """How many there are."""
    return 1
