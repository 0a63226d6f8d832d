"""Clients as they are generated, for tests of what callers do with a whole client."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from driver import GET, Note
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.security import BasicAuth, BearerToken, Credential
from sdk_runtime.call.client import AsyncClient, AsyncResource, Resource, SyncClient
from sdk_runtime.call.transports import copyable
from sdk_runtime.operation.operation import Security

SECURITY: Security = (("oauth",), ("basic",), ("bearer",))


class Notes(Resource):
    def retrieve(self, id: str) -> Note:
        return self._session.send(GET, (id,))


class AsyncNotes(AsyncResource):
    async def retrieve(self, id: str) -> Note:
        return await self._session.send(GET, (id,))


def credentials(
    token: Any, username: Any, password: Any, client_id: Any, client_secret: Any
) -> Mapping[str, Credential]:
    return {
        "bearer": BearerToken(token, "SHOP_TOKEN"),
        "basic": BasicAuth(username, password),
        "oauth": OAuth2ClientCredentials(client_id, client_secret, "/oauth/token"),
    }


class Shop(SyncClient):
    @copyable
    def __init__(
        self,
        token: Any = None,
        username: Any = None,
        password: Any = None,
        client_id: Any = None,
        client_secret: Any = None,
        *,
        base_url: str,
        api_version: str = "1",
        **rest: Any,
    ) -> None:
        super().__init__(
            base_url=base_url,
            declared_headers={"Api-Version": api_version},
            credentials=credentials(
                token, username, password, client_id, client_secret
            ),
            security=SECURITY,
            credentials_required=False,
            **rest,
        )

    def with_options(self, **options: Any) -> Self:
        return self._copy_with(options)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self._session)


class AsyncShop(AsyncClient):
    @copyable
    def __init__(
        self,
        token: Any = None,
        username: Any = None,
        password: Any = None,
        client_id: Any = None,
        client_secret: Any = None,
        *,
        base_url: str,
        api_version: str = "1",
        **rest: Any,
    ) -> None:
        super().__init__(
            base_url=base_url,
            declared_headers={"Api-Version": api_version},
            credentials=credentials(
                token, username, password, client_id, client_secret
            ),
            security=SECURITY,
            credentials_required=False,
            **rest,
        )

    def with_options(self, **options: Any) -> Self:
        return self._copy_with(options)

    @cached_property
    def notes(self) -> AsyncNotes:
        return AsyncNotes(self._session)


TOKEN = "tok_1234567890abcdef"


class Colour:
    """Both kinds of clients, called in the same way."""

    def __init__(self, asynchronous: bool, transport: str, url: str) -> None:
        self.asynchronous = asynchronous
        self.runner = asyncio.Runner() if asynchronous else None
        self.kind: Any = AsyncShop if asynchronous else Shop
        self.transport = transport
        self.url = url
        self.made: list[Any] = []

    def make(self, **options: Any) -> Any:
        given = {"token": TOKEN, "base_url": self.url, "random": lambda: 0.0}
        if "http_client" not in options:
            given["transport"] = self.transport
        made = self.kind(**{**given, **options})
        self.made.append(made)
        return made

    def run(self, result: Any) -> Any:
        if self.runner is None:
            return result
        return self.runner.run(_wait(result))

    def get(self, client: Any) -> Any:
        return self.run(client.notes.retrieve("1"))

    def close(self, client: Any) -> None:
        self.run(client.close())

    def finish(self) -> None:
        """Close all of them, and the event loop that runs them."""
        for client in self.made:
            self.close(client)
        if self.runner is not None:
            self.runner.close()


async def _wait(result: Any) -> Any:
    return await result
