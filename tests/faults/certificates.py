"""Certificates that servers show, made once a run: good ones, and such as nobody should take."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

OPENSSL: Final = shutil.which("openssl")


_KEY: Final = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


# Python checks them since 3.13.
_EXTENSIONS: Final = """\
basicConstraints=CA:FALSE
keyUsage=digitalSignature
extendedKeyUsage=serverAuth
authorityKeyIdentifier=keyid
"""


class Shown(NamedTuple):
    """What a server shows over TLS.

    Args:
        address: The address that the certificate is for.
        days: The days for which it is valid.
        trusted: Whether the client trusts it.
    """

    address: str = "127.0.0.1"
    days: int = 2
    trusted: bool = True


SHOWN: Final[Mapping[str, Shown]] = MappingProxyType(
    {
        "good": Shown(),
        "unknown": Shown(trusted=False),
        "of another host": Shown(address="127.0.0.2"),
        "expired": Shown(days=-1),
    }
)


def make(name: str, folder: Path) -> tuple[Path, Path, Path]:
    """The authority that a client trusts, and a certificate with its key, made at the first use."""
    shown = SHOWN[name]
    trusted = _authority("trusted", folder)
    signer = trusted if shown.trusted else _authority("unknown", folder)
    stem = folder / f"server-{name.replace(' ', '-')}"
    certificate, key = stem.with_suffix(".pem"), stem.with_suffix(".key")
    if not certificate.exists():
        request, extension = stem.with_suffix(".csr"), stem.with_suffix(".ext")
        extension.write_text(f"subjectAltName=IP:{shown.address}\n{_EXTENSIONS}")
        _run(
            "req", "-new", *_KEY, "-subj", "/CN=server", "-keyout", key, "-out", request
        )
        _run(
            *("x509", "-req", "-in", request, "-CA", signer, "-CAcreateserial"),
            *("-CAkey", signer.with_suffix(".key"), "-days", shown.days),
            *("-extfile", extension, "-out", certificate),
        )
    return trusted, certificate, key


def _authority(name: str, folder: Path) -> Path:
    certificate = folder / f"{name}.pem"
    if not certificate.exists():
        key = certificate.with_suffix(".key")
        _run(
            *("req", "-x509", *_KEY, "-days", 2, "-subj", f"/CN={name} authority"),
            *("-addext", "keyUsage=critical,keyCertSign,cRLSign"),
            *("-keyout", key, "-out", certificate),
        )
    return certificate


def server_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """The TLS of a server."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _run(*arguments: object) -> None:
    command = [str(OPENSSL), *(str(one) for one in arguments)]
    subprocess.run(command, check=True, capture_output=True)
