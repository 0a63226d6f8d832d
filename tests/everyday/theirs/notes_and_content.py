"""Jobs with notes and AI content."""

from __future__ import annotations

from intercom import Intercom


def leave_note(client: Intercom, contact_id: str, admin_id: int) -> str:
    note = client.notes.create(contact_id, body="Hello", admin_id=str(admin_id))
    return note.id


def list_notes(client: Intercom, contact_id: str) -> list[str]:
    return [note.id for note in client.notes.list(contact_id)]


def add_source_with_page(client: Intercom, url: str) -> str:
    source = client.ai_content.create_content_import_source(url=url)
    page = client.ai_content.create_external_page(
        title="Returns",
        html="<p>Within 30 days.</p>",
        source_id=source.id,
        external_id="returns",
    )
    return page.id


def list_pages(client: Intercom) -> list[str]:
    return [page.id for page in client.ai_content.list_external_pages().data]
