"""Where the API is served."""

from __future__ import annotations

from generator.ir.name import Name
from generator.ir.value import Docs, Value


class ServerVariable(Value, frozen=True):
    """A part of a server's URL that the caller may choose."""

    name: Name
    default: str
    choices: tuple[str, ...] = ()
    docs: Docs = Docs()


class Server(Value, frozen=True):
    """A base URL, with variables in braces; `name` is what callers pick it by, if it has one."""

    url: str
    name: Name | None = None
    variables: tuple[ServerVariable, ...] = ()
    docs: Docs = Docs()
