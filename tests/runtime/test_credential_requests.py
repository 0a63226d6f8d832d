"""A credential says what it needs sent, and sends nothing: no session, no network, no clock."""

from __future__ import annotations

import json

from oauth_support import oauth
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.errors import UnauthorizedError

GRANT = json.dumps({"access_token": "one", "expires_in": 1000}).encode()


def test_a_token_is_needed_until_there_is_one_and_again_before_it_ends() -> None:
    credential = oauth()
    needed = credential.request(now=0.0)
    assert needed is not None
    assert needed.url == "/oauth/token"
    assert needed.body == {"grant_type": "client_credentials"}
    assert [name for name, _ in needed.headers] == [b"Authorization"]
    credential.accept(GRANT, now=0.0)
    assert credential.request(now=939.0) is None
    assert credential.request(now=941.0) is not None


def test_a_rejected_token_is_replaced_once() -> None:
    credential = oauth()
    credential.accept(GRANT, now=0.0)
    rejected = credential.snapshot()
    assert credential.refresh(rejected, ())
    assert credential.request(now=1.0) is not None
    credential.accept(GRANT, now=1.0)
    # Another call was rejected with the same old token.
    assert credential.refresh(rejected, ())
    assert credential.request(now=2.0) is None


def test_id_and_secret_are_sent_in_the_form_where_the_header_is_rejected() -> None:
    credential, error = oauth(), UnauthorizedError("no")
    error.status_code = 401
    assert credential.try_alternate(error)
    needed = credential.request(now=0.0)
    assert needed is not None
    assert needed.headers == []
    assert isinstance(needed.body, dict)
    assert {"client_id", "client_secret"} <= needed.body.keys()
    assert not credential.try_alternate(error)


def test_others_need_nothing() -> None:
    credential = BearerToken("token")
    assert (credential.fetches, credential.refreshable) == (False, False)
    assert credential.request(now=0.0) is None
    assert not credential.refresh(credential.snapshot(), ())
