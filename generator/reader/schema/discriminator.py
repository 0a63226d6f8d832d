"""Discriminator Object: https://spec.openapis.org/oas/v3.2.0#discriminator-object"""

from __future__ import annotations

from generator.document.node import Node
from generator.document.trees.tree import escape
from generator.document.trees.uri_reference import embedded, locate
from generator.ir.types import Discriminator
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.schema.namesake import namesake


def read_discriminator(node: Node, context: Context) -> Discriminator | None:
    """Read how the document distinguishes variants; None when it doesn't really."""
    if not context.is_object(node, "`discriminator`"):
        return None
    name = node.string("propertyName")
    mapping: dict[str, str] = {}
    for value, target in node.members("mapping"):
        if (identity := _target(target, context)) is not None:
            mapping[value] = identity
    default = node.get("defaultMapping")
    otherwise = _target(default, context) if default is not None else None
    audit(node, "Discriminator", context)
    if not name and context.has_refused_reference(node):
        return None
    if not name:
        hint = "the variants are told apart by their content"
        message = "the discriminator names no property"
        context.repair("discriminator-property", message, node, hint)
        return None
    return Discriminator(
        property=name, mapping=tuple(mapping.items()), default=otherwise or ""
    )


def _target(node: Node, context: Context) -> str | None:
    """The id of the schema that a name or a reference means, which gets declared."""
    is_scalar = not isinstance(node.value, (dict, list))
    found = _named(node, node.text, context) if is_scalar else None
    if found is not None:
        return context.declare(namesake(found)).id
    message = "the discriminator maps to a schema that isn't there"
    context.repair("discriminator-mapping", message, node, "the entry is ignored")
    return None


def _named(node: Node, text: str, context: Context) -> Node | None:
    """The schema of a mapping: a component's name, here or in the root, else a reference."""
    document = context.document
    for file in dict.fromkeys((node.file, "")):
        named = document.at(file, f"/components/schemas/{escape(text)}")
        if named is not None:
            return named
    target = locate(node.file, text, document.sources.root)
    found = document.at(target.file, target.pointer)
    outside, _, inside = text.partition("#")
    if found is not None or outside:
        return found
    near = embedded(document.trees[node.file], node.pointer, inside)
    if near is None:
        return None
    message = f"`{text}` points at nothing in the document"
    hint = "it is read as a definition of the schema around it"
    context.repair("ref-embedded", message, node, hint)
    return document.at(node.file, near)
