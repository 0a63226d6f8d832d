"""Arguments: what a generated method takes, and what it makes of it."""

from __future__ import annotations

from msgspec.structs import replace

from generator.emit.text.code import Code, join, literal
from generator.ir.declarations import Field, Model
from generator.ir.operation import MediaType, Operation, Parameter
from generator.ir.types import Integer, String, Type
from generator.targets.python.declaration_index import resolve
from generator.targets.python.docs.docstrings import clean, in_line
from generator.targets.python.docs.schema_notes import field_notes
from generator.targets.python.expressions import call_of, tuple_of
from generator.targets.python.media.request_media import (
    preferred,
    representations,
)
from generator.targets.python.module import Module
from generator.targets.python.requests.argument_names import (
    PAGE_SIZE,
    WHOLE,
    argument_model,
    argument_names,
    key_of,
    nested_size,
    own_fields,
    own_parameters,
    with_wire_name,
)
from generator.targets.python.requests.body_arguments import BodiesOf
from generator.targets.python.requests.overloads import (
    closed,
    is_shared,
    narrowed,
    optional,
    overloaded,
    united,
    variants_of,
    variants_value,
)
from generator.targets.python.requests.paging import size_member
from generator.targets.python.requests.signature import (
    EXTRA,
    Argument,
    Arguments,
    Overload,
)
from generator.targets.python.types.annotations import Annotator
from generator.targets.python.types.formats import sent_format_of
from generator.targets.python.types.sent_changes import only_value
from generator.targets.python.types.symbol_table import SymbolTable


class ArgumentsOf:
    """Makes the arguments of the operations of one module."""

    def __init__(self, symbols: SymbolTable, module: Module, spell: Annotator) -> None:
        self._symbols = symbols
        self._module = module
        self._spell = spell
        self._bodies = BodiesOf(module, spell, symbols.index)

    def build(self, operation: Operation, variants: Code) -> Arguments:
        """The arguments of a method.

        Args:
            operation: The operation.
            variants: What the value is called that tells the variants of its body apart, if any do.
        """
        symbols = self._symbols
        model = argument_model(operation.body, symbols.index)
        names = argument_names(operation, model, symbols.index, symbols.attributes)
        models = variants_of(operation.body, symbols.index)
        if not models:
            return self._made(operation, model, names)
        models = tuple(closed(one, symbols) for one in models)
        return self._overloaded(operation, models, names, variants)

    def _made(
        self,
        operation: Operation,
        model: Model | None,
        names: dict[str, Code],
        *,
        has_defaults: bool = True,
    ) -> Arguments:
        """The arguments of a method, or of one way to call it.

        Args:
            operation: The operation.
            model: The body's schema if its members are arguments.
            names: What the arguments are called.
            has_defaults: Whether members that can only be one value needn't be passed; those of
                variants tell these apart.
        """
        parameters = own_parameters(operation)
        fields = own_fields(operation, model)
        made = [self._parameter(item, names[key_of(item)]) for item in parameters]
        positional = [
            a for a, p in zip(made, parameters, strict=True) if p.location == "path"
        ]
        keywords = [
            a for a, p in zip(made, parameters, strict=True) if p.location != "path"
        ]
        is_optional = operation.body is not None and not operation.body.required
        sent = representations(operation.body, self._symbols.index)
        keywords += [
            self._field(
                field,
                names[key_of(field)],
                sent,
                in_optional=is_optional,
                has_default=has_defaults,
            )
            for field in fields
        ]
        keywords += self._whole_body(operation, model, names)
        keywords += self._page_size(operation, model, names)
        return Arguments(
            positional=_needed_first(positional),
            keywords=_needed_first(keywords),
            parameters=parameters,
            values=tuple_of([argument.name for argument in made]),
            body=self._body(operation, model, fields, names),
            size=names.get(PAGE_SIZE, Code("")),
        )

    def _overloaded(
        self,
        operation: Operation,
        models: tuple[Model, ...],
        names: dict[str, Code],
        variants: Code,
    ) -> Arguments:
        """The arguments of a method whose body is one of several objects, by their members."""
        body = operation.body
        assert body is not None  # noqa: S101 -- it has variants
        ways = [
            Overload(one, self._made(one, model, names, has_defaults=False))
            for model in overloaded(models)
            for one in [narrowed(operation, model)]
        ]
        every = united(models)
        fields, whole = own_fields(operation, every), list[Argument]()
        free = replace(operation, body=replace(body, required=False, fixed=()))
        called = {one.name.wire: names[key_of(one)] for one in fields}
        media = preferred(body.content, self._symbols.index)
        if media is None or body.fixed:
            fields = optional(fields, None)
        else:
            ways.append(Overload(operation, self._made(operation, None, names)))
            if not any(map(is_shared, fields)):
                whole = self._whole_body(free, None, names)
            fields = optional(fields, media.type)
        made = self._made(free, replace(every, fields=fields), names)
        given = [made.body] if body.fixed else [made.body, names[WHOLE]]
        return replace(
            made,
            keywords=(*made.keywords, *whole),
            body=call_of(Code(f"{variants}.collect"), given),
            overloads=tuple(ways),
            variants=variants_value(operation, models, called, self._module),
        )

    def _parameter(self, parameter: Parameter, name: Code) -> Argument:
        notes = field_notes(parameter)
        annotation, default = self._optional(
            self._parameter_type(parameter),
            parameter.type,
            is_required=parameter.required or parameter.location == "path",
        )
        docs = with_wire_name(in_line(parameter.docs, notes), parameter, name)
        return Argument(name, annotation, default, docs, parameter)

    def _parameter_type(self, parameter: Parameter) -> Code:
        found = resolve(parameter.type, self._symbols.index)
        is_id = isinstance(found, Integer | String) and sent_format_of(found) is None
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
        has_default: bool,
    ) -> Argument:
        notes = field_notes(field)
        passed = self._bodies.field(field, sent)
        notes += [passed.note] if passed.note else []
        is_only = bool(only_value(field.type, self._symbols.index))
        is_conditional = field.required and in_optional and not is_only
        if is_conditional:
            notes.append("Needed when any of the body is given.")
        annotation, default = self._optional(
            passed.annotation,
            field.type if has_default else None,
            is_required=field.required and not in_optional,
        )
        docs = with_wire_name(in_line(field.docs, notes), field, name)
        return Argument(
            name, annotation, default, docs, field, is_conditional, passed.part_headers
        )

    def _optional(
        self, annotation: Code, type: Type | None, *, is_required: bool
    ) -> tuple[Code, Code]:
        """The annotation of an argument, and its default: all that its type can be, or OMIT."""
        if is_required:
            only = only_value(type, self._symbols.index) if type else ()
            return annotation, literal(only[0]) if only else Code("")
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
                passed.annotation, media.type, is_required=operation.body.required
            )
            docs = self._bodies.whole_docs(operation.body, media, passed.note)
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
        if PAGE_SIZE not in names:
            return []
        keys = nested_size(operation, model)
        member = size_member(operation, keys, self._symbols.index)
        annotation, default = self._optional(
            self._spell.spell(member.type), member.type, is_required=False
        )
        shown = " ".join(clean(".".join(keys)).split())
        docs = f"{in_line(member.docs, field_notes(member))} Sent as `{shown}`."
        return [Argument(names[PAGE_SIZE], annotation, default, docs.strip())]

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


def _needed_first(arguments: list[Argument]) -> tuple[Argument, ...]:
    return tuple(sorted(arguments, key=lambda argument: bool(argument.default)))
