"""Operations as data: the constant that describes what a method sends and what may come back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import (
    Code,
    JsonValue,
    join,
    literal,
)
from generator.ir.api import Api
from generator.ir.operation import MediaType, Operation, Parameter, key_header
from generator.ir.types import String
from generator.targets.python.declaration_index import resolve
from generator.targets.python.expressions import call_of, literals, tuple_of
from generator.targets.python.jobs import (
    job_keywords,
    job_kind,
)
from generator.targets.python.media.media_kind import Kind, is_unparsed, kind_of
from generator.targets.python.media.request_media import alternatives, exploded
from generator.targets.python.member_paths import own_lists
from generator.targets.python.module import Module
from generator.targets.python.requests.argument_names import (
    argument_model,
    nested_size,
    own_parameters,
)
from generator.targets.python.requests.conversions import Conversion
from generator.targets.python.requests.credentials import presented
from generator.targets.python.requests.form_encodings import EncodingsOf
from generator.targets.python.requests.paging import settings_of
from generator.targets.python.requests.results import ContentsOf
from generator.targets.python.requests.server_choice import location, reachable
from generator.targets.python.types.symbol_table import SymbolTable


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

    def __init__(
        self, api: Api, module: Module, contents: ContentsOf, symbols: SymbolTable
    ) -> None:
        self._api = api
        self._module = module
        self._contents = contents
        self._index = contents.index
        self._encodings = EncodingsOf(module, contents.index)
        self._symbols = symbols

    def build(
        self,
        name: Code,
        operation: Operation,
        parameters: tuple[Parameter, ...],
        results: Iterable[Code],
        item: Code | None,
    ) -> Constant:
        """The constant of an operation.

        Args:
            name: What it is called.
            operation: The operation.
            parameters: The parameters that the method passes values for, in that order.
            results: What a call comes to and, where it starts a job, the job.
            item: The type of a page's items, None when the operation isn't paged.
        """
        types = join(", ", results)
        kind = job_kind(operation, self._module)
        if item is not None:
            kind = self._module.use("._runtime.paging.pager", "PagedOperation")
            types = Code(f"{item}, {types}")
        elif not kind:
            kind = self._module.use("._runtime.operation.operation", "Operation")
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
        symbols = self._symbols
        yield "dates", symbols.days.build(operation, parameters)
        yield "lists", symbols.lists.build(operation, parameters)
        conversion = Conversion(self._module, symbols)
        yield "convert", conversion.build(operation, parameters)
        yield "passwords", literals(symbols.passwords.build(operation, parameters))
        yield "responses", self._contents.responses(operation)
        yield "errors", self._contents.errors(operation)
        if operation.security != self._api.security:
            yield "security", presented(self._api, operation.security)
        if operation.servers and operation.servers != self._api.servers:
            yield "servers", tuple_of(
                [
                    literal(location(item))
                    for item in reachable(operation.servers) or operation.servers
                ]
            )
        if header := operation.idempotency or key_header(parameters):
            yield "idempotency_header", literal(header)
        if operation.idempotency:
            yield "sends_key", Code("True")
        if is_paged and operation.pagination:
            size = nested_size(operation, argument_model(operation.body, self._index))
            yield "paging", settings_of(operation.pagination, size, self._module)
        yield from job_keywords(
            operation, symbols.operations, self._module, self._inline
        )

    def _inline(self, operation: Operation) -> Code:
        """An operation as the value within another."""
        parameters = own_parameters(operation)
        made = self.build(Code(""), operation, parameters, (), None)
        named = [Code(f"{each.name}={each.value}") for each in made.keywords]
        return call_of(made.kind, [made.method, made.path, *named])

    def _parameter(self, parameter: Parameter) -> Code:
        name = literal(parameter.name.wire)
        if parameter.media_type:
            return self._content(parameter, name)
        kind, style, explode = _SHAPES[parameter.location]
        differing: list[tuple[str, JsonValue]] = []
        if parameter.style not in {"", style}:
            differing.append(("style", parameter.style))
        if parameter.explode != explode:
            differing.append(("explode", parameter.explode))
        if parameter.allow_reserved and parameter.location != "header":
            differing.append(("allow_reserved", True))
        named = [Code(f"{keyword}={literal(value)}") for keyword, value in differing]
        if parameter.item_styles and parameter.location != "cookie":
            named.append(Code(f"item_styles={literals(parameter.item_styles)}"))
        return self._call(kind, name, *named)

    def _content(self, parameter: Parameter, name: Code) -> Code:
        """A parameter that is written as a media type."""
        fields = self._encodings.of_fields(
            parameter.encodings, parameter.type, in_parts=False
        )
        media_type = literal(parameter.media_type)
        more = [fields] if fields else []
        if parameter.location == "querystring":
            return self._call("QueryString", media_type, *more)
        where = literal(parameter.location)
        return self._call("ContentParameter", name, where, media_type, *more)

    def _call(self, kind: str, *arguments: Code) -> Code:
        return call_of(
            self._module.use("._runtime.request.parameters", kind), arguments
        )

    def _body(self, operation: Operation) -> Code:
        body = operation.body
        if body is None:
            return Code("")
        sent = _apart(alternatives(body.content, self._index))
        more = [Code("required=False")] if self._is_left_out(operation) else []
        match sent:
            case []:
                return Code("")
            case [media]:
                return self._kind(media, more)
            case _:
                kinds = [self._kind(media, []) for media in sent]
                either = self._module.use("._runtime.request.body", "EitherBody")
                return call_of(either, [*kinds, *more])

    def _kind(self, media: MediaType, more: list[Code]) -> Code:
        """One kind of body.

        Args:
            media: What the document says about it.
            more: Arguments that all kinds take.
        """
        kind = kind_of(media)
        takes_text = isinstance(resolve(media.type, self._index), String)
        if kind is Kind.LINES and is_unparsed(media):
            kind, takes_text = Kind.BYTES, True
        module, name, usual = _BODIES[kind]
        arguments = list(self._form(media))
        content_type = _concrete(media.content_type, usual, kind)
        if content_type != usual and kind is not Kind.FORM:
            is_keyword = kind is Kind.MULTIPART
            written = literal(content_type)
            arguments.append(Code(f"content_type={written}") if is_keyword else written)
        if kind is Kind.MULTIPART:
            arguments += self._encodings.of_items(media, media.type)
        if kind is Kind.BYTES and takes_text:
            arguments.append(Code("text=True"))
        arguments += more
        if kind is Kind.MULTIPART and (lists := own_lists(media.type, self._index)):
            arguments.append(Code(f"arrays={literals(lists)}"))
        return call_of(self._module.use(module, name), arguments)

    def _form(self, media: MediaType) -> Iterable[Code]:
        kind = kind_of(media)
        if kind in {Kind.FORM, Kind.MULTIPART}:
            is_multipart = kind is Kind.MULTIPART
            fields = self._encodings.of_fields(
                media.encodings, media.type, in_parts=is_multipart
            )
            if fields:
                yield fields

    def _is_left_out(self, operation: Operation) -> bool:
        """Whether no body is sent where none of its members is given."""
        body = operation.body
        is_optional = body is not None and not body.required
        return is_optional and exploded(body, self._index) is not None


_SHAPES = {
    "path": ("PathParameter", "simple", False),
    "query": ("QueryParameter", "form", True),
    "header": ("HeaderParameter", "simple", False),
    "cookie": ("CookieParameter", "form", True),
}

_BODIES = {
    Kind.JSON: ("._runtime.request.body", "JsonBody", "application/json"),
    Kind.LINES: ("._runtime.request.body", "JsonLinesBody", "application/jsonl"),
    Kind.EVENTS: ("._runtime.request.body", "TextBody", "text/plain"),
    Kind.FORM: (
        "._runtime.request.body",
        "FormBody",
        "application/x-www-form-urlencoded",
    ),
    Kind.MULTIPART: (
        "._runtime.request.multipart",
        "MultipartBody",
        "multipart/form-data",
    ),
    Kind.TEXT: ("._runtime.request.body", "TextBody", "text/plain"),
    Kind.BYTES: ("._runtime.request.body", "BytesBody", "application/octet-stream"),
}


def _apart(sent: Iterable[MediaType]) -> list[MediaType]:
    """The representations whose bytes differ: one of each kind, parts by their media types."""
    first: dict[object, MediaType] = {}
    for media in sent:
        kind = kind_of(media)
        apart = media.range.essence if kind is Kind.MULTIPART else ""
        before = first.setdefault((kind, apart), media)
        if kind is Kind.BYTES and before is not media:
            # Which one it is, the file tells.
            listed = f"{before.content_type}, {media.content_type}"
            first[kind, apart] = msgspec.structs.replace(before, content_type=listed)
    return list(first.values())


def _concrete(content_type: str, usual: str, kind: Kind) -> str:
    """A media type that can be sent: a range such as `*/*` can't, unless a file decides."""
    if not content_type or ("*" in content_type and kind is not Kind.BYTES):
        return usual
    return content_type
