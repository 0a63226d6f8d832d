"""How drawn arguments are handed to a method."""

from __future__ import annotations

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
