"""Parameter and Header Objects: the keywords of their type go into a schema."""

from __future__ import annotations

from generator.document.trees.tree import Tree, without
from generator.document.upgrade.from_2_0.body import request_body
from generator.document.upgrade.from_2_0.media import JSON, media_types
from generator.document.upgrade.from_2_0.schema import file, nullable
from generator.document.upgrade.walk.upgrade_walk import Walk

_TYPE = (
    "type",
    "format",
    "title",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "x-nullable",
)

# How lists are written into queries and forms: style and explode. OpenAPI 3 has no tabs.
_STYLES = {
    "csv": ("form", False),
    "multi": ("form", True),
    "pipes": ("pipeDelimited", False),
    "ssv": ("spaceDelimited", False),
    "tsv": ("tabDelimited", False),
}
_NOT_IN_ITEMS = frozenset({"collectionFormat", "allowEmptyValue"})
# How lists within a list are written, the styles from the outside in. OpenAPI 3 can't say it.
_ITEM_STYLES = "itemStyles"


def parameter(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a parameter that operations refer to; a body becomes a Request Body Object."""
    match value.get("in"):
        case "body":
            types = media_types(walk.document, "consumes", [JSON])
            return request_body(value, types or [JSON], walk)
        case "formData":
            return field(value, walk)
        case _:
            return ordinary(value, walk)


def ordinary(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a parameter of a path, query or header."""
    new = _with_example(_with_schema(value, walk))
    return new | _style(value, walk)


def field(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a parameter of a form, which goes on to be a property of its body."""
    if value.get("allowEmptyValue") is True:
        message = "A property of a form has no `allowEmptyValue` in OpenAPI 3"
        walk.note("swagger-keyword", message, value, "allowEmptyValue")
    return walk.made(_with_schema(value, walk) | _style(value, walk), value)


def header(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a header of a response."""
    new = _with_example(_with_schema(value, walk))
    if new.pop(_ITEM_STYLES, ["form"]) != ["form"]:
        message = (
            "How lists within a list are written in a response's header isn't read"
        )
        walk.note("swagger-array-format", message, value, "items")
    return new | _style({**value, "in": "header"}, walk)


def items(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade the items of a list outside JSON; lists within it say how they are written."""
    rest = without(value, *_NOT_IN_ITEMS)
    if value.get("type") == "array":
        rest, inner = _lifted(rest, walk)
        rest[_ITEM_STYLES] = walk.made([_item_style(value, walk), *inner], value)
    new = nullable(file(rest))
    return value if new == value else new


def _item_style(value: dict[str, Tree], walk: Walk) -> str:
    """Return the style of a list within a list."""
    written = value.get("collectionFormat", "csv")
    if isinstance(written, str) and written in _STYLES and written != "multi":
        return _STYLES[written][0]
    message = f"`{written}` is no way to write lists within lists; commas are taken"
    walk.note("swagger-array-format", message, value, "collectionFormat")
    return _STYLES["csv"][0]


def _lifted(value: dict[str, Tree], walk: Walk) -> tuple[dict[str, Tree], list[Tree]]:
    """Return a list's schema without the styles that its items brought along, and these."""
    below = value.get("items")
    styles = below.get(_ITEM_STYLES) if isinstance(below, dict) else None
    if not isinstance(below, dict) or not isinstance(styles, list):
        return value, []
    rest = without(below, _ITEM_STYLES)
    return {**value, "items": walk.made(rest, below)}, styles


def _with_schema(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Gather the keywords of the type into a schema, unless there is one already."""
    kept = without(value, *_TYPE, "collectionFormat")
    if isinstance(value.get("schema"), dict) and "type" not in value:
        return kept
    own = {key: value[key] for key in _TYPE if key in value}
    own, inner = _lifted(own, walk)
    if inner and value.get("type") == "array":
        kept[_ITEM_STYLES] = walk.made(inner, value)
    return {**kept, "schema": walk.made(nullable(file(own)), value)}


def _with_example(value: dict[str, Tree]) -> dict[str, Tree]:
    """Adopt the extension by which 2.0 documents give a parameter an example."""
    if "x-example" not in value or "example" in value:
        return value
    rest = without(value, "x-example")
    return rest | {"example": value["x-example"]}


def _style(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Return the keywords that say how a list is written."""
    if value.get("type") != "array":
        return {}
    written = value.get("collectionFormat", "csv")
    inside = value.get("in") in ("query", "formData")
    known = isinstance(written, str) and written in _STYLES
    if not known or (not inside and written != "csv"):
        message = (
            f"`{written}` can't be expressed in OpenAPI 3 here; commas are the nearest"
        )
        walk.note("swagger-array-format", message, value, "collectionFormat")
    if not inside:
        return {}
    style, explode = _STYLES[str(written) if known else "csv"]
    return {"style": style, "explode": explode}
