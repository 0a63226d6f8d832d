"""Request Body Object: what 2.0 writes as parameters in `body` or `formData`."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.from_2_0.media import FORM, MULTIPART
from generator.document.upgrade.from_2_0.schema import is_file
from generator.document.upgrade.walk.upgrade_walk import Walk
from generator.media_range import media_range

_STYLED = ("style", "explode", "itemStyles")


def request_body(
    value: dict[str, Tree], types: list[str], walk: Walk
) -> dict[str, Tree]:
    """Make a request body of a parameter in `body`.

    Args:
        value: The parameter.
        types: The media types that the body can have.
        walk: The pass.

    Returns:
        The body; the parameter's name, which is never sent, goes.
    """
    about = {
        key: item
        for key, item in value.items()
        if key in {"description", "required"}
        or (key.startswith("x-") and key not in {"x-example", "x-examples"})
    }
    schema = value.get("schema", {})
    content: dict[str, Tree] = {
        name: walk.made({"schema": schema, **_example(value, name)}, value)
        for name in types
    }
    return walk.made({**about, "content": walk.made(content, value)}, value)


def _example(value: dict[str, Tree], media_type: str) -> dict[str, Tree]:
    """Return the example that extensions give for a media type, as keywords."""
    examples = value.get("x-examples")
    if isinstance(examples, dict) and media_type in examples:
        return {"example": examples[media_type]}
    return {"example": value["x-example"]} if "x-example" in value else {}


def form(
    fields: list[dict[str, Tree]], consumed: list[str], at: dict[str, Tree], walk: Walk
) -> dict[str, Tree]:
    """Make a request body of parameters in `formData`.

    Args:
        fields: The parameters, each with its schema.
        consumed: The media types of the operation.
        at: The operation.
        walk: The pass.

    Returns:
        The body, under each form's media type that the operation takes.
    """
    properties: dict[str, Tree] = {}
    encoding: dict[str, Tree] = {}
    required: list[Tree] = []
    for field in fields:
        name = field.get("name")
        if isinstance(name, int | float) and not isinstance(name, bool):
            message = "`name` has to be a string, and is a number"
            walk.note("keyword-type", message, field, "name")
            name = str(name)
        if not isinstance(name, str):
            message = "A field of a form needs a name to be sent; this one is left out"
            walk.note("swagger-body", message, field)
            continue
        properties[name] = _property(field, walk)
        if "style" in field:
            styled = {key: field[key] for key in _STYLED if key in field}
            encoding[name] = walk.made(styled, field)
        if field.get("required") is True:
            required.append(name)
    schema: dict[str, Tree] = {
        "type": "object",
        "properties": walk.made(properties, at),
    }
    if required:
        schema["required"] = walk.made(required, at)
    media: dict[str, Tree] = {"schema": walk.made(schema, at)}
    if encoding:
        media["encoding"] = walk.made(encoding, at)
    names = _form_types(properties, consumed)
    content: dict[str, Tree] = dict.fromkeys(names, walk.made(media, at))
    body: dict[str, Tree] = {"content": walk.made(content, at)}
    return walk.made(body | ({"required": True} if required else {}), at)


def _property(field: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Return a parameter's schema with what else is said about it."""
    schema = field.get("schema")
    if not isinstance(schema, dict):
        schema = {}
    about = {
        key: item
        for key, item in field.items()
        if key == "description" or key.startswith("x-")
    }
    if "x-example" in about and "example" not in schema:
        about["example"] = about.pop("x-example")
    return walk.made({**schema, **about}, field)


def _form_types(properties: dict[str, Tree], consumed: list[str]) -> list[str]:
    """Return the media types that a form is sent as: files only go in parts."""
    files = any(_holds_file(schema) for schema in properties.values())
    allowed = {MULTIPART} if files else {FORM, MULTIPART}
    names = [name for name in consumed if media_range(name).essence in allowed]
    return names or [MULTIPART if files else FORM]


def _holds_file(schema: Tree) -> bool:
    while isinstance(schema, dict) and schema.get("type") == "array":
        schema = schema.get("items")
    return is_file(schema)
