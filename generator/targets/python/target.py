"""The whole target: an Api becomes the files of an installable project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from generator.background import in_shares
from generator.diagnostics import Notebook
from generator.emit.files import File, FileSet
from generator.emit.templates import render as fill
from generator.emit.text.code import Code
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.targets.python.options import Options
from generator.targets.python.passes.body_methods import split_bodies
from generator.targets.python.passes.chosen_formats import choose_formats
from generator.targets.python.passes.event_payloads import name_payloads
from generator.targets.python.passes.open_media import resolve_open_media
from generator.targets.python.passes.stream_methods import split_streams
from generator.targets.python.passes.union_aliases import name_unions
from generator.targets.python.requests.argument_names import note_arguments
from generator.targets.python.requests.option_arguments import note_client_options
from generator.targets.python.requests.part_names import note_part_names
from generator.targets.python.runtime_files import (
    PREFIX,
    imported_modules,
    needed_modules,
    runtime_files,
)
from generator.targets.python.types.fields import note_fields
from generator.targets.python.types.symbol_table import (
    Group,
    SymbolTable,
    assign_symbols,
)
from generator.targets.python.views.client import view_client
from generator.targets.python.views.models import (
    ModelsView,
    received_by_module,
    view_models,
)
from generator.targets.python.views.package import (
    ALWAYS_OFFERED,
    OFFERED_IF_USED,
    view_errors,
    view_init,
    view_model_exports,
)
from generator.targets.python.views.package_maps import Views, surface, view_map
from generator.targets.python.views.params import ParamsView, sent_ids, view_params
from generator.targets.python.views.pyproject import view_pyproject
from generator.targets.python.views.readme import view_readme
from generator.targets.python.views.resource import ResourceView, view_resource

_TEMPLATES = "python/package"
# The fields of models that take as long as copying this process.
_WORTH_A_PROCESS = 300
# A method takes as long as that many fields of models.
_METHOD_SIZE = 25


def passes(options: Options) -> tuple[Callable[[Api], Api], ...]:
    """What the package needs beside what `refine` has decided.

    Formats and payloads are known before anything looks at them, media types before methods are
    split by them, and unions of the new methods are named at the end.
    """
    return (
        partial(choose_formats, names=frozenset(options.formats)),
        name_payloads,
        resolve_open_media,
        split_bodies,
        split_streams,
        name_unions,
    )


def render(api: Api, options: Options, notebook: Notebook) -> FileSet:
    """Make the project: the package, its runtime, and the files around it."""
    api, symbols = _with_symbols(api, options, notebook)
    made = in_shares(
        partial(_fill, options.package),
        [*_pages(api, symbols)],
        size=lambda page: page.size,
        worth_it=_WORTH_A_PROCESS,
    )
    found = [view for view, _ in made]
    views = Views(
        client=view_client(api, symbols),
        resources=tuple(view for view in found if isinstance(view, ResourceView)),
        models=tuple(view for view in found if isinstance(view, ModelsView)),
        params=tuple(view for view in found if isinstance(view, ParamsView)),
    )
    runtime = _runtime(api, views)
    return FileSet(
        (
            *_package(api, symbols, views, runtime),
            *(file for _, file in made),
            *runtime_files(options.package, runtime),
            *_project(api, symbols, views, runtime),
        )
    )


def note(api: Api, options: Options, notebook: Notebook) -> None:
    """Write down what rendering would, and make nothing."""
    _with_symbols(api, options, notebook)


def _with_symbols(
    api: Api, options: Options, notebook: Notebook
) -> tuple[Api, SymbolTable]:
    """The Api with a method for each way to call an operation, and where all of it goes."""
    for rewrite in passes(options):
        api = rewrite(api)
    symbols = assign_symbols(api, options, notebook)
    note_part_names(api.operations, symbols.index, notebook)
    note_fields(api.declarations, symbols.usage, notebook)
    note_arguments(api.operations, symbols.index, symbols.attributes, notebook)
    note_client_options(api, notebook)
    return api, symbols


class _Page(Struct, frozen=True):
    """A module of the package that can be made alone: its file, its template, its view.

    `size` is the time that it takes, in that of a model's field.
    """

    path: str
    template: str
    view: Callable[[], Struct]
    size: int


def _pages(api: Api, symbols: SymbolTable) -> Iterator[_Page]:
    """The modules that can be made in any order."""
    if sent_ids(symbols):
        yield _Page(
            path="params.py",
            template="params.py",
            view=partial(view_params, symbols),
            size=sum(_size(symbols.index[id]) for id in sent_ids(symbols)),
        )
    for module, declarations in sorted(received_by_module(symbols).items()):
        yield _Page(
            path=f"_models/{module}.py",
            template="_models/owner.py",
            view=partial(view_models, symbols, module, declarations),
            size=sum(map(_size, declarations)),
        )
    for group, path in _resources(symbols.groups, ""):
        yield _Page(
            path=f"resources/{group.module}.py",
            template="resources/resource.py",
            view=partial(view_resource, api, symbols, group, path),
            size=_METHOD_SIZE * len(group.methods),
        )


def _size(item: Declaration) -> int:
    return 1 + len(item.fields) if isinstance(item, Model) else 1


def _resources(groups: tuple[Group, ...], prefix: str) -> Iterator[tuple[Group, Code]]:
    """The resources, and what leads to each from the client."""
    for group in groups:
        path = Code(f"{prefix}{group.attribute}")
        yield group, path
        yield from _resources(group.groups, f"{path}.")


def _fill(package: str, page: _Page) -> tuple[Struct, File]:
    view = page.view()
    text = fill(f"{_TEMPLATES}/{page.template}.jinja", view)
    return view, File(f"{package}/{page.path}", text)


def _package(
    api: Api, symbols: SymbolTable, views: Views, runtime: frozenset[str]
) -> Iterator[File]:
    """The modules that are made of others, and those that say nothing of the API."""
    folder = symbols.options.package
    modules: dict[str, Struct] = {
        "__init__.py": view_init(api, symbols, runtime),
        "_client.py": views.client,
        "errors.py": view_errors(symbols),
        "models.py": view_model_exports(symbols),
    }
    for name, view in modules.items():
        yield File(f"{folder}/{name}", fill(f"{_TEMPLATES}/{name}.jinja", view))
    yield File(f"{folder}/py.typed", "")
    about_models = '"""Models by the resource that they belong to."""\n'
    yield File(f"{folder}/_models/__init__.py", about_models)
    yield File(f"{folder}/resources/__init__.py", '"""Operations by resource."""\n')


def _runtime(api: Api, views: Views) -> frozenset[str]:
    """The modules of the runtime that the package needs."""
    imports = (
        views.client.imports,
        *(resource.imports for resource in views.resources),
        *(models.imports for models in views.models),
        *(params.imports for params in views.params),
    )
    offered = [*ALWAYS_OFFERED.values()]
    if api.webhooks or any(operation.callbacks for operation in api.operations):
        offered.append(OFFERED_IF_USED["parse"])
    return needed_modules(
        (
            *imported_modules(imports),
            *(module.removeprefix(PREFIX) for module in offered),
        )
    )


def _project(
    api: Api, symbols: SymbolTable, views: Views, runtime: frozenset[str]
) -> Iterator[File]:
    has_deprecations = "deprecation" in runtime
    pages: dict[str, Struct] = {
        "pyproject.toml": view_pyproject(
            api, symbols, has_deprecations=has_deprecations
        ),
        "README.md": view_readme(
            api, symbols, views.resources, has_deprecations=has_deprecations
        ),
        "api.md": view_map(api, symbols, views.resources),
    }
    for name, view in pages.items():
        yield File(name, fill(f"python/{name}.jinja", view))
    yield File("SURFACE.txt", surface(symbols, views, runtime))
    if symbols.options.license_text:
        yield File("LICENSE", symbols.options.license_text)
