"""View of `resources/<resource>.py`: the operations of a resource, as data and as methods."""

from __future__ import annotations

import msgspec

from generator.emit.text.code import Code
from generator.ir.api import Api
from generator.ir.operation import Operation
from generator.ir.types import Anything
from generator.targets.python.deprecation import method_marks
from generator.targets.python.docs.docstrings import alias_prose, encode, first_sentence
from generator.targets.python.jobs import answering, wait_arguments
from generator.targets.python.module import RESOURCE_PROPERTY, Imports, Module
from generator.targets.python.requests.arguments import ArgumentsOf
from generator.targets.python.requests.operation_constants import Constant, ConstantsOf
from generator.targets.python.requests.paging import page_items
from generator.targets.python.requests.results import ContentsOf, Outcome
from generator.targets.python.requests.signature import Argument
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.resource_groups import Group, Method
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import Called, example
from generator.targets.python.views.method_docstring import write_async_docs, write_docs
from generator.targets.python.views.session_call import passed, session_method

_CLASS = 4
_METHOD = 8


class WayView(msgspec.Struct, frozen=True):
    """One of several ways to call a method: the arguments that it takes."""

    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]


class VariantsView(msgspec.Struct, frozen=True):
    """The value that tells the variants of a body apart: `name: kind = value`."""

    name: Code
    kind: Code
    value: Code


class MethodView(msgspec.Struct, frozen=True):
    """A method, synchronous and asynchronous.

    `decorators` say that it, or an argument of it, is deprecated.
    `passed` are the arguments that it hands on to the session's method `call`, behind `constant`;
    before it stands the class `stream` of what hands items out, if it is one that does.
    """

    name: Code
    constant: Code
    call: Code
    stream: Code
    async_stream: Code
    overload: Code
    overloads: tuple[WayView, ...]
    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    max_items: Code
    cursor: Code
    options: Code
    returns: Code
    async_returns: Code
    docs: Code
    async_docs: Code
    example: tuple[Code, ...]
    passed: tuple[Code, ...]
    is_paged: bool
    called: Called
    decorators: tuple[Code, ...]


class GroupView(msgspec.Struct, frozen=True):
    """A nested resource: the property that holds it, and what its classes are called there."""

    attribute: Code
    class_name: Code
    async_name: Code
    docs: Code


class ResourceView(msgspec.Struct, frozen=True):
    """A module with one resource; `path` leads to it from the client."""

    path: Code
    module: Code
    about: str
    docs: Code
    imports: Imports
    constants: tuple[Constant, ...]
    variants: tuple[VariantsView, ...]
    class_name: Code
    async_name: Code
    class_docs: Code
    async_docs: Code
    resource: Code
    async_resource: Code
    methods: tuple[MethodView, ...]
    groups: tuple[GroupView, ...]
    resource_property: Code


def view_resource(
    api: Api, symbols: SymbolTable, group: Group, path: Code
) -> ResourceView:
    """View one resource.

    Args:
        api: The whole API, for what operations inherit from it.
        symbols: The names in the package.
        group: The resource.
        path: What leads to it from the client: `admin.users`.
    """
    return _Resource(api, symbols, group, path).view()


class _Resource:
    """One module while it is put together."""

    def __init__(
        self, api: Api, symbols: SymbolTable, group: Group, path: Code
    ) -> None:
        declared = {group.class_name, group.async_name} | {
            name for m in group.methods for name in (m.constant, _variants(m))
        }
        hidden = {m.name for m in group.methods} | {
            inner.attribute for inner in group.groups
        }
        self._module = module = Module("resources", declared, hidden)
        self._symbols = symbols
        self._group = group
        self._path = path
        received = Annotator(symbols, module, Direction.RECEIVED)
        sent = Annotator(symbols, module, Direction.SENT, checking=True)
        self._received = received
        self._contents = ContentsOf(symbols.index, module, received)
        self._constants = ConstantsOf(api, module, self._contents, symbols)
        self._arguments = ArgumentsOf(symbols, module, sent)
        self._variants: list[VariantsView] = []
        self._alike: dict[tuple[str, str], list[Method]] = {}
        for method in group.methods:
            self._alike.setdefault(_endpoint(method.operation), []).append(method)

    def view(self) -> ResourceView:
        group, module = self._group, self._module
        pairs = [self._method(method) for method in group.methods]
        about, docs = first_sentence(group.docs), alias_prose(group.docs)
        groups = tuple(
            view_group(inner, module, self._symbols) for inner in group.groups
        )
        return ResourceView(
            path=self._path,
            module=group.module,
            about=about,
            docs=encode(about or f"Operations on `{self._path}`.", 0),
            class_name=group.class_name,
            async_name=group.async_name,
            class_docs=encode(docs or f"Operations on `{self._path}`.", _CLASS),
            async_docs=encode(
                f"`{group.class_name}` for asynchronous clients.", _CLASS
            ),
            resource=module.use("._runtime.call.client", "Resource"),
            async_resource=module.use("._runtime.call.client", "AsyncResource"),
            constants=tuple(constant for constant, _ in pairs),
            variants=tuple(self._variants),
            methods=tuple(method for _, method in pairs),
            groups=groups,
            resource_property=(module.use(*RESOURCE_PROPERTY) if groups else Code("")),
            imports=module.imports,
        )

    def _method(self, method: Method) -> tuple[Constant, MethodView]:
        operation = method.operation
        shown_by = answering(operation, self._symbols.operations)
        outcomes = [*map(self._contents.outcome, shown_by)]
        outcome = outcomes[-1]
        job = wait_arguments(operation, outcome.result, self._module)
        arguments = self._arguments.build(operation, _variants(method))
        arguments = arguments.with_keywords(job)
        items = () if outcome.streams else page_items(operation, self._symbols.index)
        item = items[0] if len(items) == 1 else Anything() if items else None
        spelled = self._received.either_of(map(self._received.spell, items)) or None
        results = [each.result for each in outcomes]
        constant = self._constants.build(
            method.constant, operation, arguments.parameters, results, spelled
        )
        path = Code(f"{self._path}.{method.name}")
        alike = self._alike[_endpoint(operation)]
        own = self._group.class_name
        called = Called(operation, own, path, arguments, outcome, item, alike)
        if arguments.variants:
            kind = self._module.use("._runtime.request.variants", "Variants")
            view = VariantsView(_variants(method), kind, arguments.variants)
            self._variants.append(view)
        shown = example(called, self._symbols)
        returns, async_returns = self._returns(outcome, spelled)
        is_streamed = outcome.streams and spelled is None
        stream, async_stream = self._streams() if is_streamed else (Code(""), Code(""))
        return constant, MethodView(
            name=method.name,
            constant=method.constant,
            overload=(
                self._module.use("typing", "overload")
                if arguments.overloads
                else Code("")
            ),
            overloads=tuple(
                WayView(one.arguments.positional, one.arguments.keywords)
                for one in arguments.overloads
            ),
            positional=arguments.positional,
            keywords=arguments.keywords,
            max_items=self._optional("int") if spelled else Code(""),
            cursor=self._optional("str") if spelled else Code(""),
            options=Code(
                f"{self._module.use('._runtime.request.request_options', 'RequestOptions')} | None"
            ),
            returns=returns,
            async_returns=async_returns,
            docs=write_docs(called, self._symbols, shown),
            async_docs=write_async_docs(called, method.name),
            example=(*shown,),
            passed=passed(operation, arguments, is_paged=spelled is not None),
            is_paged=spelled is not None,
            call=session_method(
                operation, is_paged=bool(spelled), is_streamed=is_streamed
            ),
            stream=stream,
            async_stream=async_stream,
            called=called,
            decorators=method_marks(
                path,
                self._module,
                [a.name for a in arguments.all if a.is_deprecated],
                is_deprecated=operation.deprecated,
            ),
        )

    def _optional(self, name: str) -> Code:
        return Code(f"{self._module.builtin(name)} | None")

    def _returns(self, outcome: Outcome, item: Code | None) -> tuple[Code, Code]:
        """What the method and its asynchronous twin return."""
        result, use = outcome.result, self._module.use
        if item is not None:
            paging = "._runtime.paging.pager"
            return (
                Code(f"{use(paging, 'Pager')}[{item}, {result}]"),
                Code(f"{use(paging, 'AsyncPager')}[{item}, {result}]"),
            )
        if outcome.streams:
            kind, twin = self._streams()
            return Code(f"{kind}[{result}]"), Code(f"{twin}[{result}]")
        return result, result

    def _streams(self) -> tuple[Code, Code]:
        """The classes that hand out the items of a stream."""
        use = self._module.use
        return (
            use("._runtime.call.stream", "Stream"),
            use("._runtime.call.stream", "AsyncStream"),
        )


def _variants(method: Method) -> Code:
    """What the value is called that tells the variants of a method's body apart.

    Constants end in no underscore, so that it is none of them.
    """
    return Code(f"{method.constant}_VARIANTS_")


def _endpoint(operation: Operation) -> tuple[str, str]:
    return operation.method, operation.path.template


def view_group(group: Group, module: Module, symbols: SymbolTable) -> GroupView:
    """View the property that holds a resource, in the module of what holds it."""
    homes = (
        symbols.hand_written.home(f"resources.{group.module}", name)
        for name in (group.class_name, group.async_name)
    )
    class_name, async_name = (
        Code(f"{module.late(f'.{source}')}.{name}") for source, name in homes
    )
    return GroupView(
        attribute=group.attribute,
        class_name=class_name,
        async_name=async_name,
        docs=encode(first_sentence(group.docs) or f"`{group.class_name}`.", _METHOD),
    )
