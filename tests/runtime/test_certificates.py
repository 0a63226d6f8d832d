"""What no further attempt mends isn't tried again: certificates, protocols, proxies."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpcore2
import httpx2
import pytest
from driver import Driver, FakeTime, Note, method
from fault_server import Connection, FaultServer, raw, reply
from sdk_runtime.errors import APIConnectionError, APIStatusError
from sdk_runtime.request.body import JsonBody
from sdk_runtime.transport.faults import is_lasting

Connect = Callable[..., Driver]

OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(not OPENSSL, reason="openssl is missing")


class Pair(NamedTuple):
    """A certificate and its key."""

    certificate: Path
    key: Path


def run(*arguments: object) -> None:
    command = [str(OPENSSL), *(str(one) for one in arguments)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """A certificate for this machine, one for another, and one of the past."""
    folder = tmp_path_factory.mktemp("certificates")
    made: dict[str, Pair] = {}
    for name, address, days in (
        ("right", "127.0.0.1", 2),
        ("other", "127.0.0.2", 2),
        ("old", "127.0.0.1", -1),
    ):
        made[name] = Pair(folder / f"{name}.pem", folder / f"{name}.key")
        request, extension = folder / f"{name}.csr", folder / f"{name}.ext"
        extension.write_text(f"subjectAltName=IP:{address}\nbasicConstraints=CA:TRUE\n")
        run(
            *("req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test"),
            *("-keyout", made[name].key, "-out", request),
        )
        run(
            *("x509", "-req", "-in", request, "-signkey", made[name].key),
            *("-days", days, "-extfile", extension, "-out", made[name].certificate),
        )
    return made


@pytest.fixture
def serve(pairs: dict[str, Pair]) -> Iterator[Callable[..., FaultServer]]:
    """Runs servers that speak TLS."""
    running: list[FaultServer] = []

    def make(name: str, setting: Callable[[ssl.SSLContext], object]) -> FaultServer:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pairs[name])
        setting(context)
        running.append(FaultServer(context).__enter__())
        return running[-1]

    yield make
    for server in running:
        server.__exit__(None, None, None)


def nothing(context: ssl.SSLContext) -> None:
    """Leave a server as it is."""


def other_ciphers(context: ssl.SSLContext) -> None:
    """Those without forward secrecy, which clients don't offer."""
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AES128-SHA256")


FAULTS = [
    ("right", "", nothing, "certificate verify failed"),
    ("other", "other", nothing, "certificate verify failed: IP address mismatch"),
    ("old", "old", nothing, "certificate has expired"),
    ("right", "other", nothing, "certificate verify failed"),
    ("right", "right", other_ciphers, "(?i)handshake"),
]


@needs_openssl
@pytest.mark.parametrize("supplied", [False, True])
@pytest.mark.parametrize("verb", ["GET", "POST"])
@pytest.mark.parametrize(("name", "trusted", "setting", "said"), FAULTS)
def test_a_server_that_isn_t_trusted_is_tried_once(
    connect: Connect,
    pairs: dict[str, Pair],
    serve: Callable[..., FaultServer],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    trusted: str,
    setting: Callable[[ssl.SSLContext], object],
    said: str,
    verb: str,
    supplied: bool,
) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(pairs[trusted].certificate))
    server, time = serve(name, setting), FakeTime()
    settings: dict[str, Any] = {"base_url": server.url, "time": time}
    if supplied:
        asynchronous = connect().asynchronous
        settings["http_client"] = (
            httpx2.AsyncClient() if asynchronous else httpx2.Client()
        )
    with pytest.raises(APIConnectionError, match=said) as caught:
        connect(**settings).send(method(verb, body=JsonBody()), body={})
    assert caught.value.attempts == 1
    assert time.slept == []
    assert server.connections == 1


class Breaking:
    """Breaks each connection off where others would begin to encrypt."""

    def wrap_socket(
        self, sock: socket.socket, server_side: bool, do_handshake_on_connect: bool
    ) -> None:
        assert server_side
        assert not do_handshake_on_connect
        Connection(sock, threading.Event()).reset()
        raise OSError


@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_a_handshake_that_breaks_off_is_begun_again(
    connect: Connect, verb: str
) -> None:
    context: Any = Breaking()
    with FaultServer(context) as server:
        driver = connect(base_url=server.url, time=FakeTime())
        with pytest.raises(APIConnectionError) as caught:
            driver.send(method(verb, body=JsonBody()), body={})
    assert caught.value.attempts == server.connections == 3


@pytest.mark.parametrize("value", ["/nowhere/ca.pem", "/"])
def test_certificates_that_are_missing_are_looked_for_once(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", value)
    time = FakeTime()
    with pytest.raises(APIConnectionError) as caught:
        connect(base_url="https://127.0.0.1:1", time=time).send()
    assert caught.value.attempts == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("socks5://user:s3cret@127.0.0.1:1", "HTTP_PROXY names a SOCKS proxy"),
        ("socks4://127.0.0.1:1", "SOCKS"),
        ("ftp://user:s3cret@127.0.0.1:1", "HTTP_PROXY names a proxy of another kind"),
        ("http://user:s3cret@127.0.0.1:0", "HTTP_PROXY needs a port"),
        ("http://user:s3cret@", "HTTP_PROXY names no host"),
        ("http://user:s3cret@[::1", "HTTP_PROXY is malformed"),
    ],
)
@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_a_proxy_that_can_t_be_used_is_said_at_once(
    connect: Connect,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    said: str,
    verb: str,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", url)
    monkeypatch.delenv("http_proxy", raising=False)
    time = FakeTime()
    driver = connect(base_url="http://api.example", allow_http=True, time=time)
    for _ in range(2):
        with pytest.raises(APIConnectionError, match=said) as caught:
            driver.send(method(verb, body=JsonBody()), body={})
        assert caught.value.attempts == 1
        assert "s3cret" not in str(caught.value)
    assert time.slept == []


def test_a_proxy_is_left_aside_for_ports_and_networks(
    connect: Connect, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", f"0.0.0.0/8,example:{server.port}")
    # This machine, by an address that isn't one of the loopback's.
    url = server.url.replace("127.0.0.1", "0.0.0.0")  # noqa: S104 -- nothing is bound
    assert connect(base_url=url, allow_http=True).send() == Note("1", "Ann")


@pytest.mark.parametrize(
    ("status", "attempts"), [(407, 1), (403, 1), (502, 3), (503, 3), (429, 3)]
)
def test_a_proxy_that_refuses_to_connect(
    connect: Connect,
    server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    attempts: int,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:s3cret@127.0.0.1:{server.port}")
    monkeypatch.delenv("https_proxy", raising=False)
    server.default = raw(f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n".encode())
    time = FakeTime()
    with pytest.raises(
        APIConnectionError, match=f"the proxy answered {status}"
    ) as caught:
        connect(base_url="https://api.example", time=time).send()
    assert caught.value.attempts == attempts
    assert "s3cret" not in str(caught.value)
    assert {request.method for request in server.requests} == {"CONNECT"}


def test_a_proxy_that_wants_a_password_is_asked_once(
    connect: Connect, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{server.port}")
    monkeypatch.delenv("http_proxy", raising=False)
    server.default = reply(407, "")
    with pytest.raises(APIStatusError):
        connect(base_url="http://api.example", allow_http=True).send()
    assert len(server.requests) == 1


def handshake(reason: str, kind: type[ssl.SSLError] = ssl.SSLError) -> Exception:
    """A failed handshake as the libraries hand it on: wrapped twice."""
    cause = kind(1, f"[SSL: {reason}]")
    cause.reason = reason
    inner, outer = httpcore2.ConnectError("no"), httpx2.ConnectError("no")
    inner.__cause__, outer.__cause__ = cause, inner
    return outer


def reading(reason: str) -> Exception:
    """A read that fails: a server looks at a client's certificate when it has shaken hands."""
    made, cause = httpcore2.ReadError("no"), ssl.SSLError(1, reason)
    cause.reason = reason
    made.__cause__ = cause
    return made


def met_while_handling(error: Exception) -> Exception:
    """A failure of a caller that is handling another one."""
    made = httpcore2.ConnectError("refused")
    made.__context__ = error
    return made


@pytest.mark.parametrize(
    ("error", "want"),
    [
        (met_while_handling(ssl.SSLCertVerificationError(1, "no")), False),
        (reading("TLSV13_ALERT_CERTIFICATE_REQUIRED"), True),
        (reading("TLSV1_ALERT_UNKNOWN_CA"), True),
        (reading("DECRYPTION_FAILED_OR_BAD_RECORD_MAC"), False),
        (handshake("CERTIFICATE_VERIFY_FAILED", ssl.SSLCertVerificationError), True),
        (handshake("WRONG_VERSION_NUMBER"), True),
        (handshake("UNSUPPORTED_PROTOCOL"), True),
        (handshake("TLSV1_ALERT_PROTOCOL_VERSION"), True),
        (handshake("SSLV3_ALERT_HANDSHAKE_FAILURE"), True),
        (handshake("TLSV1_UNRECOGNIZED_NAME"), True),
        (handshake("TLSV1_ALERT_UNKNOWN_CA"), True),
        (handshake("TLSV1_ALERT_INTERNAL_ERROR"), False),
        (handshake("UNEXPECTED_EOF_WHILE_READING", ssl.SSLEOFError), False),
        (handshake("", ssl.SSLSyscallError), False),
        (handshake("", ssl.SSLWantReadError), False),
        (httpcore2.ConnectError("refused"), False),
        (httpcore2.ReadError("reset"), False),
        (httpcore2.ReadTimeout(), False),
        (httpcore2.LocalProtocolError("header"), True),
        (httpcore2.ProxyError("407 Proxy Authentication Required"), True),
        (httpcore2.ProxyError("503 Unavailable"), False),
        (httpcore2.ProxyError("odd"), False),
        (ConnectionResetError(), False),
        (FileNotFoundError("ca.pem"), True),
    ],
)
def test_what_lasts(error: Exception, want: bool) -> None:
    assert is_lasting(error) is want
