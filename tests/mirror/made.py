"""Pages, and what a report counts of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intercom_sdk.external_pages import MirrorReport, SourcePage

SOURCE = 44
Mirror = Callable[..., MirrorReport]


def page(name: str, html: str = "<p>1</p>", **more: Any) -> SourcePage:
    return SourcePage(external_id=name, title=name.title(), html=html, **more)


def counts(report: MirrorReport) -> tuple[int, int, int, int, int]:
    done = (report.created, report.updated, report.unchanged, report.deleted)
    return (*done, len(report.failed))
