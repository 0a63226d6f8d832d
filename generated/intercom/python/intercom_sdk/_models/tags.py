"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class SavedTag(Model, kw_only=True):
    """A tag, and what it was put on or taken off."""

    type: str
    """Always `tag`."""
    id: str
    """The tag's id."""
    name: str
    """What the tag says."""
    users: list[Tagged] | None = None
    """The contacts; versions before 2.16 don't have this."""
    companies: list[Tagged] | None = None
    """The companies; versions before 2.16 don't have this."""


class Tagged(Model, kw_only=True):
    """Whether a tag is on something."""

    id: str
    """The id of what it is on."""
    tagged: Maybe[bool] = None
    """Whether it is on it now."""
