"""The whole target: an Api becomes the files of an installable project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.background import BackgroundTask, in_shares
from generator.diagnostics import Notebook
from generator.emit.files import File, FileSet
from generator.emit.templates import compile_templates, take_templates
from generator.emit.templates import render as fill
from generator.ir.api import Api
from generator.targets.python.docs.text_log import logged
from generator.targets.python.maps.api_map import view_map
from generator.targets.python.maps.surface import Views, surface
from generator.targets.python.media.part_names import note_part_names
from generator.targets.python.names.public_names import ALWAYS_OFFERED, OFFERED_IF_USED
from generator.targets.python.options import Options
from generator.targets.python.pages import TEMPLATES, pages, write_page
from generator.targets.python.passes.split_methods import note_methods
from generator.targets.python.prepare import prepare
from generator.targets.python.readme.readme import view_readme
from generator.targets.python.requests.argument_names import note_arguments
from generator.targets.python.requests.option_arguments import note_client_options
from generator.targets.python.runtime_files import (
    PREFIX,
    imported_modules,
    needed_modules,
    runtime_files,
)
from generator.targets.python.testing.fake_module import NEEDED, view_testing
from generator.targets.python.types.fields import note_fields
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.client import view_client
from generator.targets.python.views.models import ModelsView
from generator.targets.python.views.package import (
    view_errors,
    view_init,
    view_model_exports,
)
from generator.targets.python.views.params import ParamsView
from generator.targets.python.views.pyproject import view_pyproject
from generator.targets.python.views.resource import ResourceView
from generator.targets.python.views.webhooks import view_webhooks

# The fields of models that take as long as copying this process.
_WORTH_A_PROCESS = 300
# The operations that are named in about the time in which another process compiles the templates.
_WORTH_COMPILING = 100


def render(api: Api, options: Options, notebook: Notebook) -> FileSet:
    """Make the project: the package, its runtime, and the files around it."""
    compiling = BackgroundTask(
        partial(compile_templates, "python"),
        worth_it=len(api.operations) > _WORTH_COMPILING,
    )
    with logged() as texts:
        api, symbols = with_symbols(api, options, notebook)
        take_templates(compiling.result())
        made = in_shares(
            partial(write_page, options.package),
            [*pages(api, symbols)],
            size=lambda page: page.size,
            worth_it=_WORTH_A_PROCESS,
        )
        first, last = other_files(api, symbols, [view for view, _ in made])
    # Pages are made by themselves, and the others of their views as well.
    taken = frozenset(texts)
    return FileSet(
        (
            *(replace(file, texts=taken) for file in first),
            *(file for _, file in made),
            *(replace(file, texts=taken) for file in last),
        )
    )


def other_files(
    api: Api, symbols: SymbolTable, found: list[Struct]
) -> tuple[Iterable[File], Iterable[File]]:
    """The files that are no pages: those of the package itself, and those around it."""
    views = Views(
        client=view_client(api, symbols),
        resources=tuple(view for view in found if isinstance(view, ResourceView)),
        models=tuple(view for view in found if isinstance(view, ModelsView)),
        params=tuple(view for view in found if isinstance(view, ParamsView)),
        webhooks=view_webhooks(api, symbols),
    )
    runtime = _runtime(api, symbols, views)
    return [*_package(api, symbols, views, runtime)], [
        *symbols.hand_written.files(),
        *runtime_files(symbols.options.package, runtime),
        *_project(api, symbols, views, runtime),
    ]


def note(api: Api, options: Options, notebook: Notebook) -> None:
    """Write down what rendering would, and make nothing."""
    with_symbols(api, options, notebook)


def with_symbols(
    api: Api, options: Options, notebook: Notebook
) -> tuple[Api, SymbolTable]:
    """The Api with a method for each way to call an operation, and where all of it goes."""
    written = api
    api, symbols = prepare(api, options, notebook)
    note_methods(written, symbols.groups, notebook)
    note_part_names(api.operations, symbols.index, notebook)
    note_fields(api.declarations, symbols.usage, notebook)
    note_arguments(api.operations, symbols.index, symbols.attributes, notebook)
    note_client_options(api, notebook)
    return api, symbols


def _package(
    api: Api, symbols: SymbolTable, views: Views, runtime: frozenset[str]
) -> Iterator[File]:
    """The modules that are made of others, and those that say nothing of the API."""
    folder = symbols.options.package
    modules: dict[str, Struct] = {
        "__init__.py": view_init(api, symbols, runtime, views.webhooks),
        "_client.py": views.client,
        "errors.py": view_errors(symbols, runtime),
        "models.py": view_model_exports(symbols),
    }
    if symbols.options.testing:
        modules["testing.py"] = view_testing(symbols)
    if views.webhooks is not None:
        modules["_webhooks.py"] = views.webhooks
    for name, view in modules.items():
        yield File(f"{folder}/{name}", fill(f"{TEMPLATES}/{name}.jinja", view))
    if symbols.options.testing:
        from generator.targets.python.testing.fake_data import (  # noqa: PLC0415 -- for few
            view_data,
        )

        data = fill(f"{TEMPLATES}/_testing_data.py.jinja", view_data(api, symbols))
        # Its lines are literals, as black leaves them.
        yield File(f"{folder}/_testing_data.py", data, is_formatted=True)
    yield File(f"{folder}/py.typed", "")
    about_models = '"""Models by the resource that they belong to."""\n'
    yield File(f"{folder}/_models/__init__.py", about_models)
    yield File(f"{folder}/resources/__init__.py", '"""Operations by resource."""\n')


def _runtime(api: Api, symbols: SymbolTable, views: Views) -> frozenset[str]:
    """The modules of the runtime that the package needs."""
    imports = (
        views.client.imports,
        *(resource.imports for resource in views.resources),
        *(models.imports for models in views.models),
        *(params.imports for params in views.params),
        *([views.webhooks.imports] if views.webhooks else []),
    )
    offered = [*ALWAYS_OFFERED.values()]
    if api.webhooks or any(operation.callbacks for operation in api.operations):
        offered.append(OFFERED_IF_USED["parse"])
    if symbols.options.testing:
        offered += NEEDED
    for name in symbols.hand_written.imported:
        offered.append(OFFERED_IF_USED.get(name, f".{name}"))
        offered.append(f".{name}".rpartition(".")[0])
    return needed_modules(
        (
            *imported_modules(imports),
            *(module.removeprefix(PREFIX) for module in offered),
        )
    )


def _project(
    api: Api, symbols: SymbolTable, views: Views, runtime: frozenset[str]
) -> Iterator[File]:
    pages: dict[str, Struct] = {
        "pyproject.toml": view_pyproject(
            api, symbols, has_deprecations="deprecation" in runtime
        ),
        "README.md": view_readme(api, symbols, views.resources, runtime),
        "api.md": view_map(api, symbols, views.resources),
    }
    # Theirs who generate the package, as what they have written by hand is.
    ends = {"README.md": symbols.options.readme_text}
    for name, view in pages.items():
        end = ends.get(name, "")
        text = fill(f"python/{name}.jinja", view)
        yield File(name, f"{text}\n{end}" if end else text)
    yield File("SURFACE.txt", surface(symbols, views, runtime))
    if symbols.options.license_text:
        yield File("LICENSE", symbols.options.license_text)
