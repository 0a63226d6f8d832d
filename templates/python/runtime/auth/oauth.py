"""OAuth 2 client credentials: https://www.rfc-editor.org/rfc/rfc6749#section-4.4"""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote_plus

import msgspec

from ..errors import APIResponseError, CredentialsError, ResponseError
from ..json.json_limits import bounded
from ..json.plain_data import is_object
from ..operation.operation import Operation
from ..request.body import FormBody
from ..request.parameters import header
from ..response.content import Bytes, Json
from .secret import (
    AsyncSecretSource,
    Provider,
    Secret,
    read_pair,
    read_secret,
    revealed,
    shown,
)
from .security import Additions, Credential, CredentialRequest

# A token is renewed this many seconds before it ends, or after nine tenths of a short life.
_MARGIN = 60.0
_SHARE = 0.9
_BAD_REQUEST, _UNAUTHORIZED = 400, 401
# What a 400 says where id and secret aren't looked for in a header.
_REFUSED = frozenset({"invalid_client", "invalid_request"})


_FETCH_TOKEN: Final[Operation[bytes]] = Operation(
    "POST",
    "",
    body=FormBody(),
    responses={"2XX": Bytes("application/json")},
    errors={"default": Json(Any)},
    security=(),
)


class _Grant(msgspec.Struct):
    access_token: str
    token_type: str = "Bearer"  # noqa: S105 -- the word for its kind
    expires_in: float | None = None


class OAuth2ClientCredentials(Credential):
    """`Authorization: Bearer …` with tokens fetched from a token endpoint and renewed in time.

    Args:
        client_id: The client's id; without one, the first variable is read.
        client_secret: The client's secret; without one, the second variable is read.
        token_url: Where tokens are fetched, absolute or relative to the base URL.
        scopes: The scopes to ask for.
        variables: The names of the two environment variables.
        in_body: Whether id and secret go into the form instead of an Authorization header; None
            tries the header first, and the form where that is turned away.
        token: An access token that there is already; used as long as it is taken.
        token_variable: The name of the environment variable that it is read from, or "".
        arguments: What the client calls the id and the secret.
        token_argument: What it calls the token.
    """

    __slots__ = (
        "_asked",
        "_expires",
        "_id",
        "_in_body",
        "_scopes",
        "_secret",
        "_token",
        "_token_url",
        "_tries_body",
    )
    refreshable = True
    fetches = True
    held = ("_token", "_id", "_secret")

    def __init__(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        client_id: AsyncSecretSource | None,
        client_secret: AsyncSecretSource | None,
        token_url: str,
        scopes: Sequence[str] = (),
        variables: tuple[str, str] = ("", ""),
        in_body: bool | None = None,
        token: AsyncSecretSource | None = None,
        token_variable: str = "",
        arguments: tuple[str, str] = ("client_id", "client_secret"),
        token_argument: str = "token",  # noqa: S107 -- the word for it
    ) -> None:
        super().__init__((token_variable, *variables), (token_argument, *arguments))
        pair = client_id, client_secret
        self._id, self._secret = read_pair(pair, variables, arguments)
        self._token_url = token_url
        self._scopes = " ".join(scopes)
        self._in_body = in_body
        self._tries_body = False
        self._token: Secret | Provider | None = read_secret(
            token, token_variable, token_argument
        )
        self._asked: dict[str, Secret] = {}
        self._expires: float | None = None

    @property
    def ready(self) -> bool:
        """Whether there is a token, or one can be fetched."""
        return self._token is not None or self._can_fetch

    @property
    def _can_fetch(self) -> bool:
        return self._id is not None and self._secret is not None

    def snapshot(self) -> object:
        """The token there is now."""
        return self._token

    def refresh(self, rejected: object, challenges: Sequence[str]) -> bool:
        """Forget a rejected token, unless it has been replaced already."""
        del challenges
        if self._can_fetch and self._token is rejected:
            self._token = None
        return self._can_fetch or self.is_provided

    def resolved(self, secrets: Sequence[Secret]) -> Credential:
        """As each credential; the token that id and secret are for stays that of all calls."""
        if isinstance(self._token, Provider):
            return super().resolved(secrets)
        self._asked = self._given(secrets)
        return self

    def request(self, now: float) -> CredentialRequest | None:
        """The request for a token, unless there is one that can still be used."""
        if self._token is not None and (self._expires is None or now < self._expires):
            return None
        form: dict[str, object] = {"grant_type": "client_credentials"}
        headers: list[tuple[bytes, bytes]] = []
        if self._scopes:
            form["scope"] = self._scopes
        if self._in_body or self._tries_body:
            form["client_id"], form["client_secret"] = self._pair()
        else:
            pair = ":".join(quote_plus(part) for part in self._pair())
            basic = b2a_base64(pair.encode(), newline=False).decode()
            headers.append(header("Authorization", f"Basic {basic}"))
        return CredentialRequest(_FETCH_TOKEN, self._token_url, form, headers)

    def try_alternate(self, error: ResponseError) -> bool:
        """Whether id and secret can be sent in the form instead of the header.

        Args:
            error: The token endpoint's answer.
        """
        code = error.data.get("error") if is_object(error.data) else None
        refused = error.status_code == _UNAUTHORIZED or (
            error.status_code == _BAD_REQUEST and code in _REFUSED
        )
        self._tries_body = refused and self._in_body is None and not self._tries_body
        return self._tries_body

    def accept(self, body: bytes, now: float) -> None:
        """Take the token endpoint's answer."""
        try:
            grant = msgspec.json.decode(bounded(body), type=_Grant, strict=False)
        except (msgspec.MsgspecError, ValueError):
            raise APIResponseError(
                "the token endpoint's answer holds no token"
            ) from None
        token = read_secret(grant.access_token, "", "access token")
        if token is None or grant.token_type.lower() != "bearer":
            raise APIResponseError("the token endpoint's answer holds no bearer token")
        self._token = token
        life = grant.expires_in
        self._expires = (
            None if life is None else now + max(life - _MARGIN, life * _SHARE)
        )
        if self._in_body is None:
            self._in_body, self._tries_body = self._tries_body, False

    def add(self, additions: Additions) -> None:
        """Add the Authorization header."""
        if self._token is None:
            raise CredentialsError("no access token has been fetched")
        value = f"Bearer {revealed(self._token)}"
        additions.headers.append(header("Authorization", value))

    def secrets(self) -> tuple[str, ...]:
        """The client's secret and the token."""
        return (*shown(self._secret), *shown(self._token))

    def _pair(self) -> tuple[str, str]:
        asked = self._asked
        secret = asked.get("_secret", self._secret)
        return revealed(asked.get("_id", self._id)), revealed(secret)
