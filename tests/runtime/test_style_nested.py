"""Lists within a list, each with a separator of its own: Swagger 2.0's inner `collectionFormat`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Driver, method
from fault_server import FaultServer
from multipart_reader import send
from sdk_runtime.errors import ArgumentError
from sdk_runtime.request.body import FormBody
from sdk_runtime.request.client_option import written_option
from sdk_runtime.request.multipart import MultipartBody
from sdk_runtime.request.parameters import (
    HeaderParameter,
    PathParameter,
    QueryParameter,
)
from sdk_runtime.request.styles import Encoding
from style_support import in_header, in_path, in_query

Connect = Callable[..., Driver]

LISTS = [["a", "b"], ["c", "d"]]
DEEP = [[["a", "b"], ["c"]], [["d"]]]
INNER = ["form", "spaceDelimited", "pipeDelimited", "tabDelimited"]
OUTER = {
    ("form", False): ",",
    ("form", True): "&color=",
    ("spaceDelimited", False): "%20",
    ("pipeDelimited", False): "%7C",
    ("tabDelimited", False): "%09",
}
BETWEEN = dict(zip(INNER, [",", "%20", "%7C", "%09"], strict=True))
RAW = dict(zip(INNER, [",", " ", "|", "\t"], strict=True))


@pytest.mark.parametrize("inner", INNER)
@pytest.mark.parametrize("outer", OUTER)
def test_queries(outer: tuple[str, bool], inner: str) -> None:
    parameter = QueryParameter("color", *outer, item_styles=(inner,))
    apart = BETWEEN[inner]
    want = f"color=a{apart}b{OUTER[outer]}c{apart}d"
    assert in_query(parameter, LISTS) == want


@pytest.mark.parametrize("inner", INNER)
def test_paths_headers_and_options(inner: str) -> None:
    apart, raw = BETWEEN[inner], RAW[inner]
    path = PathParameter("color", item_styles=(inner,))
    assert in_path(path, LISTS) == f"a{apart}b,c{apart}d"
    header = HeaderParameter("color", item_styles=(inner,))
    assert in_header(header, LISTS) == f"a{raw}b,c{raw}d"
    option = written_option("color", LISTS, item_styles=(inner,))
    assert option == f"a{raw}b,c{raw}d"


@pytest.mark.parametrize(
    ("styles", "value", "want"),
    [
        (("pipeDelimited", "tabDelimited"), DEEP, "a%09b%7Cc,d"),
        (("form", "form"), DEEP, "a,b,c,d"),
        # Only items are encoded, so no item can end its list.
        (("pipeDelimited",), [["|,", "a b"], ["é&"]], "%7C%2C%7Ca%20b,%C3%A9%26"),
        (("pipeDelimited",), [[1, True, 2.0], [None, "x"]], "1%7Ctrue%7C2,x"),
        (("pipeDelimited",), [("a", "b"), range(2)], "a%7Cb,0%7C1"),
        (("pipeDelimited",), [["a"], [], None, ["b"]], "a,,b"),
        # No style reaches further: JSON stands in.
        (("pipeDelimited",), [[["a"]]], "%5B%22a%22%5D"),
        (("pipeDelimited",), [[{"a": 1}]], "%7B%22a%22%3A1%7D"),
        ((), LISTS, "%5B%22a%22%2C%22b%22%5D,%5B%22c%22%2C%22d%22%5D"),
    ],
)
def test_items(styles: tuple[str, ...], value: object, want: str) -> None:
    query = QueryParameter("color", explode=False, item_styles=styles)
    assert in_query(query, value) == f"color={want}"
    assert in_path(PathParameter("color", item_styles=styles), value) == want


@pytest.mark.parametrize("value", [[[]], [[".."]], [["."]], []])
def test_no_list_leads_to_another_path(value: object) -> None:
    with pytest.raises(ArgumentError):
        in_path(PathParameter("color", item_styles=("pipeDelimited",)), value)


def test_no_item_begins_another_header() -> None:
    with pytest.raises(ArgumentError):
        in_header(HeaderParameter("color", item_styles=("form",)), [["a\r\nb: c"]])


FORMS = [
    ("form", False, "a=a%7Cb,c%7Cd", [("a", "a|b,c|d")]),
    ("form", True, "a=a%7Cb&a=c%7Cd", [("a", "a|b"), ("a", "c|d")]),
    ("spaceDelimited", False, "a=a%7Cb%20c%7Cd", [("a", "a|b c|d")]),
]


@pytest.mark.parametrize(("style", "explode", "form", "parts"), FORMS)
def test_forms(
    connect: Connect,
    server: FaultServer,
    style: str,
    explode: bool,
    form: str,
    parts: list[tuple[str, str]],
) -> None:
    encoding = Encoding(style=style, explode=explode, item_styles=("pipeDelimited",))
    connect().send(method("POST", body=FormBody({"a": encoding})), body={"a": LISTS})
    assert server.requests[0].body.decode() == form
    sent = send(connect, server, MultipartBody({"a": encoding}), {"a": LISTS})
    assert [(part.name, part.content.decode()) for part in sent] == parts
