"""Which names, versions and other metadata a package can have, and what they are by default."""

from __future__ import annotations

import keyword
import re
import sys

from generator.emit.text.file_paths import component
from generator.sdk_toml import Check
from generator.targets.python.names.public_names import is_free

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_URL_LABEL = re.compile(r"\w[\w -]*")
_URL = re.compile(r"https?://[!-~]+")
_EXTRA = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COMMAND = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_FUNCTION = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*:[A-Za-z_]\w*", re.ASCII)
# Extras that every package has.
OWN_EXTRAS = frozenset({"fast", "otel"})
# PyPI takes no longer label.
_LONGEST_LABEL = 32
_LONGEST = 60
# The generated package imports these, so it can't have their names.
_IMPORTED = frozenset({"httpx2", "httpcore2", "msgspec"})
# Words at the end of a package's name that the client's name leaves out.
_GENERIC_WORDS = frozenset({"api", "client", "sdk"})


def package_fault(name: str) -> str:
    """The reason why a package's name isn't valid, or ""."""
    if reason := identifier_fault(name):
        return reason
    if name in sys.stdlib_module_names or name in _IMPORTED:
        return f"can't be `{name}`, which is a module that the package itself imports"
    return ""


def identifier_fault(name: str) -> str:
    """The reason why a Python name that people will type isn't valid, or ""."""
    if not _IDENTIFIER.fullmatch(name) or len(name) > _LONGEST:
        return f"has to be a Python name in ASCII, of at most {_LONGEST} characters"
    return f"can't be `{name}`, a Python keyword" if keyword.iskeyword(name) else ""


def _unless_matching(pattern: str, reason: str) -> Check:
    matches = re.compile(pattern).fullmatch
    return lambda text: "" if matches(text) else reason


# The reasons why a distribution's name, its version, an SPDX expression and a keyword aren't valid.
distribution_fault = _unless_matching(
    rf"(?=.{{1,{_LONGEST}}}\Z)[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?",
    "has to be made of ASCII letters, digits and, inside, `. _ -`",
)
version_fault = _unless_matching(
    r"(?:\d+!)?\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\.dev\d+)?"
    r"(?:\+[a-z0-9]+(?:\.[a-z0-9]+)*)?",
    "has to be a version such as 1.2.0 or 1.0rc1",
)
license_fault = _unless_matching(
    r"[A-Za-z0-9.+() -]*", "has to be an SPDX expression such as MIT"
)
keyword_fault = _unless_matching(r"\w[\w .+-]*", "has to hold words, without commas")


def url_fault(label: str, url: str) -> str:
    """The reason why a link of a distribution isn't valid, or ""."""
    if not _URL_LABEL.fullmatch(label) or len(label) > _LONGEST_LABEL:
        return f"has to have labels of letters, at most {_LONGEST_LABEL} characters"
    return "" if _URL.fullmatch(url) else "has to hold URLs that begin with https://"


def extra_fault(name: str, requirement: str) -> str:
    """The reason why an extra of a distribution, or a requirement of it, isn't valid, or ""."""
    # Few runs have extras, and none needs the library before.
    from packaging.requirements import (  # noqa: PLC0415 -- as said
        InvalidRequirement,
        Requirement,
    )

    if not _EXTRA.fullmatch(name):
        return (
            f"has the name `{name}`, which isn't of lower-case letters, digits and `-`"
        )
    if name in OWN_EXTRAS:
        return f"has the name `{name}`, which the package has an extra of"
    try:
        Requirement(requirement)
    except InvalidRequirement:
        return f"lists `{requirement}`, which is no requirement such as `rich>=14,<16`"
    return ""


def script_fault(name: str, function: str) -> str:
    """The reason why a command of a distribution isn't valid, or ""."""
    if not _COMMAND.fullmatch(name):
        return f"has the name `{name}`, which isn't of letters, digits and `. _ -`"
    if not _FUNCTION.fullmatch(function):
        return f"names `{function}`, which is no function such as `shop_sdk.cli:main`"
    return ""


def default_package(name: str) -> str:
    """A package's name made of a file's or folder's."""
    package = component(name).strip("_")
    if not _IDENTIFIER.fullmatch(package):
        package = f"api_{package}"
    return f"{package}_sdk" if package_fault(package) else package


def default_distribution(package: str) -> str:
    """The distribution that is called as its package."""
    return package.strip("_").replace("_", "-")


def default_client(package: str) -> str:
    """The client class of a package: `acme_shop_sdk` has `AcmeShop`."""
    words = [word for word in package.split("_") if word]
    while len(words) > 1 and words[-1] in _GENERIC_WORDS:
        words.pop()
    client = "".join(word[0].upper() + word[1:] for word in words)
    return client if not client_fault(client) else f"{client}Client"


def client_fault(name: str) -> str:
    """The reason why the name of a client's class isn't valid, or ""."""
    if reason := identifier_fault(name):
        return reason
    return (
        "" if is_free(name) else f"can't be `{name}`, since the package has such names"
    )
