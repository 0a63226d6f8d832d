"""A module of the package that extends nothing."""

CALM = 0


def shout(text: str) -> str:
    """The text in capitals."""
    return text.upper()


def arranged(first: str, /, *more: str, end: str = "", **others: str) -> str:
    """Texts in a row."""
    return " ".join([first, *more, *others.values(), end])


class Voice:
    """A voice."""
