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


class SignedTime(Value, frozen=True):
    """Where the time of signing stands: in a header of its own, or under a key in the signature's.

    `tolerance` is how many seconds it may be away.
    """

    header: str = ""
    key: str = ""
    tolerance: float = 300


class Signature(Value, frozen=True):
    """How a server signs the requests that it sends by itself: an HMAC in a header.

    `algorithm` is a hash function, `encoding` `hex` or `base64`, and `prefix` stands before each of
    the signatures that `separator` divides; where that is "", the header is one. `signed` is what
    is signed, with `{body}`, `{timestamp}` and `{id}` in it, `id` the header of the message's id.
    A secret is itself the key where `secret_encoding` is "", and may begin with `secret_prefix`.
    """

    header: str
    algorithm: str
    prefix: str = ""
    encoding: str = "hex"
    separator: str = ""
    signed: str = "{body}"
    id: str = ""
    timestamp: SignedTime | None = None
    secret_prefix: str = ""
    secret_encoding: str = ""
