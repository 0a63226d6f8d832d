"""Which media type a file is sent as, where several are declared."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from driver import Driver
from fault_server import FaultServer
from sdk_runtime.operation.operation import Operation
from sdk_runtime.request.body import BytesBody
from sdk_runtime.request.payload import File

Connect = Callable[..., Driver]
PNG = b"\x89PNG\r\n\x1a\n..."
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 "
OCTETS = "application/octet-stream"
SEVERAL = "image/png, image/jpeg, image/*"

# What is declared, what is sent, and as what.
ROWS: list[tuple[str, Any, str]] = [
    # A file's own name decides, and where it has none, what it begins with.
    ("image/*", File(b"x", "a.gif"), "image/gif"),
    ("image/*", Path("a.jpg"), "image/jpeg"),
    ("image/*", PNG, "image/png"),
    ("image/*", bytearray(PNG), "image/png"),
    ("image/*", b"\xff\xd8\xff\xe0", "image/jpeg"),
    ("image/*", b"GIF89a", "image/gif"),
    ("image/*", WEBP, "image/webp"),
    ("image/*", b"II*\x00...", "image/tiff"),
    ("image/*", File(PNG, "photo"), "image/png"),
    ("image/*", File(PNG, "a.jpg"), "image/jpeg"),
    ("image/*", File(PNG, content_type="image/x-own"), "image/x-own"),
    ("image/*", b"?", OCTETS),
    ("image/*", b"RIFF....WAVE", OCTETS),
    ("image/*", BytesIO(b"?"), OCTETS),
    ("image/*", File(b"x", "a.pdf"), "application/pdf"),
    # Of several, its own where that is among them; else the first that can be sent.
    (SEVERAL, File(b"x", "a.jpg"), "image/jpeg"),
    (SEVERAL, File(b"x", "a.gif"), "image/gif"),
    (SEVERAL, File(b"x", "a.pdf"), "image/png"),
    (SEVERAL, b"GIF89a", "image/gif"),
    (SEVERAL, b"?", "image/png"),
    ("application/zip, application/x-tar", File(b"x", "a.tar"), "application/x-tar"),
    ("application/zip, application/x-tar", File(b"x", "a.csv"), "application/zip"),
    ("application/zip, application/x-tar", b"x", "application/zip"),
    ("application/zip;v=1, image/png", File(b"x", "a.zip"), "application/zip;v=1"),
    ("application/zip, */*", File(b"x", "a.pdf"), "application/pdf"),
    ("*/*, application/zip", b"x", OCTETS),
    ("*/*", PNG, OCTETS),
    ("*/*", File(b"x", "a.pdf"), "application/pdf"),
    # One alone is what the document says.
    ("image/png", File(b"x", "a.jpg"), "image/png"),
    (OCTETS, File(b"x", "a.jpg"), OCTETS),
]


@pytest.mark.parametrize(("declared", "value", "want"), ROWS)
def test_the_type_of_a_file(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    declared: str,
    value: Any,
    want: str,
) -> None:
    if isinstance(value, Path):
        value = tmp_path / value
        value.write_bytes(b"x")
    operation: Operation[Any] = Operation("PUT", "/a", body=BytesBody(declared))
    driver = connect()
    driver.wait(driver.session.send(operation, (), value))
    assert server.requests[0].headers["content-type"] == want
