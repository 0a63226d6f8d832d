"""A path that fits another template, too, isn't handed to who looks for one."""

from __future__ import annotations

import pytest

from tests.judge.wire.ambiguous_paths import Templates
from tests.judge.wire.case import Case
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.inputs import Arguments, Request

TEMPLATES = Templates(
    ["/a/{id}", "/a/{id}", "/a/{name}.pdf", "/a/{id}/b", "/a?x={x}", "/b.c"]
)
SEVERAL = "paths that several templates fit"


@pytest.mark.parametrize(
    ("template", "target", "want"),
    [
        ("/a/{id}", "/a/1", ""),
        ("/a/{id}", "/a/1.pdf?b", SEVERAL),
        ("/a/{name}.pdf", "/a/1.pdf", SEVERAL),
        ("/a/{id}/b", "/a/1/b", ""),
        ("/a/{slug}", "/a/1", SEVERAL),
        ("/a", "/a?x=1", SEVERAL),
        ("/{id}", "/b-c", ""),
        ("/{id}", "/b.c", SEVERAL),
    ],
)
def test_confusion(template: str, target: str, want: str) -> None:
    case = Case(
        Request(method="GET", path=template),
        Arguments(given={}),
        Received("GET", target, (), b""),
    )
    assert TEMPLATES.confusion(case) == want
