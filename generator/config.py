"""The configuration of a run, from the command line and sdk.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from generator import sdk_toml
from generator.diagnostics import Failed, Notebook, Severity
from generator.document.files.policy import Policy
from generator.emit.files import FileSet
from generator.ir.api import Api
from generator.sdk_toml import Section
from generator.targets import registry
from generator.targets.target_kind import Defaults, Target, Wait

# File names that don't name an API.
_GENERIC_NAMES = frozenset(
    {"api", "index", "main", "openapi", "overlay", "root", "spec", "swagger"}
)


class Output(msgspec.Struct, frozen=True):
    """A target with its options and its output folder."""

    target: Target[Any]
    folder: Path
    options: Any

    def render(self, api: Api, notebook: Notebook) -> FileSet:
        """Make the target's files; what it can't represent is written into the notebook."""
        return self.target.render(api, self.options, notebook)

    def update(self, before: FileSet, api: Api, wait: Wait) -> FileSet | None:
        """Make those files again that an edited text stands in, None where that may be any."""
        update = self.target.update
        return update(before, api, self.options, wait) if update else None

    def note(self, api: Api, notebook: Notebook) -> None:
        """Write into the notebook what `render` would."""
        self.target.note(api, self.options, notebook)


class Config(msgspec.Struct, frozen=True):
    """All inputs of a run; `lint_errors` are the codes of notes by `--lint` that are errors."""

    source: Path
    policy: Policy
    outputs: tuple[Output, ...]
    lint_errors: tuple[str, ...] = ()


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
    defaults = Defaults(name, request.package, folder)
    lint_section = options.section("lint")
    lint_errors = lint_section.strings("errors", (), _rule_fault)
    lint_section.close()
    known = {
        target.name: (
            target,
            target.read_options(options.section(target.name), defaults),
        )
        for target in map(registry.load, registry.MODULES)
    }
    options.close()
    if notebook.count(Severity.ERROR):
        raise Failed(f"{sdk_toml.NAME} has errors")
    top = request.out or Path("generated") / name
    outputs = tuple(
        Output(
            known[target][0],
            top if request.out and len(targets) == 1 else top / target,
            known[target][1],
        )
        for target in dict.fromkeys(targets)
    )
    return Config(request.source, policy, outputs, lint_errors)


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


def _target_fault(name: str) -> str:
    if name in registry.names():
        return ""
    known = ", ".join(registry.names())
    return f"names `{name}`, which is no target; there are {known}"


def _rule_fault(code: str) -> str:
    # Few runs name rules, and each would import what they look at.
    from generator.lint import RULES  # noqa: PLC0415 -- as said

    if code in RULES:
        return ""
    return f"names `{code}`, which is no rule; there are {', '.join(RULES)}"


def _folder_fault(path: str) -> str:
    return "" if path and "\0" not in path else "has to hold paths of folders"
