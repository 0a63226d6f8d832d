"""Checks a document's structure against the schema that its version of OpenAPI publishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import jsonschema_rs
from openapi_schema_validator import OAS31_BASE_DIALECT_ID, OAS32_BASE_DIALECT_ID
from openapi_schema_validator._specifications import REGISTRY
from openapi_spec_validator.schemas.utils import get_schema_content

from generator.document.tree import Tree

Path = tuple[str | int, ...]

_DIALECTS = {"3.1": OAS31_BASE_DIALECT_ID, "3.2": OAS32_BASE_DIALECT_ID}
_WHOLE = "urn:openapi-with-schemas"
# Stands in the validator's messages for values, which can be whole documents.
_MASK = "the value"


class Fault(NamedTuple):
    """Something that the version's rules forbid: where in the tree, and in which words."""

    path: Path
    message: str
    code: str = "document-invalid"


def structural_faults(tree: Tree, version: str) -> list[Fault]:
    """All faults of a document's structure, in the document's order of keywords.

    Args:
        tree: The document as written.
        version: `2.0`, `3.0`, `3.1` or `3.2`.
    """
    own = isinstance(tree, dict) and "jsonSchemaDialect" in tree
    validator = _validator(version, with_dialect=not own)
    faults: dict[Fault, None] = {}
    for error in validator.iter_errors(tree):
        for leaf in _leaves(error):
            faults.update(dict.fromkeys(_faults(leaf)))
    return list(faults)


@lru_cache(maxsize=8)
def _validator(version: str, *, with_dialect: bool) -> jsonschema_rs.Validator:
    """The version's validator; from 3.1 on its schemas' dialect is a document of its own."""
    schema: dict[str, Any] = dict(get_schema_content(version))
    dialect = _DIALECTS.get(version) if with_dialect else None
    if dialect is None:
        return jsonschema_rs.validator_for(schema, mask=_MASK, retriever=_retrieve)
    # The dialect takes the place that the document's schema leaves open for it.
    whole: dict[str, Any] = {
        "$id": _WHOLE,
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": schema["$id"],
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": dialect}},
    }
    registry = jsonschema_rs.Registry([(schema["$id"], schema)], retriever=_retrieve)
    return jsonschema_rs.validator_for(whole, mask=_MASK, registry=registry)


def _retrieve(uri: str) -> dict[str, Any]:
    """A schema that the validator packages bring along; nothing is fetched."""
    contents = REGISTRY.contents(uri)
    return {} if isinstance(contents, bool) else {**contents}


def _faults(error: jsonschema_rs.ValidationError) -> Iterator[Fault]:
    """One finding in our words; each surplus keyword is a finding of its own, at its place."""
    path = tuple(error.instance_path)
    says = error.kind.as_dict()
    match _keyword(error):
        case "additionalProperties" | "unevaluatedProperties" if says.get("unexpected"):
            for key in says["unexpected"]:
                yield Fault((*path, key), f"`{key}` isn't allowed here")
        case "required":
            yield Fault(path, f"`{says['property']}` is required here")
        case "type":
            yield Fault(path, f"{_subject(path)} has to be {type_names(says['types'])}")
        case "enum":
            yield Fault(path, f"{_subject(path)} has to be {_choices(says['options'])}")
        case "propertyNames":
            name = str(says["error"].instance)
            yield Fault((*path, name), f"`{name}` is no name that is allowed here")
        case "oneOf" | "anyOf":
            yield Fault(path, _alternatives(error, path))
        case _:
            message = error.message.replace(_MASK, _subject(path))
            yield Fault(path, message)


def _subject(path: Path) -> str:
    if not path:
        return "the document"
    return f"element {path[-1]}" if isinstance(path[-1], int) else f"`{path[-1]}`"


def type_names(names: list[str]) -> str:
    """JSON types in a sentence: "an object or a boolean"."""
    articles = {"array": "an array", "integer": "an integer", "object": "an object"}
    return " or ".join(articles.get(name, f"a {name}") for name in names)


def _choices(options: list[object]) -> str:
    shown = ", ".join(f"`{option}`" for option in options)
    return f"one of {shown}" if len(options) > 1 else shown


def _alternatives(error: jsonschema_rs.ValidationError, path: Path) -> str:
    """Why no alternative, or more than one, fits."""
    branches = _branches(error)
    leaves = [leaf for branch in branches for leaf in branch]
    if not all(branches):
        return f"{_subject(path)} fits more than one of the forms it can have"
    if {_keyword(leaf) for leaf in leaves} == {"required"}:
        keys = {str(leaf.kind.as_dict()["property"]) for leaf in leaves} - {"$ref"}
        return (
            f"one of {', '.join(f'`{key}`' for key in sorted(keys))} is required here"
        )
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
        return f"{_subject(path)} has to be {', or '.join(wanted)}"
    return f"{_subject(path)} fits none of the forms it can have"


def _leaves(
    error: jsonschema_rs.ValidationError,
) -> Iterator[jsonschema_rs.ValidationError]:
    """The faults behind one that says only that no alternative fits."""
    best = _best(_branches(error))
    if not best:
        yield error
        return
    for inner in best:
        yield from _leaves(inner)


def _branches(
    error: jsonschema_rs.ValidationError,
) -> list[list[jsonschema_rs.ValidationError]]:
    """What speaks against each alternative; [] for what has none."""
    return list(getattr(error.kind, "context", None) or [])


def _best(
    branches: Iterable[list[jsonschema_rs.ValidationError]],
) -> list[jsonschema_rs.ValidationError]:
    """The alternative that was meant: the one that isn't a Reference, or fits deepest.

    Returns:
        Its faults; [] when two alternatives are equally far off, or one fits.
    """
    meant = [branch for branch in branches if not _is_reference(branch)]
    if not meant or not all(meant):
        return []
    ranked = sorted(meant, key=_depth, reverse=True)
    if len(ranked) > 1 and _depth(ranked[0]) == _depth(ranked[1]):
        return []
    return ranked[0]


def _is_reference(branch: list[jsonschema_rs.ValidationError]) -> bool:
    return any(
        "$ref" in error.message and _keyword(error) == "required" for error in branch
    )


def _depth(branch: list[jsonschema_rs.ValidationError]) -> int:
    return max(len(error.instance_path) for error in branch)


def _keyword(error: jsonschema_rs.ValidationError) -> str:
    return str(error.kind.name)
