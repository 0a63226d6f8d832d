"""A snippet that tests a program without the network."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import Code
from generator.emit.text.markdown import block, code
from generator.targets.python.testing.fake_module import view_testing
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.docstring_example import example
from generator.targets.python.views.resource import MethodView

_TRANSPORT = "httpx2.MockTransport(lambda request: httpx2.Response(404))"


def testing_lines(
    package: str, client: str, made: str, call: Iterable[str]
) -> list[str]:
    """A call that finds nothing.

    Args:
        package: The package.
        client: The class of the client.
        made: What makes a client.
        call: The lines of a call.
    """
    separator = "" if made.endswith("()") else ", "
    http_client = "http_client=httpx2.Client(transport=transport)"
    return [
        "import httpx2",
        "",
        f"from {package} import {client}, errors",
        "",
        f"transport = {_TRANSPORT}",
        f"client = {made[:-1]}{separator}{http_client})",
        "try:",
        *(f"    {line}" for line in call),
        "except errors.NotFoundError as error:",
        "    print(error.status_code, error.method, error.path)",
    ]


class FakeView(msgspec.Struct, frozen=True):
    """What is shown of the fake of the API: its class, a use of it, and one of its fixture."""

    name: Code
    shown: Code
    fixture: Code


def view_fake(
    symbols: SymbolTable, made: str, method: MethodView | None
) -> FakeView | None:
    """View a call to the fake, which is recorded, and one that succeeds at the second attempt.

    Args:
        symbols: The names in the package.
        made: What makes a client.
        method: The method that is called, None for an API without any.

    Returns:
        None for a package without a fake.
    """
    if method is None or not symbols.options.testing:
        return None
    call = example(method.called, symbols)
    view, package = view_testing(symbols), symbols.options.package
    start = f"{made[:-1]}{'' if made.endswith('()') else ', '}transport="
    shown = [
        f"from {package} import {view.client}",
        f"from {package}.testing import {view.fake}",
        "",
        f"fake = {view.fake}()",
        f"client = {start}fake)",
        *call,
        "print(fake.calls[-1].operation, fake.calls[-1].body)",
        "",
        f'fake.fail("{method.called.path}", status=429)',
        *call,
        "print(len(fake.calls))",
    ]
    fixture = [
        f"from {package} import {view.client}",
        f"from {package}.testing import {view.fake}",
        f"from {package}.testing import {view.fixture} as {view.fixture}",
        "",
        "",
        f"def test_a_program({view.fixture}: {view.fake}) -> None:",
        f"    client = {start}{view.fixture})",
        "    ...",
    ]
    return FakeView(
        name=code(view.fake),
        shown=block("\n".join(shown), "python"),
        fixture=block("\n".join(fixture), "python"),
    )
