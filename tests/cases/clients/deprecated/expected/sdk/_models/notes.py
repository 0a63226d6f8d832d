"""What the API answers with."""

# Of what is deprecated the package names its own.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

from .._runtime.deprecation import deprecated
from .._runtime.json.model import Maybe, Model


class Note(Model, kw_only=True):
    """What the API calls `Note`."""

    id: str
    box: Maybe[Box] = None
    """Deprecated."""


@deprecated("`Box` is deprecated", category=None)
class Box(Model, kw_only=True):
    """Where it lies.

    Deprecated.
    """

    size: int
    inner: Maybe[Box] = None
    """Deprecated."""


class ListNotesResponse(Model, kw_only=True):
    """An object without a name in the API."""

    data: list[Note]
    next: str | None = None
