"""Styles of parameters: https://spec.openapis.org/oas/v3.2.0#style-values"""

from __future__ import annotations

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.reader.context import Context

# The styles of each location, the default one first.
_STYLES = {
    "path": ("simple", "label", "matrix"),
    # Tabs are what Swagger 2.0 calls `tsv`.
    "query": ("form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
    "querystring": (),
}
# What can stand between the items of a list within a list.
_BETWEEN_ITEMS = frozenset({"form", "spaceDelimited", "pipeDelimited", "tabDelimited"})
_EXPLODED = frozenset({"form", "cookie"})
# The types that a style is for, where it isn't for all.
_SUITED = {
    "spaceDelimited": frozenset({"array", "object"}),
    "pipeDelimited": frozenset({"array", "object"}),
    "tabDelimited": frozenset({"array", "object"}),
    "deepObject": frozenset({"object"}),
}
_COMBINING = ("allOf", "anyOf", "oneOf")
_NONE = frozenset[str]()


def read_style(location: str, node: Node, context: Context) -> tuple[str, bool]:
    """The style of a parameter that has a schema, and whether it is exploded.

    Args:
        location: Where the parameter travels.
        node: The parameter.
        context: What the readers share.
    """
    styles = _STYLES[location]
    if not styles:
        message = "a parameter that is the whole query string needs `content`"
        raise Unsupported("parameter-untyped", message, node.at("content").place)
    style = node.string("style", styles[0])
    if style not in styles:
        message = f"a {location} parameter can't have the style `{style}`"
        hint = f"it is read as `{styles[0]}`"
        context.repair("style-unknown", message, node.at("style"), hint)
        style = styles[0]
    kinds = _kinds(node.get("schema"), set())
    style = _suited(style, kinds, node, context)
    explode = node.flag("explode", style in _EXPLODED)
    if location == "cookie" and style == "form" and explode:
        _check_cookie(kinds, node, context)
    return style, explode


def read_item_styles(node: Node, context: Context) -> tuple[str, ...]:
    """The styles of lists within a list, from the outside in: what Swagger 2.0 alone can say.

    Args:
        node: The parameter or the encoding.
        context: What the readers share.
    """
    styles = tuple(one.text for one in node.elements("itemStyles"))
    for style in styles:
        if style not in _BETWEEN_ITEMS:
            message = f"lists within a list can't have the style `{style}`"
            where = node.at("itemStyles")
            context.repair("style-unknown", message, where, "they are written as JSON")
            return ()
    return styles


def _suited(style: str, kinds: frozenset[str], node: Node, context: Context) -> str:
    """The style, or `form` where it can write no value of the parameter."""
    unsuited = kinds - _SUITED.get(style, kinds)
    if not unsuited:
        return style
    named = " or ".join(sorted(unsuited))
    if unsuited == kinds and style != "deepObject":
        message = (
            f"`{style}` is for arrays and objects, not for a value of type {named}"
        )
        where = node.at("style")
        context.repair("style-unsuited", message, where, "it is read as `form`")
        return "form"
    if context.is_first("undefined", style, named, node.file):
        context.notebook.write(
            "style-undefined",
            f"OpenAPI doesn't define `{style}` for a value of type {named}",
            node.place,
            hint=_READ_AS.get(style, "such a value is written as `form` writes it"),
        )
    return style


_READ_AS = {"deepObject": "brackets are written as servers commonly read them"}


def _check_cookie(kinds: frozenset[str], node: Node, context: Context) -> None:
    """Warn of members that `&` joins, as in a query, though cookies are joined by `;`."""
    if not kinds.isdisjoint({"array", "object"}):
        context.notebook.write(
            "cookie-exploded",
            "an exploded array or object in a cookie is joined with `&`",
            node.place,
            hint="if the server reads cookies one by one, the style `cookie` is meant",
        )


def _kinds(schema: Node | None, seen: set[str]) -> frozenset[str]:
    """The JSON types that a schema and those it combines name, null aside."""
    target = schema.end() if schema is not None else None
    if target is None or not isinstance(target.value, dict) or target.id in seen:
        return _NONE
    seen.add(target.id)
    written = target.value.get("type")
    named = written if isinstance(written, list) else [written]
    kinds = frozenset(one for one in named if isinstance(one, str)) - {"null"}
    for keyword in _COMBINING:
        if keyword in target.value:
            kinds = kinds.union(
                *(_kinds(one, seen) for one in target.elements(keyword))
            )
    return kinds
