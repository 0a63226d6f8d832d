"""Security schemes, and what an operation requires of them."""

from __future__ import annotations

from typing import TypeAlias

from generator.ir.name import Name
from generator.ir.value import Docs, Value


class ApiKey(Value, frozen=True, tag="apiKey"):
    """A key in a header, the query or a cookie (`location`) under `parameter`."""

    parameter: str
    location: str


class Http(Value, frozen=True, tag="http"):
    """An HTTP authentication scheme in lower case: `bearer`, `basic`, `digest`, or another one."""

    scheme: str


class Flow(Value, frozen=True):
    """An OAuth 2 flow by its OpenAPI name: `clientCredentials`, `authorizationCode` and so on."""

    name: str
    token_url: str = ""
    refresh_url: str = ""
    authorization_url: str = ""
    device_authorization_url: str = ""
    scopes: tuple[str, ...] = ()


class OAuth2(Value, frozen=True, tag="oauth2"):
    """OAuth 2, with the flows that the document offers."""

    flows: tuple[Flow, ...]


class OpenIdConnect(Value, frozen=True, tag="openIdConnect"):
    """OpenID Connect discovery."""

    url: str


class Exchange(Value, frozen=True, tag="exchange"):
    """An HTTP scheme whose credentials are computed for each request, which the transport does."""

    scheme: str


class MutualTls(Value, frozen=True, tag="mutualTLS"):
    """A client certificate, which the transport presents."""


Mechanism: TypeAlias = ApiKey | Http | Exchange | OAuth2 | OpenIdConnect | MutualTls


class SecurityScheme(Value, frozen=True):
    """A named scheme; `environment` is the variable its credential is read from, or ""."""

    id: str
    name: Name
    mechanism: Mechanism
    environment: str = ""
    docs: Docs = Docs()


class Requirement(Value, frozen=True):
    """A scheme that a request needs, with its scopes."""

    scheme: str
    scopes: tuple[str, ...] = ()
