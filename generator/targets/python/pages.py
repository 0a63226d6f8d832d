"""The modules of a package that can be made alone: one for a resource, one for its models."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from generator.emit.files import File
from generator.emit.templates import render
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.targets.python.docs.text_log import logged
from generator.targets.python.types.resource_groups import walk
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.models import received_by_module, view_models
from generator.targets.python.views.params import sent_ids, view_params
from generator.targets.python.views.resource import view_resource

TEMPLATES = "python/package"
# A method takes as long as that many fields of models.
_METHOD_SIZE = 25


class Page(Struct, frozen=True):
    """A module: its file below the package, its template, its view.

    `size` is the time that it takes, in that of a model's field.
    """

    path: str
    template: str
    view: Callable[[], Struct]
    size: int


def pages(api: Api, symbols: SymbolTable) -> Iterator[Page]:
    """All of them; they can be made in any order."""
    if sent_ids(symbols):
        yield Page(
            path="params.py",
            template="params.py",
            view=partial(view_params, symbols),
            size=sum(_size(symbols.index[id]) for id in sent_ids(symbols)),
        )
    for module, declarations in sorted(received_by_module(symbols).items()):
        yield Page(
            path=f"_models/{module}.py",
            template="_models/owner.py",
            view=partial(view_models, symbols, module, declarations),
            size=sum(map(_size, declarations)),
        )
    for group, path in walk(symbols.groups):
        yield Page(
            path=f"resources/{group.module}.py",
            template="resources/resource.py",
            view=partial(view_resource, api, symbols, group, path),
            size=_METHOD_SIZE * len(group.methods),
        )


def _size(item: Declaration) -> int:
    return 1 + len(item.fields) if isinstance(item, Model) else 1


def view_of(page: Page) -> tuple[Struct, frozenset[str]]:
    """The view of a page, and the texts of the document that it is made of."""
    with logged() as texts:
        view = page.view()
    return view, frozenset(texts)


def write_page(package: str, page: Page) -> tuple[Struct, File]:
    """A page as its view and its file."""
    view, texts = view_of(page)
    text = render(f"{TEMPLATES}/{page.template}.jinja", view)
    return view, File(f"{package}/{page.path}", text, texts=texts)
