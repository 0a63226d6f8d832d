"""The configuration of a run, from the command line and sdk.toml."""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator import package_names, sdk_toml
from generator.diagnostics import Failed, Notebook, Severity
from generator.document.policy import Policy
from generator.sdk_toml import Section
from generator.targets.json.options import Options as JsonOptions
from generator.targets.python.options import DEFAULT_KEYWORDS
from generator.targets.python.options import Options as PythonOptions
from generator.targets.registry import NAMES, Options

# File names that don't name an API.
_GENERIC_NAMES = frozenset(
    {"api", "index", "main", "openapi", "overlay", "root", "spec", "swagger"}
)


class Output(msgspec.Struct, frozen=True):
    """A target with its options and its output folder."""

    target: str
    folder: Path
    options: Options


class Config(msgspec.Struct, frozen=True):
    """All inputs of a run."""

    source: Path
    policy: Policy
    outputs: tuple[Output, ...]


class RunOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the command line; what they leave open is decided by sdk.toml and defaults.

    Args:
        source: A folder with a root document and perhaps an sdk.toml, or a single document.
        out: The folder to fill: by one target itself, by several in folders named after them.
        package: The Python package's name.
        targets: Which targets to run.
        lenient: Whether to repair documents; None leaves it to sdk.toml or, for a single
            document, means yes.
        overlays: Overlays to apply after the folder's own.
        outside: Further folders that references may lead into, beside sdk.toml's.
    """

    source: Path
    out: Path | None = None
    package: str | None = None
    targets: tuple[str, ...] = ()
    lenient: bool | None = None
    overlays: tuple[Path, ...] = ()
    outside: tuple[Path, ...] = ()


def read(request: RunOptions, notebook: Notebook) -> Config:
    """Merge the options of the command line, sdk.toml if there is one, and defaults.

    Raises:
        Failed: The source isn't there, or sdk.toml has errors.
    """
    if not request.source.exists():
        raise notebook.fail("config-missing", f"`{request.source}` isn't there")
    folder = request.source if request.source.is_dir() else None
    name = _name(request.source, folder)
    options = sdk_toml.read(folder, notebook)
    listed = options.strings("targets", ("python",), _target_fault)
    targets = request.targets or listed
    policy = _policy(options.section("document"), request, folder)
    per_target: dict[str, Options] = {
        "json": _json(options.section("json")),
        "python": _python(options.section("python"), request.package, name, folder),
    }
    options.close()
    if notebook.count(Severity.ERROR):
        raise Failed(f"{sdk_toml.NAME} has errors")
    top = request.out or Path("generated") / name
    outputs = tuple(
        Output(
            target,
            top if request.out and len(targets) == 1 else top / target,
            per_target[target],
        )
        for target in dict.fromkeys(targets)
    )
    return Config(request.source, policy, outputs)


def _name(source: Path, folder: Path | None) -> str:
    """The API's name: its folder's or, for a single document, its file's unless that is generic."""
    resolved = source.resolve()
    if folder is not None:
        return resolved.name
    return resolved.parent.name if resolved.stem in _GENERIC_NAMES else resolved.stem


def _policy(section: Section, request: RunOptions, folder: Path | None) -> Policy:
    lenient = section.flag("lenient", default=folder is None)
    outside = section.strings("allow_outside", (), _folder_fault)
    policy = Policy(
        lenient=lenient if request.lenient is None else request.lenient,
        outside=(
            *((folder or Path()) / path for path in outside),
            *request.outside,
            *_around(folder or request.source.parent),
        ),
        overlays=request.overlays,
    )
    section.close()
    return policy


def _around(folder: Path) -> tuple[Path, ...]:
    """The working folder, a checkout's root say, when the document lies somewhere in it.

    Not so one that holds the user's home, where there is more than what belongs to a document.
    """
    try:
        here, home = Path.cwd(), Path.home().resolve()
        is_below = folder.resolve().is_relative_to(here)
    except (OSError, RuntimeError):
        return ()
    return (here,) if is_below and not home.is_relative_to(here) else ()


def _python(
    section: Section, wanted: str | None, name: str, folder: Path | None
) -> PythonOptions:
    default = wanted or package_names.default_package(name)
    package = section.string("package", default, package_names.package_fault)
    if wanted:
        package = wanted
    options = PythonOptions(
        package=package,
        distribution=section.string(
            "distribution",
            package_names.default_distribution(package),
            package_names.distribution_fault,
        ),
        client=section.string(
            "client",
            package_names.default_client(package),
            package_names.identifier_fault,
        ),
        version=section.string("version", "0.1.0", package_names.version_fault),
        server_argument=section.string(
            "server_argument", "server", package_names.identifier_fault
        ),
        license=section.string("license", "", package_names.license_fault),
        license_text=section.file("license_file", folder),
        keywords=section.strings(
            "keywords", DEFAULT_KEYWORDS, package_names.keyword_fault
        ),
        urls=section.table("urls", package_names.url_fault),
    )
    section.close()
    return options


def _json(section: Section) -> JsonOptions:
    section.close()
    return JsonOptions()


def _target_fault(name: str) -> str:
    if name in NAMES:
        return ""
    return f"names `{name}`, which is no target; there are {', '.join(NAMES)}"


def _folder_fault(path: str) -> str:
    return "" if path and "\0" not in path else "has to hold paths of folders"
