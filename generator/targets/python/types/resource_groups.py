"""The resources of a package: their classes, modules, attributes and methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.diagnostics import Notebook
from generator.emit.text.code import Code
from generator.emit.text.file_paths import LONGEST as LONGEST_PATH
from generator.ir.api import Api
from generator.ir.name import Name
from generator.ir.operation import Operation
from generator.ir.value import Docs
from generator.targets.python.extensions.resource_classes import Generated
from generator.targets.python.names.identifiers import (
    LONGEST_FILE,
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

# The folder of a package with the longest path to a module, and what may follow a name: `_999`.
_AROUND_MODULE = "/resources/_999.py"


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


def build_groups(
    api: Api, models: set[Code], package: str, notebook: Notebook
) -> tuple[Group, ...]:
    """The tree of resources; their classes make way for those of models."""
    return _Groups(api, models, package, notebook).build()


def walk(groups: Iterable[Group], above: str = "") -> Iterator[tuple[Group, Code]]:
    """All resources, and what leads to each from the client."""
    for group in groups:
        path = Code(f"{above}{group.attribute}")
        yield group, path
        yield from walk(group.groups, f"{path}.")


def generated_classes(groups: Iterable[Group]) -> Iterator[tuple[str, Generated]]:
    """The classes of resources, as hand-written ones name them."""
    for group, path in walk(groups):
        members = frozenset(one.attribute for one in group.groups)
        members |= {one.name for one in group.methods}
        for name in (group.class_name, group.async_name):
            one = Generated(path, name != group.class_name, members)
            yield f"resources.{group.module}.{name}", one


def assign_modules(owners: Iterable[str], package: str) -> dict[str, Code]:
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
        self, api: Api, class_names: set[Code], package: str, notebook: Notebook
    ) -> None:
        self._notebook = notebook
        self._docs = {resource.id: resource.docs for resource in api.resources}
        self._operations: dict[str, list[Operation]] = {}
        self._paths: dict[str, tuple[Name, ...]] = {}
        self._inner: dict[str, list[tuple[Name, ...]]] = {}
        for resource in api.resources:
            self._register(resource.name)
        for operation in api.operations:
            path = operation.resource or (Name(wire="api"),)
            self._register(path)
            self._operations[_id(path)].append(operation)
        self._modules = assign_modules(self._paths, package)
        self._classes = self._class_names(class_names)

    def _register(self, path: tuple[Name, ...]) -> None:
        for end in range(1, len(path) + 1):
            id = _id(path[:end])
            if id not in self._paths:
                self._paths[id] = path[:end]
                self._operations[id] = []
                self._inner.setdefault(_id(path[: end - 1]), []).append(path[:end])

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
        return self._siblings(self._inner.get("", ()), (), frozenset(CLIENT_MEMBERS))

    def _siblings(
        self,
        paths: Iterable[tuple[Name, ...]],
        methods: tuple[Method, ...],
        reserved: frozenset[str],
    ) -> tuple[Group, ...]:
        taken = reserved | {method.name for method in methods}
        claims: list[NameClaim] = []
        for path in paths:
            own = snake(path[-1], "unnamed")
            # A member of every client is no method that it could be all of.
            spellings = (own,) if own in reserved else (own, prefixed("all", own))
            exact = own == path[-1].wire
            claims.append(NameClaim(_id(path), spellings, exact=exact))
        attributes = assign_identifiers(claims, taken)
        return tuple(self._group(path, attributes[_id(path)]) for path in paths)

    def _group(self, path: tuple[Name, ...], attribute: Code) -> Group:
        id = _id(path)
        methods = self._methods(self._operations[id], self._classes[id])
        return Group(
            id=id,
            attribute=attribute,
            class_name=self._classes[id],
            module=self._modules[id],
            docs=self._docs.get(id, Docs()),
            methods=methods,
            groups=self._siblings(self._inner.get(id, ()), methods, frozenset()),
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
