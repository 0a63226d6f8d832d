"""What callers nest in requests: plain dicts, typed."""

# Of what is deprecated the package names its own.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypeAlias, TypedDict

from ._runtime.deprecation import deprecated


class HolderParams(TypedDict):
    """A holder. Other than a member it needs no name.

    1 or more properties, `email` needs `phone`, never `email` with `zz`, if
    `{"properties": {"email": {"const": "a"}}}`, then `{"required": ["phone"]}`, needs
    at least one of `email`, `phone` with `tags`.
    """

    email: NotRequired[str]
    """Format `email`."""
    phone: NotRequired[str]
    """20 or fewer characters."""
    tags: NotRequired[TagsParams]


class TagParams(TypedDict):
    """What the API calls `Tag`."""

    label: NotRequired[str]


@deprecated("`MailParams` is deprecated", category=None)
class MailParams(TypedDict):
    """What the API calls `Mail`.

    Deprecated. DependentSchemas `{"email": {"properties": {"label": {"type":
    "null"}}}}`.

    See https://constraints.example/mail
    """

    email: str
    label: NotRequired[None]


TagsParams: TypeAlias = Mapping[str, Any]
"""Tags by name.

Names like `^x-` hold `Tag`. Each name: pattern `"^[a-z]+$"`, 9 or fewer characters.

See https://constraints.example/tags
"""

ChangeParams: TypeAlias = TagParams | MailParams
"""Either half of a holder.

Deprecated. Never `email` with `label`.
"""
