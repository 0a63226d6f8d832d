"""What both transports trust, and what has a context of its own."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driver import Driver, Note
from fault_server import FaultServer
from sdk_runtime.call.client import transport_of
from sdk_runtime.errors import (
    APIConnectionError,
)

Connect = Callable[..., Driver]
needs_openssl = pytest.mark.skipif(
    not shutil.which("openssl"), reason="openssl is missing"
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an authority `ca.pem`, and `leaf.pem` that it signed for 127.0.0.1."""
    folder = tmp_path_factory.mktemp("authority")
    (folder / "ext").write_text(
        "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n"
        "authorityKeyIdentifier=keyid\n"
    )
    for line in (
        # Since 3.13 Python trusts no authority that doesn't say that it may sign.
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=CA -out ca.pem -keyout ca.key "
        "-addext keyUsage=critical,keyCertSign,cRLSign",
        "req -newkey rsa:2048 -nodes -subj /CN=leaf -out leaf.csr -keyout leaf.key",
        "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 "
        "-extfile ext -out leaf.pem",
    ):
        subprocess.run(
            ["openssl", *line.split()], cwd=folder, check=True, capture_output=True
        )
    trusted = folder / "trusted"
    trusted.mkdir()
    shutil.copy(folder / "ca.pem", trusted)
    subprocess.run(["openssl", "rehash", str(trusted)], check=True, capture_output=True)
    return folder


@pytest.fixture
def secure(authority: Path) -> Iterator[FaultServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "leaf.pem", authority / "leaf.key")
    context.set_alpn_protocols(["h2", "http/1.1"])
    with FaultServer(context) as running:
        yield running


@needs_openssl
@pytest.mark.parametrize(
    ("variable", "file"), [("SSL_CERT_FILE", "ca.pem"), ("SSL_CERT_DIR", "trusted")]
)
def test_the_environment_names_what_is_trusted(
    over: Connect,
    secure: FaultServer,
    authority: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    file: str,
) -> None:
    """Over HTTP/1.1, although the server prefers HTTP/2."""
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(authority / file))
    driver = over(base_url=secure.url)
    assert driver.send() == Note("1", "Ann")
    assert driver.send() == Note("1", "Ann")
    assert [request.connection for request in secure.requests] == [1, 1]


@needs_openssl
def test_a_stranger_s_certificate_is_one_error_for_both(
    over: Connect, secure: FaultServer
) -> None:
    with pytest.raises(APIConnectionError) as caught:
        over(base_url=secure.url, max_retries=3).send()
    assert caught.value.attempts == 1
    assert "certificate" in str(caught.value)


@needs_openssl
def test_a_custom_authority_and_a_client_s_certificate(
    connect: Connect, authority: Path
) -> None:
    """An `ssl_context` has both, over httpcore2."""
    wanted = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    wanted.load_cert_chain(authority / "leaf.pem", authority / "leaf.key")
    wanted.load_verify_locations(authority / "ca.pem")
    wanted.verify_mode = ssl.CERT_REQUIRED
    own = ssl.create_default_context(cafile=str(authority / "ca.pem"))
    own.load_cert_chain(authority / "leaf.pem", authority / "leaf.key")
    with FaultServer(wanted) as running:
        driver = connect(base_url=running.url, ssl_context=own)
        assert transport_of(driver.client) == "httpcore2"
        assert driver.send() == Note("1", "Ann")
        anonymous = ssl.create_default_context(cafile=str(authority / "ca.pem"))
        refused = connect(
            base_url=running.url, ssl_context=anonymous, random=lambda: 0.0
        )
        with pytest.raises(APIConnectionError):
            refused.send()
