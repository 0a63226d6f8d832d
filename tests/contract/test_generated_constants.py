"""Members and arguments that can only be one value, which callers needn't write, over loopback."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from both_clients import called, generated, sent
from checkers import mypy_lines, pyright_lines

ITEM = {"kind": "item", "id": "1"}
NEEDED = {"several": "a", "empty": None}
DEFAULTS = {
    "type": "thing",
    "level": 5,
    "on": True,
    "empty": None,
    "nothing": None,
    "item": ITEM,
}


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with generated(
        "types/constants", "made_constants", tmp_path_factory.mktemp("constants")
    ) as made:
        yield made


def test_arguments_have_them_as_defaults(sdk: Any) -> None:
    request = sent(
        sdk, lambda c: c.things.create("7", item={"id": "1"}, **NEEDED), ITEM
    )
    assert request.path == "/v1/things/7"
    assert request.query == (("unit", "kg"), ("several", "a"))
    assert request.headers["x-mode"] == "fast"
    assert request.headers["x-version"] == "2"
    assert request.json == DEFAULTS


def test_what_is_passed_is_sent(sdk: Any) -> None:
    request = sent(
        sdk,
        lambda c: c.things.create(
            "7", "v2", item={"id": "1", "kind": "x"}, type="other", **NEEDED
        ),
        ITEM,
    )
    assert request.path == "/v2/things/7"
    assert request.json == {**DEFAULTS, "type": "other", "item": {**ITEM, "kind": "x"}}


@pytest.mark.parametrize("name", ["maybe", "optional"])
def test_what_is_optional_stays_so(sdk: Any, name: str) -> None:
    parameters = inspect.signature(sdk.MadeConstants().things.create).parameters
    assert parameters[name].default is sdk.OMIT
    assert parameters["empty"].default is inspect.Parameter.empty


# What is passed for a member, and what is sent.
NESTED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"items": [{"id": "1"}, ITEM]}, {"items": [ITEM, ITEM]}),
    ({"items": iter([{"id": "1"}])}, {"items": [ITEM]}),
    ({"by_name": {"a": {"id": "1"}}}, {"by_name": {"a": ITEM}}),
    (
        {"tree": {"left": {"left": {"leaves": ({"id": "1"},)}}}},
        {
            "tree": {
                "kind": "tree",
                "left": {
                    "kind": "tree",
                    "left": {"kind": "tree", "leaves": [ITEM]},
                },
            }
        },
    ),
    # A tag says which object is meant, and the rest of it follows.
    (
        {"shape": {"shape": "square", "side": 1}},
        {"shape": {"shape": "square", "side": 1, "unit": "mm"}},
    ),
    (
        {"shape": {"shape": "circle", "radius": 1, "unit": "in"}},
        {"shape": {"shape": "circle", "radius": 1, "unit": "in"}},
    ),
    # All have it alike, or nobody knows whether it is meant.
    ({"same": {"b": "x"}}, {"same": {"b": "x", "scale": "big"}}),
    ({"differing": {"b": "x"}}, {"differing": {"b": "x"}}),
]


@pytest.mark.parametrize(("given", "want"), NESTED)
def test_dicts_get_them(sdk: Any, given: dict[str, Any], want: dict[str, Any]) -> None:
    made = {key: [*value] if key == "items" else value for key, value in given.items()}
    before = repr(made)
    request = sent(
        sdk, lambda c: c.things.create("7", item=ITEM, **made, **NEEDED), ITEM
    )
    assert request.json == {**DEFAULTS, **want}
    assert repr(made) == before


def test_query_parameters_and_whole_bodies(sdk: Any) -> None:
    request = sent(
        sdk,
        lambda c: c.things.create("7", item=ITEM, filter={"id": "1"}, **NEEDED),
        ITEM,
    )
    assert ("filter[kind]", "item") in request.query
    whole = sent(sdk, lambda c: c.things.replace_parts(body=[{"id": "1"}]))
    assert whole.json == [ITEM]


def test_a_model_is_sent_as_it_is(sdk: Any) -> None:
    item = sdk.models.Item(kind="other", id="1")
    whole = sent(sdk, lambda c: c.things.replace_parts(body=[item]))
    assert whole.json == [{"kind": "other", "id": "1"}]


def test_an_optional_body_has_them_if_it_is_sent(sdk: Any) -> None:
    assert sent(sdk, lambda c: c.things.add_parts()).body == b""
    some = sent(sdk, lambda c: c.things.add_parts(name="n"))
    assert some.json == {"type": "part", "name": "n"}
    options = sdk.RequestOptions(body={"new": 1})
    added = sent(sdk, lambda c: c.things.add_parts(options=options))
    assert added.json == {"type": "part", "new": 1}
    wins = sdk.RequestOptions(body={"type": None})
    other = sent(sdk, lambda c: c.things.add_parts(name="n", options=wins))
    assert other.json == {"type": None, "name": "n"}


@pytest.mark.parametrize("id", [5, "5"])
def test_an_id_is_what_the_document_says(sdk: Any, id: object) -> None:
    requests, _ = called(sdk, lambda c: c.things.assign_parts(admin_id=id, ids=[id]))
    assert [one.json for one in requests] == [{"admin_id": id, "ids": [id]}] * 2


USE = """\
from datetime import UTC, datetime

from made_constants import MadeConstants, params

client = MadeConstants()
item: params.ItemParams = {"id": "1"}
tree: params.TreeParams = {"leaves": [item], "left": {}}
client.things.create("1", several="a", empty=None, item={"id": "1"}, tree=tree)
circle: params.ShapeParams = {"shape": "circle", "radius": 1}
client.things.create("1", several="a", empty=None, item=item, shape=circle)
client.things.assign_parts(admin_id=1, ids=[1, "2"])
client.things.assign_parts(admin_id="1")
client.things.create("1", several="a", empty=None, item=item, unit="g")  # wrong
client.things.create("1", several="a", item=item)  # wrong
client.things.create("1", several="a", empty=None, item=item, shape={"radius": 1})  # wrong
client.things.assign_parts(admin_id=datetime.now(UTC))  # wrong
"""
WRONG = {
    number
    for number, line in enumerate(USE.splitlines(), 1)
    if line.endswith("# wrong")
}


def test_mypy_strict(sdk: Any) -> None:
    folder = Path(sdk.__file__).parents[1]
    (folder / "use.py").write_text(USE)
    found = mypy_lines(folder, "-p", "made_constants", "-m", "use")
    assert found == {("use.py", number) for number in WRONG}


def test_pyright_strict(sdk: Any) -> None:
    folder = Path(sdk.__file__).parents[1]
    (folder / "use.py").write_text(USE)
    found = pyright_lines(folder, "made_constants", "use.py")
    assert found == {("use.py", number) for number in WRONG}
