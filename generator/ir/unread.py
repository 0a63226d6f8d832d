"""An Api as the reader leaves it: with what couldn't be read, before anything does without it."""

from __future__ import annotations

from generator.diagnostics.span import Place
from generator.ir.api import Api
from generator.ir.value import Value


class Unread(Value, frozen=True):
    """A schema or a security scheme that can't be read, and why.

    `id` is what types refer to it by, and `schema` its own id: they differ where it stands in
    place. `needed` says that something can't do without it, whatever types refer to.
    """

    id: str
    schema: str
    code: str
    message: str
    place: Place | None = None
    hint: str = ""
    needed: bool = False


class ReadApi(Api, frozen=True):
    """An Api whose types may refer to what couldn't be read.

    `lenient` says that the document is mended where that is possible.
    """

    unread: tuple[Unread, ...] = ()
    lenient: bool = True

    def as_api(self) -> Api:
        """The Api itself, once no type refers to anything unread any more."""
        return Api(**{name: getattr(self, name) for name in Api.__struct_fields__})
