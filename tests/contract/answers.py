"""Documents of one operation, and calls of it in both kinds of clients."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import httpx2

from tests.contract.conftest import Made

Tree = dict[str, Any]
Make = Callable[[Mapping[str, Any]], Made]

A = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
SCHEMAS: Tree = {
    "A": A,
    "Status": {"type": "object", "properties": {"code": {"type": "integer"}}},
    "Text": {
        "type": "string",
        "contentMediaType": "application/json",
        "contentSchema": {"$ref": "#/components/schemas/A"},
    },
    "Event": {
        "type": "object",
        "required": ["event"],
        "properties": {"event": {"type": "string"}, "data": {"type": "string"}},
    },
}


def ref(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def document(content: Tree, **more: Any) -> Tree:
    answer = {"200": {"description": "It.", "content": content}}
    operation = {"operationId": "fetch", "tags": ["a"], "responses": answer, **more}
    return {
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://a.example"}],
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": SCHEMAS},
    }


def call(
    made: Made, body: bytes, content_type: str, *, streams: bool = False, **given: Any
) -> tuple[list[Any], list[httpx2.Request]]:
    """What calls of both clients come to, and their requests."""
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        headers = {"Content-Type": content_type}
        return httpx2.Response(200, content=body, headers=headers)

    transport = httpx2.MockTransport(answer)
    sync, asynchronous = made.clients
    found: list[Any] = []
    with sync(http_client=httpx2.Client(transport=transport), strict=True) as client:
        value = client.a.fetch(**given)
        found.append([*value] if streams else value)

    async def later() -> None:
        own = httpx2.AsyncClient(transport=transport)
        async with asynchronous(http_client=own, strict=True) as client:
            value = await client.a.fetch(**given)
            found.append([each async for each in value] if streams else value)

    asyncio.run(later())
    return found, seen
