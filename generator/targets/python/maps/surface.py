"""SURFACE.txt: every public name with its signature."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.targets.python.extensions.hand_written_modules import HandWrittenModules
from generator.targets.python.extensions.listing import (
    surface_lines,
)
from generator.targets.python.maps.signatures import arguments_of
from generator.targets.python.names.public_names import base_error
from generator.targets.python.testing.fake_module import view_testing
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.client import ClientView
from generator.targets.python.views.models import ModelsView
from generator.targets.python.views.package import error_names, offered
from generator.targets.python.views.params import ParamsView
from generator.targets.python.views.resource import (
    ResourceView,
)
from generator.targets.python.views.webhooks import WebhooksView


class Views(msgspec.Struct, frozen=True):
    """The views that several files are made of; `params` is empty where callers nest nothing, and
    `webhooks` None where none is signed."""

    client: ClientView
    resources: tuple[ResourceView, ...]
    models: tuple[ModelsView, ...]
    params: tuple[ParamsView, ...]
    webhooks: WebhooksView | None


def surface(symbols: SymbolTable, views: Views, runtime: frozenset[str]) -> str:
    """One sorted line for every public name, with its signature.

    Args:
        symbols: The names in the package.
        views: All views of the package.
        runtime: The modules of the runtime that it has.
    """
    package = symbols.options.package
    lines = {
        *(f"{package}.{line}" for line in _client_lines(views.client)),
        *(f"{package}.{line}" for line in _method_lines(views, symbols.hand_written)),
        *(
            f"{package}.{line}"
            for line in surface_lines(symbols.hand_written, symbols.options.client)
        ),
        *(
            f"{package}.models.{line}"
            for view in views.models
            for line in _model_lines(view)
        ),
        *(
            f"{package}.params.{line}"
            for view in views.params
            for line in _param_lines(view)
        ),
        *(
            f"{package}.{line}"
            for line in (views.webhooks.surface if views.webhooks else ())
        ),
        *(
            f"{package}.errors.{name}"
            for name in (*error_names(runtime), base_error(symbols.options.client))
        ),
        *(
            f"{package}.{name}"
            for name in (*offered(runtime), base_error(symbols.options.client))
        ),
    }
    if symbols.options.testing:
        fake = view_testing(symbols)
        made = f"{fake.fake}(*, page_size: int | None = None)"
        names = (made, fake.fixture, "Call", "UnexpectedRequest")
        lines |= {f"{package}.testing.{name}" for name in names}
    return "".join(f"{line}\n" for line in sorted(lines))


def _client_lines(client: ClientView) -> Iterator[str]:
    secrets = [s.name for item in client.credentials for s in item.secrets]
    arguments = [
        "*",
        *(f"{c.name}: {c.annotation} = {c.default}" for c in client.servers.choices),
        *(f"{o.name}: {o.annotation} = {o.default}" for o in client.options),
    ]
    for one in client.classes:
        own = [f"{secret}: {one.secret} | None = None" for secret in secrets]
        yield f"{one.name}({', '.join([*own, *arguments])})"
        yield f"{one.name}.with_options(**{one.copy_options}) -> {one.name}"


def _method_lines(views: Views, hand_written: HandWrittenModules) -> Iterator[str]:
    name, async_name = (one.name for one in views.client.classes)
    for resource in views.resources:
        overridden = {
            (extension.extended.is_async, method.name)
            for extension in hand_written.extending(resource.path)
            for method in extension.methods
        }
        for method in resource.methods:
            awaited = "" if method.is_paged else "async "
            for way in method.overloads or (method,):
                written = ", ".join(arguments_of(method, way))
                own = f"{resource.path}.{method.name}({written})"
                if (False, method.name) not in overridden:
                    yield f"{name}.{own} -> {method.returns}"
                if (True, method.name) not in overridden:
                    yield f"{async_name}.{own} -> {awaited}{method.async_returns}"


def _model_lines(view: ModelsView) -> Iterator[str]:
    for model in view.models:
        yield f"{model.name}({model.base})" if model.base else model.name
        yield from (
            f"{model.name}.{field.name}: {field.annotation}" for field in model.fields
        )
    for alias in view.aliases:
        yield f"{alias.name} = {alias.annotation}"


def _param_lines(view: ParamsView) -> Iterator[str]:
    late = tuple(item.dict for item in view.late if item.dict)
    for one in (*view.dicts, *late):
        yield one.name
        yield from (f"{one.name}[{key.key}]: {key.annotation}" for key in one.keys)
    for alias in (item.alias for item in view.late if item.alias):
        yield f"{alias.name} = {alias.annotation}"
