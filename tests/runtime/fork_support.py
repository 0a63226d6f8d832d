"""What a forked process does."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable


def in_child(act: Callable[[], object]) -> int:
    """Do something in a forked process, and return its exit status: 0 if all went well."""
    with warnings.catch_warnings():
        # Newer Pythons warn of forks beside threads, which is what is tried here.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        signal.alarm(20)
        try:
            act()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]
