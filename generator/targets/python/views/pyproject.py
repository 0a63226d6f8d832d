"""View of pyproject.toml."""

from __future__ import annotations

import re

import msgspec

from generator.emit.text.code import Code, join, toml_string
from generator.ir.api import Api
from generator.targets.python.docs.docstrings import clean, sentence
from generator.targets.python.docs.text_log import content
from generator.targets.python.types.symbol_table import SymbolTable

_WEB_URL = re.compile(r"https?://[!-~]+")


class UrlView(msgspec.Struct, frozen=True):
    """A link of the distribution."""

    label: Code
    url: Code


class ExtraView(msgspec.Struct, frozen=True):
    """An extra of the distribution: its name, and what it requires."""

    name: Code
    requirements: Code


class ScriptView(msgspec.Struct, frozen=True):
    """A command, and the function that it calls."""

    name: Code
    function: Code


class PyprojectView(msgspec.Struct, frozen=True):
    """pyproject.toml."""

    distribution: Code
    version: Code
    description: Code
    license: Code
    has_license_file: bool
    keywords: Code
    urls: tuple[UrlView, ...]
    package: Code
    typing_extensions: Code
    extras: tuple[ExtraView, ...]
    scripts: tuple[ScriptView, ...]


def view_pyproject(
    api: Api, symbols: SymbolTable, *, has_deprecations: bool
) -> PyprojectView:
    """View pyproject.toml."""
    options = symbols.options
    title = sentence(" ".join(clean(api.title).split())).rstrip(".") or "An API"
    return PyprojectView(
        distribution=toml_string(options.distribution),
        version=toml_string(options.version),
        description=toml_string(f"A client for {title}"),
        license=toml_string(options.license) if options.license else Code(""),
        has_license_file=bool(options.license_text),
        keywords=join(", ", map(toml_string, options.keywords)),
        urls=tuple(
            UrlView(toml_string(label), toml_string(url))
            for label, url in _urls(api, options.urls).items()
        ),
        package=toml_string(options.package),
        typing_extensions=_typing_extensions(symbols, has_deprecations),
        extras=tuple(
            ExtraView(toml_string(name), join(", ", map(toml_string, requirements)))
            for name, requirements in options.extras.items()
        ),
        scripts=tuple(
            ScriptView(toml_string(name), toml_string(function))
            for name, function in options.scripts.items()
        ),
    )


def _typing_extensions(symbols: SymbolTable, has_deprecations: bool) -> Code:
    """The requirement of what older Pythons lack, where the package uses it."""
    requirement = "typing-extensions>=4.12,<5"
    if symbols.hand_written.uses_typing_extensions:
        return toml_string(requirement)
    older = f"{requirement}; python_version < '3.13'"
    return toml_string(older) if has_deprecations else Code("")


def _urls(api: Api, urls: dict[str, str]) -> dict[str, str]:
    """The links of sdk.toml, after the one in the document's `externalDocs`."""
    link = content(api.docs.link)
    documented = {"Documentation": link} if _WEB_URL.fullmatch(link) else {}
    return documented | urls
