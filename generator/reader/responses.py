"""Responses Object: https://spec.openapis.org/oas/v3.2.0#responses-object"""

from __future__ import annotations

import re

from generator.diagnostics import Severity
from generator.document.node import Node
from generator.ir.operation import Response, is_success
from generator.reader.context import Context
from generator.reader.response import read_response

_STATUS = re.compile(r"[1-5]([0-9]{2}|XX)\Z")
_UNCERTAIN = re.compile(r"[1-5][xX0-9*?]{2}\Z")


def read_responses(node: Node, context: Context) -> tuple[Response, ...]:
    """Read the responses of an operation, each status once."""
    found: dict[str, Response] = {}
    is_empty = True
    for key, one in node.members("responses"):
        if key.startswith("x-"):
            continue
        is_empty = False
        status = _read_status(key, one, context)
        if status is None:
            continue
        if status in found:
            message = f"the status `{status}` is described twice"
            context.repair("status-duplicate", message, one, "the first one is read")
        else:
            found[status] = _read_response(status, one, node, context)
    if is_empty:
        _report_missing(node, context)
    elif found:
        _note_gaps(tuple(found.values()), node, context)
    return tuple(found.values())


def _read_response(status: str, one: Node, node: Node, context: Context) -> Response:
    """Read one response; an error's that can't be read is one whose body isn't described."""
    if is_success(status) or not _succeeds(node):
        return read_response(status, one, context)
    with context.leaving_out("the body of this error isn't decoded"):
        return read_response(status, one, context)
    return Response(status=status)


def _succeeds(node: Node) -> bool:
    """Whether an operation describes what it answers when all goes well."""
    written = node.mapping.get("responses")
    return isinstance(written, dict) and any(map(is_success, written))


def _report_missing(node: Node, context: Context) -> None:
    """Report that no response is described; since 3.1 `responses` may be left out."""
    message, hint = "the operation describes no response", "any response is taken"
    is_allowed = not context.document.version.startswith(("2.", "3.0"))
    if is_allowed and node.get("responses") is None:
        context.notebook.write(
            "responses-missing", message, node.place, hint=hint, severity=Severity.NOTE
        )
    else:
        context.repair("responses-missing", message, node.at("responses"), hint)


def _note_gaps(found: tuple[Response, ...], node: Node, context: Context) -> None:
    """Note which outcome the responses don't describe."""
    if not any(one.is_success for one in found):
        by_default = any(one.status == "default" for one in found)
        hint = "`default` describes it" if by_default else "it isn't decoded"
        context.notebook.write(
            "responses-unsuccessful",
            "the operation describes no successful response of its own",
            node.place,
            hint=hint,
        )
    elif all(one.is_success for one in found) and context.is_first("errors", node.file):
        context.notebook.write(
            "errors-undescribed",
            "the operation describes no error",
            node.place,
            hint="the bodies of its errors, and of others' like it, aren't decoded",
        )


def _read_status(key: str, node: Node, context: Context) -> str | None:
    """The status as `200`, `2XX` or `default`; None for what is none."""
    if _STATUS.match(key) or key == "default":
        return key
    mended = None
    if key.strip().lower() == "default":
        mended = "default"
    elif _STATUS.match(key.strip().upper()):
        mended = key.strip().upper()
    elif _UNCERTAIN.match(key.strip()):
        mended = f"{key.strip()[0]}XX"
    hint = f"it is read as `{mended}`" if mended else "the response is left out"
    context.repair("status-unknown", f"`{key}` is no status", node, hint)
    return mended
