"""Everyday jobs that write, over the package of the published preview and an overlay."""

from __future__ import annotations

import pytest
from recording_server import Answer, Recorded

from tests.sdk.workflows.conftest import Outcome

pytestmark = pytest.mark.slow


def test_an_article_is_translated_published_and_deleted(outcome: Outcome) -> None:
    def article(request: Recorded) -> Answer:
        return Answer({"type": "article", "id": "5"})

    id, sent = outcome(article, "articles_and_events.translate_article")
    assert id == "5"
    assert [(one.method, one.path) for one in sent] == [
        ("POST", "/articles"),
        ("PUT", "/articles/5"),
        ("DELETE", "/articles/5"),
    ]
    draft = {"author_id": 1, "state": "draft"}
    assert sent[0].json == {
        "title": "Hello",
        **draft,
        "translated_content": {
            "fr": {"title": "Bonjour", **draft},
            "pt-BR": {"title": "Oi", **draft},
        },
    }
    assert sent[1].json == {"state": "published"}


def test_an_event_has_rich_metadata(outcome: Outcome) -> None:
    done = Answer(None, 202)
    nothing, (sent,) = outcome(lambda _: done, "articles_and_events.submit_event")
    assert nothing is None
    assert (sent.method, sent.path) == ("POST", "/events")
    assert sent.json == {
        "event_name": "ordered",
        "created_at": 1734480000,
        "user_id": "314159",
        "metadata": {
            "price": {"currency": "usd", "amount": 12999},
            "order": {"url": "https://shop.example/1", "value": "1"},
            "paid": True,
        },
    }
