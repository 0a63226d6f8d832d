"""Operation Object: https://spec.openapis.org/oas/v3.2.0#operation-object"""

from __future__ import annotations

from msgspec.structs import replace

from generator.document.node import Node
from generator.ir.name import Name
from generator.ir.operation import Operation, Parameter
from generator.ir.path import Path
from generator.ir.server import Server
from generator.ir.value import Docs, Value
from generator.reader.audit import audit
from generator.reader.callback import read_callbacks
from generator.reader.context import Context
from generator.reader.docs import read_docs
from generator.reader.extension import (
    read_chosen_name,
    read_chosen_path,
    read_header_name,
)
from generator.reader.fixed_methods import read_fixed_methods
from generator.reader.operation_id import read_operation_id
from generator.reader.pagination import read_pagination
from generator.reader.parameters import fitted, merged, read_parameters
from generator.reader.request_body import read_request_body
from generator.reader.responses import read_responses
from generator.reader.security_requirement import Alternatives, read_security
from generator.reader.server import read_servers
from generator.reader.wait import read_wait


class Surroundings(Value, frozen=True):
    """The values that an operation inherits from its path item and the document."""

    path: Path
    parameters: tuple[Parameter, ...] = ()
    servers: tuple[Server, ...] = ()
    security: Alternatives = ()
    docs: Docs = Docs()


def read_operation(
    node: Node, method: str, around: Surroundings, context: Context
) -> Operation:
    """Read one operation.

    Args:
        node: The operation.
        method: Its method, in capitals where HTTP writes it so.
        around: What it takes from its path item and the document.
        context: What the readers share.
    """
    written = read_operation_id(node, context)
    own = merged(around.parameters, read_parameters(node, context))
    body = node.get("requestBody")
    security = read_security(node, context)
    docs = read_docs(node, context)
    key_header = read_header_name(node, "x-sdk-idempotency")
    operation = Operation(
        id=written or f"{method} {around.path.template}",
        name=Name(wire=written, preferred=_read_method(node, written)),
        resource=tuple(
            Name(wire=part) for part in read_chosen_path(node, "x-sdk-resource")
        ),
        method=method,
        path=around.path,
        place=node.place,
        parameters=_with_key(fitted(own, around.path, node, context), key_header),
        body=read_request_body(body, context) if body is not None else None,
        responses=read_responses(node, context),
        security=around.security if security is None else security,
        servers=read_servers(node, context) or around.servers,
        pagination=read_pagination(node, context),
        idempotency=key_header,
        methods=read_fixed_methods(node, context),
        wait=read_wait(node, context),
        callbacks=read_callbacks(node, context),
        docs=around.docs if docs == Docs() else docs,
        deprecated=node.flag("deprecated"),
        tags=node.texts("tags"),
    )
    audit(node, "Operation", context)
    return operation


def _with_key(
    parameters: tuple[Parameter, ...], key_header: str
) -> tuple[Parameter, ...]:
    """The parameters, of which that for a key needs none where each call gets one."""
    return tuple(
        (
            replace(one, required=False)
            if one.location == "header" and one.name.wire.lower() == key_header.lower()
            else one
        )
        for one in parameters
    )


def _read_method(node: Node, written: str) -> str:
    return read_chosen_name(node, "x-sdk-method", written or "list")
