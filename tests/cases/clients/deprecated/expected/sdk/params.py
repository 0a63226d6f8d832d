"""What callers nest in requests: plain dicts, typed."""

# Of what is deprecated the package names its own.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

from typing import NotRequired, TypedDict

from ._models.notes import Box
from ._runtime.deprecation import deprecated


@deprecated("`BoxParams` is deprecated", category=None)
class BoxParams(TypedDict):
    """Where it lies.

    Deprecated.
    """

    size: int
    inner: NotRequired[Box | BoxParams]
    """Deprecated."""
