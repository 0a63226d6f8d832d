"""`python -m intercom_sdk mirror`: the files of a folder as the pages of a source."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from .._client import AsyncIntercom
from .._runtime.errors import APIError, ArgumentError
from .display import Display
from .files import FileError, PageFile, find_files, read_file, to_page
from .values import SourcePage

if TYPE_CHECKING:
    from .values import MirrorReport

_DONE, _FAILED, _USAGE, _ENDED_EARLY, _INTERRUPTED = 0, 1, 2, 3, 130
_EPILOG: Final = """
The token is read from INTERCOM_TOKEN. A file may begin with front matter, YAML between lines of
`---`: title, url, locale, external_id, ai_agent_availability, ai_copilot_availability. Without them
the title is the first heading, and the external id the path below DIR.

exit codes:
  0    the pages of the source are the same as the files
  1    some files or pages failed, with messages; the others were dealt with
  2    the command line is wrong, the token is missing, or there are no files
  3    the run ended early; run it again to go on where it ended
  130  interrupted; run it again to go on
"""


def run(arguments: list[str]) -> int:
    """Run the command line and return the exit code."""
    options = _parser().parse_args(arguments)
    display = Display()
    try:
        return asyncio.run(_mirror(options, display))
    except KeyboardInterrupt:
        display.end(f"interrupted after {display.progress}")
        return _INTERRUPTED
    except ArgumentError as error:
        display.end(f"error: {error}")
        return _USAGE
    except (APIError, FileError) as error:
        display.end(f"error: {error}", f"ended early, after {display.progress}")
        return _ENDED_EARLY


def _parser() -> argparse.ArgumentParser:
    package = __name__.partition(".")[0]
    parser = argparse.ArgumentParser(prog=f"python -m {package}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    mirror = commands.add_parser(
        "mirror",
        help="make the pages of a content import source the same as the files of a folder",
        description="Posts the Markdown and HTML files of a folder as external pages, those that "
        "are new or have changed since the last run.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = mirror.add_argument
    add(
        "folder",
        metavar="DIR",
        type=Path,
        help="where .md, .markdown and .html files are",
    )
    add(
        "--source",
        metavar="URL",
        required=True,
        help="the URL of the content import source, which is made where there is none",
    )
    add(
        "--delete-missing",
        action="store_true",
        help="delete pages that earlier runs sent and that have no file any more",
    )
    add(
        "--dry-run",
        action="store_true",
        help="read the files and list them, send nothing",
    )
    add("--journal", metavar="FILE", type=Path, help="where it is noted what was sent")
    add("--locale", default="en", help="of pages that don't say it (default: en)")
    add("--concurrency", metavar="N", type=int, default=8, help="pages sent at once")
    add(
        "--rate-limit",
        metavar="N",
        type=_rate_limit,
        default="auto",
        help="calls a second; off for none, auto for what the server says (default: auto)",
    )
    add("--region", choices=["us", "eu", "au"], default="us", help="of the workspace")
    add("--base-url", metavar="URL", help="another server than the region's")
    return parser


def _rate_limit(text: str) -> Literal["auto"] | float | None:
    if text == "auto":
        return "auto"
    return None if text == "off" else float(text)


async def _mirror(options: argparse.Namespace, display: Display) -> int:
    folder: Path = options.folder
    if not folder.is_dir():
        raise ArgumentError(f"{folder} is no folder")
    paths, errors = _checked(folder)
    for error in errors:
        display.say(f"error: {error}")
    if not paths and not errors:
        raise ArgumentError(f"there are no .md, .markdown or .html files in {folder}")
    if options.dry_run:
        for path in paths:
            file = read_file(path, folder)
            print(f"{file.external_id}\t{file.title}")
        return _FAILED if errors else _DONE
    deletes = options.delete_missing and not errors
    if options.delete_missing and errors:
        display.say("nothing is deleted while there are files that can't be read")
    client = AsyncIntercom(
        region=options.region,
        base_url=options.base_url,
        rate_limit=options.rate_limit,
    )
    async with client:
        source_id = await _source(client, options.source)
        with display.showing(len(paths)):
            report = await client.external_pages.mirror(
                source_id,
                _pages(paths, folder, options.locale),
                on_missing="delete" if deletes else "report",
                concurrency=options.concurrency,
                journal=options.journal,
                on_progress=display.show,
            )
    return _reported(report, display, has_errors=bool(errors))


def _reported(report: MirrorReport, display: Display, *, has_errors: bool) -> int:
    for failure in report.failed:
        display.say(f"failed: {failure.external_id}: {failure.reason}")
    for external_id in report.missing:
        display.say(f"missing: {external_id}")
    if report.missing:
        display.say(f"{len(report.missing)} are missing; --delete-missing deletes them")
    display.end(str(display.progress))
    return _FAILED if has_errors or report.failed else _DONE


def _checked(folder: Path) -> tuple[list[Path], list[FileError]]:
    """The files that are pages, and what is wrong with the others; two can't have one id."""
    paths: dict[str, Path] = {}
    errors: list[FileError] = []
    for found in find_files(folder):
        if isinstance(found, FileError):
            errors.append(found)
            continue
        try:
            file = read_file(found, folder)
        except FileError as error:
            errors.append(error)
            continue
        other = paths.setdefault(file.external_id, found)
        if other != found:
            reason = f"`external_id` is {file.external_id}, as in {other}"
            errors.append(FileError(found, reason))
    return list(paths.values()), errors


def _pages(paths: list[Path], folder: Path, locale: str) -> Iterator[SourcePage]:
    for path in paths:
        file: PageFile = read_file(path, folder)
        yield to_page(file, locale)


async def _source(client: AsyncIntercom, url: str) -> int:
    """The content import source with this URL, into which pages are posted; made if need be."""
    sources = client.content_import_sources
    async for source in sources.list():
        is_same = str(source.url).rstrip("/") == url.rstrip("/")
        if is_same and source.sync_behavior == "api":
            return source.id
    return (await sources.create(sync_behavior="api", url=url)).id
