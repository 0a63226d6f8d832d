"""Views of the package's maps: `api.md` for people, `SURFACE.txt` for comparing releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.emit.text.code import Code, join
from generator.emit.text.markdown import code, inline
from generator.ir.api import Api
from generator.ir.declarations import Field
from generator.ir.operation import Callback
from generator.targets.python.docs.docstrings import first_sentence, see
from generator.targets.python.media.media_kind import Kind, kind_of
from generator.targets.python.module import Module
from generator.targets.python.passes.event_payloads import payload
from generator.targets.python.requests.overloads import shown_values
from generator.targets.python.requests.signature import Argument
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.client import ClientView
from generator.targets.python.views.models import ModelsView, received_ids
from generator.targets.python.views.package import base_error, error_names, offered
from generator.targets.python.views.params import ParamsView, sent_ids
from generator.targets.python.views.resource import (
    MethodView,
    ResourceView,
    WayView,
)

_NOWHERE = Code("")


class RowView(msgspec.Struct, frozen=True):
    """A method: its call, its HTTP line, what it returns, what it does."""

    call: Code
    line: Code
    returns: Code
    summary: Code


class SectionView(msgspec.Struct, frozen=True):
    """A resource."""

    title: Code
    about: Code
    rows: tuple[RowView, ...]


class HookView(msgspec.Struct, frozen=True):
    """A request that the server makes: its name, what it carries, what it says.

    `owner` is the method after which it may come, "" for a webhook.
    """

    name: Code
    payload: Code
    summary: Code
    owner: Code = Code("")


class MapView(msgspec.Struct, frozen=True):
    """api.md."""

    title: Code
    client: Code
    package: Code
    sections: tuple[SectionView, ...]
    models: tuple[Code, ...]
    params: tuple[Code, ...]
    webhooks: tuple[HookView, ...]
    callbacks: tuple[HookView, ...]


def view_map(
    api: Api,
    symbols: SymbolTable,
    resources: tuple[ResourceView, ...],
) -> MapView:
    """View api.md."""
    return MapView(
        title=inline(api.title or symbols.options.distribution),
        client=code(symbols.options.client),
        package=code(symbols.options.package),
        sections=tuple(
            _section(resource) for resource in resources if resource.methods
        ),
        models=_listed(symbols.entries[id].name for id in received_ids(symbols)),
        params=_listed(symbols.entries[id].params for id in sent_ids(symbols)),
        webhooks=tuple(_hook(webhook, symbols) for webhook in api.webhooks),
        callbacks=tuple(_callbacks(symbols, resources)),
    )


def _listed(names: Iterable[Code]) -> tuple[Code, ...]:
    return tuple(map(code, sorted(names)))


def _callbacks(
    symbols: SymbolTable, resources: tuple[ResourceView, ...]
) -> Iterator[HookView]:
    """The callbacks of each operation, beside the first of its methods."""
    listed: set[tuple[str, ...]] = set()
    for method in (each for resource in resources for each in resource.methods):
        operation = method.called.operation
        for one in operation.callbacks:
            sent = one.name.wire, one.expression.raw, one.method
            key = (operation.method, operation.path.template, *sent)
            if key not in listed:
                listed.add(key)
                yield _hook(one, symbols, code(f"client.{method.called.path}"))


def _hook(callback: Callback, symbols: SymbolTable, owner: Code = _NOWHERE) -> HookView:
    media = payload(callback)
    spell = Annotator(symbols, Module(), Direction.RECEIVED)
    carried = Code("")
    if media is not None:
        is_json = kind_of(media) is Kind.JSON
        carried = code(spell.spell(media.type) if is_json else media.content_type)
    docs = (first_sentence(callback.docs), see(callback.docs))
    return HookView(
        name=code(callback.name.wire),
        payload=carried,
        summary=inline(" ".join(filter(None, docs))),
        owner=owner,
    )


def _section(resource: ResourceView) -> SectionView:
    return SectionView(
        title=code(f"client.{resource.path}"),
        about=inline(resource.about),
        rows=tuple(
            _row(method, way)
            for method in resource.methods
            for way in method.overloads or (method,)
        ),
    )


def _row(method: MethodView, way: MethodView | WayView) -> RowView:
    operation = method.called.operation
    names = [argument.name for argument in way.positional]
    needed = [
        Code(f"{one.name}{(_value(one) if method.overloads else '') or '=...'}")
        for one in way.keywords
        if not one.default
    ]
    shown = [*names, *needed] + (
        [Code("...")] if len(way.keywords) > len(needed) else []
    )
    said = inline(first_sentence(operation.docs))
    shown_fixed = [code(each, in_table=True) for each in method.called.fixed]
    fixed = [f"Sends {join(', ', shown_fixed)}."] if shown_fixed else []
    return RowView(
        call=code(f"{method.name}({join(', ', shown)})", in_table=True),
        line=code(f"{operation.method} {operation.path.template}", in_table=True),
        returns=code(method.returns, in_table=True),
        summary=Code(" ".join(filter(None, (said, *fixed)))),
    )


def _value(argument: Argument) -> str:
    source = argument.source
    return shown_values(source.type) if isinstance(source, Field) else ""


class Views(msgspec.Struct, frozen=True):
    """The views that several files are made of; `params` is empty where callers nest nothing."""

    client: ClientView
    resources: tuple[ResourceView, ...]
    models: tuple[ModelsView, ...]
    params: tuple[ParamsView, ...]


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
        *(f"{package}.{line}" for line in _method_lines(views.client, views.resources)),
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
            f"{package}.errors.{name}"
            for name in (*error_names(runtime), base_error(symbols.options.client))
        ),
        *(
            f"{package}.{name}"
            for name in (*offered(runtime), base_error(symbols.options.client))
        ),
    }
    return "".join(f"{line}\n" for line in sorted(lines))


def _client_lines(client: ClientView) -> Iterator[str]:
    arguments = [
        *(
            f"{s.name}: str | None = None"
            for item in client.credentials
            for s in item.secrets
        ),
        "*",
        *(f"{c.name}: {c.annotation} = {c.default}" for c in client.servers.choices),
        *(f"{o.name}: {o.annotation} = {o.default}" for o in client.options),
    ]
    for one in client.classes:
        yield f"{one.name}({', '.join(arguments)})"


def _method_lines(
    client: ClientView, resources: tuple[ResourceView, ...]
) -> Iterator[str]:
    name, async_name = (one.name for one in client.classes)
    for resource in resources:
        for method in resource.methods:
            awaited = "" if method.is_paged else "async "
            for way in method.overloads or (method,):
                own = f"{resource.path}.{method.name}({_signature(method, way)})"
                yield f"{name}.{own} -> {method.returns}"
                yield f"{async_name}.{own} -> {awaited}{method.async_returns}"


def _signature(method: MethodView, way: MethodView | WayView) -> str:
    parts = [*map(_argument, way.positional), "*", *map(_argument, way.keywords)]
    if method.is_paged:
        parts += [
            f"max_items: {method.max_items} = None",
            f"cursor: {method.cursor} = None",
        ]
    return ", ".join([*parts, f"options: {method.options} = None"])


def _argument(argument: Argument) -> str:
    default = f" = {argument.default}" if argument.default else ""
    return f"{argument.name}: {argument.annotation}{default}"


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
