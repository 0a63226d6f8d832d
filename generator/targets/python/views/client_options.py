"""View of the client's options: those that all clients have, and headers of the document's that
are set once, for all calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import starmap
from typing import TypeGuard

import msgspec

from generator.emit.text.code import (
    Code,
    JsonValue,
    docstring,
    literal,
)
from generator.ir.api import Api
from generator.ir.operation import Parameter
from generator.ir.types import Boolean, Enumeration, Integer, Number, String, Type
from generator.ir.value import Json
from generator.targets.python.declaration_index import (
    Index,
    either,
    resolve,
    scalars,
    takes_unknown,
)
from generator.targets.python.docs.docstrings import one_line
from generator.targets.python.docs.schema_notes import notes_on
from generator.targets.python.expressions import call_of, literals
from generator.targets.python.module import Module
from generator.targets.python.requests.option_arguments import (
    client_options,
    name_options,
)
from generator.targets.python.types.annotations import Annotator, Direction
from generator.targets.python.types.formats import format_of
from generator.targets.python.types.sent_changes import is_converted, only_value
from generator.targets.python.types.symbol_table import SymbolTable

_INDENT = 4


class OptionView(msgspec.Struct, frozen=True):
    """A header that is set once: its name there, and the argument's."""

    header: Code
    name: Code
    value: Code
    annotation: Code
    default: Code
    docs: str
    is_deprecated: bool


class SharedOption(msgspec.Struct, frozen=True):
    """An option that all clients have: `name: annotation = default`."""

    name: Code
    annotation: Code
    default: Code


class MemberView(msgspec.Struct, frozen=True):
    """One of them."""

    name: Code
    annotation: Code


class OptionsView(msgspec.Struct, frozen=True):
    """The dict of the options that a copy of a client can have other ones of."""

    name: Code
    base: Code
    docs: Code
    members: tuple[MemberView, ...]


def shared_options(module: Module) -> tuple[SharedOption, ...]:
    """The options about requests and responses."""
    text, number = module.builtin("str"), module.builtin("float")
    integer, truth = module.builtin("int"), module.builtin("bool")
    timeout = module.use("._runtime.request.request_options", "Timeout", checking=True)
    mapping = module.use("collections.abc", "Mapping", checking=True)
    function = module.use("collections.abc", "Callable", checking=True)
    choice = module.use("typing", "Literal", checking=True)
    drift = module.use("._runtime.json.drift", "Drift", checking=True)
    on_drift = f"{function}[[{drift}], {module.builtin('object')}]"
    telemetry = module.use("._runtime.hooks.telemetry", "Telemetry", checking=True)
    return _shared(
        ("headers", f"{mapping}[{text}, {text}] | None", "None"),
        ("user_agent_suffix", f"{text} | None", "None"),
        ("timeout", f"{number} | {timeout} | None", "60.0"),
        ("deadline", f"{number} | None", "None"),
        ("max_retries", integer, "2"),
        ("rate_limit", f'{number} | {choice}["auto"] | None', "None"),
        ("max_response_bytes", integer, "67_108_864"),
        ("strict", truth, "False"),
        ("on_drift", f"{on_drift} | None", "None"),
        ("keep_extra", truth, "False"),
        ("allow_http", truth, "False"),
        *_hooks(module),
        ("telemetry", f"{telemetry} | None", "None"),
    )


def _hooks(module: Module) -> Iterator[tuple[str, str, str]]:
    function = module.use("collections.abc", "Callable", checking=True)
    for name in ("Request", "Response", "Retry"):
        event = module.use("._runtime.hooks.events", f"{name}Event", checking=True)
        hook = f"{function}[[{event}], {module.builtin('object')}] | None"
        yield f"on_{name.lower()}", hook, "None"


def connection_options(module: Module) -> tuple[SharedOption, ...]:
    """The options about connections, but those that say what carries the requests."""
    integer, number = module.builtin("int"), module.builtin("float")
    return _shared(
        ("ssl_context", f"{module.late('ssl')}.SSLContext | None", "None"),
        ("max_connections", integer, "100"),
        ("max_keepalive_connections", integer, "100"),
        ("keepalive_expiry", f"{number} | None", "15.0"),
        ("proxy", f"{module.builtin('str')} | None", "None"),
    )


def _shared(*rows: tuple[str, str, str]) -> tuple[SharedOption, ...]:
    return tuple(SharedOption(*map(Code, row)) for row in rows)


def view_copies(
    client: str,
    secrets: tuple[Mapping[Code, Code], Mapping[Code, Code]],
    members: Iterable[MemberView],
    module: Module,
) -> tuple[OptionsView, ...]:
    """View the dicts of the options of copies: what both kinds of clients have, then each's own.

    Args:
        client: The synchronous client's name.
        secrets: The annotations of the credentials of each kind, by their names.
        members: All other options.
        module: The client's module.
    """
    typed_dict = module.use("typing", "TypedDict")
    kinds = f"{client}Options", f"Async{client}Options"
    about = "Options that a copy of a client can have other ones of."
    docs = docstring([about], _INDENT)
    if not any(secrets):
        return (OptionsView(Code(kinds[0]), typed_dict, docs, tuple(members)),)
    base = OptionsView(Code("_Options"), typed_dict, docs, tuple(members))
    own = (
        OptionsView(
            Code(name), base.name, docs, tuple(starmap(MemberView, one.items()))
        )
        for name, one in zip(kinds, secrets, strict=True)
    )
    return (base, *own)


def view_options(
    api: Api, symbols: SymbolTable, module: Module, taken: frozenset[str]
) -> tuple[OptionView, ...]:
    """View the options of the client.

    Args:
        api: The whole API.
        symbols: The names in the package.
        module: The client's module.
        taken: The names of the client's other arguments.
    """
    found = client_options(api)
    names = name_options(found, taken)
    return tuple(
        _option(item, names[key], symbols, module) for key, item in found.items()
    )


def _option(
    parameter: Parameter, name: Code, symbols: SymbolTable, module: Module
) -> OptionView:
    spell = Annotator(symbols, module, Direction.SENT)
    annotation = spell.spell(parameter.type)
    default = parameter.default
    only = only_value(parameter.type, symbols.index)
    if default is None and parameter.required and only:
        default = Json(value=only[0])
    if default and _is_unlisted(default.value, parameter.type, symbols.index):
        known = Enumeration(values=(default.value,))
        annotation = spell.either_of([annotation, spell.spell(known)])
    is_text = _is_text(parameter, symbols.index)
    if default and not (is_text or _is_plain(default.value, parameter, symbols.index)):
        # What a server takes for granted needn't be sent.
        default = None
    return OptionView(
        header=literal(parameter.name.wire),
        name=name,
        value=_written(parameter, name, symbols.index, module, is_text=is_text),
        annotation=annotation if default else Code(f"{annotation} | None"),
        default=literal(default.value if default else None),
        docs=one_line(
            parameter.docs,
            notes_on(
                parameter.constraints,
                parameter.type,
                deprecated=parameter.deprecated,
            ),
        ),
        is_deprecated=parameter.deprecated,
    )


def _written(
    parameter: Parameter, name: Code, index: Index, module: Module, *, is_text: bool
) -> Code:
    """The text that is sent for an option, written as the header parameter would be."""
    arguments, writer = [literal(str(name)), name], "text_option"
    if parameter.media_type:
        writer = "content_option"
        arguments.append(literal(parameter.media_type))
    elif not is_text:
        writer = "written_option"
        arguments += [Code("explode=True")] if parameter.explode else []
        if parameter.item_styles:
            arguments.append(Code(f"item_styles={literals(parameter.item_styles)}"))
        if is_converted(*scalars(parameter.type, index)):
            convert = module.use("._runtime.request.client_option", "as_seconds")
            arguments.append(Code(f"convert={convert}"))
    return call_of(module.use("._runtime.request.client_option", writer), arguments)


def _is_text(parameter: Parameter, index: Index) -> bool:
    """Whether every value of a parameter is a text that is sent as it is."""
    match found := resolve(parameter.type, index):
        case String():
            return format_of(found) is None and not parameter.media_type
        case Enumeration(values=values):
            return all(isinstance(value, str) for value in values)
        case _:
            return False


def _is_plain(value: JsonValue, parameter: Parameter, index: Index) -> bool:
    """Whether a default can stand in a signature: a number or a flag of its own type."""
    kind = resolve(parameter.type, index)
    if isinstance(kind, Boolean):
        return isinstance(value, bool)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and isinstance(kind, Integer | Number | Enumeration)


def _is_unlisted(value: JsonValue, type: Type, index: Index) -> TypeGuard[str]:
    """Whether a default is a text that an enumeration takes without listing it."""
    if not isinstance(value, str) or not takes_unknown(type, index):
        return False
    return not any(
        isinstance(one, Enumeration) and value in one.values
        for one in either(type, index)
    )
