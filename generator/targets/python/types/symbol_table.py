"""Where everything goes in the generated package, and what it is called there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from generator.diagnostics import Notebook
from generator.emit.text.code import Code
from generator.emit.text.file_paths import LONGEST as LONGEST_PATH
from generator.ir.api import Api
from generator.ir.declarations import Declaration
from generator.ir.graph import definition_order
from generator.ir.name import Name
from generator.ir.operation import Operation
from generator.ir.types import Type
from generator.ir.value import Docs
from generator.targets.python.declaration_index import index_of
from generator.targets.python.names.identifiers import (
    LONGEST_FILE,
    as_written,
    module,
    pascal,
    prefixed,
    screaming,
    snake,
)
from generator.targets.python.names.reserved_names import (
    CLIENT_MEMBERS,
    MODULES,
    RESOURCE_MEMBERS,
)
from generator.targets.python.names.scope import NameClaim, assign_identifiers
from generator.targets.python.options import Options
from generator.targets.python.types.fields import Attributes
from generator.targets.python.types.module_split import find_homes
from generator.targets.python.types.msgspec_support import Natives
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

# The folder of a package with the longest path to a module, and what may follow a name: `_999`.
_AROUND_MODULE = "/resources/_999.py"


class Symbol(msgspec.Struct, frozen=True):
    """The names of a declaration: its class or alias, the module of it, its dict for requests."""

    name: Code
    module: Code
    params: Code


class Method(msgspec.Struct, frozen=True):
    """An operation as a method, and the constant that describes it."""

    operation: Operation
    name: Code
    constant: Code


class Group(msgspec.Struct, frozen=True):
    """A resource: its class, its module, the attribute that holds it, and what it holds."""

    id: str
    attribute: Code
    class_name: Code
    module: Code
    docs: Docs
    methods: tuple[Method, ...]
    groups: tuple[Group, ...]

    @property
    def async_name(self) -> Code:
        """The class of the asynchronous twin."""
        return Code(f"Async{self.class_name}")


class SymbolTable(msgspec.Struct, frozen=True):
    """What the declarations and resources of a package are called, and what is known of them."""

    options: Options
    index: Mapping[str, Declaration]
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
    # Aliases that the dicts of requests spell out.
    unfolded: Mapping[str, Type]

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
    return SymbolTable(
        options=options,
        index=index,
        attributes=Attributes(usage.responses),
        natives=Natives(index, response_types(api)),
        tags=VariantTags(index, request_types(api, index)),
        unfolded=unfolded_aliases(index, usage.requests - shared),
        usage=usage,
        shared=shared,
        order=definition_order(alias_uses(index)),
        entries=entries,
        groups=_Groups(api, entries, options.package, notebook).build(),
    )


def _entries(api: Api, package: str, notebook: Notebook) -> dict[str, Symbol]:
    names = assign_identifiers(
        (_claim(item) for item in api.declarations),
        reserved=(),
        notebook=notebook,
    )
    homes = find_homes(api.declarations)
    modules = _modules(homes.values(), package)
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


def _modules(owners: Iterable[str], package: str) -> dict[str, Code]:
    """The module of each home; ids of resources are their wire names joined with `/`.

    A long package name leaves less room for them: paths are relative to the project.
    """
    longest = min(LONGEST_FILE, LONGEST_PATH - len(package + _AROUND_MODULE))
    claims = [
        NameClaim(owner, (module(owner.replace("/", " "), longest),))
        for owner in sorted(set(owners))
        if owner
    ]
    return assign_identifiers(claims, MODULES, ignore_case=True) | {"": Code("shared")}


class _Groups:
    """Builds the tree of resources."""

    def __init__(
        self, api: Api, entries: Mapping[str, Symbol], package: str, notebook: Notebook
    ) -> None:
        self._notebook = notebook
        self._docs = {resource.id: resource.docs for resource in api.resources}
        self._operations: dict[str, list[Operation]] = {}
        self._paths: dict[str, tuple[Name, ...]] = {}
        for resource in api.resources:
            self._register(resource.name)
        for operation in api.operations:
            path = operation.resource or (Name(wire="api"),)
            self._register(path)
            self._operations[_id(path)].append(operation)
        self._modules = _modules(self._paths, package)
        self._classes = self._class_names({entry.name for entry in entries.values()})

    def _register(self, path: tuple[Name, ...]) -> None:
        for end in range(1, len(path) + 1):
            self._paths.setdefault(_id(path[:end]), path[:end])
            self._operations.setdefault(_id(path[:end]), [])

    def _class_names(self, models: set[Code]) -> dict[str, Code]:
        """Resources make way for models: `PetResource` where there is a model `Pet`."""
        claims: list[NameClaim] = []
        for id, path in self._paths.items():
            name = Code("".join(pascal(part, "Unnamed") for part in path))
            claims.append(NameClaim(id, (name, Code(f"{name}Resource"))))
        twins = {
            Code(name.removeprefix("Async"))
            for name in models
            if name.startswith("Async")
        }
        return assign_identifiers(claims, models | twins)

    def build(self) -> tuple[Group, ...]:
        roots = [path for path in self._paths.values() if len(path) == 1]
        return self._siblings(roots, (), frozenset(CLIENT_MEMBERS))

    def _siblings(
        self,
        paths: Iterable[tuple[Name, ...]],
        methods: tuple[Method, ...],
        reserved: frozenset[str],
    ) -> tuple[Group, ...]:
        taken = reserved | {method.name for method in methods}
        claims = [
            NameClaim(
                _id(path),
                (own := snake(path[-1], "unnamed"), prefixed("all", own)),
                exact=own == path[-1].wire,
            )
            for path in paths
        ]
        attributes = assign_identifiers(claims, taken)
        return tuple(self._group(path, attributes[_id(path)]) for path in paths)

    def _group(self, path: tuple[Name, ...], attribute: Code) -> Group:
        id = _id(path)
        methods = self._methods(self._operations[id], self._classes[id])
        inner = [
            p
            for p in self._paths.values()
            if len(p) == len(path) + 1 and p[:-1] == path
        ]
        return Group(
            id=id,
            attribute=attribute,
            class_name=self._classes[id],
            module=self._modules[id],
            docs=self._docs.get(id, Docs()),
            methods=methods,
            groups=self._siblings(inner, methods, frozenset()),
        )

    def _methods(
        self, operations: list[Operation], class_name: Code
    ) -> tuple[Method, ...]:
        names = assign_identifiers(
            (
                NameClaim(
                    operation.id,
                    (
                        snake(operation.name, operation.method.lower()),
                        snake(Name(wire=operation.id), operation.method.lower()),
                    ),
                    exact=bool(operation.name.preferred),
                    # What is made of a wait gives way to the document's own.
                    rank=int(operation.wait is not None),
                    place=operation.place,
                )
                for operation in operations
            ),
            reserved=RESOURCE_MEMBERS,
            notebook=self._notebook,
        )
        constants = assign_identifiers(
            (
                NameClaim(id, (screaming(name.rstrip("_")),))
                for id, name in names.items()
            ),
            reserved={class_name, f"Async{class_name}"},
        )
        return tuple(
            Method(operation, names[operation.id], constants[operation.id])
            for operation in operations
        )


def _id(path: tuple[Name, ...]) -> str:
    return "/".join(name.wire for name in path)
