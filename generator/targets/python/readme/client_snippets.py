"""Snippets about whole clients: their copies, and what their methods raise."""

from __future__ import annotations

from generator.targets.python.requests.credentials import Credential
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import example
from generator.targets.python.views.package import base_error
from generator.targets.python.views.resource import MethodView


def copy_lines(
    method: MethodView | None,
    symbols: SymbolTable,
    credentials: tuple[Credential, ...],
) -> list[str]:
    """A copy of a client, a call of it, and one whose credential is a function."""
    if method is None:
        return []
    options = 'timeout=300, max_retries=5, headers={"X-Team": "support"}'
    called = example(method.called, symbols)
    lines = (line.replace("client.", "batch.", 1) for line in called)
    secrets = credentials[0].secrets[: credentials[0].enough] if credentials else ()
    given = ", ".join(f'{secret.name}=lambda: "..."' for secret in secrets)
    asked = [f"fresh = client.with_options({given})"] if given else []
    return [f"batch = client.with_options({options})", *lines, *asked]


def error_lines(method: MethodView | None, symbols: SymbolTable) -> list[str]:
    """A call, and the errors that it may raise."""
    if method is None:
        return []
    return [
        f"from {symbols.options.package} import errors",
        "",
        "try:",
        *(f"    {line}" for line in example(method.called, symbols)),
        "except errors.NotFoundError as error:",
        "    print(error.status_code, error.request_id, error.errors)",
        "except errors.RequestError as error:",
        "    print(error, error.attempts, error.rate_limit, error.curl())",
        f"except errors.{base_error(symbols.options.client)} as error:",
        "    print(error)",
    ]
