"""Where a union stands, and what it is called, for findings about it."""

from __future__ import annotations

from generator.diagnostics import Place

_SCHEMAS = ("schemas", "definitions")


def subject_of(place: Place, name: str = "") -> str:
    """What stands at a place: a property, else what has the name.

    Args:
        place: Where the union was written.
        name: What it is called where it has a name of its own, else "".
    """
    tokens = [
        token.replace("~1", "/").replace("~0", "~")
        for token in place.pointer.split("/")[1:]
    ]
    holder, properties = "", list[str]()
    at = 0
    while at < len(tokens) - 1:
        if tokens[at] == "properties":
            properties.append(tokens[at + 1])
            at += 1
        elif tokens[at] in _SCHEMAS and not properties:
            holder = tokens[at + 1]
            at += 1
        at += 1
    if properties:
        of = f" of `{holder}`" if holder else ""
        return f"the property `{'.'.join(properties)}`{of}"
    return f"`{name or holder}`" if name or holder else "a union"
