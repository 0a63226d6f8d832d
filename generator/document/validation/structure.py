"""Checks a document's structure against the schema that its version of OpenAPI publishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import jsonschema_rs

from generator.document.trees.tree import Tree
from generator.document.validation.published_schemas import (
    MASK,
    dialect_of,
    keys_of,
    validator_of,
)
from generator.document.validation.rule_faults import (
    Fault,
    Path,
    bad_name,
    missing,
    not_allowed,
    not_among,
    subject,
)

_Error = jsonschema_rs.ValidationError
_KIND_KEYS = ("in", "type")
_BRANCHING = frozenset({"oneOf", "anyOf", "not", "contains"})


def structural_faults(tree: Tree, version: str) -> Iterator[Fault]:
    """All faults of a document's structure, in the document's order of keywords.

    Args:
        tree: The document as written.
        version: `2.0`, `3.0`, `3.1` or `3.2`.
    """
    validator = validator_of(version, dialect_of(tree, version))
    for error in validator.iter_errors(tree):
        for leaf in _leaves(error):
            yield from _faults(leaf, version)


def _faults(error: _Error, version: str) -> Iterator[Fault]:
    """One finding in our words; each surplus keyword is a finding of its own, at its place."""
    path = tuple(error.instance_path)
    says = error.kind.as_dict()
    match _keyword(error):
        case "additionalProperties" | "unevaluatedProperties" if says.get("unexpected"):
            known = _keys_in_some_case(error, version)
            for key in says["unexpected"]:
                yield not_allowed(path, key)._replace(is_doubtful=key in known)
        case "falseSchema" if path:
            yield not_allowed(path[:-1], str(path[-1]), _beside(error))
        case "not" if keys := _required(says.get("schema")):
            beside = keys[0] if len(keys) > 1 else _beside(error)
            yield not_allowed(path, keys[-1], beside)
        case "required":
            # A response under a wrong status isn't missing.
            is_doubtful = path[-1:] == ("responses",)
            fault = missing(path, str(says["property"]))
            yield fault._replace(is_doubtful=is_doubtful)
        case "type":
            yield Fault(path, f"{subject(path)} has to be {type_names(says['types'])}")
        case "enum":
            yield not_among(path, says["options"])
        case "const":
            yield not_among(path, [says["expected_value"]])
        case "propertyNames":
            yield bad_name(path, str(says["error"].instance))
        case "uniqueItems" if isinstance(error.instance, list):
            yield _repetition(path, error.instance)
        case "oneOf" | "anyOf":
            yield _alternatives(error, path)
        case keyword:
            message = error.message.replace(MASK, subject(path))
            yield Fault(path, message, is_vague=keyword in _BRANCHING)


def _keys_in_some_case(error: _Error, version: str) -> frozenset[str]:
    """Keys of an object that a fault in it may make surplus: what allows them doesn't fit then."""
    match list(error.schema_path):
        case ["$defs", str(part), "unevaluatedProperties"]:
            return keys_of(version, part)
        case _:
            return frozenset()


def _required(schema: Tree) -> list[str]:
    """The keys that a schema requires, when it does nothing else."""
    keys = schema.get("required") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or len(schema) > 1 or not isinstance(keys, list):
        return []
    return [str(key) for key in keys]


def _beside(error: _Error) -> str:
    """The key that forbids another one, "" when it is forbidden everywhere."""
    steps = [str(step) for step in error.schema_path]
    if "dependentSchemas" not in steps[:-1]:
        return ""
    return steps[len(steps) - steps[::-1].index("dependentSchemas")]


def _repetition(path: Path, items: Sequence[object]) -> Fault:
    """The first item of a list that equals one before it."""
    second = next((at for at, one in enumerate(items) if one in items[:at]), 0)
    where = (*path, second)
    return Fault(where, f"{subject(where)} of `{path[-1]}` repeats one before it")


def type_names(names: list[str]) -> str:
    """JSON types in a sentence: "an object or a boolean"."""
    articles = {"array": "an array", "integer": "an integer", "object": "an object"}
    return " or ".join(articles.get(name, f"a {name}") for name in names)


def _alternatives(error: _Error, path: Path) -> Fault:
    """Why no alternative, or more than one, fits."""
    branches = _branches(error)
    leaves = [leaf for branch in branches for leaf in branch]
    if not all(branches):
        message = f"{subject(path)} fits more than one of the forms it can have"
        return Fault(path, message, is_vague=True)
    if {_keyword(leaf) for leaf in leaves} == {"required"}:
        keys = {str(leaf.kind.as_dict()["property"]) for leaf in leaves} - {"$ref"}
        return missing(path, *keys)
    if {_keyword(leaf) for leaf in leaves} <= {"enum", "type"}:
        wanted = dict.fromkeys(
            (
                _choices(says["options"])
                if "options" in says
                else type_names(says["types"])
            )
            for leaf in leaves
            if (says := leaf.kind.as_dict())
        )
        return Fault(path, f"{subject(path)} has to be {', or '.join(wanted)}")
    message = f"{subject(path)} fits none of the forms it can have"
    return Fault(path, message, is_vague=True)


def _choices(options: list[object]) -> str:
    shown = ", ".join(f"`{option}`" for option in options)
    return f"one of {shown}" if len(options) > 1 else shown


def _leaves(error: _Error) -> Iterator[_Error]:
    """The faults behind one that says only that no alternative fits."""
    best = _best(_branches(error))
    if not best:
        yield error
        return
    for inner in best:
        yield from _leaves(inner)


def _branches(error: _Error) -> list[list[_Error]]:
    """Why each alternative is refused; [] for what has none."""
    return list(getattr(error.kind, "context", None) or [])


def _best(branches: Iterable[list[_Error]]) -> list[_Error]:
    """The alternative that was meant: no Reference, nothing of another kind, or what fits deepest.

    Returns:
        Its faults; [] when two alternatives are equally far off, or one fits.
    """
    meant = [branch for branch in branches if not _is_reference(branch)]
    meant = [branch for branch in meant if not _is_of_another_kind(branch)] or meant
    if not meant or not all(meant):
        return []
    ranked = sorted(meant, key=_depth, reverse=True)
    if len(ranked) > 1 and _depth(ranked[0]) == _depth(ranked[1]):
        return []
    return ranked[0]


def _is_reference(branch: list[_Error]) -> bool:
    return any(
        "$ref" in error.message and _keyword(error) == "required" for error in branch
    )


def _is_of_another_kind(branch: list[_Error]) -> bool:
    """Whether a key that distinguishes kinds of one object shows another kind."""
    for error in branch:
        path = error.instance_path
        if _keyword(error) in {"enum", "const"} and path and path[-1] in _KIND_KEYS:
            return True
        inner = _branches(error)
        if inner and all(map(_is_of_another_kind, inner)):
            return True
    return False


def _depth(branch: list[_Error]) -> int:
    return max(len(error.instance_path) for error in branch)


def _keyword(error: _Error) -> str:
    return str(error.kind.name)
