"""Callback Object: https://spec.openapis.org/oas/v3.2.0#callback-object"""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.name import Name
from generator.ir.operation import Callback
from generator.ir.value import Docs, Text
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import read_docs, read_name
from generator.reader.method import read_methods
from generator.reader.operation_id import read_operation_id
from generator.reader.request_body import read_request_body
from generator.reader.webhook_signature import KEY, read_signature


def read_callbacks(node: Node, context: Context) -> tuple[Callback, ...]:
    """Read the callbacks of an operation; one that can't be read is reported and left out."""
    found: list[Callback] = []
    for key, one in node.members("callbacks"):
        with context.notebook.skipping():
            if context.is_object(one, "a callback"):
                found += _read_callback(key, one.follow(), context)
    return tuple(found)


def read_webhooks(root: Node, context: Context) -> tuple[Callback, ...]:
    """Read the webhooks of a document; one that can't be read is reported and left out."""
    found: list[Callback] = []
    for key, one in root.members("webhooks"):
        with context.notebook.skipping():
            if context.is_object(one, "a webhook"):
                found += _read_requests(read_name(one, key), "", one, context, root)
    if not found and read_signature(context, root) is not None:
        message = f"`{KEY}` is for webhooks, and the document has none"
        place, hint = root.at(KEY).place, "a callback has one of its own"
        context.notebook.write("signature-unused", message, place, hint=hint)
    return tuple(found)


def _read_callback(key: str, node: Node, context: Context) -> list[Callback]:
    if not context.is_object(node, "a callback"):
        return []
    found: list[Callback] = []
    for expression, item in node.entries():
        if not expression.startswith("x-") and context.is_object(item, "a path item"):
            found += _read_requests(read_name(node, key), expression, item, context)
    return found


def _read_requests(
    name: Name, expression: str, item: Node, context: Context, *around: Node
) -> list[Callback]:
    """Read what the server sends: one request for each method of a path item.

    Args:
        name: What the webhook or callback is called.
        expression: Where a callback is sent, "" for a webhook.
        item: The path item.
        context: What the readers share.
        around: What else may declare how the requests are signed.
    """
    found: list[Callback] = []
    shared = item
    for method, node, shared in read_methods(item, context):
        if node is None:
            continue
        with context.notebook.skipping():
            _check_operation_id(node, context)
            body = node.get("requestBody")
            docs = read_docs(node, context)
            if docs == Docs():
                docs = read_docs(shared, context)
            found.append(
                Callback(
                    name=name,
                    method=method,
                    expression=Text(raw=expression),
                    body=read_request_body(body, context) if body is not None else None,
                    signature=read_signature(context, node, shared, *around),
                    docs=docs,
                    place=node.place,
                )
            )
            audit(node, "Callback Operation", context)
    audit(shared, "Callback Path Item", context)
    return found


def _check_operation_id(node: Node, context: Context) -> None:
    """Report an operationId that is taken; a callback that several operations share has one."""
    if context.is_first("callback", node.id):
        read_operation_id(node, context)
    else:
        node.get("operationId")
