"""Iterating the lists of a generated package, synchronously and asynchronously."""

from __future__ import annotations

import asyncio
import importlib
import logging
import sys
from collections.abc import Sequence
from typing import Any, TypeAlias

from tests.judge.wire.client.calling import keywords
from tests.judge.wire.client.methods import Method
from tests.judge.wire.loopback import Loopback, Received, Served
from tests.judge.wire.request.inputs import Arguments

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

_SECONDS = 10.0


class Collector:
    """Clients of a package that talk to a server on this machine.

    Args:
        package: The package.
    """

    def __init__(self, package: str) -> None:
        self._package = package
        self._server = Loopback()
        logging.getLogger(package).disabled = True
        decode = self._runtime("json.codec")
        self._codec: Foreign = decode.Codec(False, None, logging.getLogger(package))

    def close(self) -> None:
        """Close the server."""
        self._server.close()

    def items(self, method: Method, served: Served) -> list[object]:
        """The items of one page, decoded by themselves."""
        operation = method.operation
        content, _ = operation.success_content(served.status)
        chosen = content.select(served.content_type)
        data = chosen.decode(served.body, served.content_type, self._codec, "corpus")
        body = self._runtime("paging.page_body").PageBody(data, served.body)
        return list(body.at(operation.paging.items))

    def collect(
        self,
        method: Method,
        arguments: Arguments,
        served: Sequence[Served],
        *,
        is_async: bool,
        max_items: int | None,
    ) -> tuple[list[object], list[Received]]:
        """The items of a list, and the requests that asked for them.

        Args:
            method: The list.
            arguments: What to call it with.
            served: The pages, in the order in which they are served.
            is_async: Whether the asynchronous client is to be used.
            max_items: How many items are wanted, or None for all.

        Raises:
            Exception: Whatever the pager raises.
        """
        self._server.take()
        self._server.then(served)
        method.operation.security = ()
        headers = {
            name: value
            for name, value in arguments.given["header"].items()
            if name.lower() in method.headers
        }
        own = Arguments(given={**arguments.given, "header": headers})
        given = {**keywords(method, own), "max_items": max_items}
        if is_async:
            items = asyncio.run(self._awaited(method, given))
        else:
            client = self._client("SyncClient")
            with client:
                items = list(
                    getattr(method.owner(client._session), method.name)(**given)
                )
        return items, self._server.take()

    async def _awaited(self, method: Method, given: dict[str, Any]) -> list[object]:
        module = sys.modules[method.owner.__module__]
        owner = getattr(module, f"Async{method.owner.__name__}")
        async with self._client("AsyncClient") as client:
            pager = getattr(owner(client._session), method.name)(**given)
            return [item async for item in pager]

    def _client(self, name: str) -> Foreign:
        return getattr(self._runtime("call.client"), name)(
            base_url=self._server.url,
            credentials_required=False,
            operation_servers=False,
            max_retries=0,
            timeout=_SECONDS,
        )

    def _runtime(self, module: str) -> Foreign:
        return importlib.import_module(f"{self._package}._runtime.{module}")
