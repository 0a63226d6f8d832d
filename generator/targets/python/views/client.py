"""View of `_client.py`: the two client classes."""

from __future__ import annotations

from collections import Counter

import msgspec
from msgspec.structs import replace

from generator.emit.text.code import Code, docstring, literal
from generator.ir.api import Api
from generator.ir.operation import Response
from generator.targets.python.deprecation import argument_marks
from generator.targets.python.media.status_groups import errors_with_content
from generator.targets.python.module import RESOURCE_PROPERTY, Imports, Module
from generator.targets.python.names.reserved_names import (
    CLIENT_ARGUMENTS,
    CLIENT_MEMBERS,
)
from generator.targets.python.requests.credentials import (
    Credential,
    find_credentials,
    presented,
)
from generator.targets.python.requests.results import ContentsOf
from generator.targets.python.requests.server_choice import ServersView, choose_servers
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.client_docstring import client_docs
from generator.targets.python.views.client_options import (
    MemberView,
    OptionsView,
    OptionView,
    SharedOption,
    connection_options,
    shared_options,
    view_copies,
    view_options,
)
from generator.targets.python.views.resource import GroupView, view_group

_INDENT = 4


class NamesView(msgspec.Struct, frozen=True):
    """What the module calls the things that every client needs."""

    text: Code
    transport_name: Code
    resource_property: Code
    requires_base_url: Code
    copyable: Code
    unpack: Code
    same: Code


class ClassView(msgspec.Struct, frozen=True):
    """One of the two classes; `transport` is the kind of client that may carry its requests, and
    `copy_options` the dict of what its copies can change.
    """

    name: Code
    base: Code
    docs: Code
    transport: Code
    http_client: Code
    secret: Code
    copy_options: Code
    properties: tuple[GroupView, ...]


class ClientView(msgspec.Struct, frozen=True):
    """The module."""

    imports: Imports
    names: NamesView
    classes: tuple[ClassView, ...]
    credentials: tuple[Credential, ...]
    security: Code
    servers: ServersView
    options: tuple[OptionView, ...]
    decorators: tuple[Code, ...]
    shared: tuple[SharedOption, ...]
    connections: tuple[SharedOption, ...]
    copies: tuple[OptionsView, ...]
    error: Code
    user_agent: Code
    # Some operations are served elsewhere than the API, unless the caller says where it is.
    has_own_servers: bool
    # Some operations can be called by anyone, so a client without credentials is of use.
    is_open: bool


def view_client(api: Api, symbols: SymbolTable) -> ClientView:
    """View the clients."""
    name = symbols.options.client
    module = _module(api, symbols)
    groups = tuple(view_group(group, module, symbols) for group in symbols.groups)
    credentials, options, servers = _own_arguments(api, symbols, module)
    arguments = [(option.name, option.docs) for option in options]
    shared = shared_options(module)
    text = module.builtin("str")
    names = [secret.name for one in credentials for secret in one.secrets]
    sources = _sources(module) if names else (text, text)
    first, second = (dict.fromkeys(names, Code(f"{one} | None")) for one in sources)
    base_url = Code(f"{text} | None" if servers.url else text)
    members = [
        *(MemberView(one.name, one.annotation) for one in servers.choices),
        MemberView(Code("base_url"), base_url),
        *(MemberView(one.name, one.annotation) for one in options),
        *(MemberView(one.name, one.annotation) for one in shared),
    ]
    copies = view_copies(name, (first, second), members, module)
    return ClientView(
        names=_names(module, servers, has_resources=bool(groups)),
        classes=_classes(
            name,
            client_docs(api, credentials, servers, arguments),
            copies,
            sources,
            groups,
            module,
        ),
        shared=shared,
        connections=connection_options(module),
        copies=copies,
        credentials=credentials,
        security=presented(api, api.security),
        servers=servers,
        options=options,
        decorators=argument_marks(
            module, [option.name for option in options if option.is_deprecated]
        ),
        error=_usual_error(api, symbols, module),
        user_agent=literal(f"{symbols.options.distribution}/{symbols.options.version}"),
        has_own_servers=bool(servers.url)
        and any(
            operation.servers and operation.servers != api.servers
            for operation in api.operations
        ),
        is_open=bool(credentials)
        and any(
            not operation.security or () in operation.security
            for operation in api.operations
        ),
        imports=module.imports,
    )


def _sources(module: Module) -> tuple[Code, Code]:
    """What a credential may be, for each kind of client."""
    home = "._runtime.auth.secret"
    return (
        module.use(home, "SecretSource", checking=True),
        module.use(home, "AsyncSecretSource", checking=True),
    )


def _module(api: Api, symbols: SymbolTable) -> Module:
    """The module, in which no argument's name, a member of a dict, means anything else."""
    name = symbols.options.client
    credentials, options, servers = _own_arguments(api, symbols, Module())
    taken = {secret.name for one in credentials for secret in one.secrets}
    taken |= {one.name for one in options} | {one.name for one in servers.choices}
    return Module(
        "",
        {name, f"Async{name}", f"{name}Options", f"Async{name}Options", "_Options"},
        {group.attribute for group in symbols.groups} | CLIENT_MEMBERS | taken,
    )


def _own_arguments(
    api: Api, symbols: SymbolTable, module: Module
) -> tuple[tuple[Credential, ...], tuple[OptionView, ...], ServersView]:
    """The arguments that are the document's."""
    credentials = find_credentials(api, module)
    taken = CLIENT_ARGUMENTS | {s.name for item in credentials for s in item.secrets}
    options = view_options(api, symbols, module, taken)
    taken |= {option.name for option in options}
    argument = symbols.options.server_argument
    return credentials, options, choose_servers(api.servers, argument, taken, module)


def _classes(  # noqa: PLR0913, PLR0917 -- each is of another kind
    name: str,
    docs: Code,
    copies: tuple[OptionsView, ...],
    sources: tuple[Code, Code],
    groups: tuple[GroupView, ...],
    module: Module,
) -> tuple[ClassView, ...]:
    httpx2 = module.late("httpx2")
    own, twins = copies[1:] or copies * 2
    client = ClassView(
        name=Code(name),
        base=module.use("._runtime.call.client", "SyncClient"),
        docs=docs,
        transport=module.use(
            "._runtime.transport.exchange", "Transport", checking=True
        ),
        http_client=Code(f"{httpx2}.Client"),
        secret=sources[0],
        copy_options=own.name,
        properties=groups,
    )
    twin = ClassView(
        name=Code(f"Async{name}"),
        base=module.use("._runtime.call.client", "AsyncClient"),
        docs=docstring([f"`{name}` for asyncio; its arguments are the same."], _INDENT),
        transport=module.use(
            "._runtime.transport.exchange", "AsyncTransport", checking=True
        ),
        http_client=Code(f"{httpx2}.AsyncClient"),
        secret=sources[1],
        copy_options=twins.name,
        properties=tuple(replace(g, class_name=g.async_name) for g in groups),
    )
    return client, twin


def _names(module: Module, servers: ServersView, *, has_resources: bool) -> NamesView:
    # An import without a use is an error to checkers; an API without operations has no resources.
    decorator = module.use(*RESOURCE_PROPERTY) if has_resources else Code("")
    return NamesView(
        transport_name=module.use(
            "._runtime.call.transports", "TransportName", checking=True
        ),
        text=module.builtin("str"),
        resource_property=decorator,
        copyable=module.use("._runtime.call.transports", "copyable"),
        unpack=module.use("typing", "Unpack", checking=True),
        same=module.use("typing", "Self", checking=True),
        requires_base_url=(
            module.use("._runtime.transport.urls", "requires_base_url")
            if servers.shown_path
            else Code("")
        ),
    )


def _usual_error(api: Api, symbols: SymbolTable, module: Module) -> Code:
    """What errors hold most of the time, for those that an operation doesn't declare."""
    found = [one for each in api.operations for one in errors_with_content(each)]
    if not found:
        return Code("")

    def written(response: Response, module: Module) -> Code:
        spell = Annotator(symbols, module, Direction.RECEIVED)
        return ContentsOf(symbols.index, module, spell).content(response)

    # Without the client's module at first, so that only the winner is imported.
    contents = [written(response, Module()) for response in found]
    counted = Counter(contents)
    usual = max(counted, key=lambda content: (counted[content], content))
    return written(found[contents.index(usual)], module)
