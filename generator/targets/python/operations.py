"""Operations as data: the constant that describes what a method sends and what may come back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text import Code, JsonValue, join, literal
from generator.ir.api import Api
from generator.ir.operation import Encoding, MediaType, Operation, Parameter
from generator.ir.pagination import ByCursor, ByOffset, ByPage, Pagination
from generator.ir.server import Server
from generator.targets.python.contents import ContentsOf, Outcome
from generator.targets.python.credentials import presented
from generator.targets.python.media import Kind, kind_of, preferred
from generator.targets.python.module import Module
from generator.targets.python.printing import tuple_of
from generator.targets.python.usage import exploded


class Keyword(msgspec.Struct, frozen=True):
    """`name=value`."""

    name: Code
    value: Code


class Constant(msgspec.Struct, frozen=True):
    """`name: annotation = kind(method, path, **keywords)`."""

    name: Code
    annotation: Code
    kind: Code
    method: Code
    path: Code
    keywords: tuple[Keyword, ...]


class ConstantsOf:
    """Makes the constants of one module."""

    def __init__(self, api: Api, module: Module, contents: ContentsOf) -> None:
        self._api = api
        self._module = module
        self._contents = contents

    def build(
        self,
        name: Code,
        operation: Operation,
        parameters: tuple[Parameter, ...],
        outcome: Outcome,
        item: Code | None,
    ) -> Constant:
        """The constant of an operation.

        Args:
            name: What it is called.
            operation: The operation.
            parameters: The parameters that the method passes values for, in that order.
            outcome: What a call comes to.
            item: The type of a page's items, None when the operation isn't paged.
        """
        kind = self._module.use(
            "._runtime.operation", "Operation" if item is None else "PagedOperation"
        )
        types = outcome.result if item is None else f"{item}, {outcome.result}"
        return Constant(
            name=name,
            annotation=Code(f"{kind}[{types}]"),
            kind=kind,
            method=literal(operation.method),
            path=literal(operation.path.template),
            keywords=tuple(
                Keyword(Code(keyword), value)
                for keyword, value in self._keywords(
                    operation, parameters, is_paged=bool(item)
                )
                if value
            ),
        )

    def _keywords(
        self, operation: Operation, parameters: tuple[Parameter, ...], *, is_paged: bool
    ) -> Iterable[tuple[str, Code]]:
        yield "parameters", tuple_of([self._parameter(item) for item in parameters])
        yield "body", self._body(operation)
        yield "responses", self._contents.responses(operation)
        yield "errors", self._contents.errors(operation)
        if operation.security != self._api.security:
            yield "security", presented(self._api, operation.security)
        if operation.servers and operation.servers != self._api.servers:
            yield "servers", tuple_of(
                [literal(expand(item)) for item in operation.servers]
            )
        if is_paged and operation.pagination:
            yield "paging", self._paging(operation.pagination)

    def _parameter(self, parameter: Parameter) -> Code:
        name = literal(parameter.name.wire)
        if parameter.location == "querystring":
            return self._call("QueryString", literal(parameter.media_type))
        if parameter.media_type:
            return self._call(
                "ContentParameter",
                name,
                literal(parameter.location),
                literal(parameter.media_type),
            )
        kind, style, explode = _SHAPES[parameter.location]
        differing: list[tuple[str, JsonValue]] = []
        if parameter.style not in {"", style}:
            differing.append(("style", parameter.style))
        if parameter.explode != explode:
            differing.append(("explode", parameter.explode))
        if parameter.allow_reserved and parameter.location == "query":
            differing.append(("allow_reserved", True))
        named = (Code(f"{keyword}={literal(value)}") for keyword, value in differing)
        return self._call(kind, name, *named)

    def _call(self, kind: str, *arguments: Code) -> Code:
        name = self._module.use("._runtime.parameters", kind)
        return Code(f"{name}({join(', ', arguments)})")

    def _body(self, operation: Operation) -> Code:
        media = preferred(operation.body.content) if operation.body else None
        if media is None:
            return Code("")
        kind = kind_of(media)
        module, name, usual = _BODIES[kind]
        arguments: list[Code] = []
        if kind in {Kind.FORM, Kind.MULTIPART} and (
            encodings := self._encodings(media)
        ):
            arguments.append(encodings)
        if media.content_type != usual and kind is not Kind.FORM:
            is_keyword = kind is Kind.MULTIPART
            written = literal(_concrete(media.content_type, usual))
            arguments.append(Code(f"content_type={written}") if is_keyword else written)
        if self._is_left_out(operation):
            arguments.append(Code("required=False"))
        return Code(f"{self._module.use(module, name)}({join(', ', arguments)})")

    def _is_left_out(self, operation: Operation) -> bool:
        """Whether no body is sent where none of its members is given."""
        body = operation.body
        is_optional = body is not None and not body.required
        return is_optional and exploded(body, self._contents.index) is not None

    def _encodings(self, media: MediaType) -> Code:
        rows = [
            Code(f"{literal(item.property)}: {written}")
            for item in media.encodings
            if (written := self._encoding(item))
        ]
        return Code("{" + join(", ", rows) + "}") if rows else Code("")

    def _encoding(self, encoding: Encoding) -> Code:
        values: list[tuple[str, JsonValue]] = [
            ("content_type", encoding.content_type or None),
            ("style", encoding.style or None),
            ("explode", encoding.explode),
            ("allow_reserved", encoding.allow_reserved or None),
        ]
        said = [
            Code(f"{name}={literal(value)}")
            for name, value in values
            if value is not None
        ]
        name = self._module.use("._runtime.body", "Encoding") if said else Code("")
        return Code(f"{name}({join(', ', said)})") if said else Code("")

    def _paging(self, pagination: Pagination) -> Code:
        by = pagination.by
        values: list[tuple[str, tuple[str, ...] | str | int]] = []
        match by:
            case ByCursor():
                kind = "ByCursor"
                values += [
                    ("next", by.next),
                    ("parameter", by.parameter),
                    ("body", by.body),
                ]
                # The runtime looks under the parameter's own name, too.
                known = {by.parameter, *by.body[-1:]}
                key = "" if by.cursor_key in known else by.cursor_key
                values += [("cursor_key", key), ("more", by.more)]
            case ByPage():
                kind = "ByPage"
                values += [("parameter", by.parameter), ("total", by.total)]
                if by.first != 1:
                    values.append(("first", by.first))
            case ByOffset():
                kind = "ByOffset"
                values += [("parameter", by.parameter), ("total", by.total)]
        said = [_value(pagination.items)]
        said += [
            Code(f"{name}={_value(value)}")
            for name, value in values
            if value not in ("", ())
        ]
        return Code(f"{self._module.use('._runtime.paging', kind)}({join(', ', said)})")


_SHAPES = {
    "path": ("PathParameter", "simple", False),
    "query": ("QueryParameter", "form", True),
    "header": ("HeaderParameter", "simple", False),
    "cookie": ("CookieParameter", "form", True),
}

_BODIES = {
    Kind.JSON: ("._runtime.body", "JsonBody", "application/json"),
    Kind.LINES: ("._runtime.body", "JsonLinesBody", "application/jsonl"),
    Kind.EVENTS: ("._runtime.body", "JsonLinesBody", "application/jsonl"),
    Kind.FORM: ("._runtime.body", "FormBody", "application/x-www-form-urlencoded"),
    Kind.MULTIPART: ("._runtime.multipart", "MultipartBody", "multipart/form-data"),
    Kind.TEXT: ("._runtime.body", "TextBody", "text/plain"),
    Kind.BYTES: ("._runtime.body", "BytesBody", "application/octet-stream"),
}


def _concrete(content_type: str, usual: str) -> str:
    """A media type that can be sent: a range such as `*/*` can't."""
    return usual if "*" in content_type or not content_type else content_type


def _value(value: tuple[str, ...] | str | int) -> Code:
    if isinstance(value, tuple):
        return tuple_of([literal(key) for key in value]) or Code("()")
    return literal(value)


def expand(server: Server) -> str:
    """A server's URL with its variables at their defaults."""
    url = server.url
    for variable in server.variables:
        url = url.replace("{" + variable.name.wire + "}", variable.default)
    return url
