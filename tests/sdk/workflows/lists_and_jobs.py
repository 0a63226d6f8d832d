"""Everyday jobs with lists and exports, as users of the preview's package write them."""

from __future__ import annotations

from pathlib import Path

from intercom_preview import AsyncIntercomPreview, IntercomPreview, stream


def list_contacts(client: IntercomPreview) -> list[str | None]:
    return [contact.id for contact in client.contacts.list()]


async def list_contacts_async(client: AsyncIntercomPreview) -> list[str | None]:
    return [contact.id async for contact in client.contacts.list()]


def count_contacts(client: IntercomPreview) -> int:
    return client.contacts.list().total()


async def count_contacts_async(client: AsyncIntercomPreview) -> int:
    return await client.contacts.list().total()


def all_companies(client: IntercomPreview) -> list[str | None]:
    companies = client.companies.scroll_over_all_companies()
    return [company.id for company in companies]


async def all_companies_async(client: AsyncIntercomPreview) -> list[str | None]:
    companies = client.companies.scroll_over_all_companies()
    return [company.id async for company in companies]


def updated_since(client: IntercomPreview, moment: int) -> list[str | None]:
    found = client.conversations.search(
        query={"field": "updated_at", "operator": ">", "value": moment}, per_page=2
    )
    return [conversation.id for conversation in found]


async def updated_since_async(
    client: AsyncIntercomPreview, moment: int
) -> list[str | None]:
    found = client.conversations.search(
        query={"field": "updated_at", "operator": ">", "value": moment}, per_page=2
    )
    return [conversation.id async for conversation in found]


def export_content(
    client: IntercomPreview, since: int, until: int, path: Path
) -> tuple[str, int]:
    job = client.content_exports.create_and_wait(
        created_at_after=since, created_at_before=until
    )
    with stream(client.content_exports.download, job.job_identifier) as download:
        size = download.save(path)
    return job.job_identifier, size


async def export_content_async(
    client: AsyncIntercomPreview, since: int, until: int, path: Path
) -> tuple[str, int]:
    job = await client.content_exports.create_and_wait(
        created_at_after=since, created_at_before=until
    )
    exports = client.content_exports
    async with await stream(exports.download, job.job_identifier) as download:
        size = await download.save(path)
    return job.job_identifier, size


def go_on(client: IntercomPreview, job_identifier: str) -> str | None:
    job = client.content_exports.wait(job_identifier, deadline=60, on_progress=print)
    return job.status


async def go_on_async(client: AsyncIntercomPreview, job_identifier: str) -> str | None:
    job = await client.content_exports.wait(
        job_identifier, deadline=60, on_progress=print
    )
    return job.status
