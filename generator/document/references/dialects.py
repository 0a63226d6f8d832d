"""The dialects of JSON Schema that `$schema` and `jsonSchemaDialect` may name."""

from __future__ import annotations

import re

# The Initiative publishes its dialects as `base`, by date, and in its sources as unfinished.
_OPENAPI = re.compile(
    r"https://spec\.openapis\.org/oas/3\.[12]/dialect/"
    r"(?:base|WORK-IN-PROGRESS|\d{4}-\d{2}-\d{2})#?"
)
_NEWEST = "https://json-schema.org/draft/2020-12/schema"
_OTHERS = frozenset(
    {
        _NEWEST,
        "https://json-schema.org/draft/2019-09/schema",
        *(f"http://json-schema.org/draft-0{number}/schema" for number in (4, 6, 7)),
    }
)


def is_openapi_dialect(uri: str) -> bool:
    """Whether a URI is that of one of OpenAPI's own dialects."""
    return _OPENAPI.fullmatch(uri) is not None


def is_newest_draft(uri: str) -> bool:
    """Whether a URI is that of the draft of JSON Schema that OpenAPI's dialects extend."""
    return uri.removesuffix("#") == _NEWEST


def is_known_dialect(uri: str) -> bool:
    """Whether schemas of this dialect can be read; nothing is fetched to find out more."""
    return is_openapi_dialect(uri) or uri.removesuffix("#") in _OTHERS
