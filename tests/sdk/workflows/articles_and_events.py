"""Everyday jobs with articles and events, as users of the preview's package write them."""

from __future__ import annotations

from datetime import UTC, datetime

from intercom_preview import AsyncIntercomPreview, IntercomPreview


def translate_article(client: IntercomPreview) -> str | None:
    article = client.articles.create(
        title="Hello",
        author_id=1,
        state="draft",
        translated_content={
            "fr": {"title": "Bonjour", "author_id": 1, "state": "draft"},
            "pt-BR": {"title": "Oi", "author_id": 1, "state": "draft"},
        },
    )
    client.articles.update(article.id or "", state="published")
    return client.articles.delete(article.id or "").id


async def translate_article_async(client: AsyncIntercomPreview) -> str | None:
    article = await client.articles.create(
        title="Hello",
        author_id=1,
        state="draft",
        translated_content={
            "fr": {"title": "Bonjour", "author_id": 1, "state": "draft"},
            "pt-BR": {"title": "Oi", "author_id": 1, "state": "draft"},
        },
    )
    await client.articles.update(article.id or "", state="published")
    return (await client.articles.delete(article.id or "")).id


def submit_event(client: IntercomPreview) -> None:
    client.data_events.create(
        event_name="ordered",
        created_at=datetime(2024, 12, 18, tzinfo=UTC),
        user_id="314159",
        metadata={
            "price": {"currency": "usd", "amount": 12999},
            "order": {"url": "https://shop.example/1", "value": "1"},
            "paid": True,
        },
    )


async def submit_event_async(client: AsyncIntercomPreview) -> None:
    await client.data_events.create(
        event_name="ordered",
        created_at=datetime(2024, 12, 18, tzinfo=UTC),
        user_id="314159",
        metadata={
            "price": {"currency": "usd", "amount": 12999},
            "order": {"url": "https://shop.example/1", "value": "1"},
            "paid": True,
        },
    )
