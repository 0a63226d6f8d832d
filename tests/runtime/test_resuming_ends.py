"""Downloads of which all came, and only the end was lost."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest
from driver import FakeTime
from fault_server import FaultServer, Step, raw, reply
from sdk_runtime.errors import APIResponseError, APIStatusError
from test_resuming import BODY, TAG, Connect, saved


def without_end(headers: Mapping[str, str], body: bytes) -> Step:
    """All of a body whose size nothing says, and no chunk that ends it."""
    said = {"Transfer-Encoding": "chunked", **headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    head = f"HTTP/1.1 200 OK\r\n{lines}\r\n{len(body):x}\r\n".encode()
    return raw(head + body + b"\r\n")


# What is said of the rest of a body of which all came, and whether that is all that it has.
REFUSED: list[tuple[dict[str, str], bool]] = [
    ({"Content-Range": f"bytes */{len(BODY)}"}, True),
    ({"Content-Range": f"bytes */{len(BODY)}", **TAG}, True),
    ({"Content-Range": f"bytes */{len(BODY)}", "ETag": '"v2"'}, False),
    ({"Content-Range": f"bytes */{len(BODY) - 1}"}, False),
    ({"Content-Range": "bytes */*"}, False),
    ({}, False),
]


@pytest.mark.parametrize(("said", "is_all"), REFUSED)
def test_a_body_of_which_all_came_has_no_rest(
    connect: Connect,
    server: FaultServer,
    tmp_path: Path,
    said: dict[str, str],
    *,
    is_all: bool,
) -> None:
    server.then(without_end(TAG, BODY), reply(416, "", said))
    driver = connect(time=FakeTime())
    if is_all:
        assert saved(driver, tmp_path / "file") == len(BODY)
        assert (tmp_path / "file").read_bytes() == BODY
    else:
        with pytest.raises(APIStatusError):
            saved(driver, tmp_path / "file")
    assert server.requests[1].headers["range"] == f"bytes={len(BODY)}-"


@pytest.mark.parametrize("cut", [0, 5])
def test_a_coded_body_of_which_all_came(
    connect: Connect, server: FaultServer, tmp_path: Path, cut: int
) -> None:
    coded = gzip.compress(BODY)[: -cut or None]
    said = {"Content-Range": f"bytes */{len(coded)}"}
    step = without_end({**TAG, "Content-Encoding": "gzip"}, coded)
    server.then(step, reply(416, "", said))
    driver = connect(time=FakeTime())
    if cut:
        with pytest.raises(APIResponseError, match="ends too early"):
            saved(driver, tmp_path / "file")
    else:
        assert saved(driver, tmp_path / "file") == len(BODY)
