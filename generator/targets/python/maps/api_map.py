"""View of `api.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.emit.text.code import Code, join
from generator.emit.text.markdown import block, code, inline
from generator.ir.api import Api
from generator.ir.declarations import Field
from generator.ir.operation import Callback
from generator.targets.python.docs.docstrings import first_sentence, see
from generator.targets.python.extensions import listing as extensions
from generator.targets.python.extensions.hand_written import example_of, first_line
from generator.targets.python.extensions.hand_written_modules import HandWrittenModules
from generator.targets.python.extensions.listing import Function, call_of, returned
from generator.targets.python.maps.signatures import arguments_of
from generator.targets.python.media.media_kind import Kind, kind_of
from generator.targets.python.module import Module
from generator.targets.python.passes.event_payloads import payload
from generator.targets.python.requests.overloads import shown_values
from generator.targets.python.requests.signature import Argument
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.models import received_ids
from generator.targets.python.views.params import sent_ids
from generator.targets.python.views.resource import (
    MethodView,
    ResourceView,
    WayView,
)

_NOWHERE = Code("")
_WIDTH = 88


class RowView(msgspec.Struct, frozen=True):
    """A method: its call, its HTTP line, what it returns, what it does."""

    call: Code
    line: Code
    returns: Code
    summary: Code


class DetailView(msgspec.Struct, frozen=True):
    """A method: its name, all of its arguments with their defaults, and a call that works."""

    title: Code
    signature: Code
    example: Code


class SectionView(msgspec.Struct, frozen=True):
    """A resource."""

    title: Code
    about: Code
    rows: tuple[RowView, ...]
    details: tuple[DetailView, ...]


class HookView(msgspec.Struct, frozen=True):
    """A request that the server makes: its name, what it carries, what it says.

    `header` has its signature, "" for one that has none. `owner` is the method after which it may
    come, "" for a webhook.
    """

    name: Code
    payload: Code
    summary: Code
    header: Code
    owner: Code = Code("")


class MapView(msgspec.Struct, frozen=True):
    """api.md."""

    title: Code
    client: Code
    package: Code
    sections: tuple[SectionView, ...]
    modules: tuple[Code, ...]
    models: tuple[Code, ...]
    params: tuple[Code, ...]
    webhooks: tuple[HookView, ...]
    callbacks: tuple[HookView, ...]
    event: Code


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
            section
            for resource in resources
            if (section := _section(resource, symbols.hand_written)).rows
        ),
        modules=_listed(
            f"{symbols.options.package}.{module.name}"
            for module in symbols.hand_written.public
        ),
        models=_listed(symbols.entries[id].name for id in received_ids(symbols)),
        params=_listed(symbols.entries[id].params for id in sent_ids(symbols)),
        webhooks=tuple(_hook(webhook, symbols) for webhook in api.webhooks),
        callbacks=tuple(_callbacks(symbols, resources)),
        event=code(symbols.entries[api.event.id].name) if api.event else Code(""),
    )


def _listed(names: Iterable[str]) -> tuple[Code, ...]:
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
        header=code(callback.signature.header) if callback.signature else Code(""),
        owner=owner,
    )


def _section(resource: ResourceView, hand_written: HandWrittenModules) -> SectionView:
    added = [
        method
        for extension in [*hand_written.extending(resource.path)][:1]
        for method in extension.methods
    ]
    overridden = {method.name for method in added}
    return SectionView(
        title=code(f"client.{resource.path}"),
        about=inline(resource.about),
        rows=(
            *(
                _row(method, way)
                for method in resource.methods
                if method.name not in overridden
                for way in method.overloads or (method,)
            ),
            *map(_added_row, added),
        ),
        details=(
            *(
                _detail(method, resource)
                for method in resource.methods
                if method.name not in overridden
            ),
            *(_added_detail(method, resource) for method in added),
        ),
    )


def _detail(method: MethodView, resource: ResourceView) -> DetailView:
    ways = method.overloads or (method,)
    signatures = (
        _laid_out(method.name, arguments_of(method, way), method.returns)
        for way in ways
    )
    return DetailView(
        title=code(f"client.{resource.path}.{method.name}"),
        signature=block("\n".join(signatures), "text"),
        example=block("\n".join(method.example), "python"),
    )


def _added_detail(method: Function, resource: ResourceView) -> DetailView:
    signature = extensions.signature_of(method)
    if not extensions.is_property(method):
        arguments = extensions.arguments_of(method)
        signature = _laid_out(method.name, arguments, returned(method))
    return DetailView(
        title=code(f"client.{resource.path}.{method.name}"),
        signature=block(signature, "text"),
        example=(
            block(example, "python") if (example := example_of(method)) else Code("")
        ),
    )


def _laid_out(name: str, arguments: list[str], returns: str) -> str:
    """A signature on one line, or with an argument on each where that is too long."""
    result = f" -> {returns}" if returns else ""
    line = f"{name}({', '.join(arguments)}){result}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join([f"{name}(", *(f"    {one}," for one in arguments), f"){result}"])


def _added_row(method: Function) -> RowView:
    return RowView(
        call=code(call_of(method), in_table=True),
        line=Code(""),
        returns=code(returned(method), in_table=True),
        summary=inline(first_line(method)),
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
    fixed += ["Deprecated."] if operation.deprecated else []
    return RowView(
        call=code(f"{method.name}({join(', ', shown)})", in_table=True),
        line=code(f"{operation.method} {operation.path.template}", in_table=True),
        returns=code(method.returns, in_table=True),
        summary=Code(" ".join(filter(None, (said, *fixed)))),
    )


def _value(argument: Argument) -> str:
    source = argument.source
    return shown_values(source.type) if isinstance(source, Field) else ""
