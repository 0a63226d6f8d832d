"""View of the data that the module `testing` of a package loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.api import Api
from generator.ir.security import ApiKey, OAuth2
from generator.ir.types import Integer, Number, String
from generator.targets.python.declaration_index import besides_null
from generator.targets.python.testing.fake_collections import Gathered, gather
from generator.targets.python.testing.fake_endpoints import Endpoints, Sender
from generator.targets.python.testing.fake_schemas import (
    FakeSchemas,
    Row,
    as_json,
    compact,
)
from generator.targets.python.types.resource_groups import walk
from generator.targets.python.types.symbol_table import SymbolTable

_CREDENTIALS = ("authorization", "cookie", "proxy-authorization")
_CREATED = re.compile(r"creat|added|inserted")
_CHANGED = re.compile(r"updat|modif|chang|edited")


class DataRow(msgspec.Struct, frozen=True):
    """A schema: its id, and its JSON."""

    key: Code
    text: Code


class DataView(msgspec.Struct, frozen=True):
    """The module `_testing_data.py`: literals of JSON texts."""

    description: Code
    endpoints: tuple[Code, ...]
    schemas: tuple[DataRow, ...]


def view_data(api: Api, symbols: SymbolTable) -> DataView:
    """View the data."""
    senders: dict[tuple[str, str], list[Sender]] = {}
    for group, path in walk(symbols.groups):
        for method in group.methods:
            operation = method.operation
            key = operation.method, operation.path.template
            made = Sender(f"{path}.{method.name}", operation)
            senders.setdefault(key, []).append(made)
    # A method that sends all that an operation takes comes first.
    ordered = [sorted(one, key=_is_special) for one in senders.values()]
    collections = gather([one[0].operation for one in ordered], symbols.index)
    schemas = FakeSchemas(symbols)
    endpoints = Endpoints(symbols, schemas, collections)
    rows = [endpoints.row(one) for one in ordered]
    description: Row = {
        "collections": [_collection(one, schemas, symbols) for one in collections],
        "prefixes": [*_prefixes(api)],
        "tokens": [*_tokens(api)],
        "secrets": [*_CREDENTIALS, *_secret_headers(api)],
        "error": endpoints.usual_error(api.operations),
    }
    return DataView(
        description=literal(as_json(compact(description))),
        endpoints=tuple(literal(as_json(row)) for row in rows),
        schemas=tuple(
            DataRow(literal(id), literal(as_json(row))) for id, row in schemas.rows()
        ),
    )


def _is_special(sender: Sender) -> bool:
    operation = sender.operation
    return operation.wait is not None or bool(operation.body and operation.body.fixed)


def _collection(gathered: Gathered, schemas: FakeSchemas, symbols: SymbolTable) -> Row:
    model, index = gathered.model, symbols.index
    moments = [
        field.name.wire
        for field in model.fields
        if isinstance(
            found := besides_null(field.type, index), String | Integer | Number
        )
        and (not isinstance(found, String) or found.format == "date-time")
    ]
    uses = {use.kind for _, use in gathered.uses}
    row: Row = {"key": gathered.key, "schema": schemas.named(model.id)}
    return row | compact(
        {
            "creates": "create" in uses,
            "created": [name for name in moments if _CREATED.search(name.lower())],
            "changed": [name for name in moments if _CHANGED.search(name.lower())],
        }
    )


def _prefixes(api: Api) -> Iterator[str]:
    """The paths of the API's servers."""
    servers = [*api.servers, *(one for each in api.operations for one in each.servers)]
    paths = (urlsplit(server.default_url).path.rstrip("/") for server in servers)
    yield from sorted({path for path in paths if path})


def _tokens(api: Api) -> Iterator[str]:
    """The paths that tokens are fetched from."""
    for scheme in api.schemes:
        if isinstance(scheme.mechanism, OAuth2):
            for flow in scheme.mechanism.flows:
                if flow.token_url:
                    yield urlsplit(flow.token_url).path or "/"


def _secret_headers(api: Api) -> Iterator[str]:
    for scheme in api.schemes:
        mechanism = scheme.mechanism
        if isinstance(mechanism, ApiKey) and mechanism.location == "header":
            yield mechanism.parameter.lower()
