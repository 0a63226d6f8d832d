"""The options of `make corpus`: which documents are checked, and how."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from tests.judge.overlay.overlay_files import OVERLAYS, OverlayName
from tests.judge.rows import CHECKS, CheckName

N = TypeVar("N", bound=str)

_EXAMPLES = """\
examples:
  make corpus
  make corpus ASK="--only 'peers/*' --checks compile,import"
  make corpus ASK="--declare paging,extensions --largest 500000"
  python -m tests.judge specs --jobs 4 --json corpus.json --html corpus.html
"""


class JudgeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents to check, how, and where to write the result.

    Args:
        folder: Where the documents are.
        jobs: How many processes work at the same time; 0 means one for each processor.
        json: Where to write the rows as JSON, if anywhere.
        html: Where to write the page, if anywhere.
        checks: Which checks to run.
        declare: What to declare besides what a document says.
        only: A pattern for the documents' paths.
        largest: How many bytes a document may have; 0 means any number.
        expect: A table of what to expect; None looks for one in the folder.
        cache: Where results of slow checks are kept.
        judge: An interpreter that has openapi-core and bravado-core, for the check `wire`.
        out: Where to leave the packages; None leaves none.
        seconds: How long one step of one document may take.
        draws: How many values are drawn from each schema, and calls made of half as many.
        budget: Processor time for drawing, in each check of each document.
    """

    folder: Path
    jobs: int = 0
    json: Path | None = None
    html: Path | None = None
    checks: tuple[CheckName, ...] = CHECKS
    declare: tuple[OverlayName, ...] = ()
    only: str = "*"
    largest: int = 0
    expect: Path | None = None
    cache: Path = Path(".cache/corpus")
    judge: Path = Path(sys.prefix, "judge", "bin", "python")
    out: Path | None = None
    seconds: float = 1800.0
    draws: int = 12
    budget: float = 300.0


def parse(arguments: Sequence[str]) -> JudgeOptions:
    """Read a command line.

    Raises:
        SystemExit: It is wrong, or asks for help, which has been printed.
    """
    command = argparse.ArgumentParser(
        "python -m tests.judge",
        description="Generate the packages of a folder of documents, and check them.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add(command)
    return _read(command.parse_args(arguments))


def _add(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder", type=_folder, metavar="DIR", help="the folder with the documents"
    )
    command.add_argument(
        "--jobs",
        type=int,
        metavar="N",
        help="how many processes work at the same time (default: one for each processor)",
    )
    for name in ("json", "html"):
        command.add_argument(
            f"--{name}", type=Path, metavar="FILE", help=f"also write {name.upper()}"
        )
    command.add_argument(
        "--checks",
        type=_checks,
        metavar="NAMES",
        help=f"which checks to run, with commas between (default: {','.join(CHECKS)})",
    )
    command.add_argument(
        "--declare",
        type=_overlays,
        metavar="NAMES",
        help="what to declare besides, by an overlay made for each document: "
        f"{', '.join(OVERLAYS)}, with commas between",
    )
    command.add_argument(
        "--only", metavar="GLOB", help="only documents whose path or name matches"
    )
    command.add_argument(
        "--largest",
        type=int,
        metavar="BYTES",
        help="leave out documents that are larger",
    )
    command.add_argument(
        "--expect",
        type=Path,
        metavar="FILE",
        help="a table with the columns path and expect (default: DIR/index.tsv)",
    )
    command.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="where results of slow checks are kept (default: .cache/corpus)",
    )
    command.add_argument(
        "--judge",
        type=Path,
        metavar="PYTHON",
        help="an interpreter that has openapi-core and bravado-core "
        "(default: the one in judge/ beside ours)",
    )
    command.add_argument(
        "--out", type=Path, metavar="DIR", help="keep the packages in a folder"
    )
    command.add_argument(
        "--seconds",
        type=float,
        metavar="S",
        help="how long one step of one document may take (default: 1800)",
    )
    command.add_argument(
        "--draws",
        type=int,
        metavar="N",
        help="how many values to draw from each schema; operations are called half as often "
        "(default: 12)",
    )
    command.add_argument(
        "--budget",
        type=float,
        metavar="S",
        help="processor time for drawing, in each check of each document (default: 300)",
    )


def _read(parsed: argparse.Namespace) -> JudgeOptions:
    given = {
        name: value
        for name in JudgeOptions.__struct_fields__
        if (value := getattr(parsed, name, None)) is not None
    }
    return msgspec.convert(given, JudgeOptions, dec_hook=_as_it_is)


def _as_it_is(kind: type, value: object) -> object:
    """Paths, which msgspec doesn't know."""
    if isinstance(value, kind):
        return value
    raise ValueError(f"{value!r} is no {kind.__name__}")


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"`{text}` is no folder")
    return path


def _checks(text: str) -> tuple[CheckName, ...]:
    return _named(text, CHECKS, "check")


def _overlays(text: str) -> tuple[OverlayName, ...]:
    return _named(text, OVERLAYS, "overlay")


def _named(text: str, known: tuple[N, ...], kind: str) -> tuple[N, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(
                f"`{name}` is no {kind}; there are {', '.join(known)}"
            )
    return tuple(one for one in known if one in names)
