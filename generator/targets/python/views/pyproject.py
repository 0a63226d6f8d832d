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
    has_deprecations: bool


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
        has_deprecations=has_deprecations,
    )


def _urls(api: Api, urls: dict[str, str]) -> dict[str, str]:
    """The links of sdk.toml, after the one in the document's `externalDocs`."""
    link = content(api.docs.link)
    documented = {"Documentation": link} if _WEB_URL.fullmatch(link) else {}
    return documented | urls
