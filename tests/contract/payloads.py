"""Answers of the right shape for every operation: the payloads that the API reference prints."""

from __future__ import annotations

from typing import Any

NOTE: dict[str, Any] = {
    "type": "note",
    "id": "34",
    "created_at": 1733321010,
    "contact": {"type": "contact", "id": "67506132d5eefd6f04e7d08e"},
    "author": {
        "type": "admin",
        "id": "991267584",
        "name": "Ciaran124 Lee",
        "email": "admin124@email.com",
        "away_mode_enabled": False,
        "away_mode_reassign": False,
    },
    "body": "<p>Hello</p>",
}
LONG_NOTE: dict[str, Any] = {
    "type": "note",
    "id": "17495962",
    "created_at": 1674589321,
    "contact": {"type": "string", "id": "214656d0c743eafcfde7f248"},
    "author": {
        "type": "admin",
        "id": "1295",
        "name": "Joe Example",
        "email": "jdoe@example.com",
        "job_title": "Associate",
        "away_mode_enabled": False,
        "away_mode_reassign": False,
        "has_inbox_seat": True,
        "team_ids": [814865],
        "avatar": "https://picsum.photos/200/300",
        "team_priority_level": {
            "primary_team_ids": [814865],
            "secondary_team_ids": None,
        },
    },
    "body": "<p>Text for the note.</p>",
}
SHORT_NOTE: dict[str, Any] = {
    "type": "note",
    "id": "37",
    "created_at": 1732630192,
    "contact": {"type": "contact", "id": "675062b0d5eefd6f04e7d14a"},
    "author": {
        "type": "admin",
        "id": "991267857",
        "name": "Ciaran339 Lee",
        "email": "admin339@email.com",
        "away_mode_enabled": False,
        "away_mode_reassign": False,
    },
    "body": "<p>This is a note.</p>",
}
NOTES: dict[str, Any] = {
    "type": "list",
    "data": [NOTE, LONG_NOTE, SHORT_NOTE],
    "total_count": 3,
    "pages": {
        "type": "pages",
        "next": None,
        "page": 1,
        "per_page": 50,
        "total_pages": 1,
    },
}
CREATE_NOTE: dict[str, Any] = {
    "contact_id": "67506132d5eefd6f04e7d08e",
    "admin_id": 991267584,
    "body": "Hello",
}
SOURCE: dict[str, Any] = {
    "type": "content_import_source",
    "id": 44,
    "url": "https://help.example.com",
    "sync_behavior": "api",
    "status": "active",
    "audience_ids": [5678],
    "last_synced_at": 1734537265,
    "created_at": 1734537265,
    "updated_at": 1734537265,
}
PAGE: dict[str, Any] = {
    "type": "external_page",
    "id": "21",
    "title": "Returning an order",
    "html": "<p>Within 30 days.</p>",
    "url": "https://help.example.com/returns",
    "ai_agent_availability": True,
    "ai_copilot_availability": True,
    "fin_availability": True,
    "locale": "en",
    "source_id": 44,
    "external_id": "returns",
    "created_at": 1734537269,
    "updated_at": 1734537269,
    "last_ingested_at": 1734537269,
}


def listing(
    *items: dict[str, Any], next: object = None, **pages: object
) -> dict[str, Any]:
    """One page of a list; `next` is whatever the server says leads on."""
    return {
        "type": "list",
        "data": list(items),
        "total_count": len(items),
        "pages": {"type": "pages", "next": next, "page": 1, "per_page": 50, **pages},
    }


def answer_value(method: str, path: str) -> Any:
    """The value that the API would answer this request with; None where it sends no body."""
    if "/notes" in path:
        return NOTES if method == "GET" and not path.startswith("/notes/") else NOTE
    item = SOURCE if "content_import_sources" in path else PAGE
    if method == "DELETE" and item is SOURCE:
        return None
    is_list = method == "GET" and path.rsplit("/", 1)[-1] in {
        "content_import_sources",
        "external_pages",
    }
    return listing(item) if is_list else item
