"""Clients with OAuth 2 client credentials, and a token for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from driver import Driver
from fault_server import Recorded
from sdk_runtime.auth.oauth import OAuth2ClientCredentials
from sdk_runtime.auth.security import Credential

Connect = Callable[..., Driver]


def sent(request: Recorded, name: str) -> str | None:
    return request.headers.get(name)


TOKEN_ANSWER = json.dumps(
    {"access_token": "access-1", "token_type": "bearer", "expires_in": 3600}
)


def oauth(**rest: Any) -> OAuth2ClientCredentials:
    return OAuth2ClientCredentials("the id", "the secret", "/oauth/token", **rest)


def with_oauth(connect: Connect, credential: Credential, **rest: Any) -> Driver:
    return connect(credentials={"o": credential}, security=(("o",),), **rest)
