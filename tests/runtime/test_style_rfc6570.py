"""What RFC 6570 says of styles beside the table: nulls, delimiters and reserved characters.

Null inside of lists and objects is undefined there (2.3), and isn't written.
"""

from __future__ import annotations

import pytest
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.parameters import (
    CookieParameter,
    HeaderParameter,
    Parameter,
    PathParameter,
    QueryParameter,
)
from style_support import in_cookie, in_header, in_path, in_query

# What is undefined as a whole: it isn't sent, and can't be left out of a path.
UNDEFINED: list[object] = [None, [], [None], {}, {"R": None}]


@pytest.mark.parametrize("value", UNDEFINED)
@pytest.mark.parametrize("explode", [False, True])
def test_nothing_to_write(value: object, explode: bool) -> None:
    for style in ("form", "spaceDelimited", "pipeDelimited", "deepObject"):
        assert in_query(QueryParameter("color", style, explode), value) == ""
    for style in ("form", "cookie"):
        assert in_cookie(CookieParameter("color", style, explode), value) == ""
    assert in_header(HeaderParameter("color", explode), value) is None
    for style in ("simple", "label", "matrix"):
        with pytest.raises(ArgumentError, match="part of the path"):
            in_path(PathParameter("color", style, explode), value)


HOLED = ["blue", None, "", 1.5]
PARTIAL = {"R": 100, "G": None, "B": ""}


@pytest.mark.parametrize(
    ("style", "explode", "listed", "object_"),
    [
        ("simple", False, "blue,,1.5", "R,100,B,"),
        ("simple", True, "blue,,1.5", "R=100,B="),
        ("label", False, ".blue,,1.5", ".R,100,B,"),
        ("label", True, ".blue..1.5", ".R=100.B="),
        ("matrix", False, ";color=blue,,1.5", ";color=R,100,B,"),
        ("matrix", True, ";color=blue;color;color=1.5", ";R=100;B"),
        ("form", False, "color=blue,,1.5", "color=R,100,B,"),
        ("form", True, "color=blue&color=&color=1.5", "R=100&B="),
        ("spaceDelimited", False, "color=blue%20%201.5", "color=R%20100%20B%20"),
        ("spaceDelimited", True, "color=blue&color=&color=1.5", "R=100&B="),
        ("pipeDelimited", False, "color=blue%7C%7C1.5", "color=R%7C100%7CB%7C"),
        ("pipeDelimited", True, "color=blue&color=&color=1.5", "R=100&B="),
        (
            "deepObject",
            True,
            "color%5B0%5D=blue&color%5B1%5D=&color%5B2%5D=1.5",
            "color%5BR%5D=100&color%5BB%5D=",
        ),
    ],
)
def test_null_inside(style: str, explode: bool, listed: str, object_: str) -> None:
    for value, want in ((HOLED, listed), (PARTIAL, object_)):
        if style in {"simple", "label", "matrix"}:
            assert in_path(PathParameter("color", style, explode), value) == want
            if style == "simple":
                assert in_header(HeaderParameter("color", explode), value) == want
        else:
            assert in_query(QueryParameter("color", style, explode), value) == want
        if style == "form":
            assert in_cookie(CookieParameter("color", style, explode), value) == want


@pytest.mark.parametrize(
    ("style", "explode", "value", "want"),
    [
        # RFC 6570, 3.2: each delimiter inside of a value is encoded, so that it is none.
        ("simple", False, ["a,b", "c/d"], "a%2Cb,c%2Fd"),
        ("simple", True, {"a=b": "c,d"}, "a%3Db=c%2Cd"),
        ("label", True, [".a", "b.c"], "..a.b.c"),
        ("matrix", True, {"a;b": "c=d"}, ";a%3Bb=c%3Dd"),
        ("form", False, ["a,b", "c&d"], "color=a%2Cb,c%26d"),
        ("spaceDelimited", False, ["a b", "c+d"], "color=a%20b%20c%2Bd"),
        ("pipeDelimited", False, ["a|b", "c"], "color=a%7Cb%7Cc"),
        ("deepObject", True, {"a]b": "c"}, "color%5Ba%5Db%5D=c"),
    ],
)
def test_delimiters_inside(style: str, explode: bool, value: object, want: str) -> None:
    if style in {"simple", "label", "matrix"}:
        assert in_path(PathParameter("color", style, explode), value) == want
    else:
        assert in_query(QueryParameter("color", style, explode), value) == want


RESERVED = ":/?#[]@!$&'()*+,;=%2F%zz é"


@pytest.mark.parametrize(
    ("parameter", "want"),
    [
        # RFC 6570, 3.2.3, less what would end the segment, the parameter or the cookie.
        (
            PathParameter("color", allow_reserved=True),
            ":%2F%3F%23%5B%5D@!$&'()*+,;=%2F%25zz%20%C3%A9",
        ),
        (
            QueryParameter("color", allow_reserved=True),
            "color=:/?%23%5B%5D@!$%26'()*%2B,;=%2F%25zz%20%C3%A9",
        ),
        (
            CookieParameter("color", allow_reserved=True),
            "color=:/?#[]@!$%26'()*+%2C%3B=%2F%25zz%20%C3%A9",
        ),
    ],
)
def test_reserved_characters(parameter: Parameter, want: str) -> None:
    write = {"path": in_path, "query": in_query, "cookie": in_cookie}
    assert write[parameter.location](parameter, RESERVED) == want


@pytest.mark.parametrize("value", ["%2e%2E", ".%2e", "%2E", "..", "%2e%2e%2Fadmin"])
def test_reserved_characters_lead_to_no_other_path(value: str) -> None:
    parameter = PathParameter("color", allow_reserved=True)
    if value.endswith("admin"):
        # An escaped slash doesn't end a segment.
        assert in_path(parameter, value) == "..%2Fadmin"
    else:
        with pytest.raises(ArgumentError):
            in_path(parameter, value)
