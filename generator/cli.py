"""The program: a command is run, and whatever ends it becomes an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import NoReturn

from generator.arguments import Arguments, parse
from generator.exit_codes import BROKEN_PIPE, FAILED, INTERRUPTED


def program() -> NoReturn:
    """The installed command: it ends at once, as taking all values apart is a tenth of a run."""
    gc.disable()
    code = main()
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, `sys.argv`'s when none is given, and return the exit code."""
    _escape_unencodable()
    try:
        with _without_garbage_collection():
            code = _run(parse(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("interrupted: nothing was written", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Python would complain once more when it closes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception:
        # A hundredth of a second to load, that a run which goes well doesn't need.
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        print(_INTERNAL_ERROR, file=sys.stderr)
        return FAILED
    else:
        return code


_INTERNAL_ERROR = """
This is a fault of the generator, not of your document; nothing was written.
Please report it, with the lines above and the document if you can share it."""


@contextmanager
def _without_garbage_collection() -> Generator[None]:
    """Don't collect garbage: a run's values live to its end, and collecting costs a fifth of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _escape_unencodable() -> None:
    """Print characters that the encoding of the terminal doesn't have as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(arguments: Arguments) -> int:
    # Help and faults of the command line need none of it.
    from generator.commands import run  # noqa: PLC0415

    return run(arguments)
