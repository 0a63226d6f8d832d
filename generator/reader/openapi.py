"""OpenAPI Object: https://spec.openapis.org/oas/v3.2.0#openapi-object"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.document.document import Document
from generator.document.node import Node
from generator.ir.api import Coverage
from generator.ir.security import SecurityScheme
from generator.ir.unread import ReadApi
from generator.ir.value import Docs, Text
from generator.reader.audit import audit
from generator.reader.callback import read_webhooks
from generator.reader.components import check_components, declare_schemas
from generator.reader.context import Context
from generator.reader.docs import read_link
from generator.reader.paths import read_paths
from generator.reader.schema.declaration import read_declarations
from generator.reader.schema.schema import read_schema
from generator.reader.security_requirement import read_security
from generator.reader.security_scheme import read_security_schemes
from generator.reader.server import read_servers
from generator.reader.tag import read_tags

T = TypeVar("T")


def read(document: Document, notebook: Notebook) -> ReadApi:
    """Read a document of the 3.2 shape.

    An operation that can't be read is written in the notebook and left out. What a schema costs
    that can't be is found out by `refine`, as soon as all is known that refers to it.

    Args:
        document: The document.
        notebook: Receives the findings.
    """
    context = Context(document, notebook, read_schema)
    schemes = _guarded(_read_components, context) or ()
    security = _guarded(read_security, context) or ()
    operations, total = _guarded(partial(read_paths, security), context) or ((), 0)
    webhooks = _guarded(read_webhooks, context) or ()
    declarations = tuple(read_declarations(context).values())
    title, version, docs = _read_info(document.root, context)
    api = ReadApi(
        title=title,
        version=version,
        servers=_guarded(read_servers, context) or (),
        security=security,
        schemes=schemes,
        resources=_guarded(read_tags, context) or (),
        operations=tuple(operations),
        webhooks=tuple(webhooks),
        declarations=declarations,
        docs=docs,
        unread=tuple(
            replace(each, needed=each.id in context.required)
            for each in context.unread.values()
        ),
        lenient=context.lenient,
        coverage=Coverage(
            operations=total,
            operations_kept=len(operations),
            schemas=context.declared,
            schemas_kept=len(declarations),
        ),
    )
    audit(document.root, "OpenAPI", context)
    return api


def _guarded(read: Callable[[Node, Context], T], context: Context) -> T | None:
    """A part of the document, None when it can't be read."""
    with context.notebook.skipping():
        return read(context.document.root, context)
    return None


def _read_components(root: Node, context: Context) -> tuple[SecurityScheme, ...]:
    """Read the security schemes, and have the schemas read later."""
    components = root.get("components")
    if components is None or not context.is_object(components, "`components`"):
        return ()
    schemes = read_security_schemes(components, context)
    context.schemes = frozenset(scheme.id for scheme in schemes)
    declare_schemas(components, context)
    check_components(components, context)
    return schemes


def _read_info(root: Node, context: Context) -> tuple[str, str, Docs]:
    """The API's title, version and prose."""
    link = _guarded(read_link, context) or Text()
    info = root.get("info")
    with context.notebook.skipping():
        if info is not None and context.is_object(info, "`info`"):
            title, version = info.string("title"), info.string("version")
            docs = Docs(
                summary=Text(raw=info.string("summary")),
                description=Text(raw=info.string("description")),
                link=link,
            )
            audit(info, "Info", context)
            return title, version, docs
    return "", "", Docs(link=link)
