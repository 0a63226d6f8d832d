"""What the API answers with."""

from __future__ import annotations

from msgspec import field

from .._runtime.json.model import Maybe, OpenModel


class Settings(OpenModel):
    """What the API calls `Settings`."""

    name: Maybe[str] = None
    additional: dict[str, int] = field(default_factory=lambda: {})
    """Further properties."""


class Rest(OpenModel, additional="additional_properties"):
    """What the API calls `Rest`."""

    additional: Maybe[str] = None
    additional_properties: dict[str, int] = field(default_factory=lambda: {})
    """Further properties."""


class SettingsWithEtag(Settings):
    """A `Settings` with `etag`."""

    etag: Maybe[str] = None


class RestWithEtag(Rest, additional="additional_properties"):
    """A `Rest` with `etag`."""

    etag: Maybe[str] = None
