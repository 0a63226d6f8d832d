"""Media types, as Content-Type and Accept name them."""

from __future__ import annotations

import re

# `application/json`, `application/problem+json`, `application/x-amz-json-1.1`.
_JSON = re.compile(r"(application|text)/([^;]*[.-])?json(-v?[0-9][0-9.]*)?|[^;]+\+json")


def essence(content_type: str) -> str:
    """The media type in lower case, without parameters."""
    return content_type.partition(";")[0].strip().lower()


def told_apart(content_type: str) -> str:
    """The media type with the parameters that tell it from others: all but the charset."""
    kind, *given = (part.strip().lower() for part in content_type.split(";"))
    apart = (part.replace(" ", "").replace('"', "") for part in given if part)
    return ";".join([kind, *sorted(p for p in apart if not p.startswith("charset="))])


def is_json(content_type: str) -> bool:
    """Whether it is JSON: `application/json`, `…+json`, with or without parameters."""
    kind = essence(content_type)
    return kind == "application/json" or bool(_JSON.fullmatch(kind))


def is_form(content_type: str) -> bool:
    """Whether it is an HTML form without files."""
    return essence(content_type) == "application/x-www-form-urlencoded"


def is_multipart(content_type: str) -> bool:
    """Whether it is made of parts."""
    return essence(content_type).startswith("multipart/")


def is_json_sequence(content_type: str) -> bool:
    """Whether it is JSON texts that each begin with a record separator (RFC 7464)."""
    kind = essence(content_type)
    return kind == "application/json-seq" or kind.endswith("+json-seq")


def charset(content_type: str) -> str:
    """The charset that its parameters name, or ""."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"')
    return ""


def concrete(content_types: str) -> tuple[str, ...]:
    """The media types of a list such as `image/png, text/*`, without its ranges."""
    listed = (each.strip() for each in content_types.split(","))
    return tuple(each for each in listed if each and "*" not in each)
