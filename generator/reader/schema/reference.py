"""The keywords `$ref` and `$dynamicRef`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.document.trees.tree import Tree, escape, keys
from generator.document.trees.uri_reference import locate
from generator.ir.types import Anything
from generator.ir.value import Json
from generator.reader.context import Context
from generator.reader.schema.enumeration import allows
from generator.reader.schema.namesake import namesake
from generator.reader.schema.reading import Reading


def read_reference(node: Node, context: Context) -> Reading | None:
    """Read the schema that `$ref` points at, as a declaration of its own; None without `$ref`.

    What the target says about a value's use (its default, read-only, deprecated) counts here as
    well.
    """
    referred = node.ref()
    if referred is None:
        return None
    target = namesake(referred)
    says = target.mapping
    return Reading(
        type=context.declare(target),
        default=_default(says),
        read_only=says.get("readOnly") is True,
        write_only=says.get("writeOnly") is True,
        deprecated=says.get("deprecated") is True,
    )


def read_dynamic_reference(node: Node, context: Context) -> Reading | None:
    """Read `$dynamicRef`: the one schema that it can lead to, else any value.

    Which of several schemas it means depends on the way a value's validation takes, which no
    static type follows.
    """
    found = node.get("$dynamicRef")
    if found is None:
        return None
    if not isinstance(found.value, str):
        raise Unsupported("ref-dangling", "`$dynamicRef` isn't text", found.place)
    targets = _targets(found, found.value, context)
    if not targets:
        message = f"`{found.value}` points at nothing"
        raise Unsupported("ref-dangling", message, found.place)
    if len(targets) == 1 and not _is_placeholder(targets[0]):
        return Reading(type=context.declare(targets[0]))
    context.notebook.write(
        "dynamic-ref-widened",
        f"what `{found.value}` means depends on the schemas around it",
        found.place,
        hint="any value is accepted here",
    )
    return Reading(type=Anything())


def read_recursive_reference(node: Node, context: Context) -> Reading | None:
    """Read `$recursiveRef`, which JSON Schema 2019-09 had in place of `$dynamicRef`.

    It means the schema around it that has a `$recursiveAnchor`.
    """
    found = node.get("$recursiveRef")
    if found is None:
        return None
    message = "`$recursiveRef` belongs to an older JSON Schema"
    path = keys(node.pointer)
    for length in range(len(path), -1, -1):
        pointer = "".join(f"/{escape(key)}" for key in path[:length])
        around = context.document.at(node.file, pointer)
        if around is not None and around.mapping.get("$recursiveAnchor") is True:
            hint = "it is read as the schema around it that has a `$recursiveAnchor`"
            context.repair("keyword-outdated", message, found, hint)
            return Reading(type=context.declare(around))
    hint = "use `$dynamicRef` and `$dynamicAnchor`"
    raise Unsupported("ref-dangling", message, found.place, hint)


def _default(says: dict[str, Tree]) -> Json | None:
    """The default of a referenced schema, unless it is of another type."""
    if "default" not in says:
        return None
    written = says.get("type")
    kinds = written if isinstance(written, list) else [written]
    named = tuple(kind for kind in kinds if isinstance(kind, str))
    return Json(value=says["default"]) if allows(named, says["default"]) else None


def _targets(found: Node, text: str, context: Context) -> list[Node]:
    document = context.document
    target = locate(found.file, text, document.sources.root)
    if target.pointer.startswith("/") or not target.pointer:
        there = document.at(target.file, target.pointer)
        return [there] if there is not None else []
    nodes: list[Node] = []
    for file, tree in document.trees.items():
        for pointer in _anchored(tree, target.pointer):
            if (there := document.at(file, pointer)) is not None:
                nodes.append(there)
    return nodes


def _anchored(tree: Tree, anchor: str) -> Iterator[str]:
    """The pointers of the schemas that have an anchor."""
    waiting: list[tuple[str, Tree]] = [("", tree)]
    while waiting:
        pointer, value = waiting.pop()
        if isinstance(value, dict):
            if anchor in (value.get("$dynamicAnchor"), value.get("$anchor")):
                yield pointer
            waiting += [(f"{pointer}/{escape(key)}", one) for key, one in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{pointer}/{index}", one) for index, one in enumerate(value)]


def _is_placeholder(schema: Node) -> bool:
    """Whether a schema only holds the place for one that others put there."""
    return schema.value is False or schema.mapping.get("not") in ({}, True)
