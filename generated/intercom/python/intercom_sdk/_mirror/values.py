"""What a mirror takes and gives: pages, progress, the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

import msgspec

from .._runtime.argument_checks import check_text
from .._runtime.errors import APIError, ArgumentError
from .._runtime.json.plain_data import UnknownValue
from .._runtime.request.request_options import OMIT, Omit


class MirrorError(APIError):
    """The journal can't be used: another run has it open, it is no journal, or its disk is full."""


class Content(TypedDict):
    """What is sent of a page, as `external_pages.create` takes it."""

    external_id: str
    title: str
    html: str
    locale: Literal["en"] | UnknownValue
    url: str | Omit | None
    ai_agent_availability: bool | Omit
    ai_copilot_availability: bool | Omit


class SourcePage(msgspec.Struct, frozen=True, kw_only=True):
    """A page where it comes from; its members are the arguments of `external_pages.create`.

    Args:
        external_id: The page's id where it comes from, unique within the source.
        title: The page's title.
        html: The page's content, in HTML.
        url: Where readers find the page; without it Fin gives no link.
        locale: The page's language.
        ai_agent_availability: Whether the AI agent may answer from the page.
        ai_copilot_availability: Whether the copilot may answer from the page.

    Raises:
        ArgumentError: One of the first three isn't text, or the id is empty or no Unicode.
    """

    external_id: str
    title: str
    html: str
    url: str | Omit | None = OMIT
    locale: Literal["en"] | UnknownValue = "en"
    ai_agent_availability: bool | Omit = OMIT
    ai_copilot_availability: bool | Omit = OMIT

    def __post_init__(self) -> None:
        for name in ("external_id", "title", "html"):
            check_text(name, getattr(self, name))
        if not self.external_id:
            raise ArgumentError("must not be empty", member="external_id")
        try:
            self.external_id.encode()
        except UnicodeEncodeError as error:
            raise ArgumentError("must be Unicode", member="external_id") from error

    def content(self) -> Content:
        """What is sent of it."""
        return Content(
            external_id=self.external_id,
            title=self.title,
            html=self.html,
            locale=self.locale,
            url=self.url,
            ai_agent_availability=self.ai_agent_availability,
            ai_copilot_availability=self.ai_copilot_availability,
        )

    def digest(self, more: Mapping[str, object]) -> bytes:
        """The SHA-256 of what is sent, the same only while all of it is; `more` is sent, too."""
        # Whoever creates single pages needs neither.
        import hashlib
        import json

        sent = {key: one for key, one in self.content().items() if one is not OMIT}
        sent |= more
        # What can't be sent has a digest as well, and is refused when it is.
        try:
            text = json.dumps(dict(sorted(sent.items())), default=repr)
        except (TypeError, ValueError):
            text = repr(sent)
        return hashlib.sha256(text.encode()).digest()


class PageFailure(msgspec.Struct, frozen=True):
    """A page that isn't as it should be on the server after the run.

    Args:
        external_id: The page's id where it comes from.
        reason: What happened.
        error: The error that said so.
    """

    external_id: str
    reason: str
    error: APIError


class MirrorProgress(msgspec.Struct, frozen=True, kw_only=True):
    """How many pages a run has dealt with, by what became of them.

    Args:
        created: Those that are new on the server.
        updated: Those that were there, with other content.
        unchanged: Those that the journal knows with the same content; they weren't sent.
        deleted: Those that were removed, since the source hasn't got them any more.
        failed: Those that the server refused.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    deleted: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.created + self.updated + self.unchanged + self.deleted + self.failed

    def __str__(self) -> str:
        return ", ".join(
            f"{getattr(self, name)} {name}" for name in self.__struct_fields__
        )


class MirrorReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a complete run came to.

    Args:
        created: How many pages are new on the server.
        updated: How many were there, with other content.
        unchanged: How many the journal knows with the same content; they weren't sent.
        deleted: How many were removed, since the source hasn't got them any more.
        failed: Those that the server refused, with the reasons.
        missing: The external ids that the journal of this source has and the run hadn't, sorted;
            none after `on_missing="delete"`.
    """

    created: int
    updated: int
    unchanged: int
    deleted: int
    failed: tuple[PageFailure, ...]
    missing: tuple[str, ...]
