"""The options of sdk.toml under `[python]`."""

from __future__ import annotations

import re
from functools import partial

import msgspec

from generator.sdk_toml import Section, TextFile
from generator.targets.python.names import package_names
from generator.targets.python.types.formats import CHOICES
from generator.targets.target_kind import Defaults

DEFAULT_KEYWORDS = ("api", "client", "sdk")


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The names and the metadata of the package.

    Args:
        distribution: The name it is installed by.
        package: The name it is imported by.
        client: The client's class; the asynchronous one has `Async` before it.
        version: The package's own version.
        server_argument: The client's argument that picks one of the named servers.
        license: An SPDX expression for pyproject.toml, or "".
        license_text: The text of the file LICENSE, or "".
        readme_text: Sections of README.md about what is written by hand, or "".
        keywords: Words by which an index finds the distribution.
        urls: The links of the distribution by label.
        formats: The formats that are types of Python beside those that always are.
        extensions: Hand-written files beside the generated ones.
        extras: The requirements of the distribution's extras by name, beside its own.
        scripts: Commands that installing it adds, and the functions that they call:
            `shop` and `shop_sdk.cli:main`.
        testing: Whether the package has a fake of the API for tests.
    """

    distribution: str
    package: str
    client: str
    version: str = "0.1.0"
    server_argument: str = "server"
    license: str = ""
    license_text: str = ""
    readme_text: str = ""
    keywords: tuple[str, ...] = DEFAULT_KEYWORDS
    urls: dict[str, str] = {}
    formats: tuple[str, ...] = ()
    extensions: tuple[TextFile, ...] = ()
    extras: dict[str, tuple[str, ...]] = {}
    scripts: dict[str, str] = {}
    testing: bool = False


def read_options(section: Section, defaults: Defaults) -> Options:
    """Read the table; what it leaves open follows from the API's name."""
    wanted = defaults.package
    default = wanted or package_names.default_package(defaults.name)
    package = section.string("package", default, package_names.package_fault)
    if wanted:
        package = wanted
    extensions = section.extensions(defaults.folder)
    options = Options(
        package=package,
        distribution=section.string(
            "distribution",
            package_names.default_distribution(package),
            package_names.distribution_fault,
        ),
        client=section.string(
            "client",
            package_names.default_client(package),
            package_names.client_fault,
        ),
        version=section.string("version", "0.1.0", package_names.version_fault),
        server_argument=section.string(
            "server_argument", "server", package_names.identifier_fault
        ),
        license=section.string("license", "", package_names.license_fault),
        license_text=section.file("license_file", defaults.folder),
        readme_text=section.file("readme_file", defaults.folder),
        keywords=section.strings(
            "keywords", DEFAULT_KEYWORDS, package_names.keyword_fault
        ),
        urls=section.table("urls", package_names.url_fault),
        formats=section.strings("formats", (), _format_fault),
        extensions=extensions,
        extras=section.lists("extras", package_names.extra_fault),
        scripts=section.table("scripts", partial(_script_fault, package, extensions)),
        testing=section.flag("testing", default=False),
    )
    section.close()
    return options


def _format_fault(name: str) -> str:
    if name in CHOICES:
        return ""
    known = ", ".join(CHOICES)
    return f"names `{name}`, which is no format to choose; there are {known}"


def _script_fault(
    package: str, extensions: tuple[TextFile, ...], command: str, function: str
) -> str:
    if reason := package_names.script_fault(command, function):
        return reason
    module, _, name = function.partition(":")
    path = module.removeprefix(f"{package}.").replace(".", "/")
    paths = {f"{path}.py", f"{path}/__init__.py"}
    text = next((file.text for file in extensions if file.path in paths), "")
    if re.search(rf"^def {name}\b", text, re.MULTILINE):
        return ""
    return f"names `{function}`, which is no function of the folder `extensions`"
