"""Snippets that receive what a server sends by itself, in the usual frameworks."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.emit.text.code import Code
from generator.emit.text.markdown import block, code
from generator.ir.api import Api
from generator.ir.declarations import Alias
from generator.ir.types import Reference, Tagged, Union
from generator.targets.python.options import Options
from generator.targets.python.passes.event_payloads import decoded
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.views.webhooks import callbacks, view_webhooks


class WebhookSnippets(msgspec.Struct, frozen=True):
    """What the section shows; `parse` is "" where all is signed, the others where nothing is,
    and `unknown` where no model is of events that aren't described."""

    parse: Code
    fastapi: Code
    flask: Code
    django: Code
    has_event: bool = False
    unknown: Code = Code("")
    has_time: bool = False


def webhook_snippets(api: Api, symbols: SymbolTable) -> WebhookSnippets | None:
    """The snippets, None where a program receives nothing that it can read."""
    view = view_webhooks(api, symbols)
    unsigned = [each for each in callbacks(api) if each.signature is None]
    parse = list(_parse(symbols, [type.id for _, type in decoded(unsigned)][:1]))
    if view is None:
        shown = block("\n".join(parse), "python") if parse else Code("")
        nothing = Code("")
        return WebhookSnippets(shown, nothing, nothing, nothing) if parse else None
    function = view.functions[0]
    fastapi, flask, django = (
        block("\n".join(lines), "python")
        for lines in (
            _fastapi(symbols.options, function),
            _flask(symbols.options, function),
            _django(symbols.options, function),
        )
    )
    return WebhookSnippets(
        parse=block("\n".join(parse), "python") if parse else Code(""),
        fastapi=fastapi,
        flask=flask,
        django=django,
        has_event=bool(view.event),
        unknown=_unknown(api, symbols),
        has_time=view.has_time,
    )


def _unknown(api: Api, symbols: SymbolTable) -> Code:
    """The model of events that aren't described, "" where there is none."""
    event = api.event and symbols.index[api.event.id]
    union = event.type if isinstance(event, Alias) else None
    if isinstance(union, Union) and isinstance(union.strategy, Tagged):
        default = union.variants[union.strategy.default or 0].type
        if union.strategy.default is not None and isinstance(default, Reference):
            return code(f"models.{symbols.entries[default.id].name}")
    return Code("")


def _parse(symbols: SymbolTable, ids: list[str]) -> Iterator[str]:
    for id in ids:
        yield f"from {symbols.options.package} import models, parse"
        yield ""
        yield f"event = parse(models.{symbols.entries[id].name}, body)"


def _fastapi(options: Options, function: str) -> Iterator[str]:
    yield from (
        "import os",
        "",
        "from fastapi import FastAPI, Request, Response",
        "",
        f"from {options.package} import errors, {function}",
        "",
        "app = FastAPI()",
        "",
        "",
        '@app.post("/webhooks")',
        "async def receive(request: Request) -> Response:",
        "    body = await request.body()",
    )
    yield from _checked(options, function, "body", "return Response(status_code=401)")
    yield "    return Response(status_code=204)"


def _flask(options: Options, function: str) -> Iterator[str]:
    yield from (
        "import os",
        "",
        "from flask import Flask, request",
        "",
        f"from {options.package} import errors, {function}",
        "",
        "app = Flask(__name__)",
        "",
        "",
        '@app.post("/webhooks")',
        "def receive() -> tuple[str, int]:",
        "    body = request.get_data()",
    )
    yield from _checked(options, function, "body", 'return "", 401')
    yield '    return "", 204'


def _django(options: Options, function: str) -> Iterator[str]:
    yield from (
        "import os",
        "",
        "from django.http import HttpRequest, HttpResponse",
        "from django.views.decorators.csrf import csrf_exempt",
        "from django.views.decorators.http import require_POST",
        "",
        f"from {options.package} import errors, {function}",
        "",
        "",
        "@csrf_exempt",
        "@require_POST",
        "def receive(request: HttpRequest) -> HttpResponse:",
    )
    yield from _checked(
        options, function, "request.body", "return HttpResponse(status=401)"
    )
    yield "    return HttpResponse(status=204)"


def _checked(options: Options, function: str, body: str, refuse: str) -> Iterator[str]:
    """The lines of a handler that check a request, and show what it brings."""
    has_event = function == "parse_event"
    given = "event = " if has_event else ""
    yield f'    secret = os.environ["{options.client.upper()}_WEBHOOK_SECRET"]'
    yield "    try:"
    yield f"        {given}{function}({body}, request.headers, secret)"
    yield "    except errors.SignatureError:"
    yield f"        {refuse}"
    if has_event:
        yield "    print(event)"
