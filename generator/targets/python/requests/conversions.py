"""What an operation's constant says of what is sent in another way than callers write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.emit.text.code import Code, join, literal
from generator.ir.declarations import Model
from generator.ir.graph import references
from generator.ir.operation import Operation, Parameter
from generator.ir.types import (
    Array,
    Map,
    Nullable,
    Reference,
    Tagged,
    Tuple,
    Type,
    Union,
)
from generator.ir.value import Scalar
from generator.targets.python.declaration_index import besides_null, either, resolve
from generator.targets.python.expressions import call_of, tuple_of
from generator.targets.python.media.media_kind import STRUCTURED, Kind, kind_of
from generator.targets.python.media.request_media import exploded, preferred
from generator.targets.python.module import Module
from generator.targets.python.requests.argument_names import own_fields
from generator.targets.python.requests.results import item_of
from generator.targets.python.types.sent_changes import disputed, is_converted
from generator.targets.python.types.symbol_table import SymbolTable
from generator.targets.python.usage import inner_received, sent_types

_SOURCE = "._runtime.operation.conversion"
_NOTHING = frozenset[str]()


class Conversion:
    """Describes the conversion of one operation, once.

    Args:
        module: The module that its constant stands in, which collects the imports.
        symbols: The names in the package.
    """

    def __init__(self, module: Module, symbols: SymbolTable) -> None:
        self._module = module
        self._symbols = symbols
        self._index = symbols.index
        # How often the shape of a declaration is needed: once it is written where it is.
        self._needed: Counter[str] = Counter()
        self._named: dict[str, Code] = {}

    def build(self, operation: Operation, parameters: Iterable[Parameter]) -> Code:
        """The conversion of an operation, "" where all is sent as it is passed.

        Args:
            operation: The operation.
            parameters: The parameters that its method passes values for, in that order.
        """
        types = [parameter.type for parameter in parameters]
        body = self._body_type(operation)
        model = exploded(operation.body, self._index)
        self._count(types)
        self._count(sent_types(model) if model else [body] if body else [])
        shapes = {
            literal(position): shape
            for position, type in enumerate(types)
            if (shape := self._shape(type))
        }
        keywords = {
            "body": self._body(operation, body),
            "parameters": _dict(shapes),
            "named": _dict({literal(name): one for name, one in self._named.items()}),
        }
        arguments = [Code(f"{key}={one}") for key, one in keywords.items() if one]
        return call_of(self._use("Conversion"), arguments) if arguments else Code("")

    def _use(self, name: str) -> Code:
        return self._module.use(_SOURCE, name)

    def _body_type(self, operation: Operation) -> Type | None:
        body = operation.body
        media = preferred(body.content, self._index) if body else None
        if media is not None and kind_of(media) in STRUCTURED:
            return media.type
        if media is not None and kind_of(media) is Kind.LINES:
            return Array(item=item_of(media, self._index))
        return None

    def _body(self, operation: Operation, type: Type | None) -> Code:
        model = exploded(operation.body, self._index)
        if type is None or operation.body is None:
            return Code("")
        if model is None:
            return self._shape(type)
        # What a required body has only one value for is an argument's default.
        only: Mapping[str, Scalar] = {}
        if not operation.body.required:
            only = self._symbols.changes.only(model)
        own = {field.name.wire for field in own_fields(operation, model)}
        others = frozenset(field.name.wire for field in model.fields) - own
        return _dict(self._members(model, others, only))

    def _count(self, types: Iterable[Type]) -> None:
        for id in references(*types, inner=inner_received):
            if self._symbols.changes.within(id):
                self._needed[id] += 1
                if self._needed[id] == 1:
                    self._count(sent_types(self._index[id]))

    def _shape(self, type: Type) -> Code:
        """The shape of a type, "" where nothing changes."""
        shapes = [*self._shapes(type, _NOTHING)]
        if is_converted(*either(type, self._index)):
            shapes.append(self._use("SECONDS"))
        return shapes[0] if len(shapes) == 1 else tuple_of(shapes)

    def _shapes(self, type: Type, without: frozenset[str]) -> Iterator[Code]:
        """The shapes of a type's objects and lists.

        Args:
            type: The type.
            without: Members that another object in its place has with another type.
        """
        match type:
            case Nullable(inner=inner):
                yield from self._shapes(inner, without)
                return
            case Reference(id=id) if not self._symbols.changes.within(id):
                return
            case Reference(id=id) if self._is_apart(id):
                yield from self._by_name(id, without)
                return
            case _:
                pass
        match besides_null(type, self._index):
            case Union(strategy=Tagged()) as union:
                yield from self._tagged(union, without)
            case Union(variants=variants):
                kinds = [resolve(one.type, self._index) for one in variants]
                models = [kind for kind in kinds if isinstance(kind, Model)]
                for one, kind in zip(variants, kinds, strict=True):
                    apart = disputed(kind, models) if isinstance(kind, Model) else ()
                    yield from self._shapes(one.type, without.union(apart))
            case Model() as model:
                yield from _given(_dict(self._nested(model, without)))
            case Array(item=inner) | Map(value=inner):
                below = self._shape(inner)
                yield from _given(_dict({literal(None): below}) if below else Code(""))
            case Tuple(items=items):
                made = {literal(i): self._shape(item) for i, item in enumerate(items)}
                yield from _given(_dict({key: one for key, one in made.items() if one}))
            case _:
                pass

    def _is_apart(self, id: str) -> bool:
        """Whether a declaration's shape has a name: it is needed again, perhaps in itself."""
        found = besides_null(Reference(id=id), self._index)
        is_written = isinstance(found, Model | Union | Array | Map | Tuple)
        return is_written and self._needed[id] > 1

    def _by_name(self, id: str, without: frozenset[str]) -> Iterator[Code]:
        declaration = self._index[id]
        if not isinstance(declaration, Model):
            without = _NOTHING
        own = {field.name.wire for field in getattr(declaration, "fields", ())}
        left_out = sorted(own & without)
        name = str(self._symbols.entries[id].name)
        name += f" without {', '.join(left_out)}" if left_out else ""
        if name not in self._named:
            # It may stand in itself.
            self._named[name] = Code("")
            if isinstance(declaration, Model):
                shape = _dict(self._nested(declaration, without))
            else:
                shape = self._shape(declaration.type)
            self._named[name] = shape or Code("()")
        yield literal(name)

    def _tagged(self, union: Union, without: frozenset[str]) -> Iterator[Code]:
        strategy = union.strategy
        if not isinstance(strategy, Tagged):
            return
        shapes: dict[Code, Code] = {}
        for tag, position in strategy.tags:
            variant = union.variants[position].type
            found = [*self._shapes(variant, without)]
            if found:
                shapes[literal(tag)] = found[0] if len(found) == 1 else tuple_of(found)
        if shapes:
            arguments = [literal(strategy.property), _dict(shapes)]
            yield call_of(self._use("ByTag"), arguments)

    def _nested(self, model: Model, without: frozenset[str]) -> Mapping[Code, Code]:
        return self._members(model, without, self._symbols.changes.filled(model))

    def _members(
        self, model: Model, without: frozenset[str], only: Mapping[str, Scalar]
    ) -> Mapping[Code, Code]:
        """The shapes of the members of an object in which something changes.

        Args:
            model: The object.
            without: Members that are left out.
            only: The values of those that are filled in.
        """
        everywhere = "unix-time" in self._symbols.options.formats
        shapes: dict[str, Code] = {}
        for field in model.fields:
            name = field.name.wire
            # What was read is sent back with its moments, in members that no caller writes, too.
            if name in without or (field.read_only and not everywhere):
                continue
            shapes[name] = (
                call_of(self._use("Only"), [literal(only[name])])
                if name in only
                else self._shape(field.type)
            )
        made = {literal(name): shape for name, shape in shapes.items() if shape}
        further = self._shape(model.additional) if model.additional else Code("")
        if further:
            rest = (f.name.wire for f in model.fields if not shapes.get(f.name.wire))
            made |= {literal(name): Code("()") for name in rest}
            made[literal(None)] = further
        return made


def _given(shape: Code) -> Iterator[Code]:
    if shape:
        yield shape


def _dict(shapes: Mapping[Code, Code]) -> Code:
    rows = (Code(f"{key}: {shape}") for key, shape in shapes.items())
    return Code(f"{{{join(', ', rows)}}}") if shapes else Code("")
