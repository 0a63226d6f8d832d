"""Every style and explode of OpenAPI 3.2."""

from __future__ import annotations

import pytest
from sdk_runtime.request.parameters import (
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
)

LIST = ["blue", "black", "brown"]
MAP = {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("style", "explode", "value", "want"),
    [
        ("simple", False, "blue", "blue"),
        ("simple", False, LIST, "blue,black,brown"),
        ("simple", True, LIST, "blue,black,brown"),
        ("simple", False, tuple(LIST), "blue,black,brown"),
        ("simple", False, MAP, "R,100,G,200,B,150"),
        ("simple", True, MAP, "R=100,G=200,B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, LIST, ".blue,black,brown"),
        ("label", True, LIST, ".blue.black.brown"),
        ("label", False, MAP, ".R,100,G,200,B,150"),
        ("label", True, MAP, ".R=100.G=200.B=150"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, "", ";color"),
        ("matrix", False, LIST, ";color=blue,black,brown"),
        ("matrix", True, LIST, ";color=blue;color=black;color=brown"),
        ("matrix", False, MAP, ";color=R,100,G,200,B,150"),
        ("matrix", True, MAP, ";R=100;G=200;B=150"),
    ],
)
def test_path_styles(style: str, explode: bool, value: object, want: str) -> None:
    assert PathParameter("color", style, explode).write(value) == want


@pytest.mark.parametrize(
    ("style", "explode", "value", "want"),
    [
        ("form", True, "blue", "color=blue"),
        ("form", True, "", "color="),
        ("form", True, LIST, "color=blue&color=black&color=brown"),
        ("form", False, LIST, "color=blue,black,brown"),
        ("form", False, MAP, "color=R,100,G,200,B,150"),
        ("form", True, MAP, "R=100&G=200&B=150"),
        ("form", True, {"a": [1, 2]}, "a=1&a=2"),
        ("spaceDelimited", False, LIST, "color=blue%20black%20brown"),
        ("spaceDelimited", False, MAP, "color=R%20100%20G%20200%20B%20150"),
        ("spaceDelimited", True, LIST, "color=blue&color=black&color=brown"),
        ("pipeDelimited", False, LIST, "color=blue%7Cblack%7Cbrown"),
        ("tabDelimited", False, LIST, "color=blue%09black%09brown"),
        ("pipeDelimited", False, MAP, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("deepObject", True, MAP, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (
            "deepObject",
            True,
            {"a": {"b": [1, 2]}},
            "color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D=2",
        ),
        (
            "deepObject",
            True,
            {"lines": [{"amount": 1, "tags": ["x"]}, None, {"amount": 2}], "n": None},
            "color%5Blines%5D%5B0%5D%5Bamount%5D=1"
            "&color%5Blines%5D%5B0%5D%5Btags%5D%5B0%5D=x"
            "&color%5Blines%5D%5B1%5D%5Bamount%5D=2",
        ),
        ("deepObject", True, [1, 2], "color%5B0%5D=1&color%5B1%5D=2"),
        ("deepObject", True, [{"a": 1}], "color%5B0%5D%5Ba%5D=1"),
        ("deepObject", True, {"a&[b]": 1}, "color%5Ba%26%5Bb%5D%5D=1"),
        ("deepObject", True, "", "color="),
        ("deepObject", True, None, ""),
        ("deepObject", True, {"a": {}, "b": []}, ""),
        ("form", True, [{"a": 1}], "color=%7B%22a%22%3A1%7D"),
        ("form", True, {"a": {"b": 1}}, "a=%7B%22b%22%3A1%7D"),
        ("form", False, [[1, 2], [3]], "color=%5B1%2C2%5D,%5B3%5D"),
        ("form", False, {"a": {"b": 1}}, "color=a,%7B%22b%22%3A1%7D"),
        ("pipeDelimited", False, [[1], [2]], "color=%5B1%5D%7C%5B2%5D"),
        ("form", True, [], ""),
        ("form", False, [], ""),
        ("form", True, None, ""),
        ("form", True, [1, None, 2], "color=1&color=2"),
    ],
)
def test_query_styles(style: str, explode: bool, value: object, want: str) -> None:
    parameter = QueryParameter("color", style, explode)
    assert "&".join(parameter.write(value)) == want


@pytest.mark.parametrize(
    ("explode", "value", "want"),
    [
        (False, LIST, b"blue,black,brown"),
        (False, MAP, b"R,100,G,200,B,150"),
        (True, MAP, b"R=100,G=200,B=150"),
        (False, "  a b ", b"a b"),
        (False, "é", "é".encode()),
        (False, True, b"true"),
    ],
)
def test_header_styles(explode: bool, value: object, want: bytes) -> None:
    assert HeaderParameter("X-Color", explode).write(value) == (b"X-Color", want)


@pytest.mark.parametrize(
    ("style", "explode", "value", "want"),
    [
        ("form", True, "blue", "color=blue"),
        ("form", True, "a;b c", "color=a%3Bb%20c"),
        ("form", False, LIST, "color=blue,black,brown"),
        ("form", True, LIST, "color=blue&color=black&color=brown"),
        ("form", True, MAP, "R=100&G=200&B=150"),
        ("cookie", True, LIST, "color=blue; color=black; color=brown"),
        ("cookie", True, MAP, "R=100; G=200; B=150"),
        ("form", True, None, ""),
    ],
)
def test_cookie_styles(style: str, explode: bool, value: object, want: str) -> None:
    assert CookieParameter("color", style, explode).write(value) == want
