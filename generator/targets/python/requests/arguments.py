"""Arguments: what a generated method takes, and what it makes of it."""

from __future__ import annotations

import msgspec

from generator.emit.text.code import Code, join, literal
from generator.ir.declarations import Field, Model
from generator.ir.operation import Body, MediaType, Operation, Parameter
from generator.ir.types import Integer, Nullable, Reference, String
from generator.targets.python.declaration_index import resolve
from generator.targets.python.docs.docstrings import clean, in_line, one_line
from generator.targets.python.docs.schema_notes import (
    field_notes,
    media_notes,
    notes_of,
)
from generator.targets.python.expressions import tuple_of
from generator.targets.python.media.request_media import (
    exploded,
    preferred,
    representations,
)
from generator.targets.python.module import Module
from generator.targets.python.requests.argument_names import (
    PAGE_SIZE,
    WHOLE,
    key_of,
    member_names,
    name_arguments,
    nested_size,
    own_fields,
    own_parameters,
    with_wire_name,
)
from generator.targets.python.requests.body_arguments import BodiesOf
from generator.targets.python.requests.paging import size_member
from generator.targets.python.types.annotations import Annotator
from generator.targets.python.types.formats import format_of
from generator.targets.python.types.symbol_table import SymbolTable

# What a body has beyond the members that its schema declares.
EXTRA = Code("extra_body")


class Argument(msgspec.Struct, frozen=True):
    """One argument: `name: annotation = default`; `docs` is a line for people, "" for none.

    `source` is the parameter or field that it stands for, None for what every method has.
    `is_conditional` tells that it is needed if any of an optional body is given. `part_headers` are
    the headers that the part it stands in can't do without.
    """

    name: Code
    annotation: Code
    default: Code
    docs: str
    source: Parameter | Field | MediaType | None = None
    is_conditional: bool = False
    part_headers: tuple[str, ...] = ()

    @property
    def is_deprecated(self) -> bool:
        """Whether what it stands for is deprecated."""
        return getattr(self.source, "deprecated", False)


class Arguments(msgspec.Struct, frozen=True):
    """All arguments of a method, and the expressions that pass them on.

    `values` is the tuple of parameter values, in the order of `parameters`, or "" when there are
    none; `body` is the request body, or "" when the operation has none; `size` is how many items a
    page shall have, or "" where no argument by itself says it.
    """

    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    parameters: tuple[Parameter, ...]
    values: Code
    body: Code
    size: Code = Code("")

    @property
    def all(self) -> tuple[Argument, ...]:
        """Positional ones first."""
        return self.positional + self.keywords


class ArgumentsOf:
    """Makes the arguments of the operations of one module."""

    def __init__(self, symbols: SymbolTable, module: Module, spell: Annotator) -> None:
        self._symbols = symbols
        self._module = module
        self._spell = spell
        self._bodies = BodiesOf(module, spell, symbols.index)

    def build(self, operation: Operation) -> Arguments:
        """The arguments of a method."""
        parameters = own_parameters(operation)
        model = exploded(operation.body, self._symbols.index)
        fields = own_fields(operation, model)
        members = (
            member_names(
                operation,
                model,
                self._symbols.index,
                self._symbols.attributes,
            )
            if model
            else {}
        )
        names = name_arguments(operation, parameters, model, members)
        made = [self._parameter(item, names[key_of(item)]) for item in parameters]
        positional = tuple(
            a for a, p in zip(made, parameters, strict=True) if p.location == "path"
        )
        keywords = [
            a for a, p in zip(made, parameters, strict=True) if p.location != "path"
        ]
        is_optional = operation.body is not None and not operation.body.required
        sent = representations(operation.body, self._symbols.index)
        keywords += [
            self._field(field, names[key_of(field)], sent, in_optional=is_optional)
            for field in fields
        ]
        keywords += self._whole_body(operation, model, names)
        keywords += self._page_size(operation, model, names)
        body = self._body(operation, model, fields, names)
        values = tuple_of([argument.name for argument in made])
        return Arguments(
            positional=positional,
            keywords=tuple(
                sorted(keywords, key=lambda argument: bool(argument.default))
            ),
            parameters=parameters,
            values=values,
            body=body,
            size=names.get(PAGE_SIZE, Code("")),
        )

    def _parameter(self, parameter: Parameter, name: Code) -> Argument:
        notes = field_notes(parameter)
        annotation, default = self._optional(
            self._parameter_type(parameter),
            parameter.required or parameter.location == "path",
        )
        docs = with_wire_name(in_line(parameter.docs, notes), parameter, name)
        return Argument(name, annotation, default, docs, parameter)

    def _parameter_type(self, parameter: Parameter) -> Code:
        found = resolve(parameter.type, self._symbols.index)
        is_id = isinstance(found, Integer | String) and format_of(found) is None
        if parameter.location == "path" and is_id:
            return Code(
                f"{self._module.builtin('str')} | {self._module.builtin('int')}"
            )
        return self._spell.spell(parameter.type)

    def _field(
        self,
        field: Field,
        name: Code,
        sent: tuple[MediaType, ...],
        *,
        in_optional: bool,
    ) -> Argument:
        notes = field_notes(field)
        passed = self._bodies.field(field, sent)
        notes += [passed.note] if passed.note else []
        is_conditional = field.required and in_optional
        if is_conditional:
            notes.append("Needed when any of the body is given.")
        annotation, default = self._optional(
            passed.annotation, field.required and not in_optional
        )
        docs = with_wire_name(in_line(field.docs, notes), field, name)
        return Argument(
            name, annotation, default, docs, field, is_conditional, passed.part_headers
        )

    def _optional(self, annotation: Code, is_required: bool) -> tuple[Code, Code]:
        if is_required:
            return annotation, Code("")
        omit = self._module.use("._runtime.request.request_options", "OMIT")
        return (
            Code(
                f"{annotation} | {self._module.use('._runtime.request.request_options', 'Omit')}"
            ),
            omit,
        )

    def _whole_body(
        self, operation: Operation, model: Model | None, names: dict[str, Code]
    ) -> list[Argument]:
        """The argument for a body that isn't taken apart, or for what its model doesn't declare."""
        if operation.body is None:
            return []
        media = preferred(operation.body.content, self._symbols.index)
        if media is None:
            return []
        if model is None:
            passed = self._bodies.whole(media)
            annotation, default = self._optional(
                passed.annotation, operation.body.required
            )
            docs = self._whole_docs(operation.body, media, passed.note)
            headers = passed.part_headers
            return [
                Argument(
                    names[WHOLE], annotation, default, docs, media, part_headers=headers
                )
            ]
        if model.additional is None:
            return []
        value = self._spell.spell(model.additional)
        annotation = Code(f"{self._spell.mapping(value)} | None")
        return [
            Argument(EXTRA, annotation, Code("None"), "Further fields of the body.")
        ]

    def _page_size(
        self, operation: Operation, model: Model | None, names: dict[str, Code]
    ) -> list[Argument]:
        """The argument for the size of a page that is sent within something else."""
        keys = nested_size(operation, model)
        if not keys:
            return []
        member = size_member(operation, keys, self._symbols.index)
        annotation, default = self._optional(self._spell.spell(member.type), False)
        shown = " ".join(clean(".".join(keys)).split())
        docs = f"{in_line(member.docs, field_notes(member))} Sent as `{shown}`."
        return [Argument(names[PAGE_SIZE], annotation, default, docs.strip())]

    def _whole_docs(self, body: Body, media: MediaType, note: str) -> str:
        """What is said of a body, or else of its schema; the schema's notes stand with it."""
        type, docs, notes = media.type, [body.docs, media.docs], media_notes(media)
        if isinstance(type, Nullable):
            type = type.inner
        if isinstance(type, Reference):
            found = self._symbols.index[type.id]
            docs, notes = [*docs, found.docs], [notes_of(found), *notes]
        said = [text for text in map(one_line, docs) if text][:1]
        parts = [part for part in (*said, note, *notes) if part]
        return " ".join(parts) or "The request body."

    def _body(
        self,
        operation: Operation,
        model: Model | None,
        fields: tuple[Field, ...],
        names: dict[str, Code],
    ) -> Code:
        if operation.body is None or not operation.body.content:
            return Code("")
        if model is None:
            return names[WHOLE]
        members = [Code(f"{literal(f.name.wire)}: {names[key_of(f)]}") for f in fields]
        members += [
            Code(f"{literal(name)}: {literal(fixed.value)}")
            for name, fixed in operation.body.fixed
        ]
        if model.additional is not None:
            members.append(Code(f"**({EXTRA} or {{}})"))
        return Code("{" + join(", ", members) + "}")
