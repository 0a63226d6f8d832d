"""The command line: its options and their help."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias, get_args

import msgspec

from generator.config import RunOptions
from generator.diagnostics.report import Format
from generator.targets import registry

_DESCRIPTION = "Generate typed Python clients from OpenAPI documents."
_EPILOG = """\
exit codes:
  0    complete
  1    failed, nothing was written: an error ends a strict run, and a lenient one when all
       operations were refused; with --check or --diff also: the output is out of date
  2    the command line is wrong
  3    incomplete: some operations, or what they need, were refused; the others were generated
  4    complete, after something was repaired, or left out that nothing needs
  130  interrupted: nothing was written
  141  the output was closed before its end
"""
_GENERATE = """\
examples:
  sdkwright generate                              spec/intercom to generated/intercom
  sdkwright generate spec/shop --target python    one target of another folder
  sdkwright generate --spec shop.yaml --out shop-sdk --package shop_sdk
  sdkwright generate --check                      exit with 1 if the output is out of date
"""
_VALIDATE = """\
examples:
  sdkwright validate
  sdkwright validate --lint
  sdkwright validate --spec shop.yaml --format github
"""
_IR = """\
examples:
  sdkwright ir | jq '.operations[].id'
  sdkwright ir --spec shop.yaml --out shop.json
"""
_DEFAULT = Path("spec/intercom")
_FORMATS = get_args(Format)


class Arguments(msgspec.Struct, frozen=True):
    """The options of a command line, parsed.

    Args:
        command: `generate`, `validate` or `ir`.
        request: What to read and how.
        check: Whether to compare only, and name what is out of date.
        diff: Whether to compare only, and show how it differs.
        watch: Whether to generate again whenever a file of the document changes.
        cache: Whether to use what earlier runs have made, and to keep what this one makes.
        lint: Whether `validate` looks for what the document leaves open, too.
        format: How `validate` prints findings.
        dump: The file that `ir` writes; None is standard output.
    """

    command: str
    request: RunOptions
    check: bool = False
    diff: bool = False
    watch: bool = False
    cache: bool = True
    lint: bool = False
    format: Format = "human"
    dump: Path | None = None


class _Namespace(argparse.Namespace):
    """The attributes that argparse sets."""

    command: str
    folder: Path | None
    spec: Path | None
    overlay: list[Path]
    allow_outside: list[Path]
    lenient: bool | None
    out: Path | None = None
    package: str | None = None
    target: list[str]
    check: bool = False
    diff: bool = False
    watch: bool = False
    cache: bool = True
    lint: bool = False
    format: Format = "human"


def parse(arguments: Sequence[str] | None) -> Arguments:
    """Read a command line, `sys.argv`'s when none is given.

    Raises:
        SystemExit: It is wrong, or `--help`, which has been printed.
    """
    parser = _parser()
    parsed = parser.parse_args(arguments, _Namespace(target=[]))
    if parsed.folder and parsed.spec:
        parser.error("name a folder or a document with --spec, not both")
    if parsed.folder and parsed.folder.is_file():
        parser.error(f"{parsed.folder} is a file: name it with --spec")
    is_ir = parsed.command == "ir"
    return Arguments(
        command=parsed.command,
        request=RunOptions(
            source=parsed.spec or parsed.folder or _DEFAULT,
            out=None if is_ir else parsed.out,
            package=parsed.package,
            targets=tuple(parsed.target),
            lenient=parsed.lenient,
            overlays=tuple(parsed.overlay),
            outside=tuple(parsed.allow_outside),
        ),
        check=parsed.check,
        diff=parsed.diff,
        watch=parsed.watch,
        cache=parsed.cache,
        lint=parsed.lint,
        format=parsed.format,
        dump=parsed.out if is_ir else None,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sdkwright",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (purpose, examples, add) in _COMMANDS.items():
        command = commands.add_parser(
            name,
            help=purpose,
            description=f"{purpose[0].upper()}{purpose[1:]}.",
            epilog=f"{examples}\n{_EPILOG}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add(command)
    return parser


def _add_source(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="SPEC_FOLDER",
        help=f"a folder with openapi.yaml and perhaps sdk.toml (default: {_DEFAULT})",
    )
    command.add_argument(
        "--spec",
        type=Path,
        metavar="FILE",
        help="a single document instead of a folder",
    )
    command.add_argument(
        "--overlay",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="an OpenAPI Overlay to apply after the folder's own; can be repeated",
    )
    command.add_argument(
        "--allow-outside",
        type=_folder,
        action="append",
        default=[],
        metavar="DIR",
        help="a further folder that references may lead into; can be repeated (default: the "
        "working folder if the document lies in it, else the document's own)",
    )
    strictness = command.add_mutually_exclusive_group()
    strictness.add_argument(
        "--lenient",
        action="store_true",
        default=None,
        help="repair what has one sensible reading, and refuse the rest operation by "
        "operation (default with --spec)",
    )
    strictness.add_argument(
        "--strict",
        action="store_false",
        dest="lenient",
        help="repair nothing, and fail if there is an error (default with a folder)",
    )


def _add_generate(command: argparse.ArgumentParser) -> None:
    _add_source(command)
    command.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="the folder to fill (default: generated/NAME/TARGET)",
    )
    command.add_argument(
        "--package", type=_package, metavar="NAME", help="the Python package's name"
    )
    command.add_argument(
        "--target",
        action="append",
        choices=registry.names(),
        default=[],
        help="what to generate; can be repeated (default: sdk.toml's targets, or python)",
    )
    mode = command.add_mutually_exclusive_group()
    mode.add_argument(
        "--check", action="store_true", help="write nothing, name the files out of date"
    )
    mode.add_argument(
        "--diff", action="store_true", help="write nothing, show what would change"
    )
    mode.add_argument(
        "--watch",
        action="store_true",
        help="generate again whenever a file of the document, an overlay or sdk.toml is saved, "
        "and print what changed, until interrupted",
    )
    command.add_argument(
        "--no-cache",
        action="store_false",
        dest="cache",
        help="make everything anew (default: what earlier runs of the same inputs have made is "
        "kept in the folder SDKWRIGHT_CACHE, or the platform's for caches)",
    )


def _add_validate(command: argparse.ArgumentParser) -> None:
    _add_source(command)
    command.add_argument(
        "--lint",
        action="store_true",
        help="note also what lacks a description or an example, lists without paging and ids that "
        "aren't required; sdk.toml's `[lint] errors` names what is an error",
    )
    command.add_argument(
        "--format", choices=_FORMATS, default="human", help="how findings are printed"
    )


def _add_ir(command: argparse.ArgumentParser) -> None:
    _add_source(command)
    command.add_argument(
        "--out", type=Path, metavar="FILE", help="write a file instead of printing"
    )


def _folder(text: str) -> Path:
    if not (path := Path(text)).is_dir():
        raise argparse.ArgumentTypeError(f"`{text}` is no folder")
    return path


def _package(name: str) -> str:
    # Importing the target takes a third of the start, and this option alone needs it.
    from generator.targets.python.names.package_names import (  # noqa: PLC0415
        package_fault,
    )

    if reason := package_fault(name):
        raise argparse.ArgumentTypeError(reason)
    return name


_Add: TypeAlias = Callable[[argparse.ArgumentParser], None]
_COMMANDS: dict[str, tuple[str, str, _Add]] = {
    "generate": ("write the packages of an API", _GENERATE, _add_generate),
    "validate": ("print all findings about a document", _VALIDATE, _add_validate),
    "ir": ("print the API as JSON, as targets read it", _IR, _add_ir),
}
