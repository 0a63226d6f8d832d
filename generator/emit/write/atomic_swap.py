"""Exchanging two folders in one step, where the operating system can."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange(one: Path, other: Path) -> bool:
    """Give two existing folders each other's name, such that nobody ever sees one missing.

    Returns:
        Whether it was done; nothing has changed where it wasn't.
    """
    # A run that changes nothing exchanges nothing.
    import ctypes  # noqa: PLC0415

    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            libc = ctypes.CDLL(None)
            status = libc.renameat2(
                _AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE
            )
        elif sys.platform == "darwin":
            status = ctypes.CDLL(None).renamex_np(first, second, _RENAME_SWAP)
        else:
            return False
    except (OSError, AttributeError):
        return False
    return bool(status == 0)
