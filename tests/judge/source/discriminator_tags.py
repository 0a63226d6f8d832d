"""What a discriminator of the document as written says about its variants."""

from __future__ import annotations

from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_object,
)


def tags(original: Original, piece: Piece) -> dict[str, tuple[str, list[str]]]:
    """For each variant of a union with a discriminator, its address, the property and its values.

    Args:
        original: The document.
        piece: The schema that has `oneOf` or `anyOf`.
    """
    discriminator = piece.value.get("discriminator")
    if not is_object(discriminator):
        return {}
    name = discriminator.get("propertyName")
    if not isinstance(name, str):
        return {}
    found: dict[str, tuple[str, list[str]]] = {}
    mapping = discriminator.get("mapping")
    for value, reference in mapping.items() if is_object(mapping) else ():
        target = _mapped(original, piece, str(reference))
        if target is not None:
            found.setdefault(target.uri, (name, []))[1].append(str(value))
    for keyword in ("oneOf", "anyOf"):
        parts = piece.get(keyword)
        for _, part in parts.members() if parts else ():
            reference = part.value.get("$ref") if is_object(part.value) else None
            if not isinstance(reference, str):
                continue
            try:
                target = original.follow(part)
            except Dangling:
                continue
            if target.uri not in found:
                found[target.uri] = (name, [reference.rpartition("/")[2]])
    return found


def tagged(
    schema: Tree,
    named: dict[str, tuple[str, list[str]]],
    part: Piece,
    original: Original,
) -> Tree:
    """A variant that carries the tag the document's discriminator gives it.

    Args:
        schema: The variant, to draw from.
        named: What `tags` found.
        part: The variant as written.
        original: The document.
    """
    try:
        found = named.get(original.follow(part).uri)
    except Dangling:
        found = None
    if found is None or not is_object(schema):
        return schema
    name, values = found
    known: dict[str, Tree] = schema.get("properties") or {}
    own = known.get(name)
    if is_object(own) and _excludes(own, values):
        # Its own word is what values are judged by.
        return schema
    tag = {"type": "object", "required": [name], "properties": {name: {"enum": values}}}
    if "properties" not in schema or _is_composed(schema):
        return {"allOf": [schema, tag]}
    return {
        **schema,
        "properties": {**schema["properties"], name: {"enum": values}},
        "required": sorted({*schema.get("required", ()), name}),
    }


def _mapped(original: Original, piece: Piece, reference: str) -> Piece | None:
    """The schema that a mapping names, by reference or by the name of a component."""
    tries = [f"#/components/schemas/{reference}", reference]
    if "/" in reference or "#" in reference:
        tries.reverse()
    for each in tries:
        try:
            return original.follow(original.target(piece.file, each))
        except Dangling:
            continue
    return None


def _is_composed(value: Tree) -> bool:
    return any(key in value for key in ("allOf", "anyOf", "oneOf"))


def _excludes(schema: dict[str, Tree], values: list[str]) -> bool:
    allowed = [schema["const"]] if "const" in schema else schema.get("enum")
    return allowed is not None and not any(value in allowed for value in values)
