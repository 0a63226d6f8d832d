"""Short ways to write schemas down."""

from __future__ import annotations

from typing import Any

Tree = Any


def ref(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, told_by: Tree = None, **properties: Tree) -> Tree:
    """An object; a property is a type's name or a schema."""
    schema: Tree = {
        "type": "object",
        "properties": {
            name: {"type": each} if isinstance(each, str) else each
            for name, each in properties.items()
        },
    }
    if required:
        schema["required"] = list(required)
    if told_by is not None:
        schema["discriminator"] = told_by
    return schema


def tells(property: str, **mapping: str) -> Tree:
    """A discriminator, whose mapping gives names of schemas."""
    found: Tree = {"propertyName": property}
    if mapping:
        found["mapping"] = mapping
    return found


def extends(*parents: str, **more: Tree) -> Tree:
    """All of some schemas and of one more, `own`; other keywords stand beside `allOf`."""
    own = more.pop("own", None)
    parts = [*map(ref, parents), *([own] if own is not None else [])]
    return {"allOf": parts, **more}


def one_of(*names: str, **more: Tree) -> Tree:
    return {"oneOf": [*map(ref, names)], **more}
