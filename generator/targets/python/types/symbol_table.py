"""Where everything goes in the generated package, and what it is called there."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.diagnostics import Notebook
from generator.emit.text.code import Code
from generator.ir.api import Api
from generator.ir.declarations import Declaration
from generator.ir.graph import definition_order
from generator.ir.operation import Operation
from generator.ir.types import Type
from generator.targets.python.declaration_index import index_of, lists_scalars
from generator.targets.python.extensions.hand_written_modules import (
    HandWrittenModules,
    read_hand_written,
)
from generator.targets.python.member_paths import PathsOf, is_day
from generator.targets.python.names.identifiers import (
    as_written,
    pascal,
)
from generator.targets.python.names.scope import NameClaim, assign_identifiers
from generator.targets.python.options import Options
from generator.targets.python.types.fields import Attributes
from generator.targets.python.types.module_split import find_homes
from generator.targets.python.types.msgspec_support import Natives
from generator.targets.python.types.password_names import PasswordNames
from generator.targets.python.types.resource_groups import (
    Group,
    assign_modules,
    build_groups,
    generated_classes,
)
from generator.targets.python.types.sent_changes import SentChanges
from generator.targets.python.types.unfolded_aliases import unfolded_aliases
from generator.targets.python.types.variant_tags import VariantTags
from generator.targets.python.usage import (
    Usage,
    alias_uses,
    find_usage,
    read_alike,
    request_types,
    response_types,
)


class Symbol(msgspec.Struct, frozen=True):
    """The names of a declaration: its class or alias, the module of it, its dict for requests."""

    name: Code
    module: Code
    params: Code


class SymbolTable(msgspec.Struct, frozen=True):
    """What the declarations and resources of a package are called, and what is known of them."""

    options: Options
    index: Mapping[str, Declaration]
    operations: Mapping[str, Operation]
    usage: Usage
    # Aliases that read the same for what is sent and what is received.
    shared: frozenset[str]
    # The positions of aliases, which Python evaluates where they stand.
    order: Mapping[str, int]
    entries: Mapping[str, Symbol]
    groups: tuple[Group, ...]
    attributes: Attributes
    natives: Natives
    tags: VariantTags
    changes: SentChanges
    # Aliases that the dicts of requests spell out.
    unfolded: Mapping[str, Type]
    hand_written: HandWrittenModules
    passwords: PasswordNames
    days: PathsOf
    lists: PathsOf

    def is_received(self, id: str) -> bool:
        """Whether a declaration is among the models: the server sends it, or it reads the same."""
        return id in self.usage.responses or (
            id in self.usage.requests and id in self.shared
        )


def assign_symbols(api: Api, options: Options, notebook: Notebook) -> SymbolTable:
    """Decide on every name and every module."""
    index = index_of(api)
    usage = find_usage(api, index)
    shared = read_alike(index)
    entries = _entries(api, options.package, notebook)
    groups = build_groups(
        api, {one.name for one in entries.values()}, options.package, notebook
    )
    return SymbolTable(
        options=options,
        index=index,
        operations={each.id: each for each in api.operations},
        attributes=Attributes(usage.responses),
        natives=Natives(index, response_types(api)),
        tags=VariantTags(index, request_types(api, index)),
        changes=SentChanges(index, usage.requests, request_types(api, index)),
        unfolded=unfolded_aliases(index, usage.requests - shared),
        usage=usage,
        shared=shared,
        order=definition_order(alias_uses(index)),
        entries=entries,
        groups=groups,
        passwords=PasswordNames(index),
        days=PathsOf(index, is_day),
        lists=PathsOf(index, lists_scalars),
        hand_written=read_hand_written(
            options, dict(generated_classes(groups)), notebook
        ),
    )


def _entries(api: Api, package: str, notebook: Notebook) -> dict[str, Symbol]:
    names = assign_identifiers(
        (_claim(item) for item in api.declarations),
        reserved=(),
        notebook=notebook,
    )
    homes = find_homes(api.declarations)
    modules = assign_modules(homes.values(), package)
    return {
        item.id: Symbol(
            name=names[item.id],
            module=modules[homes[item.id]],
            params=Code(f"{names[item.id]}Params"),
        )
        for item in api.declarations
    }


def _claim(item: Declaration) -> NameClaim:
    """What a declaration asks for; one like `VLAN` may keep its capitals, and gives way."""
    spelling, written = pascal(item.name, "Unnamed"), as_written(item.name)
    if written is not None and written != spelling:
        return NameClaim(item.id, (spelling, written), rank=1, place=item.place)
    is_exact = spelling == (item.name.preferred or item.name.wire)
    return NameClaim(item.id, (spelling,), exact=is_exact, place=item.place)
