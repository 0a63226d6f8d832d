"""Every style and explode of OpenAPI 3.2, and the values that are refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import msgspec
import pytest
from sdk_runtime.errors import ArgumentError
from sdk_runtime.form import Encoding
from sdk_runtime.layout import Layout
from sdk_runtime.options import OMIT
from sdk_runtime.parameters import (
    ContentParameter,
    CookieParameter,
    HeaderParameter,
    Parameter,
    PathParameter,
    QueryParameter,
    QueryString,
)

LIST = ["blue", "black", "brown"]
MAP = {"R": 100, "G": 200, "B": 150}


class Color(Enum):
    BLUE = "blue"
    ONE = 1


class Shade(msgspec.Struct):
    r: int
    name: str | None = None


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


def test_however_deep() -> None:
    value: object = "x"
    for _ in range(900):
        value = {"a": value}
    (member,) = QueryParameter("q", "deepObject").write(value)
    assert member == "q" + "%5Ba%5D" * 900 + "=x"


def test_nested_values_outside_of_the_query() -> None:
    nested = {"a": [1, {"b": "é/"}]}
    encoded = "%5B1%2C%7B%22b%22%3A%22%C3%A9%2F%22%7D%5D"
    assert PathParameter("p").write(nested) == f"a,{encoded}"
    assert CookieParameter("c", "form", False).write(nested) == f"c=a,{encoded}"
    assert CookieParameter("c", "cookie", True).write(nested["a"]) == (
        "c=1; c=%7B%22b%22%3A%22%C3%A9%2F%22%7D"
    )
    assert HeaderParameter("h").write(nested) == (
        b"h",
        'a,[1,{"b":"é/"}]'.encode(),
    )


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (10**30, str(10**30)),
        (1.5, "1.5"),
        (Color.BLUE, "blue"),
        (Color.ONE, "1"),
        (date(2024, 5, 1), "2024-05-01"),
        (datetime(2024, 5, 1, 12, tzinfo=UTC), "2024-05-01T12%3A00%3A00Z"),
        (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (Decimal("1.50"), "1.50"),
        ("a b&c=d+e", "a%20b%26c%3Dd%2Be"),
        ("é/ü", "%C3%A9%2F%C3%BC"),
    ],
)
def test_scalars(value: object, want: str) -> None:
    assert QueryParameter("x").write(value) == [f"x={want}"]


def test_models_are_objects() -> None:
    assert QueryParameter("x").write(Shade(1, "a")) == ["r=1", "name=a"]


def test_reserved_characters_stay_but_no_other_parameter_begins() -> None:
    parameter = QueryParameter("x", allow_reserved=True)
    assert parameter.write("/a?b:c,%2F d&e=f#g+h") == ["x=/a?b:c,%2F%20d%26e=f%23g%2Bh"]


def test_names_are_encoded() -> None:
    assert QueryParameter("a[b]&c").write(1) == ["a%5Bb%5D%26c=1"]


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
    "value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\x7f", ["a", "b\n"], "\ud800"]
)
def test_header_values_begin_no_other_header(value: object) -> None:
    with pytest.raises(ArgumentError):
        HeaderParameter("X-Color").write(value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "é"])
def test_header_names(name: str) -> None:
    with pytest.raises(ArgumentError):
        HeaderParameter(name).write("x")


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


@pytest.mark.parametrize("value", ["a;b", "a b", "a\r\nb", 'a"b', "é"])
def test_cookies_hold_no_other_cookie(value: str) -> None:
    with pytest.raises(ArgumentError):
        CookieParameter("color", "cookie").write(value)


@pytest.mark.parametrize(
    ("parameter", "value", "want"),
    [
        (QueryString(), {"a": 1, "b": [2, "c d"]}, ["a=1", "b=2", "b=c+d"]),
        (QueryString(), "a=%20&b=c d", ["a=%20&b=c%20d"]),
        (QueryString("application/json"), {"a": 1}, ["%7B%22a%22%3A1%7D"]),
        (QueryString("text/plain"), "a=b&c d", ["a%3Db%26c%20d"]),
        # OpenAPI 3.2's own example.
        (QueryString("application/jsonpath"), "$.a.b[1:1]", ["%24.a.b%5B1%3A1%5D"]),
        (
            QueryString(
                encodings={
                    "deep": Encoding(style="deepObject"),
                    "joined": Encoding(style="pipeDelimited"),
                    "json": Encoding(content_type="application/json"),
                    "kept": Encoding(allow_reserved=True),
                }
            ),
            {"deep": {"a": [1]}, "joined": [1, 2], "json": [1], "kept": "/?"},
            ["deep%5Ba%5D%5B0%5D=1", "joined=1%7C2", "json=%5B1%5D", "kept=/?"],
        ),
        (QueryString(), {"a": {"b": 1}}, ["a=%7B%22b%22%3A1%7D"]),
        (QueryString(), None, []),
    ],
)
def test_query_strings(parameter: QueryString, value: object, want: list[str]) -> None:
    assert parameter.write(value) == want


def written(parameters: tuple[Parameter, ...], *values: object) -> tuple[Any, ...]:
    layout = Layout("/x/{p}", parameters, {}, {})
    return (
        layout.path(values),
        layout.query(values, {}),
        layout.headers(values),
        layout.cookies(values),
    )


def test_content_parameters_everywhere() -> None:
    media = "application/json"
    parameters = (
        ContentParameter("p", "path", media),
        ContentParameter("q", "query", media),
        ContentParameter("h", "header", media),
        ContentParameter("c", "cookie", media),
    )
    assert written(parameters, {"a": 1}, [1, 2], {"b": "é"}, "x;y") == (
        "/x/%7B%22a%22%3A1%7D",
        ["q=%5B1%2C2%5D"],
        [(b"h", '{"b":"é"}'.encode())],
        ["c=%22x%3By%22"],
    )


def test_content_parameters_that_arent_json() -> None:
    form = "application/x-www-form-urlencoded; charset=utf-8"
    value = {"a": 1, "b": ["c d", 2]}
    assert ContentParameter("q", "query", form).write(value) == "a=1&b=c+d&b=2"
    joined = ContentParameter("q", "query", form, {"b": Encoding(explode=False)})
    assert joined.write(value) == "a=1&b=c+d,2"
    assert ContentParameter("q", "query", "text/plain").write("a b") == "a b"
    assert ContentParameter("q", "query", "application/xml").write([1]) == "[1]"


def test_left_out() -> None:
    parameters = (
        PathParameter("p"),
        QueryParameter("q"),
        HeaderParameter("h"),
        CookieParameter("c"),
    )
    assert written(parameters, "1", OMIT, OMIT, OMIT) == ("/x/1", [], [], [])
    assert written(parameters, "1", None, None, None) == ("/x/1", [], [], [])


@pytest.mark.parametrize(
    "value",
    [float("nan"), [float("inf")], object(), b"\xff", "\ud800", {"a": ["\ud800"]}],
)
def test_values_without_a_form(value: object) -> None:
    parameter = QueryParameter("q", explode=False)
    if value == b"\xff":
        assert parameter.write(value) == ["q=%2Fw%3D%3D"]
        return
    with pytest.raises(ArgumentError):
        parameter.write(value)
