"""Python snippets in both READMEs and examples in docstrings run on the package's own fake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import intercom_sdk
import markdown
import pytest
from docstring_examples import EXAMPLES
from intercom_sdk.testing import FakeIntercom
from payloads import answer_value
from recording_server import Answer, Recorded, recording
from snippets import Served, Then

ROOT = Path(__file__).parents[2]
SDK = ROOT / "generated" / "intercom" / "python"


def answer(request: Recorded) -> Answer:
    """The answer to a client with connections of its own."""
    value = answer_value(request.method, request.path)
    return Answer(value, 204 if value is None else 200)


# What examples delete, or take from a contact, a conversation or a ticket.
CONTACT = "65a1f0c2e4b0a7d1c3f49b21"
COMPANY = "65a1f0c2e4b0a7d1c3f4c001"
CONVERSATION = "215469850001"
TICKET = "5120"
BELOW = {
    "contacts": {"contact_id": CONTACT},
    "conversations": {"conversation_id": CONVERSATION},
    "tickets": {"ticket_id": TICKET},
}
DELETED = {
    "companies": COMPANY,
    "contacts": CONTACT,
    "contacts.add_company": COMPANY,
    "contacts.add_subscription": "91",
    "contacts.add_tag": "8812",
    "content_import_sources": 44,
    "conversations": CONVERSATION,
    "conversations.add_tag": "8812",
    "external_pages": "21",
    "tags": "8812",
    "tickets": TICKET,
    "tickets.add_tag": "8812",
    "tickets.link_conversation": CONVERSATION,
}
# Of these an example sends two requests: the job and how far it is, a page and the empty one.
TWO_REQUESTS = ("_and_wait", ".scroll")
BOTH = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
CLIENT = 'from intercom_sdk import Intercom\n\nclient = Intercom("tok_12345678")\n'


@pytest.fixture
def fake() -> FakeIntercom:
    return FakeIntercom()


@pytest.fixture
def served(
    fake: FakeIntercom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Served]:
    """The package, whose clients the fake serves."""
    monkeypatch.setenv("INTERCOM_TOKEN", "t")
    # Where the journals of mirrors are.
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with recording(answer) as server:
        yield Served(intercom_sdk, "Intercom", server, monkeypatch, fake)
    assert fake.refused == []
    assert fake.calls


def seeded(fake: FakeIntercom) -> Then:
    """Brings back what an example has deleted, since the asynchronous form is run twice."""

    async def seed(_: dict[str, Any]) -> None:
        for resource, id in DELETED.items():
            owner, _, method = resource.partition(".")
            fake.add(resource, {"id": id}, **(BELOW[owner] if method else {}))

    return seed


@BOTH
@pytest.mark.parametrize(
    "readme", [ROOT / "README.md", SDK / "README.md"], ids=["ours", "sdk"]
)
def test_the_snippets_of_a_readme_run_in_order(
    readme: Path, served: Served, *, asynchronous: bool
) -> None:
    snippets = markdown.blocks(readme, "python")
    assert snippets
    served.run(snippets, asynchronous=asynchronous)


@BOTH
@pytest.mark.parametrize("status", [404, 429, 500])
def test_the_snippet_about_errors_shows_what_they_carry(
    status: int,
    fake: FakeIntercom,
    served: Served,
    capsys: pytest.CaptureFixture[str],
    *,
    asynchronous: bool,
) -> None:
    (snippet,) = (
        block
        for block in markdown.blocks(SDK / "README.md", "python")
        if "except errors.RequestError" in block
    )
    headers = {"X-RateLimit-Limit": "9", "X-Request-Id": "r1"}
    client = CLIENT.replace('678"', '678", max_retries=0')
    fake.fail("contacts.retrieve", status=status, body={}, times=None, headers=headers)
    served.run([client, snippet], asynchronous=asynchronous)
    printed = capsys.readouterr().out
    assert "tok_" not in printed
    if status == 404:
        assert {*printed.splitlines()} == {"404 r1 []"}
    else:
        assert f": {status} 1 RateLimit(limit=9, " in printed
        assert f"curl https://api.intercom.io/contacts/{CONTACT} -H " in printed


@BOTH
def test_the_readme_shows_what_its_snippet_prints(
    served: Served, capsys: pytest.CaptureFixture[str], *, asynchronous: bool
) -> None:
    readme = ROOT / "README.md"
    served.run(markdown.blocks(readme, "python"), asynchronous=asynchronous)
    (shown,) = markdown.blocks(readme, "text")
    printed = capsys.readouterr().out
    # The asynchronous form is run twice, the second time with the note that the first has made.
    assert printed.startswith(shown) if asynchronous else printed == shown


def test_each_synchronous_method_has_an_example() -> None:
    assert len(EXAMPLES) == 120


@BOTH
@pytest.mark.parametrize(
    ("method", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES]
)
def test_the_example_of_a_docstring_runs(
    method: str,
    example: str,
    fake: FakeIntercom,
    served: Served,
    *,
    asynchronous: bool,
) -> None:
    served.run([CLIENT, example], asynchronous=asynchronous, then=seeded(fake))
    once = 2 if method.endswith(TWO_REQUESTS) else 1
    assert len(fake.calls) == once * (2 if asynchronous else 1)


@BOTH
@pytest.mark.parametrize("example", markdown.blocks(SDK / "api.md", "python"))
def test_the_examples_of_the_map_run(
    example: str, fake: FakeIntercom, served: Served, *, asynchronous: bool
) -> None:
    served.run([CLIENT, example], asynchronous=asynchronous, then=seeded(fake))
    # A mirror doesn't send again what hasn't changed.
    is_sent_again = asynchronous and ".mirror(" not in example
    once = 2 if any(f"{name}(" in example for name in TWO_REQUESTS) else 1
    assert len(fake.calls) == once * (2 if is_sent_again else 1)


def test_the_map_has_a_signature_and_an_example_of_each_method() -> None:
    signatures = markdown.blocks(SDK / "api.md", "text")
    assert len(signatures) == len(markdown.blocks(SDK / "api.md", "python")) == 124
    for signature in signatures:
        assert "options: RequestOptions | None = None" in signature
