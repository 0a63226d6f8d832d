"""Jobs with notes and AI content."""

from __future__ import annotations

from intercom_sdk import Intercom


def leave_note(client: Intercom, contact_id: str, admin_id: int) -> str:
    return client.notes.create(contact_id, body="Hello", admin_id=admin_id).id


def list_notes(client: Intercom, contact_id: str) -> list[str]:
    return [note.id for note in client.notes.list(contact_id)]


def add_source_with_page(client: Intercom, url: str) -> str:
    source = client.content_import_sources.create(url=url)
    page = client.external_pages.create(
        title="Returns",
        html="<p>Within 30 days.</p>",
        source_id=source.id,
        external_id="returns",
    )
    return page.id


def list_pages(client: Intercom) -> list[str]:
    return [page.id for page in client.external_pages.list()]
