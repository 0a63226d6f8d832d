"""HTTP Digest: the challenge, its answer, and how long it is of use."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from driver import GET, Driver, method
from fault_server import Connection, FaultServer, Recorded, Step, reply
from sdk_runtime.auth import digest
from sdk_runtime.auth.digest import Challenge, DigestAuth, read_challenges
from sdk_runtime.errors import CredentialsError, UnauthorizedError
from sdk_runtime.request.body import JsonBody

Connect = Callable[..., Driver]

# The examples of RFC 7616, 3.9.1, RFC 2617, 3.5, and RFC 2069, 2.4 as its errata have it.
USER, PASSWORD = "Mufasa", "Circle of Life"
SERVER_NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
OLD_NONCE = "dcd98b7102dd2f0e8b11d0f600bfb0c093"
NEW = {"realm": "http-auth@example.org", "nonce": SERVER_NONCE, "qop": "auth, auth-int"}
OLD = {"realm": "testrealm@host.com", "nonce": OLD_NONCE}


@pytest.mark.parametrize(
    ("said", "password", "client", "want"),
    [
        (
            NEW | {"algorithm": "MD5"},
            PASSWORD,
            CLIENT_NONCE,
            "8ca523f5e9506fed4657c9700eebdbec",
        ),
        (
            NEW | {"algorithm": "SHA-256"},
            PASSWORD,
            CLIENT_NONCE,
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        ),
        (
            OLD | {"qop": "auth"},
            "Circle Of Life",
            "0a4f113b",
            "6629fae49393a05397450978507c4ef1",
        ),
        (OLD, "CircleOfLife", "", "1949323746fe6a43ef61f9606e7febea"),
    ],
)
def test_answers_of_the_standard(
    monkeypatch: pytest.MonkeyPatch,
    said: dict[str, str],
    password: str,
    client: str,
    want: str,
) -> None:
    monkeypatch.setattr(digest, "token_hex", lambda _size: client)
    answer = Challenge(said).answer("GET", "/dir/index.html", USER, password)
    assert f'response="{want}"' in answer


def guard(nonces: list[str], more: str = "", user: str = "ann") -> Step:
    """Answers 401 until a request answers the newest challenge, and takes each count once."""
    taken: set[str] = set()

    def step(connection: Connection, request: Recorded) -> bool:
        given = request.headers.get("authorization", "")
        found = dict(re.findall(r'([\w*]+)="?([^",]*)"?', given))
        if found.get("nonce") != nonces[-1] or given in taken:
            asked = f'Digest realm="r \\"1\\"", nonce="{nonces[-1]}", qop="auth"{more}'
            headers = {"WWW-Authenticate": f'Basic realm="a, b=c", {asked}'}
            return reply(401, "{}", headers)(connection, request)
        taken.add(given)
        said = {"realm": 'r "1"', "nonce": nonces[-1], "qop": "auth"}
        if "SHA-256-sess" in more:
            said["algorithm"] = "SHA-256-sess"
        same = Challenge(said)
        same._client = found["cnonce"]
        for _ in range(int(found["nc"], 16)):
            want = same.answer(request.method, request.target, user, "secret-word")
        response = re.findall(r'response="(\w+)"', want)
        assert [found["response"]] == response
        assert found["uri"] == request.target
        return reply()(connection, request)

    return step


def signed(connect: Connect) -> Driver:
    credential = DigestAuth("ann", "secret-word")
    return connect(credentials={"d": credential}, security=(("d",),))


@pytest.mark.parametrize("more", ["", ", algorithm=SHA-256-sess, opaque=o"])
def test_a_challenge_is_answered_and_kept(
    connect: Connect, server: FaultServer, more: str
) -> None:
    nonces = ["one"]
    server.default = guard(nonces, more)
    driver = signed(connect)
    driver.send()
    driver.send(query={"q": "a b"})
    assert len(server.requests) == 3
    counts = [
        re.findall(r"nc=(\w+)", request.headers.get("authorization", ""))
        for request in server.requests
    ]
    assert counts == [[], ["00000001"], ["00000002"]]
    # A nonce that has grown old is replaced, and the body is sent again.
    nonces.append("two")
    driver.send(method("POST", body=JsonBody()), body={"a": 1})
    assert [request.body for request in server.requests[3:]] == [b'{"a":1}'] * 2
    assert "secret-word" not in repr(driver.client)


def test_a_retry_counts_on(connect: Connect, server: FaultServer) -> None:
    own = guard(["one"])
    server.then(own, reply(503), own)
    signed(connect).send()
    counts = [request.headers.get("authorization", "") for request in server.requests]
    assert ["nc=00000001" in one for one in counts] == [False, True, False]
    assert "nc=00000002" in counts[2]


@pytest.mark.parametrize(
    ("challenge", "requests"),
    [
        ('Digest realm="r", nonce="n"', 2),
        ('Digest realm="r", nonce="n", algorithm=MD6', 1),
        ('Digest realm="r", nonce="n", qop="auth-int"', 1),
        ('Digest realm="r"', 1),
        ("Negotiate", 1),
        ("", 1),
    ],
)
def test_what_is_turned_away(
    connect: Connect, server: FaultServer, challenge: str, requests: int
) -> None:
    server.default = reply(401, "{}", {"WWW-Authenticate": challenge})
    with pytest.raises(UnauthorizedError):
        signed(connect).send()
    assert len(server.requests) == requests


def test_the_callers_own_header_stays(connect: Connect, server: FaultServer) -> None:
    server.default = guard(["one"])
    driver = signed(connect)
    driver.send()
    server.default = reply()
    driver.send(GET, headers={"Authorization": "Bearer own"})
    assert server.requests[-1].headers["authorization"] == "Bearer own"


def test_names_beyond_ascii_and_hashed_ones() -> None:
    said = {"realm": "r", "nonce": "n"}
    assert "username*=UTF-8''J%C3%A4s" in Challenge(said).answer("GET", "/", "Jäs", "")
    hashed = Challenge(said | {"userhash": "true"}).answer("GET", "/", "Jäs", "")
    assert 'userhash="true"' not in hashed
    assert "userhash=true" in hashed


def test_challenges_among_others() -> None:
    values = ["Negotiate, Digest nonce=a, algorithm=MD6, Digest nonce=b", "Basic x=y"]
    found = [one.answerable for one in read_challenges(values)]
    assert found == [False, True]


def test_what_is_missing(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("USER_NAME", raising=False)
    credential = DigestAuth(variables=("USER_NAME", "USER_WORD"))
    with pytest.raises(CredentialsError, match="USER_NAME"):
        connect(credentials={"d": credential}, security=(("d",),))
