"""Components Object: https://spec.openapis.org/oas/v3.2.0#components-object"""

from __future__ import annotations

import re

from generator.document.node import Node
from generator.document.trees.tree import describe
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.schema.namesake import namesake

_KINDS = (
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
)
_NAME = re.compile(r"[A-Za-z0-9._-]+\Z")


def declare_schemas(components: Node, context: Context) -> None:
    """Have all component schemas read."""
    for _, node in components.members("schemas"):
        context.declare(namesake(node))


def check_components(components: Node, context: Context) -> None:
    """Report components with names that OpenAPI doesn't allow, or that are no objects."""
    audit(components, "Components", context)
    for kind in _KINDS:
        with context.notebook.skipping():
            for key, node in components.members(kind):
                _check(kind, key, node, context)


def _check(kind: str, key: str, node: Node, context: Context) -> None:
    # Swagger 2.0 allows every name.
    if not _NAME.match(key) and context.document.version != "2.0":
        message = f"a component can't have the name {key!r}"
        context.notebook.write("component-name", message, node.place)
    # What is no schema is reported where schemas are read.
    if kind != "schemas" and not isinstance(node.value, dict):
        message = f"a component has to be an object, and is {describe(node.value)}"
        context.repair("object-expected", message, node)
