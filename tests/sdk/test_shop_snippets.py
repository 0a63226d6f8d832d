"""Snippets about all that a package may have, of one that has all of it, in both forms."""

from __future__ import annotations

import itertools
import tomllib
import warnings
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import httpx2
import markdown
import pytest
from recording_server import Answer
from shop_server import Orders, files
from snippets import Served

SETTINGS = Path(__file__).parent / "shop" / "sdk.toml"
BOTH = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


def readme(folder: Path) -> list[str]:
    return markdown.blocks(folder / "README.md", "python")


@BOTH
def test_the_readme(
    shop_folder: Path,
    orders: Orders,
    shop: Served,
    capsys: pytest.CaptureFixture[str],
    *,
    asynchronous: bool,
) -> None:
    # The asynchronous form is run twice: once to find out what to await.
    orders.jobs = iter(["pending", "completed"] * 2)
    orders.files = files(asynchronous=asynchronous)
    shop.run(readme(shop_folder), asynchronous=asynchronous)
    printed = capsys.readouterr().out.splitlines()
    assert {
        *("2", "1 1", "b'c\\n'", "['in.zip']", "7 message Order(id='1')"),
        *("200 None RateLimit(limit=None, remaining=9, reset=None)", "{'beside': 5}"),
        *("Export(job_identifier='j1', status='pending')", "404 GET /orders/1"),
        "Person(first_name='Ada') {'vat_id': 'IE1'}",
    } <= {*printed}
    assert Path("download.bin").read_bytes() == b"a"
    if not asynchronous:
        assert Path("copy.bin").read_bytes() == b"copied"
        assert {"['d', 'e']", "['in.tar']"} <= {*printed}


@BOTH
def test_what_the_readme_sends(
    shop_folder: Path, orders: Orders, shop: Served, *, asynchronous: bool
) -> None:
    snippets = [one for one in readme(shop_folder) if "asyncio" not in one]
    files_apart = [one for one in snippets if "stream(client" not in one]
    orders.jobs = iter(["completed"] * 2)
    shop.run(files_apart, asynchronous=asynchronous)
    created = [each for each in shop.requests if each.method == "POST"]
    created = [each for each in created if each.path == "/orders"]
    assert len({each.headers["idempotency-key"] for each in created}) == len(created)
    moments = [each.json for each in created if each.json["due_at"] == 1769817600]
    assert moments[0] == {
        "type": "order",
        "customer_id": 7,
        "due_at": 1769817600,
        "lines": [{"type": "line", "sku": "a1"}],
    }
    assert any(each.json.get("new_member") == "value" for each in created)
    tokens = {each.headers["authorization"] for each in shop.requests}
    assert tokens == {"Bearer ..."}
    agents = {each.headers["user-agent"] for each in shop.requests}
    assert any(agent.endswith(" app/1.2") for agent in agents)
    assert any(each.headers.get("x-team") == "support" for each in shop.requests)
    assert (("page[size]", "50"),) in {each.query for each in shop.requests}
    watched = [each for each in shop.requests if each.path == "/orders/changes"]
    assert watched[-1].headers["last-event-id"] == "7"


@BOTH
def test_a_credential_is_called_before_each_call(
    shop_folder: Path, shop: Served, *, asynchronous: bool
) -> None:
    first, *others = readme(shop_folder)
    (snippet,) = (one for one in others if "lambda" in one and "SecretStr" in one)
    snippet = snippet.replace('"..."', "f'{next(keys)}'", 1).replace('"..."', '"s"')
    shop.run([first, snippet], {"keys": iter("abcd")}, asynchronous=asynchronous)
    sent = [each.headers["authorization"] for each in shop.requests[-2:]]
    assert sent == [f"Bearer {'b' if asynchronous else 'a'}", "Bearer s"]


@BOTH
def test_an_app_of_fastapi_answers_with_models(
    shop_folder: Path, orders: Orders, shop: Served, *, asynchronous: bool
) -> None:
    first, *others = readme(shop_folder)
    chosen = [one for one in others if "from_dict, models" in one or "FastAPI" in one]

    async def ask(namespace: dict[str, Any]) -> None:
        own = httpx2.ASGITransport(app=namespace["app"])
        async with httpx2.AsyncClient(transport=own, base_url="http://app") as client:
            answer = (await client.get("/")).json()
        assert answer == {"id": "1", "state": "new", "sent_at": 1767225600}

    shop.run([first, *chosen], asynchronous=asynchronous, then=ask)


@BOTH
@pytest.mark.parametrize("status", [404, 429])
def test_what_errors_carry(
    shop_folder: Path,
    orders: Orders,
    shop: Served,
    status: int,
    capsys: pytest.CaptureFixture[str],
    *,
    asynchronous: bool,
) -> None:
    (snippet,) = (
        one for one in readme(shop_folder) if "except errors.RequestError" in one
    )
    orders.failure = Answer(
        {}, status, (("X-RateLimit-Limit", "9"), ("Retry-After", "99"))
    )
    client = 'from shop_sdk import Shop\n\nclient = Shop("tok_12345678")\n'
    shop.run([client, snippet], asynchronous=asynchronous)
    printed = capsys.readouterr().out
    assert "tok_" not in printed
    if status == 404:
        assert printed == "404 None []\n" * (2 if asynchronous else 1)
    else:
        assert ": 429 1 RateLimit(limit=9, " in printed
        assert "/orders/1 -H " in printed


@BOTH
def test_the_examples_of_the_map(
    shop_folder: Path, orders: Orders, shop: Served, *, asynchronous: bool
) -> None:
    orders.jobs, orders.files = itertools.repeat("completed"), itertools.repeat(b"a")
    first, examples = readme(shop_folder)[0], markdown.blocks(
        shop_folder / "api.md", "python"
    )
    assert len(examples) == 16
    plain = [one for one in examples if "faxes" not in one]
    shop.run([first, *plain], asynchronous=asynchronous)
    sent = [(each.path, each.json) for each in shop.requests]
    assert ("/orders/1/reply", {"message_type": "comment", "body": "Hello."}) in sent
    # A page and the empty one, a page and what its link leads to; the asynchronous form runs twice.
    twice = 4 if asynchronous else 2
    assert sent.count(("/orders/scroll", None)) == twice
    assert sent.count(("/orders/search", {"state": "new"})) == twice
    cancel = {"message_type": "cancel", "by": "admin", "reason": "sold out"}
    assert ("/orders/1/reply", cancel) in sent
    assert [path for path, _ in sent[-4:]] == [
        *("/exports", "/exports/j1", "/exports/j1", "/exports/j1"),
    ]
    with pytest.warns(DeprecationWarning, match="faxes"):
        shop.run([first, "client.faxes.send()"], asynchronous=asynchronous)


@BOTH
def test_a_job_that_failed(
    shop_folder: Path,
    orders: Orders,
    shop: Served,
    capsys: pytest.CaptureFixture[str],
    *,
    asynchronous: bool,
) -> None:
    first, *others = readme(shop_folder)
    (snippet,) = (one for one in others if "JobFailedError" in one)
    orders.jobs = itertools.repeat("failed")
    shop.run([first, snippet], asynchronous=asynchronous)
    shown = "Export(job_identifier='j1', status='failed')"
    assert capsys.readouterr().out.splitlines()[-2:] == [shown] * 2


@BOTH
def test_a_deprecated_call_is_an_error_after_the_snippet(
    shop_folder: Path, shop: Served, *, asynchronous: bool
) -> None:
    first, *others = readme(shop_folder)
    (snippet,) = (one for one in others if "filterwarnings" in one)
    program = [first, snippet, "client.faxes.send()"]
    with warnings.catch_warnings(), pytest.raises(DeprecationWarning, match="faxes"):
        shop.run(program, asynchronous=asynchronous)


def test_the_command_is_installed_and_runs(
    shop_folder: Path, shop: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tomllib.loads((shop_folder / "pyproject.toml").read_text("utf-8"))[
        "project"
    ]
    text = (shop_folder / "README.md").read_text("utf-8")
    written = tomllib.loads(SETTINGS.read_text("utf-8"))["python"]
    for extra in written["extras"]:
        assert f'`pip install "shop-sdk[{extra}]"`' in text
        assert project["optional-dependencies"][extra] == written["extras"][extra]
    ((name, function),) = project["scripts"].items()
    assert f"Its commands are `{name}`." in text
    EntryPoint(name, function, "console_scripts").load()()
    assert capsys.readouterr().out == "1\n2\n"
