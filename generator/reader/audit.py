"""Checks that nothing in an object went unread without a reason."""

from __future__ import annotations

import difflib

from generator.document.node import Node
from generator.reader.context import Context
from generator.reader.ledger import LEDGER, Treatment


def audit(node: Node, kind: str, context: Context) -> None:
    """Report the keywords of an object that nobody read and the ledger doesn't know.

    Args:
        node: The object, once it is read.
        kind: Its name in the ledger.
        context: What the readers share.
    """
    lines = LEDGER[kind]
    for key in node.leftover():
        line = lines.get(key)
        if line is None:
            if key != "$ref" or not context.has_refused_reference(node):
                _report(node, kind, key, context)
        elif line.treatment is Treatment.IGNORED and line.noted:
            _note(node, kind, key, line.reason, context)
    for key in node.mapping:
        if key.startswith("x-"):
            _audit_extension(node, kind, key, context)


def _report(node: Node, kind: str, key: str, context: Context) -> None:
    close = difflib.get_close_matches(key, LEDGER[kind], n=1)
    context.notebook.write(
        "keyword-unread",
        f"`{key}` is no keyword of the {kind} Object and was ignored",
        node.at(key).place,
        hint=f"did you mean `{close[0]}`?" if close else "",
    )


def _note(node: Node, kind: str, key: str, reason: str, context: Context) -> None:
    """Say once for each file that a keyword is passed over."""
    if context.is_first("ignored", kind, key, node.file):
        context.notebook.write(
            "keyword-ignored",
            f"`{key}` of the {kind} Object is ignored: {reason}",
            node.at(key).place,
        )


def _audit_extension(node: Node, kind: str, key: str, context: Context) -> None:
    if key in LEDGER[kind]:
        return
    if key.startswith("x-sdk-"):
        _report(node, kind, key, context)
    elif context.is_first("extension", key, node.file):
        context.notebook.write(
            "extension-ignored",
            f"the extension `{key}` isn't read",
            node.at(key).place,
            hint="`x-sdk-name` gives names here" if key.endswith("name") else "",
        )
