"""The table of OpenAPI 3.2's "Style Examples", row by row.

The rows are the specification's own; `n/a` there is None here, where the runtime has a choice.
"""

from __future__ import annotations

import pytest
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.parameters import (
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
)
from style_support import in_cookie, in_header, in_path, in_query

STRING = "blue"
ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}

# style, explode, then what the empty string, a string, an array and an object look like.
PATH = [
    (
        "matrix",
        False,
        ";color",
        ";color=blue",
        ";color=blue,black,brown",
        ";color=R,100,G,200,B,150",
    ),
    (
        "matrix",
        True,
        ";color",
        ";color=blue",
        ";color=blue;color=black;color=brown",
        ";R=100;G=200;B=150",
    ),
    ("label", False, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    ("label", True, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    ("simple", False, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("simple", True, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
]
QUERY = [
    (
        "form",
        False,
        "color=",
        "color=blue",
        "color=blue,black,brown",
        "color=R,100,G,200,B,150",
    ),
    (
        "form",
        True,
        "color=",
        "color=blue",
        "color=blue&color=black&color=brown",
        "R=100&G=200&B=150",
    ),
    (
        "spaceDelimited",
        False,
        None,
        None,
        "color=blue%20black%20brown",
        "color=R%20100%20G%20200%20B%20150",
    ),
    (
        "pipeDelimited",
        False,
        None,
        None,
        "color=blue%7Cblack%7Cbrown",
        "color=R%7C100%7CG%7C200%7CB%7C150",
    ),
    (
        "deepObject",
        True,
        None,
        None,
        None,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ),
    # 3.2: explode has no effect on it.
    (
        "deepObject",
        False,
        None,
        None,
        None,
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ),
]
COOKIE = [
    (
        "form",
        False,
        "color=",
        "color=blue",
        "color=blue,black,brown",
        "color=R,100,G,200,B,150",
    ),
    (
        "form",
        True,
        "color=",
        "color=blue",
        "color=blue&color=black&color=brown",
        "R=100&G=200&B=150",
    ),
    (
        "cookie",
        False,
        "color=",
        "color=blue",
        "color=blue,black,brown",
        "color=R,100,G,200,B,150",
    ),
    (
        "cookie",
        True,
        "color=",
        "color=blue",
        "color=blue; color=black; color=brown",
        "R=100; G=200; B=150",
    ),
]

Row = tuple[str, bool, str | None, str | None, str | None, str | None]


def cells(rows: list[Row]) -> list[tuple[str, bool, object, str]]:
    """The cells that the table fills."""
    values: tuple[object, ...] = ("", STRING, ARRAY, OBJECT)
    return [
        (style, explode, value, want)
        for style, explode, *wanted in rows
        for value, want in zip(values, wanted, strict=True)
        if want is not None
    ]


@pytest.mark.parametrize(("style", "explode", "value", "want"), cells(PATH))
def test_paths(style: str, explode: bool, value: object, want: str) -> None:
    parameter = PathParameter("color", style, explode)
    if want in {"", "."}:
        # It would lead to another path: `/x/` and, once normalised, `/`.
        with pytest.raises(ArgumentError):
            in_path(parameter, value)
    else:
        assert in_path(parameter, value) == want


@pytest.mark.parametrize(("style", "explode", "value", "want"), cells(QUERY))
def test_queries(style: str, explode: bool, value: object, want: str) -> None:
    assert in_query(QueryParameter("color", style, explode), value) == want


@pytest.mark.parametrize(
    ("explode", "value", "want"),
    [cell[1:] for cell in cells(PATH) if cell[0] == "simple"],
)
def test_headers(explode: bool, value: object, want: str) -> None:
    assert in_header(HeaderParameter("color", explode), value) == want


@pytest.mark.parametrize(("style", "explode", "value", "want"), cells(COOKIE))
def test_cookies(style: str, explode: bool, value: object, want: str) -> None:
    assert in_cookie(CookieParameter("color", style, explode), value) == want
