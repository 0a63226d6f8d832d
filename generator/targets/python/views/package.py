"""Views of the modules that only pass names on: `__init__.py`, `models.py`, `errors.py`."""

from __future__ import annotations

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.api import Api
from generator.targets.python.deprecation import is_marked
from generator.targets.python.docs.docstrings import clean, encode
from generator.targets.python.expressions import tuple_of
from generator.targets.python.names.public_names import (
    ALWAYS_OFFERED,
    ERRORS,
    ERRORS_IF_USED,
    OFFERED_IF_USED,
    base_error,
)
from generator.targets.python.runtime_files import PREFIX
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.models import received_ids
from generator.targets.python.views.params import sent_ids
from generator.targets.python.views.webhooks import WebhooksView


class Home(msgspec.Struct, frozen=True):
    """A module of the package, and the names that another one passes on from it."""

    module: Code
    key: Code
    names: tuple[Code, ...]
    keys: Code


class ExportsView(msgspec.Struct, frozen=True):
    """A module whose names are loaded from elsewhere when they are first asked for."""

    docs: Code
    homes: tuple[Home, ...]
    modules: tuple[Code, ...]
    module_keys: Code
    exported: tuple[Code, ...]
    names_deprecated: bool = False


class ErrorsView(msgspec.Struct, frozen=True):
    """The module of errors; `base` is the API's own name for the class above all.

    `homes` are the modules of the runtime that they are imported from.
    """

    base: Code
    homes: tuple[Home, ...]
    exported: tuple[Code, ...]


def offered(runtime: frozenset[str]) -> dict[str, str]:
    """The names of the runtime that the root offers, and where they stand.

    Args:
        runtime: The modules of the runtime that the package has.
    """
    return ALWAYS_OFFERED | {
        name: module
        for name, module in OFFERED_IF_USED.items()
        if module.removeprefix(PREFIX) in runtime
    }


def view_init(
    api: Api,
    symbols: SymbolTable,
    runtime: frozenset[str],
    webhooks: WebhooksView | None,
) -> ExportsView:
    """View the package's root.

    Args:
        api: The API.
        symbols: The names in the package.
        runtime: The modules of the runtime that it has.
        webhooks: Its module of webhooks.
    """
    client = symbols.options.client
    homes = {
        "._client": [client, f"Async{client}"],
        ".errors": [base_error(client), *error_names(runtime)],
    }
    if webhooks is not None:
        homes["._webhooks"] = [*webhooks.functions]
    for name, module in offered(runtime).items():
        homes.setdefault(module, []).append(name)
    modules = ["errors", "models"] + (["params"] if sent_ids(symbols) else [])
    title = " ".join(clean(api.title).split()) or client
    return _exports(f"{title}: a typed client.", homes, modules)


def view_model_exports(symbols: SymbolTable) -> ExportsView:
    """View the module that all models are imported from."""
    homes: dict[str, list[str]] = {}
    names_deprecated = False
    for id in received_ids(symbols):
        names_deprecated |= is_marked(symbols.index[id])
        place = symbols.entries[id]
        homes.setdefault(f"._models.{place.module}", []).append(place.name)
    view = _exports(
        "What the API answers with; each module is loaded at first use.", homes, []
    )
    return msgspec.structs.replace(view, names_deprecated=names_deprecated)


def error_names(runtime: frozenset[str]) -> tuple[str, ...]:
    """The error classes that a package has; `runtime` are the modules of the runtime in it."""
    return tuple(name for names in _errors(runtime).values() for name in names)


def _errors(runtime: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The error classes by their modules."""
    found: dict[str, tuple[str, ...]] = {"._runtime.errors": ERRORS}
    for name, module in ERRORS_IF_USED.items():
        if module.removeprefix(PREFIX) in runtime:
            found[module] = (*found.get(module, ()), name)
    return found


def view_errors(symbols: SymbolTable, runtime: frozenset[str]) -> ErrorsView:
    """View the module that all errors are imported from.

    Args:
        symbols: The names in the package.
        runtime: The modules of the runtime that it has.
    """
    base = Code(base_error(symbols.options.client))
    homes = tuple(
        Home(
            module=Code(module),
            key=literal(module),
            names=tuple(map(Code, names)),
            keys=tuple_of([literal(name) for name in names]),
        )
        for module, names in _errors(runtime).items()
    )
    exported = sorted({base, *error_names(runtime)})
    return ErrorsView(
        base=base, homes=homes, exported=tuple(literal(name) for name in exported)
    )


def _exports(docs: str, homes: dict[str, list[str]], modules: list[str]) -> ExportsView:
    names = [name for found in homes.values() for name in found] + modules
    found = tuple(
        Home(
            module=Code(module),
            key=literal(module),
            names=tuple(Code(name) for name in sorted(homes[module])),
            keys=tuple_of([literal(name) for name in sorted(homes[module])]),
        )
        for module in sorted(homes)
    )
    return ExportsView(
        docs=encode(docs, 0),
        homes=found,
        modules=tuple(Code(module) for module in modules),
        module_keys=tuple_of([literal(module) for module in modules]),
        exported=tuple(literal(name) for name in sorted(names)),
    )
