"""Documents in which the library's rules would find nothing, recognised without loading it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.trees.object_keywords import children, is_reference
from generator.document.trees.tree import Tree
from generator.document.validation.rule_faults import referred


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LISTS = ("allOf", "anyOf", "oneOf")
_VALUED = ("schema", "parameter")
# Keywords that say nothing of a value, or are compared below.
_UNDERSTOOD = _words(
    "title description default example examples deprecated readOnly writeOnly nullable xml "
    "externalDocs $comment name in allowEmptyValue collectionFormat "
    "type enum minimum maximum minLength maxLength format items"
)
# Without effect when they are no numbers, and no names.
_IF_FALSE = ("exclusiveMinimum", "exclusiveMaximum", "required")
# The library looks at strings of these.
_CHECKED_FORMATS = _words(
    "byte color date date-time duration email hostname idn-email idn-hostname ipv4 ipv6 "
    "json-pointer regex relative-json-pointer time uri-template uuid"
)
_TYPES: dict[str, tuple[type, ...]] = {
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "string": (str,),
    "array": (list,),
    "object": (dict,),
}


def is_harmless(tree: Tree) -> bool:
    """Whether all defaults fit their schemas, and what `allOf` requires is declared, at a glance.

    That is all that the library's rules find beyond the document's structure and the rules of our
    own. False means nothing: what isn't seen here is for the library to say.

    Args:
        tree: A document whose structure is sound, in one tree whose references stay inside it.
    """
    waiting: list[tuple[Tree, str]] = [(tree, "openapi")]
    seen: set[tuple[int, str]] = set()
    while waiting:
        value, kind = waiting.pop()
        if (id(value), kind) in seen:
            continue
        seen.add((id(value), kind))
        if isinstance(value, dict):
            if kind in _VALUED and not _is_harmless_one(value, tree):
                return False
            if is_reference(value):
                waiting.append((referred(tree, value), kind))
        waiting += [(one, sort) for _, one, sort in children(value, kind)]
    return True


def _is_harmless_one(value: dict[str, Tree], tree: Tree) -> bool:
    if "default" in value and not _fits(value["default"], value):
        return False
    required = value.get("required")
    if "allOf" not in value or not isinstance(required, list):
        return True
    return {*map(str, required)}.issubset(_declared(value, tree))


def _declared(schema: dict[str, Tree], tree: Tree) -> Iterator[str]:
    """The properties that the library finds in a schema and in what it is made of."""
    waiting: list[Tree] = [schema]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if not isinstance(value, dict) or id(value) in seen:
            continue
        seen.add(id(value))
        if is_reference(value):
            waiting.append(referred(tree, value))
            continue
        properties = value.get("properties")
        yield from properties if isinstance(properties, dict) else ()
        for keyword in _LISTS:
            listed = value.get(keyword)
            waiting += listed if isinstance(listed, list) else ()


def _fits(default: Tree, schema: Tree) -> bool:
    if not isinstance(schema, dict):
        return False
    if default is None and schema.get("nullable") is True:
        return True
    return (
        all(key in _UNDERSTOOD or key.startswith("x-") for key in _effective(schema))
        and _is_typed(default, schema.get("type"))
        and _is_listed(default, schema.get("enum"))
        and _is_between(default, schema.get("minimum"), schema.get("maximum"))
        and _is_long_enough(default, schema)
        and _is_formatted(default, schema.get("format"))
        and _has_fitting_items(default, schema.get("items"))
    )


def _effective(schema: dict[str, Tree]) -> Iterator[str]:
    return (key for key in schema if key not in _IF_FALSE or schema[key] is not False)


def _is_typed(default: Tree, kind: Tree) -> bool:
    if kind is None:
        return True
    # Types compare exactly: to Python a boolean is an integer.
    named = kind if isinstance(kind, list) else [kind]
    return any(type(default) in _TYPES.get(str(name), ()) for name in named)


def _is_listed(default: Tree, choices: Tree) -> bool:
    if choices is None:
        return True
    return isinstance(choices, list) and any(
        type(choice) is type(default) and choice == default for choice in choices
    )


def _is_between(value: Tree, least: Tree, most: Tree) -> bool:
    if least is None and most is None:
        return True
    return (
        isinstance(value, int | float)
        and (least is None or (isinstance(least, int | float) and value >= least))
        and (most is None or (isinstance(most, int | float) and value <= most))
    )


def _is_long_enough(default: Tree, schema: dict[str, Tree]) -> bool:
    least, most = schema.get("minLength"), schema.get("maxLength")
    length = len(default) if isinstance(default, str) else None
    return _is_between(length, least, most)


def _is_formatted(default: Tree, name: Tree) -> bool:
    if isinstance(default, str):
        return name is None or name not in _CHECKED_FORMATS
    is_small = not isinstance(default, int) or abs(default) < 1 << 31
    return name not in {"int32", "int64"} or is_small


def _has_fitting_items(default: Tree, items: Tree) -> bool:
    if items is None or not isinstance(default, list):
        return True
    return all(_fits(one, items) for one in default)
