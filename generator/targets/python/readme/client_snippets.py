"""Snippets about whole clients: their copies, and what their methods raise."""

from __future__ import annotations

from generator.targets.python.names.public_names import base_error
from generator.targets.python.requests.credentials import Credential
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import call_lines, example
from generator.targets.python.views.example_arguments import shown_arguments
from generator.targets.python.views.resource import MethodView


def copy_lines(method: MethodView | None, symbols: SymbolTable) -> list[str]:
    """A copy of a client, and a call of it."""
    if method is None:
        return []
    options = 'timeout=300, max_retries=5, headers={"X-Team": "support"}'
    return [f"batch = client.with_options({options})", *_call(method, symbols, "batch")]


def limit_lines(method: MethodView | None, symbols: SymbolTable) -> list[str]:
    """Many calls at once, of a client that keeps the rate limit of the server."""
    if method is None:
        return []
    called = method.called
    shown = shown_arguments(called.operation, called.arguments, symbols)
    function, items = f"limited.{called.path}", "range(2)"
    if len(shown) == 1 and shown[0][0] in called.arguments.positional:
        items = f"[{shown[0][1]}]"
    else:
        made = "\n".join(call_lines(called, symbols)).replace("client.", "limited.", 1)
        function = f"lambda _: {made}"
    return [
        f"from {symbols.options.package} import Failure, map_concurrently, rate_limit",
        "",
        'limited = client.with_options(rate_limit="auto")',
        "results = map_concurrently(",
        *(f"    {line}" for line in f"{function},".split("\n")),
        f"    {items},",
        "    concurrency=4,",
        '    errors="collect",',
        ")",
        "for result in results:",
        "    if isinstance(result, Failure):",
        "        print(result.item, result.error)",
        "    else:",
        "        print(result)",
        "print(rate_limit(limited))",
    ]


def credential_lines(
    method: MethodView | None,
    symbols: SymbolTable,
    credentials: tuple[Credential, ...],
) -> list[str]:
    """Calls with a credential that is a function, and with one that hides itself."""
    secrets = credentials[0].secrets[: credentials[0].enough] if credentials else ()
    if method is None or not secrets:
        return []
    shown = [
        ", ".join(f"{secret.name}={value}" for secret in secrets)
        for value in ('lambda: "..."', 'SecretStr("...")')
    ]
    return [
        *("from pydantic import SecretStr", ""),
        f"fresh = client.with_options({shown[0]})",
        *_call(method, symbols, "fresh"),
        f"hidden = client.with_options({shown[1]})",
        *_call(method, symbols, "hidden"),
    ]


def connection_lines(
    method: MethodView | None, symbols: SymbolTable, client: str
) -> list[str]:
    """Calls by clients with connections of their own kind.

    Args:
        method: What is called.
        symbols: The names in the package.
        client: The call that makes a client, up to the last argument.
    """
    if method is None:
        return []
    return [
        *("import ssl", ""),
        f"small = {client}",
        *("    max_connections=20,", "    max_keepalive_connections=5,"),
        *("    keepalive_expiry=30,", '    user_agent_suffix="app/1.2",', ")"),
        *_call(method, symbols, "small"),
        f"proxied = {client}",
        '    proxy="http://user:password@127.0.0.1:3128",',
        *("    ssl_context=ssl.create_default_context(),", ")"),
    ]


def _call(method: MethodView, symbols: SymbolTable, client: str) -> list[str]:
    lines = example(method.called, symbols)
    return [line.replace("client.", f"{client}.", 1) for line in lines]


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
