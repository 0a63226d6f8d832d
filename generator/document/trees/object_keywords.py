"""Which keyword holds which OpenAPI object, for all versions together.

Whatever isn't listed is data (examples, defaults, enum values, extensions): nothing in it is a
reference or a schema. Shapes: `x` is one object, `[x]` a list of them, `{x}` a map of names to
them. `*` stands for every key that isn't an extension.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document.trees.tree import Tree

METHODS = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)

GRAMMAR: dict[str, dict[str, str]] = {
    "openapi": {
        "info": "info",
        "servers": "[server]",
        "paths": "paths",
        "webhooks": "{pathItem}",
        "components": "components",
        "tags": "[tag]",
        "externalDocs": "externalDocs",
        "definitions": "{schema}",
        "parameters": "{parameter}",
        "responses": "{response}",
        "securityDefinitions": "{securityScheme}",
        "security": "[securityRequirement]",
    },
    "info": {"contact": "contact", "license": "license"},
    "contact": {},
    "license": {},
    "tag": {"externalDocs": "externalDocs"},
    "externalDocs": {},
    "server": {"variables": "{serverVariable}"},
    "serverVariable": {},
    "components": {
        "schemas": "{schema}",
        "responses": "{response}",
        "parameters": "{parameter}",
        "examples": "{example}",
        "requestBodies": "{requestBody}",
        "headers": "{header}",
        "securitySchemes": "{securityScheme}",
        "links": "{link}",
        "callbacks": "{callback}",
        "pathItems": "{pathItem}",
        "mediaTypes": "{mediaType}",
    },
    "paths": {"*": "pathItem"},
    "pathItem": {
        **dict.fromkeys(METHODS, "operation"),
        "additionalOperations": "{operation}",
        "servers": "[server]",
        "parameters": "[parameter]",
    },
    "operation": {
        "externalDocs": "externalDocs",
        "parameters": "[parameter]",
        "requestBody": "requestBody",
        "responses": "responses",
        "callbacks": "{callback}",
        "security": "[securityRequirement]",
        "servers": "[server]",
    },
    "parameter": {
        "schema": "schema",
        "items": "schema",
        "content": "{mediaType}",
        "examples": "{example}",
    },
    "requestBody": {"content": "{mediaType}"},
    "mediaType": {
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "{example}",
        "encoding": "{encoding}",
        "prefixEncoding": "[encoding]",
        "itemEncoding": "encoding",
    },
    "encoding": {
        "headers": "{header}",
        "encoding": "{encoding}",
        "prefixEncoding": "[encoding]",
        "itemEncoding": "encoding",
    },
    "responses": {"*": "response"},
    # The `examples` of a 2.0 response are data by media type, those of 3.x stand in mediaType.
    "response": {
        "schema": "schema",
        "headers": "{header}",
        "content": "{mediaType}",
        "links": "{link}",
    },
    "header": {
        "schema": "schema",
        "items": "schema",
        "content": "{mediaType}",
        "examples": "{example}",
    },
    "example": {},
    "link": {"server": "server"},
    "callback": {"*": "pathItem"},
    "securityRequirement": {},
    # The `scopes` of a scheme are those of 2.0.
    "securityScheme": {"flows": "oauthFlows", "scopes": "{text}"},
    "oauthFlows": {"*": "oauthFlow"},
    "oauthFlow": {"scopes": "{text}"},
    "discriminator": {"mapping": "{text}"},
    "text": {},
    "xml": {},
    "schema": {
        **dict.fromkeys(
            (
                "not",
                "if",
                "then",
                "else",
                "contains",
                "items",
                "propertyNames",
                "additionalProperties",
                "additionalItems",
                "unevaluatedItems",
                "unevaluatedProperties",
                "contentSchema",
            ),
            "schema",
        ),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "[schema]"),
        **dict.fromkeys(
            (
                "properties",
                "patternProperties",
                "dependentSchemas",
                "dependencies",
                "$defs",
                "definitions",
            ),
            "{schema}",
        ),
        "discriminator": "discriminator",
        "xml": "xml",
        "externalDocs": "externalDocs",
    },
}

# The objects that the specification lets a Reference Object stand for.
REFERABLE = frozenset(
    {
        "pathItem",
        "parameter",
        "requestBody",
        "mediaType",
        "response",
        "header",
        "example",
        "link",
        "callback",
        "securityScheme",
        "schema",
    }
)
# A mapping's value is a component's name unless it looks like an address or a file.
_MAPPED = re.compile(r"[/#:]|\.(?:json|ya?ml)$")


def children(value: Tree, kind: str) -> Iterator[tuple[tuple[str, ...], Tree, str]]:
    """The OpenAPI objects directly inside one, each with the keys that lead to it and its kind.

    Lists and maps are passed through: a property comes out as
    `(("properties", "id"), …, "schema")`. A reference in the place of a whole list or map comes
    out with that list's or map's kind, and so does an empty list in the place of a map.
    """
    if kind[0] in "{[":
        yield from _members((), value, kind)
        return
    if not isinstance(value, dict):
        return
    rules = GRAMMAR[kind]
    every = rules.get("*")
    for key, item in value.items():
        if not isinstance(item, (dict, list, bool)):
            continue
        rule = every if every and not key.startswith("x-") else rules.get(key)
        if rule is None:
            continue
        is_one = rule[0] not in "{[" and not isinstance(item, list)
        if is_one or (rule[0] in "{[" and is_reference(item)):
            yield (key,), item, rule
        elif key == "dependencies":
            # Those that are lists of names hold no schema.
            members = _members((key,), item, rule)
            yield from (one for one in members if not isinstance(one[1], list))
        else:
            yield from _members((key,), item, rule)


def is_reference(value: Tree) -> bool:
    """Whether a value is a Reference Object, with or without siblings."""
    return isinstance(value, dict) and isinstance(value.get("$ref"), str)


def mapped(discriminator: dict[str, Tree]) -> dict[str, str]:
    """The references in a discriminator's mapping, without the names of components."""
    mapping = discriminator.get("mapping")
    return {
        key: value
        for key, value in (mapping.items() if isinstance(mapping, dict) else ())
        if isinstance(value, str) and is_mapped(value)
    }


def is_mapped(text: str) -> bool:
    """Whether a mapping's value is a reference, not a component's name."""
    return _MAPPED.search(text) is not None


def _members(
    way: tuple[str, ...], item: Tree, rule: str
) -> Iterator[tuple[tuple[str, ...], Tree, str]]:
    match rule[0]:
        case "{":
            if isinstance(item, dict):
                for name, member in item.items():
                    yield (*way, name), member, rule[1:-1]
            elif item == []:
                yield way, item, rule
        case "[":
            if isinstance(item, list):
                for index, element in enumerate(item):
                    yield (*way, str(index)), element, rule[1:-1]
        case _:
            # Before 2020-12, `items` could be a list of schemas.
            if isinstance(item, list) and item and rule == "schema":
                for index, element in enumerate(item):
                    yield (*way, str(index)), element, rule
            else:
                yield way, item, rule
