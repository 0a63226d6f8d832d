"""Swagger 2.0 to OpenAPI 3.0: lists within lists outside JSON, which 3.0 can't say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

Data: TypeAlias = Any  # plain data of any shape
Take: TypeAlias = Callable[..., Any]

MISSING = object()


def nested(*formats: Data) -> Data:
    """Lists within each other, the innermost of texts, by their formats from the outside in."""
    found: Data = {"type": "string"}
    for written in reversed(formats):
        said = {} if written is MISSING else {"collectionFormat": written}
        found = {"type": "array", "items": found} | said
    return found


def plain(depth: int) -> Data:
    return nested(*[MISSING] * depth)


def swagger(parameter: Data) -> Data:
    return {
        "swagger": "2.0",
        "host": "a.test",
        "schemes": ["https"],
        "paths": {"/a": {"post": {"parameters": [parameter]}}},
    }


# The formats from the outside in; style and explode, the styles within; findings.
NESTED = [
    (["csv", "csv"], ("form", False), ["form"], []),
    (["csv", "ssv"], ("form", False), ["spaceDelimited"], []),
    (["csv", "tsv"], ("form", False), ["tabDelimited"], []),
    (["csv", "pipes"], ("form", False), ["pipeDelimited"], []),
    (["multi", "pipes"], ("form", True), ["pipeDelimited"], []),
    (["pipes", "csv"], ("pipeDelimited", False), ["form"], []),
    (["ssv", "tsv"], ("spaceDelimited", False), ["tabDelimited"], []),
    ([MISSING, MISSING], ("form", False), ["form"], []),
    (["multi", MISSING], ("form", True), ["form"], []),
    (
        ["multi", "pipes", "ssv"],
        ("form", True),
        ["pipeDelimited", "spaceDelimited"],
        [],
    ),
    (["tsv", MISSING, MISSING], ("tabDelimited", False), ["form", "form"], []),
    # Only a parameter itself can be repeated.
    (["csv", "multi"], ("form", False), ["form"], ["swagger-array-format"]),
    (["csv", "tabs"], ("form", False), ["form"], ["swagger-array-format"]),
    (["csv", ["pipes"]], ("form", False), ["form"], ["swagger-array-format"]),
    (
        ["csv", "multi", "pipes"],
        ("form", False),
        ["form", "pipeDelimited"],
        ["swagger-array-format"],
    ),
]


@pytest.mark.parametrize(("formats", "outer", "inner", "codes"), NESTED)
def test_lists_within_lists(
    take: Take,
    formats: list[Data],
    outer: tuple[str, bool],
    inner: list[str],
    codes: list[str],
) -> None:
    style, explode = outer
    styled = {"style": style, "explode": explode, "itemStyles": inner}
    query = take("2.0", swagger({"name": "a", "in": "query"} | nested(*formats)))
    operation = query.tree["paths"]["/a"]["post"]
    schema = plain(len(formats))
    assert operation["parameters"] == [
        {"name": "a", "in": "query", "schema": schema} | styled
    ]
    assert query.codes == codes
    form = take("2.0", swagger({"name": "a", "in": "formData"} | nested(*formats)))
    (media,) = form.tree["paths"]["/a"]["post"]["requestBody"]["content"].values()
    assert media["encoding"] == {"a": styled}
    assert media["schema"]["properties"] == {"a": schema}
    assert form.codes == codes


@pytest.mark.parametrize("place", ["path", "header"])
def test_places_of_one_style(take: Take, place: str) -> None:
    outcome = take("2.0", swagger({"name": "a", "in": place} | nested("csv", "ssv")))
    assert outcome.tree["paths"]["/a"]["post"]["parameters"] == [
        {
            "name": "a",
            "in": place,
            "schema": plain(2),
            "itemStyles": ["spaceDelimited"],
        }
    ]
    assert outcome.codes == []


@pytest.mark.parametrize(
    ("inner", "codes"), [(MISSING, []), ("pipes", ["swagger-array-format"])]
)
def test_headers_of_responses_dont_say_it(
    take: Take, inner: Data, codes: list[str]
) -> None:
    given = swagger({"name": "a", "in": "query", "type": "string"})
    headers = {"X-A": nested("csv", inner)}
    response = {"description": "d", "headers": headers}
    given["paths"]["/a"]["post"]["responses"] = {"200": response}
    outcome = take("2.0", given)
    (upgraded,) = outcome.tree["paths"]["/a"]["post"]["responses"].values()
    assert upgraded["headers"] == {"X-A": {"schema": plain(2)}}
    assert outcome.codes == codes


def test_a_finding_has_its_place(take: Take) -> None:
    given = {"name": "a", "in": "query"} | nested("csv", "multi")
    (finding,) = take("2.0", swagger(given)).findings
    place = "/paths/~1a/post/parameters/0/items/collectionFormat"
    assert finding.place.pointer == place
