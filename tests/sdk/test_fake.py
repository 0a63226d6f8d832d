"""`intercom_sdk.testing.FakeIntercom`: what is created is kept, in both kinds of clients."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom, errors, models
from intercom_sdk.testing import FakeIntercom

SDK = Path(__file__).parents[2] / "generated" / "intercom" / "python"
PAGE: dict[str, Any] = {
    "title": "Returns",
    "html": "<p>30 days</p>",
    "locale": "en",
    "source_id": 44,
    "external_id": "r1",
}


@pytest.fixture
def fake() -> FakeIntercom:
    return FakeIntercom()


@pytest.fixture
def client(fake: FakeIntercom) -> Iterator[Intercom]:
    with Intercom(token="tok_1", transport=fake, strict=True) as made:
        yield made


def test_what_is_created_is_retrieved_and_listed(client: Intercom) -> None:
    note = client.notes.create("c1", body="<p>Hello</p>", admin_id=5)
    other = client.notes.create("c2", body="<p>Bye</p>")
    assert (note.id, other.id) == ("1", "2")
    assert (note.body, note.contact.id) == ("<p>Hello</p>", "c1")  # type: ignore[union-attr] # there
    assert client.notes.retrieve(note.id) == note
    assert [*client.notes.list("c1")] == [note]
    assert [*client.notes.list("c3")] == []
    assert [*client.notes.list_for_company("c1")] == []


def test_what_is_created_is_retrieved_and_listed_asynchronously(
    fake: FakeIntercom,
) -> None:
    async def main() -> None:
        async with AsyncIntercom(token="t", transport=fake, strict=True) as client:
            note = await client.notes.create_for_company("7", body="<p>Hello</p>")
            assert await client.notes.retrieve(note.id) == note
            assert [one async for one in client.notes.list_for_company("7")] == [note]
            with pytest.raises(errors.NotFoundError):
                await client.notes.retrieve("9")

    asyncio.run(main())
    with Intercom(token="t", transport=fake) as client:
        assert client.notes.retrieve("1").body == "<p>Hello</p>"


def test_the_descriptions_example_is_there_until_something_is_made(
    client: Intercom, fake: FakeIntercom
) -> None:
    assert [note.id for note in client.notes.list("c1")] == ["34"]
    assert client.notes.retrieve("34").body == "<p>Prefers a call in the morning.</p>"
    client.notes.create("c1", body="new")
    assert [note.id for note in client.notes.list("c1")] == ["1"]
    assert client.notes.retrieve("34").id == "34"
    fake.clear("notes")
    assert [*client.notes.list("c1")] == []
    assert fake.items("notes") == []
    assert [page.id for page in client.external_pages.list()] == ["21"]
    fake.clear()
    assert [*client.external_pages.list()] == []


def test_an_unknown_id_is_the_documents_own_error(client: Intercom) -> None:
    with pytest.raises(errors.NotFoundError) as caught:
        client.notes.retrieve("9")
    assert isinstance(caught.value.data, models.ErrorList)
    assert caught.value.errors[0].code == "not_found"
    with pytest.raises(errors.NotFoundError):
        client.content_import_sources.delete("9")


def test_a_page_is_created_updated_and_deleted(client: Intercom) -> None:
    page = client.external_pages.create(**PAGE)
    again = client.external_pages.create(**{**PAGE, "title": "Returning"})
    other = client.external_pages.create(**{**PAGE, "source_id": 45})
    assert (page.id, again.id, other.id) == ("1", "1", "2")
    assert (again.title, again.created_at) == ("Returning", page.created_at)
    assert (again.updated_at or 0) > (page.updated_at or 0)
    changed = client.external_pages.update(
        page.id, title="New", html="", url=None, locale="en", source_id=44
    )
    assert (changed.title, changed.url, changed.external_id) == ("New", None, "r1")
    assert client.external_pages.delete(page.id) == changed
    assert [one.id for one in client.external_pages.list()] == ["2"]
    with pytest.raises(errors.NotFoundError):
        client.external_pages.retrieve(page.id)


def test_a_source_has_a_number_and_members_of_its_own_type(client: Intercom) -> None:
    source = client.content_import_sources.create(
        sync_behavior="api", url="https://a.example", audience_ids=7
    )
    assert (source.id, source.audience_ids) == (1, [7])
    assert client.content_import_sources.retrieve("1") == source
    client.content_import_sources.delete("1")
    assert [*client.content_import_sources.list()] == []


@pytest.mark.parametrize(("size", "pages"), [(2, [2, 2, 1]), (5, [5]), (9, [5])])
def test_lists_are_paged_on_demand(size: int, pages: list[int]) -> None:
    fake = FakeIntercom(page_size=size)
    for number in range(5):
        fake.add("notes", {"body": str(number)}, contact_id="c1")
    client = Intercom(token="t", transport=fake, strict=True)
    found = [*client.notes.list("c1").pages()]
    assert [len([*page]) for page in found] == pages
    assert [note.body for note in client.notes.list("c1")] == list("01234")
    assert found[0].data.total_count == 5
    assert len([*client.notes.list("c1", per_page=1).pages()]) == 5
    assert next(iter(client.notes.list("c1", page=2, per_page=2))).body == "2"

    async def bodies() -> list[str]:
        async with AsyncIntercom(token="t", transport=fake) as later:
            return [note.body async for note in later.notes.list("c1")]

    assert asyncio.run(bodies()) == list("01234")


def test_calls_are_recorded_without_credentials(
    client: Intercom, fake: FakeIntercom
) -> None:
    client.notes.create("c 1/2", body="Hello")
    [*client.external_pages.list(per_page=3)]
    first, second = fake.calls
    assert (first.operation, first.method) == ("notes.create", "POST")
    assert (first.arguments, first.body) == ({"contact_id": "c 1/2"}, {"body": "Hello"})
    assert (second.operation, second.query) == (
        "external_pages.list",
        {"per_page": "3"},
    )
    assert first.headers["intercom-version"] == "Unstable"
    assert "tok_1" not in repr(fake.calls)


def test_seeds_are_kept_as_they_are(client: Intercom, fake: FakeIntercom) -> None:
    seeded = fake.add(
        "notes", {"id": "n7", "body": "b", "created_at": 5}, contact_id="c1"
    )
    assert client.notes.retrieve("n7").created_at == seeded["created_at"] == 5
    assert fake.items("notes") == [seeded]
    fake.add("external_pages", client.external_pages.retrieve("21"))
    assert [page.id for page in client.external_pages.list()] == ["21"]


def test_threads_and_tasks_share_it(fake: FakeIntercom) -> None:
    client = Intercom(token="t", transport=fake)

    def create(number: int) -> str:
        return client.notes.create("c1", body=str(number)).id

    with ThreadPoolExecutor(8) as pool:
        ids = [*pool.map(create, range(100))]

    async def later() -> list[str]:
        async with AsyncIntercom(token="t", transport=fake) as other:
            made = [other.notes.create("c1", body=str(n)) for n in range(100)]
            return [note.id for note in await asyncio.gather(*made)]

    ids += asyncio.run(later())
    assert len({*ids}) == 200
    assert [note.id for note in client.notes.list("c1")] == [
        item["id"] for item in fake.items("notes")
    ]


def test_nothing_else_loads_it() -> None:
    code = (
        "import sys, intercom_sdk\n"
        "client = intercom_sdk.Intercom('t')\nclient.notes\nclient.external_pages\n"
        "print([n for n in sys.modules if 'testing' in n and 'intercom_sdk' in n])\n"
        "from intercom_sdk import testing\n"
        "print('intercom_sdk._testing_data' in sys.modules, 'pytest' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SDK)},
    )
    assert done.stdout == "[]\nTrue False\n"


def test_what_exists_is_put_below_something_and_taken_from_it() -> None:
    fake = FakeIntercom()
    with Intercom(token="t", transport=fake, strict=True) as client:
        one, other = (client.contacts.create(role="lead").id for _ in range(2))
        tag = client.tags.create_or_update(name="VIP").id
        company = client.companies.create_or_update(company_id="k").id
        for contact in (one, other):
            assert client.contacts.add_tag(contact, tag_id=tag).name == "VIP"
        client.contacts.add_company(one, company_id=company)
        assert [each.id for each in client.contacts.list_tags(one).data] == [tag]
        assert [each.id for each in client.contacts.list_companies(one)] == [company]
        assert [*client.contacts.list_companies(other)] == []
        client.contacts.remove_tag(one, tag)
        client.contacts.remove_company(one, company)
        assert client.contacts.list_tags(one).data == []
        assert [*client.contacts.list_companies(one)] == []
        assert [each.id for each in client.contacts.list_tags(other).data] == [tag]
        # It is no longer there, but still exists.
        with pytest.raises(errors.NotFoundError):
            client.contacts.remove_tag(one, tag)
        assert client.tags.retrieve(tag).name == "VIP"
        assert client.companies.retrieve(company).company_id == "k"
        client.tags.delete(tag)
        assert client.contacts.list_tags(other).data == []


@pytest.mark.parametrize("action", ["archive", "unarchive", "block", "delete"])
def test_what_is_done_to_an_item_is_answered_with_its_members(
    client: Intercom, action: str
) -> None:
    made = client.contacts.create(email="ann@ada.example", external_id="reader-7")
    answer = getattr(client.contacts, action)(made.id)
    assert (answer.type, answer.id, answer.external_id) == (
        "contact",
        made.id,
        "reader-7",
    )
    with pytest.raises(errors.NotFoundError):
        getattr(client.contacts, action)("nobody")
