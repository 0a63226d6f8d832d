"""A module of the package that extends nothing."""

CALM = 0


def shout(text: str) -> str:
    """The text in capitals."""
    return text.upper()


class Voice:
    """A voice."""
