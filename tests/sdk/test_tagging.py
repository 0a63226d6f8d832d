"""The hand-written methods of tags: what each of them sends, with both clients."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom, errors
from intercom_sdk.testing import FakeIntercom

COMPANIES = {
    "name": "VIP",
    "companies": [{"id": "c1"}, {"id": "c2"}],
}
WANT = [
    ("tag_companies", ["c1", "c2"], COMPANIES),
    (
        "untag_companies",
        ("c1",),
        {"name": "VIP", "companies": [{"id": "c1", "untag": True}]},
    ),
    ("tag_contacts", ["u1"], {"name": "VIP", "users": [{"id": "u1"}]}),
    ("tag_contacts", [], {"name": "VIP", "users": []}),
]


@pytest.mark.parametrize(("method", "ids", "body"), WANT)
def test_tags_are_put_on_and_taken_off(method: str, ids: Any, body: Any) -> None:
    fake = FakeIntercom()

    async def call() -> str:
        async with AsyncIntercom(token="t", transport=fake) as client:
            saved = await getattr(client.tags, method)("VIP", ids)
            return str(saved.name)

    with Intercom(token="t", transport=fake) as client:
        assert getattr(client.tags, method)("VIP", ids).name == "VIP"
    assert asyncio.run(call()) == "VIP"
    assert [(each.method, each.path) for each in fake.calls] == [("POST", "/tags")] * 2
    assert [each.body for each in fake.calls] == [body] * 2


@pytest.mark.parametrize("method", ["tag_companies", "untag_companies", "tag_contacts"])
def test_one_text_is_no_list_of_ids(method: str) -> None:
    fake = FakeIntercom()
    with (
        Intercom(token="t", transport=fake) as client,
        pytest.raises(errors.ArgumentError, match="_ids: a list belongs here, not str"),
    ):
        getattr(client.tags, method)("VIP", "c1")
    assert fake.calls == []
