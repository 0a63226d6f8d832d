"""Templates: they lay out what views have decided, and print nothing but code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import msgspec
from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    Undefined,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateSyntaxError

from generator.emit.text.code import Code

# The fields of a Struct, or the keys of a mapping, are the template's variables.
View: TypeAlias = msgspec.Struct | Mapping[str, object]

_PACKAGE = Path(__file__).resolve().parent.parent


class BadTemplate(Exception):
    """A template is at fault: it printed raw text, or named what its view doesn't have."""


def templates_folder() -> Path:
    """The folder of all templates: inside an installed package, or beside it in a checkout."""
    installed = _PACKAGE / "_templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


def render(name: str, view: View) -> str:
    """Render a template.

    Args:
        name: The template's path below the templates folder: `python/resource.py.jinja`.
        view: What it may name. Only `Code` and `int` values can be printed.

    Raises:
        BadTemplate: The message names the template and the line.
    """
    return render_in(environment(), name, view)


def render_in(environment: Environment, name: str, view: View) -> str:
    """Render a template of another environment than the program's own."""
    try:
        return environment.get_template(name).render(_variables(view))
    except TemplateSyntaxError as error:
        raise BadTemplate(f"{error.name}:{error.lineno}: {error.message}") from error
    except (TemplateError, _Unprinted) as error:
        raise BadTemplate(f"{_line(error, environment) or name}: {error}") from error


class _Compiled(BytecodeCache):
    """Compiled templates, by jinja's keys for them."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := self.known.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()


def compile_templates(folder: str) -> Mapping[str, bytes]:
    """Compile all templates of a folder, for another process to `take`."""
    for name in environment().list_templates(["jinja"]):
        if name.startswith(f"{folder}/"):
            environment().get_template(name)
    return _compiled().known


def take_templates(compiled: Mapping[str, bytes]) -> None:
    """Compile no template that another process has compiled."""
    _compiled().known.update(compiled)


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    return _Compiled()


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The program's environment; it compiles each template once."""
    return make_environment(templates_folder(), _compiled())


def make_environment(
    folder: Path, compiled: BytecodeCache | None = None
) -> Environment:
    """An environment over a folder of templates."""
    return Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=compiled,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # The output is source text of many languages, never HTML; `_finalize` guards it.
        autoescape=False,  # noqa: S701
    )


class _Unprinted(Exception):
    """A template printed something that no encoder made."""


def _finalize(value: object) -> object:
    match value:
        case Code() | Undefined():
            return value
        case int() if not isinstance(value, bool):
            return value
        case _:
            raise _Unprinted(
                f"prints a {type(value).__name__}; only Code and int are printed"
            )


def _variables(view: View) -> dict[str, object]:
    if isinstance(view, Mapping):
        return dict(view)
    return {field: getattr(view, field) for field in view.__struct_fields__}


def _line(error: BaseException, environment: Environment) -> str:
    """The innermost template line that the error passed through, as `name:line`."""
    found = ""
    loader = environment.loader
    folders = loader.searchpath if isinstance(loader, FileSystemLoader) else []
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        for folder in folders:
            if file.is_relative_to(folder):
                found = f"{file.relative_to(folder).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found
