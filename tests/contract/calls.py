"""Every operation once, as our clients and the official one call it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from intercom import Intercom as Official
from intercom_sdk import AsyncIntercom, Intercom

CONTACT = "67506132d5eefd6f04e7d08e"
COMPANY = "6762f09a1bb69f9f2193bb34"


class Call(NamedTuple):
    """One call: the request line it must make, ours, and the official client's.

    `ours` takes either of our clients: what it returns is a value, an awaitable or a pager.
    `official` is None where the official client has no such method.
    """

    line: str
    ours: Callable[[Any], Any]
    official: Callable[[Official], Any] | None


CALLS: tuple[Call, ...] = (
    Call(
        f"GET /contacts/{CONTACT}/notes",
        lambda client: client.notes.list(CONTACT, page=1, per_page=50),
        lambda client: list(client.notes.list(CONTACT, page=1, per_page=50)),
    ),
    Call(
        f"POST /contacts/{CONTACT}/notes",
        lambda client: client.notes.create(CONTACT, body="Hello", admin_id=991267584),
        lambda client: client.unstable.notes.create_note(
            CONTACT,  # type: ignore[arg-type]  # the official signature says int; ids are hex
            body="Hello",
            admin_id=991267584,  # type: ignore[arg-type]  # and str here, where ints are documented
        ),
    ),
    Call(
        "GET /notes/34",
        lambda client: client.notes.retrieve("34"),
        lambda client: client.notes.find(34),
    ),
    Call(
        f"GET /companies/{COMPANY}/notes",
        lambda client: client.notes.list_for_company(COMPANY),
        lambda client: client.unstable.notes.list_company_notes(COMPANY),
    ),
    Call(
        f"POST /companies/{COMPANY}/notes",
        lambda client: client.notes.create_for_company(COMPANY, body="Hello"),
        None,
    ),
    Call(
        "GET /ai/content_import_sources",
        lambda client: client.content_import_sources.list(),
        lambda client: client.ai_content.list_content_import_sources(),
    ),
    Call(
        "POST /ai/content_import_sources",
        lambda client: client.content_import_sources.create(
            sync_behavior="api", url="https://help.example.com", status="active"
        ),
        lambda client: client.ai_content.create_content_import_source(
            url="https://help.example.com", status="active"
        ),
    ),
    Call(
        "GET /ai/content_import_sources/44",
        lambda client: client.content_import_sources.retrieve(44),
        lambda client: client.ai_content.get_content_import_source("44"),
    ),
    Call(
        "PUT /ai/content_import_sources/44",
        lambda client: client.content_import_sources.update(
            44, sync_behavior="manual", url="https://help.example.com"
        ),
        lambda client: client.ai_content.update_content_import_source(
            "44", sync_behavior="manual", url="https://help.example.com"
        ),
    ),
    Call(
        "DELETE /ai/content_import_sources/44",
        lambda client: client.content_import_sources.delete(44),
        lambda client: client.ai_content.delete_content_import_source("44"),
    ),
    Call(
        "GET /ai/external_pages",
        lambda client: client.external_pages.list(),
        lambda client: client.ai_content.list_external_pages(),
    ),
    Call(
        "POST /ai/external_pages",
        lambda client: client.external_pages.create(
            title="Returning an order",
            html="<p>Within 30 days.</p>",
            locale="en",
            source_id=44,
            external_id="returns",
            url="https://help.example.com/returns",
            ai_agent_availability=True,
        ),
        lambda client: client.ai_content.create_external_page(
            title="Returning an order",
            html="<p>Within 30 days.</p>",
            source_id=44,
            external_id="returns",
            url="https://help.example.com/returns",
            ai_agent_availability=True,
        ),
    ),
    Call(
        "GET /ai/external_pages/21",
        lambda client: client.external_pages.retrieve("21"),
        lambda client: client.ai_content.get_external_page("21"),
    ),
    Call(
        "PUT /ai/external_pages/21",
        lambda client: client.external_pages.update(
            "21",
            title="Returning an order",
            html="<p>Within 60 days.</p>",
            url="https://help.example.com/returns",
            locale="en",
            source_id=44,
            fin_availability=True,
        ),
        lambda client: client.ai_content.update_external_page(
            "21",
            title="Returning an order",
            html="<p>Within 60 days.</p>",
            url="https://help.example.com/returns",
            source_id=44,
            fin_availability=True,
        ),
    ),
    Call(
        "DELETE /ai/external_pages/21",
        lambda client: client.external_pages.delete("21"),
        lambda client: client.ai_content.delete_external_page("21"),
    ),
)


def run(call: Call, client: Intercom) -> Any:
    """Make the call and take everything a pager gives."""
    result = call.ours(client)
    return (
        list(result)
        if hasattr(result, "__iter__") and hasattr(result, "pages")
        else result
    )


async def run_async(call: Call, client: AsyncIntercom) -> Any:
    """The same with the asynchronous client."""
    result = call.ours(client)
    if hasattr(result, "__aiter__"):
        return [item async for item in result]
    return await result
