"""Errors of calls that fail, and the commands that they print, taken apart."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest
from driver import Driver
from sdk_runtime.errors import RequestError
from sdk_runtime.operation.operation import Operation


def failed(
    driver: Driver, operation: Operation[Any], *given: Any, **options: Any
) -> Any:
    with pytest.raises(RequestError) as caught:
        driver.send(operation, *given, **options)
    return caught.value


def words(command: str) -> list[str]:
    """The words that a shell makes of a command."""
    script = f"set -- {command}\nfor word; do printf '%s\\0' \"$word\"; done"
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=True)
    return done.stdout.decode().split("\0")[:-1]
