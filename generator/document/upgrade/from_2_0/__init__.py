"""Swagger 2.0 to OpenAPI 3.0: bodies, content by media type, components, servers."""

from __future__ import annotations

from generator.document.trees.object_keywords import GRAMMAR
from generator.document.upgrade.from_2_0.document import move, openapi, security_scheme
from generator.document.upgrade.from_2_0.operation import path_item
from generator.document.upgrade.from_2_0.parameter import header, items, parameter
from generator.document.upgrade.from_2_0.response import component
from generator.document.upgrade.from_2_0.schema import schema
from generator.document.upgrade.walk.upgrade_walk import Rule, UpgradeStep
from generator.document.upgrade.walk.visited_objects import shapes

# What stands in an operation depends on the operation's media types, so its parts are rebuilt with
# it and not by themselves, as those are that many operations refer to.
_INLINE = {"inlineParameter": "parameter", "inlineResponse": "response"}

_PARTS = {
    "pathItem": GRAMMAR["pathItem"] | {"parameters": "[inlineParameter]"},
    "operation": {"parameters": "[inlineParameter]", "responses": "inlineResponses"},
    "inlineResponses": {"*": "inlineResponse"},
    "inlineParameter": {"schema": "schema", "items": "items"},
    "inlineResponse": {"schema": "schema", "headers": "{header}"},
    "parameter": {"schema": "schema", "items": "items"},
    "response": {"schema": "schema", "headers": "{header}"},
    "header": {"schema": "schema", "items": "items"},
    "items": {"items": "items"},
}

_RULES = {
    "header": Rule(header),
    "items": Rule(items),
    "openapi": Rule(openapi),
    "parameter": Rule(parameter),
    "pathItem": Rule(path_item),
    "response": Rule(component),
    "securityScheme": Rule(security_scheme),
    "schema": Rule(schema, frozenset({"discriminator", "type", "x-nullable"})),
}

STEP = UpgradeStep(
    shapes=shapes(
        GRAMMAR | _PARTS,
        wanted={*_RULES, *_INLINE, "discriminator"},
        referred=_INLINE | {"items": "schema"},
    ),
    rules=_RULES,
    move=move,
)
