"""Parameters with a media type instead of a style, and parameters of every place in one request."""

from __future__ import annotations

from typing import Any

import pytest
from sdk_runtime.operation.request_encoder import RequestEncoder
from sdk_runtime.request.parameters import (
    ContentParameter,
    CookieParameter,
    HeaderParameter,
    Parameter,
    PathParameter,
    QueryParameter,
    QueryString,
)
from sdk_runtime.request.request_options import OMIT
from sdk_runtime.request.styles import Encoding


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
    encoder = RequestEncoder("/x/{p}", parameters, {})
    return (
        encoder.path(values),
        encoder.query(values, {}),
        encoder.headers(values),
        encoder.cookies(values),
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
