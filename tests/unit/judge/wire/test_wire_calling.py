"""How drawn arguments are handed to a method."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.judge.wire.client.calling import keywords
from tests.judge.wire.client.methods import Method
from tests.judge.wire.request.inputs import Arguments


def test_members_that_a_method_sets_by_itself() -> None:
    method = Method(
        None, "chat", None, {"model": ("body", "model")}, fixed={"stream": True}
    )
    drawn = Arguments(given={"body": {"model": "m", "stream": False}})
    assert method.needs_body
    given = drawn.with_fixed(method.fixed)
    assert given.given["body"] == {"model": "m", "stream": True}
    assert keywords(method, given) == {"model": "m"}
    without = Method(None, "chat", None, {"model": ("body", "model")})
    with pytest.raises(KeyError, match="stream"):
        keywords(without, drawn)


def test_bodies_that_are_one_of_several_objects() -> None:
    first, second = ("kind", "from", "note"), ("kind", "by")
    variants = SimpleNamespace(
        variants=[
            SimpleNamespace(required=names, optional=(), takes={*names}.issuperset)
            for names in (first, second)
        ],
        names={"from": "from_"},
    )
    method = Method(None, "send", None, {"body": ("body", "")}, variants=variants)
    rows = [
        (
            {"kind": "a", "from": "x", "note": "y"},
            {"kind": "a", "from_": "x", "note": "y"},
        ),
        # As a whole: an even number of members, one of no variant, and members of none.
        ({"kind": "a", "from": "x"}, None),
        ({"kind": "a", "from": "x", "more": "y"}, None),
        ({"kind": "b", "by": "x", "note": "y"}, None),
    ]
    for body, flat in rows:
        drawn = Arguments(given={"body": body})
        whole = {"body": body}
        assert keywords(method, drawn) == (whole if flat is None else flat)
