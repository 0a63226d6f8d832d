"""Snippets that show what a client sends: hooks, the log, and OpenTelemetry."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from generator.emit.text.code import Code
from generator.emit.text.markdown import block, code
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import example
from generator.targets.python.views.resource import MethodView


class HookSnippets(msgspec.Struct, frozen=True):
    """Blocks of Markdown, and the name of the package's logger."""

    hooks: Code
    logger: Code
    log: Code
    telemetry: Code


def hook_snippets(
    method: MethodView | None,
    symbols: SymbolTable,
    make: Callable[[str, str], str],
) -> HookSnippets | None:
    """View them, None where there is nothing to call.

    Args:
        method: What is called.
        symbols: The names in the package.
        make: The call that makes a client; it takes what stands before the class, and an argument.
    """
    if method is None:
        return None
    package, called = symbols.options.package, method.called
    name = symbols.options.client
    hooks = [
        f"from {package} import {name}, ResponseEvent, RetryEvent",
        *("", ""),
        "def answered(event: ResponseEvent) -> None:",
        '    print(event.operation, event.status, f"{event.elapsed:.3f} s")',
        *("", ""),
        "def retried(event: RetryEvent) -> None:",
        "    print(event.request.url, event.retry, event.delay, event.reason)",
        *("", ""),
        f"client = {make('', 'on_response=answered, on_retry=retried')}",
        *example(called, symbols),
    ]
    telemetry = [
        f"from {package} import {name}, Telemetry",
        "",
        f"client = {make('', 'telemetry=Telemetry()')}",
        *example(called, symbols),
    ]
    operation = called.operation
    where = f"{operation.method} {operation.path.template}"
    log = f"INFO:{package}:{where}: 200, 2 attempts, 843 ms, request 1a2b3c"
    return HookSnippets(
        hooks=block("\n".join(hooks), "python"),
        logger=code(package),
        log=block(log, "text"),
        telemetry=block("\n".join(telemetry), "python"),
    )
