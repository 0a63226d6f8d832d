"""Path templates: https://spec.openapis.org/oas/v3.2.0#path-templating"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.path import Literal, Path, Slot
from generator.reader.context import Context

# A slot may hold a pattern, which has braces of its own.
_PART = re.compile(r"\{((?:[^{}]|\{[^{}]*\})+)\}|([^{}]+)")
_NAME = r"[A-Za-z_][\w.$-]*"
# What routers write in a slot beside its name: `id:\d+`, `id:int`, `id=1`, `path*`, `+path`, `id?`.
_AFTER = re.compile(rf"[*+?#/;&]?({_NAME})(?:[*+?]|\.\.\.|[:=<(].*)?\Z", re.DOTALL)
# What they write before it: `int:id`, `*path`.
_BEFORE = re.compile(rf"[\w()|,]+:({_NAME})\Z")
# The types among them; what stands before a colon is a name otherwise.
_TYPES = re.compile(
    r"any|bool|date|datetime|decimal|float|guid|int|integer|long|num|number|path|re|regex|slug"
    r"|str|string|uuid",
    re.IGNORECASE,
)


def read_path(template: str, node: Node, context: Context) -> Path:
    """Read a path template as a value.

    Args:
        template: The key of the path item.
        node: The path item.
        context: What the readers share.
    """
    if not template.startswith("/"):
        message = f"the path `{template}` doesn't start with `/`"
        context.repair("path-slash", message, node, "it is read as if it did")
        template = f"/{template}"
    parts: list[Literal | Slot] = []
    end = 0
    for match in _PART.finditer(template):
        if match.start() != end:
            break
        slot, text = match.groups()
        parts.append(Slot(name=slot) if slot else Literal(text=text))
        end = match.end()
    if end != len(template):
        message = f"the braces in the path `{template}` don't match"
        raise Unsupported("path-template", message, node.place)
    path = Path(parts=tuple(parts))
    _check_slots(path, template, node, context)
    return path


def _check_slots(path: Path, template: str, node: Node, context: Context) -> None:
    """Report parameters that a server can't distinguish, or that have to be equal."""
    for one, other in pairwise(path.parts):
        if isinstance(one, Slot) and isinstance(other, Slot):
            context.notebook.write(
                "path-adjacent",
                f"nothing stands between `{one.name}` and `{other.name}`"
                f" in the path `{template}`",
                node.place,
                hint="a server can't tell where one ends and the other begins",
            )
    for name, count in Counter(path.slots).items():
        if count > 1:
            message = f"the path `{template}` has the parameter `{name}` {count} times"
            hint = "one value is sent in all its places"
            context.repair("path-repeated", message, node, hint)


def meanings(slot: str) -> tuple[str, ...]:
    """The names that a slot may have, the likelier first: `id` of `{id:[0-9]+}` and `{int:id}`."""
    after, before = _AFTER.match(slot), _BEFORE.match(slot)
    found = [match[1] for match in (after, before) if match]
    if before and _TYPES.fullmatch(slot.partition(":")[0].partition("(")[0]):
        found.reverse()
    return tuple(dict.fromkeys(found))


def likeness(path: Path) -> str:
    """The form that is equal for two paths which no server distinguishes: slots have no names."""
    return "".join(
        unquote(part.text) if isinstance(part, Literal) else "{}" for part in path.parts
    )
