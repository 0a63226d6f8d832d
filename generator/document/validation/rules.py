"""Rules of OpenAPI 3 that its published schemas lack, or report in no words of their own.

Each is the specification's: https://spec.openapis.org/oas/v3.2.0 and the versions before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from generator.document.trees.object_keywords import children, is_reference
from generator.document.trees.tree import Tree
from generator.document.validation.rule_faults import (
    Fault,
    Path,
    bad_name,
    missing,
    not_allowed,
    not_among,
)
from generator.document.validation.rules_across import operation_faults, tag_faults

Object: TypeAlias = dict[str, Tree]


class Exclusion(NamedTuple):
    """Two keys that an object can't have both, and the first version that says so."""

    key: str
    other: str
    since: str = "3.0"


_EXCLUSIONS: dict[str, tuple[Exclusion, ...]] = {
    "license": (Exclusion("identifier", "url", "3.1"),),
    "parameter": (Exclusion("schema", "content"), Exclusion("example", "examples")),
    "header": (Exclusion("schema", "content"), Exclusion("example", "examples")),
    "mediaType": (
        Exclusion("example", "examples"),
        Exclusion("encoding", "prefixEncoding", "3.2"),
        Exclusion("encoding", "itemEncoding", "3.2"),
    ),
    "encoding": (
        Exclusion("encoding", "prefixEncoding", "3.2"),
        Exclusion("encoding", "itemEncoding", "3.2"),
    ),
    "example": (
        Exclusion("value", "externalValue"),
        Exclusion("value", "dataValue", "3.2"),
        Exclusion("value", "serializedValue", "3.2"),
        Exclusion("serializedValue", "externalValue", "3.2"),
    ),
    "link": (Exclusion("operationRef", "operationId"),),
    "xml": (
        Exclusion("nodeType", "attribute", "3.2"),
        Exclusion("nodeType", "wrapped", "3.2"),
    ),
}
# Keys of which an object has to have one.
_ALTERNATIVES = {
    "parameter": ("schema", "content"),
    "header": ("schema", "content"),
    "link": ("operationId", "operationRef"),
}
_STYLES = {
    "path": ("matrix", "label", "simple"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
    "querystring": (),
}
_SECURITY = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "mutualTLS": (),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}
_KEY_PLACES = ("query", "header", "cookie")
_COMPONENT = re.compile(r"[A-Za-z0-9._-]+")
# RFC 9110, section 5.6.2.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def rule_faults(tree: Tree, version: str) -> Iterator[Fault]:
    """The faults of a document's objects, wherever they stand.

    Args:
        tree: The document as written, in one tree.
        version: `2.0`, whose objects' rules its schema holds, `3.0`, `3.1` or `3.2`.
    """
    waiting: list[tuple[Path, Tree, str]] = [((), tree, "openapi")]
    while waiting and version != "2.0":
        path, value, kind = waiting.pop()
        if isinstance(value, dict) and not is_reference(value):
            yield from _faults(path, value, kind, version)
        below = [((*path, *way), one, sort) for way, one, sort in children(value, kind)]
        waiting += reversed(below)
    yield from operation_faults(tree)
    yield from tag_faults(tree, version)


def _faults(path: Path, value: Object, kind: str, version: str) -> Iterator[Fault]:
    for key, other, since in _EXCLUSIONS.get(kind, ()):
        if version >= since and key in value and other in value:
            yield not_allowed(path, other, beside=key)
    keys = _ALTERNATIVES.get(kind)
    if keys and not any(key in value for key in keys):
        yield missing(path, *keys)
    if (check := _CHECKS.get(kind)) is not None:
        yield from check(path, value, version)


def _components(path: Path, value: Object, version: str) -> Iterator[Fault]:
    for section, named in value.items():
        if section.startswith("x-") or not isinstance(named, dict):
            continue
        for name in named:
            if not _COMPONENT.fullmatch(name):
                yield bad_name((*path, section), name)


def _headers(path: Path, value: Object, version: str) -> Iterator[Fault]:
    """The faults of a map's header names: HTTP's names are tokens."""
    headers = value.get("headers")
    for name in headers if isinstance(headers, dict) else ():
        if not _TOKEN.fullmatch(name):
            yield bad_name((*path, "headers"), name)


def _parameter(path: Path, value: Object, version: str) -> Iterator[Fault]:
    place, style = value.get("in"), value.get("style")
    places = [each for each in _STYLES if each != "querystring" or version >= "3.2"]
    if "in" in value and place not in places:
        yield not_among((*path, "in"), places)
        return
    yield from _header_name(path, value)
    # Since 3.1 the schema holds this of a parameter with a schema alone.
    is_checked = version == "3.0" or "schema" in value
    if place == "path" and value.get("required") is None and is_checked:
        yield missing(path, "required")
    elif place == "path" and value.get("required", True) is not True:
        yield Fault((*path, "required"), "a parameter in the path has to be required")
    if isinstance(place, str) and "schema" in value and style is not None:
        styles = (*_STYLES[place], *_later_styles(place, version))
        if style not in styles and styles:
            yield not_among((*path, "style"), styles)
    if place != "query" and "allowEmptyValue" in value:
        yield not_allowed(path, "allowEmptyValue")
    if version == "3.1" and place != "query" and "allowReserved" in value:
        yield not_allowed(path, "allowReserved")


def _later_styles(place: str, version: str) -> tuple[str, ...]:
    return ("cookie",) if place == "cookie" and version >= "3.2" else ()


def _security_scheme(path: Path, value: Object, version: str) -> Iterator[Fault]:
    kind = value.get("type")
    kinds = [each for each in _SECURITY if each != "mutualTLS" or version >= "3.1"]
    if kind is None:
        return
    if not isinstance(kind, str) or kind not in kinds:
        yield not_among((*path, "type"), kinds)
        return
    for key in _SECURITY[kind]:
        if key not in value:
            yield missing(path, key)
    if kind != "apiKey":
        return
    if "in" in value and value["in"] not in _KEY_PLACES:
        yield not_among((*path, "in"), _KEY_PLACES)
    yield from _header_name(path, value)


def _header_name(path: Path, value: Object) -> Iterator[Fault]:
    name = value.get("name")
    is_header = value.get("in") == "header" and isinstance(name, str)
    if is_header and not _TOKEN.fullmatch(str(name)):
        yield Fault((*path, "name"), f"`{name}` can't be the name of a header")


def _server_variable(path: Path, value: Object, version: str) -> Iterator[Fault]:
    """The default is one of the listed values; 3.0 only recommends that."""
    choices, default = value.get("enum"), value.get("default")
    if version < "3.1" or not isinstance(choices, list) or not choices:
        return
    if isinstance(default, str) and default not in choices:
        message = f"the default `{default}` isn't one of the values in `enum`"
        yield Fault((*path, "default"), message)


def _discriminator(path: Path, value: Object, version: str) -> Iterator[Fault]:
    """Keys that no version has; the schema of 3.0 alone lets them pass."""
    known = {"propertyName", "mapping", "defaultMapping"}
    for key in value if version == "3.0" else ():
        if key not in known and not key.startswith("x-"):
            yield not_allowed(path, key)


_Check: TypeAlias = Callable[[Path, Object, str], Iterator[Fault]]
_CHECKS: dict[str, _Check] = {
    "components": _components,
    "discriminator": _discriminator,
    "encoding": _headers,
    "parameter": _parameter,
    "response": _headers,
    "securityScheme": _security_scheme,
    "serverVariable": _server_variable,
}
