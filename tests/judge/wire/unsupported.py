"""What the libraries have no reader for, or read wrongly: such requests aren't handed to them."""

from __future__ import annotations

import json
import re

from tests.judge.source.original import Tree, is_array, is_object
from tests.judge.wire.case import Case
from tests.judge.wire.request.bodies import Body, essence
from tests.judge.wire.request.parameters import Slot

_KNOWN = {"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"}
# What makes a URL end early, and two parameters in one segment.
_ODD = re.compile(r"[#?]|\}[^/]*\{|//|[\"<>\\^`| ]|[^\x00-\x7f]")

_MOVED = "names of paths that are declared in the query"


def unread_by_bravado_core(case: Case) -> str:
    """Why bravado-core can't read a request, or ""."""
    body = case.request.body
    if body is not None and (body.leaves_open or body.sort in {"text", "bytes"}):
        return "bodies of text and bytes"
    if any(slot.inner for slot in case.request.slots):
        return "lists of lists or objects in parameters"
    if body is not None and any(field.inner for field in body.fields.values()):
        return "lists of lists in forms"
    if any(slot.is_moved for slot in case.request.slots):
        return _MOVED
    names = [slot.name for slot in case.request.slots]
    names += [*body.fields, body.name] if body is not None else []
    return "parameters of one name" if len(set(names)) < len(names) else ""


def unread_by_openapi_core(case: Case) -> str:
    """Why openapi-core can't read a request, or ""."""
    request = case.request
    if request.method not in _KNOWN:
        return f"the method {request.method}"
    if _ODD.search(request.path):
        return "paths with `?`, `#`, `//` and the like, or two names in a segment"
    if any(slot.is_moved for slot in request.slots):
        return _MOVED
    if "body" in case.arguments.given and (reason := _unread_body(case)):
        return reason
    for slot in request.slots:
        if slot.name in case.arguments.given[slot.place]:
            value = case.arguments.given[slot.place][slot.name]
            if reason := _unread_slot(slot, value):
                return reason
    return ""


def doubted_of_bravado_core(case: Case) -> str:
    """Why a fault that bravado-core finds may be its own, or ""."""
    body = case.request.body
    schemas = [slot.schema for slot in case.request.slots]
    schemas += [body.schema] if body is not None else []
    # It knows types by their names alone, and Swagger 2.0 has no lists of them.
    return "lists of types" if any(map(_has_listed_types, schemas)) else ""


def doubted_of_openapi_core(case: Case) -> str:
    """Why a fault that openapi-core finds may be its own, or ""."""
    body, value = case.request.body, case.arguments.given.get("body")
    if body is None or "body" not in case.arguments.given:
        return ""
    if body.sort == "text" and essence(body.media_type) != "text/plain":
        return "text in other media types than text/plain"
    if body.sort == "form" and _has_choice_in_parts(body.schema):
        return "forms with a choice inside allOf"
    texts = value.values() if body.sort == "form" and is_object(value) else ()
    if any(isinstance(each, str) and _is_scalar(each) for each in texts):
        return "texts in forms that look like a number"
    return ""


def _has_listed_types(schema: Tree) -> bool:
    if is_array(schema):
        return any(map(_has_listed_types, schema))
    if not is_object(schema):
        return False
    return is_array(schema.get("type")) or any(map(_has_listed_types, schema.values()))


def _has_choice_in_parts(schema: Tree, *, inside: bool = False) -> bool:
    """Whether a choice of schemas stands in a part of `allOf`, however deep, of one value."""
    if not is_object(schema):
        return False
    choices = [*(schema.get("anyOf") or ()), *(schema.get("oneOf") or ())]
    parts = schema.get("allOf") or ()
    return (
        (inside and bool(choices))
        or any(_has_choice_in_parts(each, inside=inside) for each in choices)
        or any(_has_choice_in_parts(each, inside=True) for each in parts)
    )


def _unread_body(case: Case) -> str:
    body, value = case.request.body, case.arguments.given["body"]
    if not case.received.body:
        return "bodies that are empty"
    if body is None or body.leaves_open or body.sort in {"multipart", "bytes"}:
        return "bodies in parts, and of bytes"
    return _unread_form(body, value) if body.sort == "form" else ""


def _unread_form(body: Body, value: Tree) -> str:
    if not is_object(value):
        return "forms that are text"
    if not set(value) <= set(body.fields):
        return "members of forms that aren't declared"
    if any(body.fields[name].style == "deepObject" for name in value):
        return "members of forms in the style deepObject"
    return "" if all(map(_is_listed, value.values())) else "objects in forms"


def _is_scalar(text: str) -> bool:
    """Whether a text is a number or a truth value, too."""
    try:
        return isinstance(json.loads(text), int | float)
    except ValueError:
        return False


def _is_listed(value: Tree) -> bool:
    """Whether a value is a scalar, or a list of scalars."""
    items: list[Tree] = value if is_array(value) else [value]
    return not any(isinstance(each, list | dict) for each in items)


def _is_flat(value: Tree) -> bool:
    """Whether a value is an object without lists and objects in it."""
    if not is_object(value):
        return False
    return not any(isinstance(each, list | dict) for each in value.values())


def _unread_slot(slot: Slot, value: Tree) -> str:
    if slot.place == "querystring":
        return "a parameter that is the whole query"
    if slot.style in {"label", "matrix"}:
        # It looks for them under names with a dot or a semicolon, which no template has.
        return "the styles label and matrix"
    if slot.style == "spaceDelimited" and isinstance(value, list | dict):
        # It looks for `%20` where that is a space already.
        return "the style spaceDelimited"
    if slot.required and value == []:
        # They leave no trace, which it takes for a parameter that is missing.
        return "lists of nothing where one is required"
    if slot.place == "cookie" and slot.explode and is_array(value):
        return "exploded lists in cookies"
    if slot.kind == "" and isinstance(value, list | dict):
        return "lists and objects whose schema has no single type"
    if slot.kind == "" and isinstance(value, str) and _is_scalar(value):
        return "texts that look like a number where either may stand"
    if slot.style == "deepObject" and not _is_flat(value):
        return "the style deepObject but for objects of scalars"
    if is_array(value) and not _is_listed(value):
        return "lists of lists or objects in parameters"
    if not is_object(value):
        return ""
    if slot.place in {"query", "cookie"} and slot.style == "form" and slot.explode:
        return "objects that are spread over the query"
    free = ("additionalProperties", "patternProperties")
    if is_object(slot.schema) and any(slot.schema.get(key) for key in free):
        return "objects with free keys in parameters"
    return ""
