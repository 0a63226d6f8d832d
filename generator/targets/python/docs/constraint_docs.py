"""Keywords that narrow a value without changing its type, in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.emit.text.code import (
    Code,
    JsonValue,
    Unprintable,
    literal,
)
from generator.ir.declarations import Constraint
from generator.ir.value import Json
from generator.targets.python.docs.docstrings import clean, sentence

_LONGEST_VALUE = 60
_LONGEST_SCHEMA = 160
_DEEPEST = 12
# What is said in a schema to people, beside which its other keywords matter.
_PROSE = frozenset({"title", "description", "$comment"})

_BOUNDS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "{} or more characters",
    "maxLength": "{} or fewer characters",
    "minItems": "{} or more items",
    "maxItems": "{} or fewer items",
    "minProperties": "{} or more properties",
    "maxProperties": "{} or fewer properties",
    "pattern": "pattern {}",
    "const": "always {}",
}
_CLOSED = {
    "unevaluatedProperties": "no further properties",
    "unevaluatedItems": "no further items",
}


def narrowed(constraint: Constraint) -> Iterator[tuple[str, str]]:
    """What a keyword asks for, after the path of what it asks it of: `items`, "" for all."""
    path, _, keyword = constraint.keyword.rpartition(".")
    value = constraint.value.value
    if (
        keyword == "propertyNames"
        and isinstance(value, dict)
        and {*value} <= {*_BOUNDS}
    ):
        inside = f"{path}.{keyword}" if path else keyword
        yield from ((inside, _said(each, one)) for each, one in value.items())
    else:
        yield path, _said(keyword, value)


def meanings(constraint: Constraint) -> list[str]:
    """What the values of an enumeration mean, a sentence for each that the document explains."""
    value = constraint.value.value
    if constraint.keyword not in {"oneOf", "anyOf"} or not isinstance(value, list):
        return []
    return [said for one in value if isinstance(one, dict) and (said := _meaning(one))]


def formatted(format: str) -> str:
    """The format of a string or a number."""
    return f"format {_named([format])}"


def shown(value: JsonValue, longest: int = _LONGEST_VALUE) -> str:
    """A value in backticks, as Python writes it, cut where it is long."""
    try:
        return f"`{_cut(literal(value), longest)}`"
    except Unprintable:
        return "`...`"


def _said(keyword: str, value: JsonValue) -> str:
    match keyword, value:
        case "uniqueItems", bool():
            return "no item twice" if value else ""
        case ("unevaluatedProperties" | "unevaluatedItems"), bool():
            return "" if value else _CLOSED[keyword]
        case "format", str():
            return formatted(value)
        case "patternProperties", dict():
            pairs = (
                (_named([name]), _named([str(one)])) for name, one in value.items()
            )
            return ", ".join(f"names like {name} hold {one}" for name, one in pairs)
        case "prefixItems", list():
            return f"in order {_named(map(str, value))}"
        case "enum", list():
            return f"one of {', '.join(map(_schema, value))}"
        case _ if (said := _needed(keyword, value)) is not None:
            return said
        case _ if keyword in _BOUNDS:
            plain = isinstance(value, int | float)
            text = value if plain else shown(value, _LONGEST_SCHEMA)
            return _BOUNDS[keyword].format(text)
        case _:
            return f"{keyword} {_schema(value)}"


def _needed(keyword: str, value: JsonValue) -> str | None:
    """Which properties have to be there; None if a keyword says more than that."""
    match keyword, value:
        case "required", list():
            return f"needs {_named(map(str, value))}"
        case ("dependentRequired" | "dependencies"), dict():
            groups = [_strings(names) for names in value.values()]
            if not all(groups):
                return None
            pairs = zip(value, groups, strict=True)
            return ", ".join(f"{_named([k])} needs {_named(v)}" for k, v in pairs)
        case "not", dict():
            group = _required(value)
            return f"never {_with(group)}" if group else None
        case ("anyOf" | "oneOf"), list():
            groups = required_groups(
                Constraint(keyword=keyword, value=Json(value=value))
            )
            if not groups:
                return None
            count = "at least" if keyword == "anyOf" else "exactly"
            return f"needs {count} one of {', '.join(map(_with, groups))}"
        case _:
            return None


def required_groups(constraint: Constraint) -> list[list[str]]:
    """Names of which one group at least has to be there; [] if a keyword says more."""
    value = constraint.value.value
    if constraint.keyword not in {"anyOf", "oneOf"} or not isinstance(value, list):
        return []
    groups = [_required(one) for one in value]
    return groups if all(groups) else []


def _required(schema: JsonValue) -> list[str]:
    """The names that a schema requires, if it says nothing else."""
    if not isinstance(schema, dict) or {*schema} - _PROSE != {"required"}:
        return []
    return _strings(schema["required"])


def _strings(value: JsonValue) -> list[str]:
    """A list of strings; [] for anything else."""
    if not isinstance(value, list):
        return []
    found = [one for one in value if isinstance(one, str)]
    return found if len(found) == len(value) else []


def _with(names: list[str]) -> str:
    return " with ".join(_named([name]) for name in names)


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"`{clean(name)[:_LONGEST_VALUE]}`" for name in names)


def _meaning(variant: Mapping[str, JsonValue]) -> str:
    if "const" in variant:
        values = [variant["const"]]
    else:
        found = variant.get("enum")
        values = found if isinstance(found, list) else []
    texts = [variant.get(keyword) for keyword in ("title", "description")]
    said = [" ".join(clean(one).split()) for one in texts if isinstance(one, str)]
    if not values or not any(said):
        return ""
    return sentence(f"{', '.join(map(shown, values))}: {': '.join(filter(None, said))}")


def _schema(value: JsonValue) -> str:
    """A schema in backticks, as JSON writes it, without its prose, cut where it is long."""
    text = json.dumps(_bare(value, _DEEPEST), ensure_ascii=False)
    return f"`{_cut(Code(text), _LONGEST_SCHEMA)}`"


def _bare(value: JsonValue, depth: int) -> JsonValue:
    """A schema without its prose, in which a reference is the name of what it leads to."""
    match value:
        case dict() | list() if depth == 0:
            return "..."
        case {"$ref": str(target), **others} if not others:
            return target.rpartition("/")[2]
        case dict():
            return {
                key: _bare(one, depth - 1)
                for key, one in value.items()
                if not (key in _PROSE and isinstance(one, str))
            }
        case list():
            return [_bare(one, depth - 1) for one in value]
        case _:
            return value


def _cut(text: str, longest: int) -> str:
    """Text up to the last member that fits."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 3]
    head, comma, _ = kept.rpartition(", ")
    return f"{head}{comma}..." if len(head) > longest // 2 else f"{kept}..."
