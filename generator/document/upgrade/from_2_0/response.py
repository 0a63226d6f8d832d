"""Response Object: its schema and examples go under media types."""

from __future__ import annotations

from generator.document.trees.tree import Tree, without
from generator.document.upgrade.from_2_0.media import FILE, JSON, media_types
from generator.document.upgrade.from_2_0.schema import is_file
from generator.document.upgrade.walk.upgrade_walk import Walk
from generator.media_range import media_range


def component(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a response that operations refer to: the document's media types hold."""
    return response(value, media_types(walk.document, "produces", []), walk)


def response(value: dict[str, Tree], types: list[str], walk: Walk) -> dict[str, Tree]:
    """Upgrade a response.

    Args:
        value: The response, with its schema and headers upgraded.
        types: The media types that it may have, none when nothing is said.
        walk: The pass.

    Returns:
        The response with content if it has a schema or examples.
    """
    new = without(value, "schema", "examples")
    new.setdefault("description", "")
    examples = value.get("examples")
    samples = examples if isinstance(examples, dict) else {}
    if "schema" in value:
        names = _names(value["schema"], types or list(samples))
    else:
        names = [name for name in samples if "/" in name]
    content: dict[str, Tree] = {
        name: walk.made(_media(value, samples, name), value) for name in names
    }
    if content:
        new["content"] = walk.made(content, value)
    return new


def _names(schema: Tree, types: list[str]) -> list[str]:
    """Return the media types of a body with a schema; where it is a file, it isn't JSON."""
    if not is_file(schema):
        return types or [JSON]
    return [name for name in types if not media_range(name).is_json] or types or [FILE]


def _media(
    value: dict[str, Tree], samples: dict[str, Tree], name: str
) -> dict[str, Tree]:
    schema: dict[str, Tree] = {"schema": value["schema"]} if "schema" in value else {}
    # Examples leave the charset out that media types name, or the other way round.
    essence = media_range(name).essence
    alike = (key for key in samples if media_range(key).essence == essence)
    shown = name if name in samples else next(alike, None)
    return schema | ({} if shown is None else {"example": samples[shown]})
