"""Parameter Object: https://spec.openapis.org/oas/v3.2.0#parameter-object"""

from __future__ import annotations

import difflib

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.name import Name
from generator.ir.operation import Parameter
from generator.ir.types import String
from generator.reader.audit import audit
from generator.reader.content import read_content_schema
from generator.reader.context import Context
from generator.reader.docs import described, read_name
from generator.reader.example import read_examples
from generator.reader.header import TOKEN
from generator.reader.schema import read_schema
from generator.reader.schema.reading import Reading

LOCATIONS = ("path", "query", "header", "cookie", "querystring")
# The styles of each location, the default one first.
STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
    "querystring": (),
}
_EXPLODED = frozenset({"form", "cookie"})
# Headers that other parts of a document describe: parameters of these names are ignored.
_RESERVED = frozenset({"accept", "content-type", "authorization"})


def read_parameter(node: Node, context: Context) -> Parameter | None:
    """Read one parameter; None for one that is to be ignored."""
    if not context.is_object(node, "a parameter"):
        return None
    return context.shared("Parameter", node, lambda target: _read(target, context))


def _read(node: Node, context: Context) -> Parameter | None:
    if not context.is_object(node, "a parameter"):
        return None
    name = node.string("name")
    location = _read_location(node, context)
    if location is None or _is_ignored(name, location, node, context):
        return None
    if not _is_name(name, location, node, context):
        return None
    content = read_content_schema(node, context, "parameter")
    reading = content[1] if content else _read_schema(node, context)
    style = _read_style(location, node, context) if content is None else ""
    explode = node.flag("explode", style in _EXPLODED)
    parameter = Parameter(
        name=read_name(node, name),
        location=location,
        type=reading.type,
        required=_read_required(location, node, context),
        style=style,
        explode=explode and content is None,
        allow_reserved=node.flag("allowReserved"),
        media_type=content[0] if content else "",
        default=reading.default,
        deprecated=node.flag("deprecated") or reading.deprecated,
        docs=described(node) if node.string("description") else reading.docs,
        constraints=reading.constraints,
        examples=read_examples(node, context) or (content[2] if content else ()),
        client_option=_read_client_option(name, node),
        place=node.place,
    )
    audit(node, "Parameter", context)
    return parameter


def _read_location(node: Node, context: Context) -> str | None:
    location = node.string("in")
    if location in LOCATIONS:
        return location
    close = difflib.get_close_matches(location.lower(), LOCATIONS, n=1, cutoff=0.7)
    if close:
        message, hint = (
            f"`{location}` is no place for a parameter",
            f"read as `{close[0]}`",
        )
        context.repair("parameter-location", message, node, hint)
        return close[0]
    message = f"`{location}` is no place for a parameter"
    if node.flag("required"):
        raise Unsupported("parameter-location", message, node.place)
    context.repair("parameter-location", message, node, "the parameter is left out")
    return None


def _is_ignored(name: str, location: str, node: Node, context: Context) -> bool:
    if location != "header" or name.lower() not in _RESERVED:
        return False
    if context.first("reserved", name.lower(), node.file):
        context.notebook.write(
            "parameter-reserved",
            f"the header parameter `{name}` is ignored, as OpenAPI asks",
            node.place,
            hint="content types and security schemes describe this header",
        )
    return True


def _is_name(name: str, location: str, node: Node, context: Context) -> bool:
    """Whether a name can be written where the parameter travels."""
    good = bool(name)
    if location in {"header", "cookie"}:
        good = TOKEN.match(name) is not None or _is_bracketed(name, location)
    if good:
        return True
    message = f"{name!r} can't be the name of a {location} parameter"
    if location == "path" or node.flag("required"):
        raise Unsupported("parameter-name", message, node.place)
    context.repair("parameter-name", message, node, "the parameter is left out")
    return False


def _is_bracketed(name: str, location: str) -> bool:
    """Cookies are often named like `filter[id]`, which servers take."""
    return (
        location == "cookie" and TOKEN.match(name.translate(_NO_BRACKETS)) is not None
    )


_NO_BRACKETS = str.maketrans("", "", "[]")


def _read_schema(node: Node, context: Context) -> Reading:
    if (schema := node.get("schema")) is not None:
        return read_schema(schema, context)
    message = "the parameter has neither `schema` nor a usable `content`"
    context.repair("parameter-untyped", message, node, "it is read as a string")
    return Reading(type=String())


def _read_required(location: str, node: Node, context: Context) -> bool:
    required = node.flag("required")
    if location == "path" and not required:
        message = "a parameter in the path has to be required"
        context.repair("parameter-optional", message, node, "it is required")
    return required or location == "path"


def _read_style(location: str, node: Node, context: Context) -> str:
    styles = STYLES[location]
    style = node.string("style", styles[0] if styles else "")
    if not styles:
        message = "a parameter that is the whole query string needs `content`"
        raise Unsupported("parameter-untyped", message, node.place)
    if style not in styles:
        message = f"a {location} parameter can't have the style `{style}`"
        hint = f"it is read as `{styles[0]}`"
        context.repair("style-unknown", message, node, hint)
        return styles[0]
    return _suited(style, node, context)


def _suited(style: str, node: Node, context: Context) -> str:
    """The style, or `form` for a value that the style can't write."""
    kind = _kind(node)
    if style in {"spaceDelimited", "pipeDelimited"} and kind not in {
        "",
        "array",
        "object",
    }:
        message = f"`{style}` is for arrays and objects, not for a value of type {kind}"
        context.repair("style-unsuited", message, node, "it is read as `form`")
        return "form"
    if (
        style == "deepObject"
        and kind not in {"", "object"}
        and context.first("undefined", style, kind, node.file)
    ):
        context.notebook.write(
            "style-undefined",
            f"OpenAPI doesn't define `deepObject` for a value of type {kind}",
            node.place,
            hint="brackets are written as servers commonly read them",
        )
    return style


def _kind(node: Node) -> str:
    """The JSON type that a parameter's schema names, or ""."""
    schema = node.get("schema")
    target = schema.follow() if schema is not None else None
    kind = target.value.get("type") if target and isinstance(target.value, dict) else ""
    return kind if isinstance(kind, str) else ""


def _read_client_option(name: str, node: Node) -> Name | None:
    option = node.string("x-sdk-client-option")
    return Name(wire=name, preferred=option) if option else None
