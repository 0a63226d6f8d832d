"""Everyday jobs with lists and exports, as users of the preview's package write them."""

from __future__ import annotations

from pathlib import Path

from intercom_preview import AsyncIntercomPreview, IntercomPreview, stream


def count_contacts(client: IntercomPreview) -> int:
    return client.contacts.list().total()


async def count_contacts_async(client: AsyncIntercomPreview) -> int:
    return await client.contacts.list().total()


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
