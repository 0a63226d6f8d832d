"""The JSON schemas that each version of OpenAPI publishes, and validators of them."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

import jsonschema_rs

from generator.document.references.dialects import is_newest_draft, is_openapi_dialect
from generator.document.trees.tree import Tree

_DIALECTS = {
    "3.1": "https://spec.openapis.org/oas/3.1/dialect/base",
    "3.2": "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WHOLE = "urn:openapi-with-schemas"
# Stands in the validator's messages for values, which can be whole documents.
MASK = "the value"

_Schema: TypeAlias = dict[str, Any]


def dialect_of(tree: Tree, version: str) -> str:
    """The dialect that the schemas of a document are checked by, "" for none.

    Args:
        tree: The document as written.
        version: `2.0`, `3.0`, `3.1` or `3.2`.
    """
    own = tree.get("jsonSchemaDialect") if isinstance(tree, dict) else None
    if isinstance(own, str) and is_newest_draft(own):
        return _DRAFT
    if own is None or (isinstance(own, str) and is_openapi_dialect(own)):
        return _DIALECTS.get(version, "")
    return ""


@lru_cache(maxsize=8)
def validator_of(version: str, dialect: str) -> jsonschema_rs.Validator:
    """The validator of a version; from 3.1 on its schemas' dialect is a document of its own."""
    schema = _corrected(published(version), version)
    if not dialect or version not in _DIALECTS:
        return jsonschema_rs.validator_for(schema, mask=MASK, retriever=_retrieve)
    # The dialect takes the place that the document's schema leaves open for it.
    whole: _Schema = {
        "$id": _WHOLE,
        "$schema": _DRAFT,
        "$ref": schema["$id"],
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": dialect}},
    }
    registry = jsonschema_rs.Registry([(schema["$id"], schema)], retriever=_retrieve)
    return jsonschema_rs.validator_for(whole, mask=MASK, registry=registry)


@lru_cache(maxsize=64)
def keys_of(version: str, part: str) -> frozenset[str]:
    """The keys that an object can have in some case or another.

    Args:
        version: `3.1` or `3.2`.
        part: The object's name among the definitions of the published schema; none are known of
            a name that isn't there.
    """
    parts: _Schema = published(version)["$defs"]
    found: set[str] = set()
    waiting: list[_Schema] = [parts.get(part, {})]
    while waiting:
        schema = waiting.pop()
        properties: _Schema = schema.get("properties", {})
        found.update(properties)
        if schema.get("$ref") == "#/$defs/examples":
            waiting.append(parts["examples"])
        for keyword in ("allOf", "oneOf", "anyOf"):
            waiting += schema.get(keyword, [])
        for keyword in ("dependentSchemas", "$defs"):
            waiting += schema.get(keyword, {}).values()
        waiting += [schema[keyword] for keyword in ("if", "then") if keyword in schema]
    return frozenset(found)


@cache
def published(version: str) -> _Schema:
    """The schema of a version, as openapi-spec-validator brings it."""
    file = f"resources/schemas/v{version}/schema.json"
    return _read(_folder("openapi_spec_validator") / file)


@cache
def _dialects() -> dict[str, _Schema]:
    """The dialects of OpenAPI by their identifiers, as openapi-schema-validator brings them."""
    files = (_folder("openapi_schema_validator") / "schemas").rglob("*")
    found = [_read(file) for file in files if file.is_file() and file.name[0] != "."]
    return {schema["$id"]: schema for schema in found}


def _folder(package: str) -> Path:
    """The folder of a package, which isn't imported: that takes a quarter of a second."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name=package)
    return Path(spec.submodule_search_locations[0])


def _read(file: Path) -> _Schema:
    schema: _Schema = json.loads(file.read_text("utf-8"))
    return schema


def _retrieve(uri: str) -> _Schema:
    """A schema that the packages bring along; nothing is fetched."""
    if (dialect := _dialects().get(uri)) is not None:
        return dialect
    # The validator brings those of JSON Schema itself, but not under each of their addresses.
    from openapi_schema_validator._specifications import (  # noqa: PLC0415
        REGISTRY,
    )

    contents = REGISTRY.contents(uri)
    return {} if isinstance(contents, bool) else {**contents}


def _corrected(original: Mapping[str, Any], version: str) -> _Schema:
    """A published schema without what the Initiative has corrected in it since.

    The package brings the schema of 3.1 as of 2022-10-07. There a Link has `body` for its
    `server`, and a Path Item loses its own members beside a `$ref`.
    """
    schema = dict(original)
    if version != "3.1":
        return schema
    schema = copy.deepcopy(schema)
    parts: _Schema = schema["$defs"]
    link: _Schema = parts["link"]["properties"]
    link["server"] = link.pop("body", link.get("server"))
    parts["path-item"]["properties"]["$ref"] = {"type": "string"}
    parts["path-item-or-reference"] = {"$ref": "#/$defs/path-item"}
    return schema
