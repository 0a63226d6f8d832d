"""Overloads of bodies that are less than usual: reserved words, constants, forms, recursion."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from checkers import mypy_lines, pyright_lines
from varied_bodies import FOLDER, Call, generated, sent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("odd")


@pytest.fixture(scope="module")
def odd(folder: Path) -> Iterator[Any]:
    with generated(FOLDER / "odd.yaml", "", "made_odd", folder) as made:
        yield made


TREE = {"kind": "branch", "children": [{"kind": "branch", "children": []}]}
SENT: dict[str, tuple[Call, Any]] = {
    "reserved words": (
        lambda c: c.odd.send_words("1", body_self="a", body_options="b", body_id=2),
        {"self": "a", "options": "b", "id": 2},
    ),
    "more of them": (
        lambda c: c.odd.send_words(
            "1",
            body_self="a",
            body_options="b",
            body_id=2,
            body_extra_body="c",
            body_async_stream="d",
        ),
        {
            "self": "a",
            "options": "b",
            "id": 2,
            "extra_body": "c",
            "async_stream": "d",
        },
    ),
    "names of one spelling": (
        lambda c: c.odd.send_words("1", body_class="a", foo_bar_2="b", foo_bar="c"),
        {"class": "a", "foo-bar": "b", "foo_bar": "c"},
    ),
    "constants": (
        lambda c: c.odd.send_constants(v=2, on=False, day=None),
        {"v": 2, "on": False, "day": None},
    ),
    "recursive models": (
        lambda c: c.odd.send_tree(kind="branch", children=TREE["children"]),
        TREE,
    ),
    "a model as a whole": (lambda c: c.odd.send_tree(body=tree(c)), TREE),
    "null as a whole": (lambda c: c.odd.send_tree(body=None), None),
    "nothing where all is optional": (lambda c: c.odd.update_optional(), {}),
    "null for a member": (lambda c: c.odd.update_optional(icon=None), {"icon": None}),
    "further members": (
        lambda c: c.odd.update_optional(name="a", extra_body={"b": "c"}),
        {"name": "a", "b": "c"},
    ),
    "a form": (lambda c: c.odd.send_form(names=["a", "b"]), "names=a&names=b"),
    "its other kind": (lambda c: c.odd.send_form(code="x y"), "code=x+y"),
    "a member called body that is an object": (
        lambda c: c.odd.send_bodies(body={"body": {"a": "b"}}),
        {"body": {"a": "b"}},
    ),
}


def tree(client: Any) -> Any:
    """A model of the client's package."""
    package = __import__(type(client).__module__.partition(".")[0])
    branch = package.models.Branch
    return branch(children=[branch(children=[])])


@pytest.mark.parametrize("name", SENT)
def test_bodies(odd: Any, name: str) -> None:
    call, want = SENT[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        assert sent((odd.MadeOdd, odd.AsyncMadeOdd), call) == [want, want]


def test_parts(odd: Any) -> None:
    kinds = (odd.MadeOdd, odd.AsyncMadeOdd)
    for found in sent(kinds, lambda c: c.odd.send_upload(file=b"hi", note="n")):
        assert 'name="file"' in found
        assert 'name="note"' in found
    for found in sent(kinds, lambda c: c.odd.send_upload(url="u")):
        assert 'name="url"' in found


def test_lists_in_pages(odd: Any) -> None:
    calls: list[Call] = [
        lambda c: c.paged.by_name(name="a").first(),
        lambda c: c.paged.search_items(kind="name", name="a").first(),
    ]
    for call in calls:
        want = {"kind": "name", "name": "a"}
        kinds = (odd.MadeOdd, odd.AsyncMadeOdd)
        found = sent(kinds, call, on_drift=lambda drift: None)
        assert found == [want, want]


def test_what_an_overloaded_method_deprecates(odd: Any) -> None:
    kinds = (odd.MadeOdd, odd.AsyncMadeOdd)
    with pytest.warns(DeprecationWarning, match="send_constants` is deprecated"):
        assert sent(kinds, lambda c: c.odd.send_constants(v=1, on=True))[0] == {
            "v": 1,
            "on": True,
        }


USE = """\
from made_odd import MadeOdd

client = MadeOdd()
client.odd.send_tree(kind="leaf", value=1)
client.odd.send_upload(file=b"", note="n")
client.odd.update_optional(name="a", icon=None)
client.odd.send_words("1", body_self="a", body_options="b", body_id=2)
client.odd.send_tree(kind="leaf", children=[])
client.odd.update_optional(icon=None, extra_body={})
client.odd.send_upload(file=b"", url="u")
"""


def test_types(odd: Any, folder: Path) -> None:
    del odd
    (folder / "use.py").write_text(USE)
    names = ("made_odd/resources", "use.py")
    want = {("use.py", line) for line in (8, 9, 10)}
    assert mypy_lines(folder, *names) == want
    assert pyright_lines(folder, *names) == want
