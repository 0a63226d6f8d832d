"""What a mirror creates, updates, leaves alone, deletes and reports, with either client."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom, RequestOptions, errors
from intercom_sdk.external_pages import MirrorProgress, SourcePage

from mirror.made import SOURCE, Mirror, counts, page
from mirror.pages_server import PagesServer


def test_it_sends_what_is_new_or_changed(server: PagesServer, mirror: Mirror) -> None:
    first = mirror([page("a"), page("b"), page("c")])
    assert counts(first) == (3, 0, 0, 0, 0)
    second = mirror([page("a"), page("b", "<p>2</p>"), page("c", url=None), page("d")])
    assert counts(second) == (1, 2, 1, 0, 0)
    assert [posted.external_id for posted in server.posted[3:]].count("a") == 0
    assert server.pages[SOURCE, "b"]["html"] == "<p>2</p>"
    assert second.missing == ()


def test_a_member_of_the_options_counts_as_content(
    server: PagesServer, mirror: Mirror
) -> None:
    mirror([page("a")])
    report = mirror([page("a")], options=RequestOptions(body={"fin": True}))
    assert counts(report) == (0, 1, 0, 0, 0)
    assert server.pages[SOURCE, "a"]["fin"] is True


def test_keys_of_any_kind_are_content(server: PagesServer, mirror: Mirror) -> None:
    options = RequestOptions(body={"more": {1: "a", "b": 2}})
    pages = [page("a", "<p>" + n * 1_000_000) for n in "12"]
    assert counts(mirror(pages, options=options)) == (1, 1, 0, 0, 0)
    assert counts(mirror(pages[1:], options=options)) == (0, 0, 1, 0, 0)


DRIFTS: list[tuple[dict[str, Any], tuple[int, ...], str | None]] = [
    ({"id": None}, (0, 0, 0, 0, 1), None),
    ({"id": ""}, (0, 0, 0, 0, 1), None),
    ({"id": 7}, (1, 0, 0, 0, 0), "7"),
    ({"updated_at": "2024"}, (1, 0, 0, 0, 0), "1"),
]


@pytest.mark.parametrize(("drift", "wanted", "deleted"), DRIFTS)
def test_answers_that_depart_from_their_description(
    server: PagesServer,
    mirror: Mirror,
    drift: dict[str, Any],
    wanted: tuple[int, ...],
    deleted: str | None,
) -> None:
    server.drift = drift
    assert counts(mirror([page("a")])) == wanted
    mirror([], on_missing="delete")
    assert server.deleted == ([] if deleted is None else [deleted])


def test_missing_pages_are_reported_or_deleted(
    server: PagesServer, mirror: Mirror
) -> None:
    server.pages[SOURCE, "by hand"] = {"id": "x"}
    mirror([page(name) for name in "abcd"])
    mirror([page("a")], source=45)
    assert mirror([page("a"), page("c")]).missing == ("b", "d")
    del server.pages[SOURCE, "d"]
    report = mirror([page("a"), page("c")], on_missing="delete")
    assert (counts(report), report.missing) == ((0, 0, 2, 2, 0), ())
    kept = [(SOURCE, "a"), (SOURCE, "by hand"), (SOURCE, "c"), (45, "a")]
    assert sorted(server.pages) == kept
    assert counts(mirror([page("a"), page("c")], on_missing="delete"))[3] == 0


def test_nothing_is_deleted_after_an_iterable_that_broke_off(
    server: PagesServer, mirror: Mirror
) -> None:
    mirror([page(name) for name in "abcd"])

    def broken() -> Iterator[SourcePage]:
        yield page("a", "<p>2</p>")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone") as caught:
        mirror(broken(), on_missing="delete")
    assert len(server.pages) == 4
    (note,) = caught.value.__notes__
    assert note.startswith("The mirror ended early, after 0 created, ")
    # What was on its way is made up for.
    assert mirror([page("a", "<p>2</p>")]).missing == ("b", "c", "d")
    assert server.pages[SOURCE, "a"]["html"] == "<p>2</p>"


def test_a_page_that_is_refused_fails_and_is_not_missing(
    server: PagesServer, mirror: Mirror
) -> None:
    mirror([page("a"), page("b")])
    server.refused["b"] = 422
    report = mirror([page("b", "<p>2</p>"), page("c")], on_missing="delete")
    assert counts(report) == (1, 0, 0, 1, 1)
    (failure,) = report.failed
    assert (failure.external_id, type(failure.error)) == (
        "b",
        errors.UnprocessableEntityError,
    )
    assert "422 refused: No." in failure.reason
    # Its frames would hold the page.
    assert failure.error.__traceback__ is None
    assert sorted(key for _, key in server.pages) == ["b", "c"]
    del server.refused["b"]
    assert counts(mirror([page("b", "<p>2</p>"), page("c")])) == (0, 1, 1, 0, 0)


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_each_page_would_come_to_ends_the_run(
    server: PagesServer, mirror: Mirror, status: int
) -> None:
    server.refused = {f"p{number}": status for number in range(100)}
    with pytest.raises(errors.APIStatusError) as caught:
        mirror([page(name) for name in server.refused], concurrency=2)
    assert caught.value.status_code == status
    assert server.calls < 10


def test_a_server_that_is_down_ends_the_run(
    server: PagesServer, mirror: Mirror
) -> None:
    server.refused = {f"p{number}": 503 for number in range(100)}
    no_retries = RequestOptions(max_retries=0)
    with pytest.raises(errors.ServerError):
        mirror([page(name) for name in server.refused], options=no_retries)
    assert server.calls < 30
    server.refused = {f"p{number}": 503 for number in range(100) if number % 10}
    pages = [page(f"p{number}") for number in range(100)]
    report = mirror(pages, options=no_retries, concurrency=1)
    assert len(report.failed) == 90


def test_of_pages_with_one_id_the_last_one_wins(
    server: PagesServer, mirror: Mirror
) -> None:
    pages = [page(f"p{n % 3}", f"<p>{n}</p>") for n in range(100)]
    report = mirror(pages, concurrency=16)
    assert counts(report) == (3, 97, 0, 0, 0)
    assert server.most_at_once == 1
    stands = {key: found["html"] for (_, key), found in server.pages.items()}
    assert stands == {"p0": "<p>99</p>", "p1": "<p>97</p>", "p2": "<p>98</p>"}


def test_progress_counts_each_page_once(mirror: Mirror) -> None:
    seen: list[MirrorProgress] = []
    mirror([page(name) for name in "abc"])
    mirror([page("a"), page("x")], on_progress=seen.append, on_missing="delete")
    assert [progress.total for progress in seen] == [1, 2, 3, 4]
    last = MirrorProgress(created=1, unchanged=1, deleted=2)
    assert seen[-1] == last
    assert str(last) == "1 created, 0 updated, 1 unchanged, 2 deleted, 0 failed"


def test_no_more_pages_are_held_than_are_on_their_way(mirror: Mirror) -> None:
    taken = done = most = 0

    def endless() -> Iterator[SourcePage]:
        nonlocal taken, most
        for number in range(300):
            taken += 1
            most = max(most, taken - done)
            yield page(f"p{number}")

    def note(progress: MirrorProgress) -> None:
        nonlocal done
        done = progress.total

    mirror(endless(), concurrency=4, on_progress=note)
    assert most <= 5


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"pages": ["text"]}, "pages must be SourcePage, not str"),
    ({"concurrency": 0}, "concurrency"),
    ({"source": "44"}, "source_id"),
    ({"source": 2**63}, "source_id must be at most"),
    ({"on_missing": "remove"}, "on_missing"),
    ({"on_missing": []}, "on_missing"),
    ({"journal": b"journal"}, "journal must be a path, not bytes"),
    ({"on_progress": 1}, "on_progress must be a function"),
    ({"options": {}}, "options must be RequestOptions"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_arguments(mirror: Mirror, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(errors.ArgumentError, match=said):
        mirror(**{"pages": [], **arguments})


def test_what_is_no_iterable_is_refused(server: PagesServer, tmp_path: Path) -> None:
    made: Any = page("a")
    journal = tmp_path / "journal.sqlite3"
    with (
        Intercom(token="t", base_url=server.url) as client,
        pytest.raises(errors.ArgumentError, match="iterable of SourcePage, not Sou"),
    ):
        client.external_pages.mirror(SOURCE, made, journal=journal)

    async def main() -> None:
        async with AsyncIntercom(token="t", base_url=server.url) as client:
            await client.external_pages.mirror(SOURCE, made, journal=journal)

    with pytest.raises(errors.ArgumentError, match="iterable of SourcePage, not Sou"):
        asyncio.run(main())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"external_id": ""}, "external_id: must not be empty"),
        ({"external_id": "\ud800"}, "external_id: must be Unicode"),
        ({"title": None}, "title must be text"),
        ({"html": b"<p>"}, "html must be text"),
    ],
)
def test_wrong_pages(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(errors.ArgumentError, match=said):
        SourcePage(**{"external_id": "a", "title": "A", "html": "", **wrong})
