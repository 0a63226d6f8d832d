"""Which representation of a body a package's method is called with."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.judge.wire.client.methods import Method
from tests.judge.wire.client.representations import representations, unsent
from tests.judge.wire.request.bodies import Body, Sort
from tests.judge.wire.request.inputs import Request

JSON, FORM, ANY = "application/json", "application/x-www-form-urlencoded", "*/*"
ONE, TWO = f"{JSON};version=1", f"{JSON};version=2"
SORTS: dict[str, Sort] = {JSON: "json", ONE: "json", TWO: "json", FORM: "form"}


class JsonBody(SimpleNamespace):
    """What a package calls a body in JSON."""


class BytesBody(SimpleNamespace):
    """What a package calls a body of bytes."""


def method(*content_types: str) -> Method:
    kinds: list[Any] = [
        (BytesBody if content_type == ANY else JsonBody)(content_type=content_type)
        for content_type in content_types
    ]
    body = SimpleNamespace(kinds=kinds) if kinds else None
    return Method(None, "create", SimpleNamespace(body=body), {})


def request(*content_types: str) -> Request:
    bodies = tuple(
        Body(media_type=content_type, sort=SORTS.get(content_type, "bytes"))
        for content_type in content_types
    )
    return Request(method="POST", path="/", bodies=bodies)


@pytest.mark.parametrize(
    ("written", "sent", "want"),
    [
        ([JSON, FORM], [JSON], [(JSON, "json")]),
        ([JSON, FORM], [FORM], [(FORM, "form")]),
        ([JSON, FORM], [JSON, FORM], [(JSON, "json"), (FORM, "form")]),
        ([ONE, TWO], [TWO], [(TWO, "json")]),
        ([FORM, f"{JSON}; charset=utf-8"], [JSON], None),
        # What a range is written as is the package's choice.
        ([FORM, ANY], [JSON], [(ANY, "json")]),
        ([JSON, ANY], [ANY], [(ANY, "bytes")]),
        ([JSON], [], [None]),
        ([], [JSON], [None]),
    ],
)
def test_what_is_called(
    written: list[str], sent: list[str], want: list[tuple[str, Sort] | None] | None
) -> None:
    found = [
        each.body and (each.body.media_type, each.body.sort)
        for each in representations(request(*written), method(*sent))
    ]
    assert found == (want or [(f"{JSON}; charset=utf-8", "bytes")])


@pytest.mark.parametrize(
    ("written", "methods", "want"),
    [
        ([JSON, FORM], [[JSON], [FORM]], 0),
        ([JSON, FORM], [[JSON, FORM]], 0),
        ([JSON, FORM], [[JSON]], 1),
        ([ONE, TWO, FORM], [[ONE]], 2),
    ],
)
def test_what_is_never_sent(
    written: list[str], methods: list[list[str]], want: int
) -> None:
    assert unsent(request(*written), [method(*sent) for sent in methods]) == want
