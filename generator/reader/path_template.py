"""Path templates: https://spec.openapis.org/oas/v3.2.0#path-templating"""

from __future__ import annotations

import re
from urllib.parse import unquote

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.path import Literal, Path, Slot
from generator.reader.context import Context

_PART = re.compile(r"\{([^{}]+)\}|([^{}]+)")


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
    return Path(parts=tuple(parts))


def likeness(path: Path) -> str:
    """What two paths have in common that servers can't tell apart: slots have no names there."""
    return "".join(
        unquote(part.text) if isinstance(part, Literal) else "{}" for part in path.parts
    )
