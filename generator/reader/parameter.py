"""Parameter Object: https://spec.openapis.org/oas/v3.2.0#parameter-object"""

from __future__ import annotations

import difflib

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.name import Name
from generator.ir.operation import Encoding, Parameter
from generator.ir.types import String
from generator.media_range import media_range
from generator.reader.audit import audit
from generator.reader.content import Content, read_content_schema
from generator.reader.context import Context
from generator.reader.docs import described, read_name
from generator.reader.encoding import read_encodings
from generator.reader.example import as_example, read_examples
from generator.reader.extension import read_chosen_name
from generator.reader.header import TOKEN
from generator.reader.schema.reading import Reading
from generator.reader.style import read_item_styles, read_style

LOCATIONS = ("path", "query", "header", "cookie", "querystring")
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
    reading = content.reading if content else _read_schema(node, context)
    style, explode = ("", False) if content else read_style(location, node, context)
    parameter = Parameter(
        name=read_name(node, name),
        location=location,
        type=reading.type,
        required=_read_required(location, node, context),
        style=style,
        explode=explode,
        item_styles=() if content else read_item_styles(node, context),
        allow_reserved=node.flag("allowReserved"),
        media_type=content.media_type if content else "",
        encodings=_read_encodings(content, context) if content else (),
        default=reading.default,
        deprecated=node.flag("deprecated") or reading.deprecated,
        docs=described(node) if node.string("description") else reading.docs,
        constraints=reading.constraints,
        examples=read_examples(node, context)
        or (content.examples if content else ())
        or as_example(reading.example),
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
        context.repair("parameter-location", message, node.at("in"), hint)
        return close[0]
    message = f"`{location}` is no place for a parameter"
    if node.flag("required"):
        raise Unsupported("parameter-location", message, node.at("in").place)
    hint = "the parameter is left out"
    context.repair("parameter-location", message, node.at("in"), hint)
    return None


def _is_ignored(name: str, location: str, node: Node, context: Context) -> bool:
    if location != "header" or name.lower() not in _RESERVED:
        return False
    if context.is_first("reserved", name.lower(), node.file):
        context.notebook.write(
            "parameter-reserved",
            f"the header parameter `{name}` is ignored, as OpenAPI requires",
            node.place,
            hint="content types and security schemes describe this header",
        )
    return True


def _is_name(name: str, location: str, node: Node, context: Context) -> bool:
    """Whether a name can be written where the parameter travels."""
    # One of a path is named by the path, as far as that leaves no doubt.
    good = bool(name) or (location == "path" and context.lenient)
    if location in {"header", "cookie"}:
        good = TOKEN.match(name) is not None or _is_bracketed(name, location)
    if good:
        return True
    message = f"{name!r} can't be the name of a {location} parameter"
    if location == "path" or node.flag("required"):
        raise Unsupported("parameter-name", message, node.at("name").place)
    hint = "the parameter is left out"
    context.repair("parameter-name", message, node.at("name"), hint)
    return False


def _is_bracketed(name: str, location: str) -> bool:
    """Cookies are often named like `filter[id]`, which servers take."""
    return (
        location == "cookie" and TOKEN.match(name.translate(_NO_BRACKETS)) is not None
    )


_NO_BRACKETS = str.maketrans("", "", "[]")


def _read_schema(node: Node, context: Context) -> Reading:
    if (schema := node.get("schema")) is not None:
        return context.read_schema(schema)
    # What is wrong with a `content` has been reported.
    if "content" not in node.mapping:
        message = "the parameter has neither `schema` nor `content`"
        hint = "it is read as a string"
        context.repair("parameter-untyped", message, node.at("schema"), hint)
    return Reading(type=String())


def _read_encodings(content: Content, context: Context) -> tuple[Encoding, ...]:
    """How the fields of a parameter that is a form are written."""
    if not media_range(content.media_type).is_form or not isinstance(
        content.node.value, dict
    ):
        return ()
    return read_encodings(content.node, context)


def _read_required(location: str, node: Node, context: Context) -> bool:
    required = node.flag("required")
    if location == "path" and not required:
        message = "a parameter in the path has to be required"
        context.repair(
            "parameter-optional", message, node.at("required"), "it is required"
        )
    return required or location == "path"


def _read_client_option(name: str, node: Node) -> Name | None:
    option = read_chosen_name(node, "x-sdk-client-option", name)
    return Name(wire=name, preferred=option) if option else None
