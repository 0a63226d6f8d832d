"""Callbacks and webhooks."""

from __future__ import annotations

from pathlib import Path

from reader_documents import (
    STRING,
    Tree,
    document,
    operation,
    read_operation,
    read_tree,
)

from generator.ir.types import (
    Reference,
)
from generator.ir.value import Text


def test_callbacks_and_webhooks(tmp_path: Path) -> None:
    def request(name: str) -> Tree:
        content = {
            "application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}
        }
        return operation(requestBody={"content": content}, description="Sent")

    tree = document(
        paths={
            "/a": {
                "post": operation(
                    callbacks={"done": {"{$request.body#/url}": {"post": request("A")}}}
                )
            }
        },
        webhooks={"created": {"post": request("B"), "put": request("B")}},
        components={"schemas": {"A": STRING, "B": STRING}},
    )
    result = read_tree(tmp_path, tree)
    (callback,) = result.operation.callbacks
    assert (callback.name.wire, callback.method) == ("done", "POST")
    assert callback.expression == Text(raw="{$request.body#/url}")
    assert callback.body is not None
    assert callback.body.content[0].type == Reference(id="components/schemas/A")
    assert [(one.name.wire, one.method) for one in result.api.webhooks] == [
        ("created", "PUT"),
        ("created", "POST"),
    ]
    assert result.api.webhooks[0].docs.description == Text(raw="Sent")
    assert result.codes == []


def test_one_callback_that_cannot_be_read_costs_no_more(tmp_path: Path) -> None:
    bad = {"{$url}": {"post": operation(requestBody={})}}
    good = {"{$url}": {"post": operation()}}
    result = read_operation(tmp_path, {"callbacks": {"bad": bad, "good": good}})
    assert [one.name.wire for one in result.operation.callbacks] == ["good"]
    assert result.codes == ["keyword-missing"]


def test_a_callback_that_operations_share_has_one_operation_id(tmp_path: Path) -> None:
    reference = {"$ref": "#/components/callbacks/Done"}
    tree = document(
        paths={
            path: {"get": operation(operationId=path, callbacks={"done": reference})}
            for path in ("/a", "/b")
        },
        components={
            "callbacks": {"Done": {"{$url}": {"post": operation(operationId="done")}}}
        },
    )
    result = read_tree(tmp_path, tree)
    assert [len(one.callbacks) for one in result.api.operations] == [1, 1]
    assert result.codes == []


def test_an_operation_id_that_a_webhook_takes(tmp_path: Path) -> None:
    taken = {"get": operation(operationId="same")}
    tree = document(paths={"/a": taken}, webhooks={"a": taken})
    assert read_tree(tmp_path, tree).codes == ["operation-id-duplicate"]
