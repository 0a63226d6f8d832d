"""The bodies that the benchmark server answers with."""

from __future__ import annotations

import json
from typing import Any

BODY = (
    "<p>Asked about the invoice of last month; wants it split by department.</p> " * 2
)


def note(number: int) -> dict[str, Any]:
    """One note, about as large as the API's."""
    return {
        "type": "note",
        "id": str(17495962 + number),
        "created_at": 1674589321 + number,
        "contact": {"type": "contact", "id": f"{number:024x}"},
        "author": {
            "type": "admin",
            "id": str(991267568 + number % 7),
            "name": "Ada Lovelace",
            "email": "ada@example.com",
            "job_title": "Associate",
            "away_mode_enabled": False,
            "away_mode_reassign": False,
            "has_inbox_seat": True,
            "team_ids": [814865, 814866],
            "avatar": "https://static.example.com/avatars/128.png",
            "team_priority_level": {
                "primary_team_ids": [814865],
                "secondary_team_ids": [814866],
            },
        },
        "body": BODY,
    }


def drifting(number: int) -> dict[str, Any]:
    """A note that departs from its description in four places: text or null for other types."""
    sent = note(number)
    sent["created_at"] = str(sent["created_at"])
    sent["body"] = None
    sent["author"] |= {"has_inbox_seat": "yes", "team_ids": None}
    return sent


def page(notes: list[dict[str, Any]]) -> bytes:
    """A page of notes."""
    pages = {
        "type": "pages",
        "next": None,
        "page": 1,
        "per_page": 50,
        "total_pages": 1,
    }
    return json.dumps(
        {"type": "list", "data": notes, "total_count": 50, "pages": pages}
    ).encode()


NOTE: bytes = json.dumps(note(0)).encode()
NOTES: bytes = page([note(number) for number in range(50)])
DRIFTING: bytes = page([drifting(number) for number in range(50)])
ONE_IN_FIVE: bytes = page(
    [note(number) if number % 5 else drifting(number) for number in range(50)]
)
# A page whose cursor is to be set: any number of them, each with another cursor.
CURSOR: bytes = b"@cursor"
ENDLESS: bytes = NOTES.replace(
    b'"next": null', b'"next": {"per_page": 50, "starting_after": "%s"}' % CURSOR
)
NO_NOTES: bytes = b'{"type": "list", "data": [], "total_count": 0, "pages": null}'
