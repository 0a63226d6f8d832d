"""Sample values: a literal of what a caller passes, from the document's example or made up."""

from __future__ import annotations

from generator.emit.text.code import Code
from generator.ir.declarations import Field, Model
from generator.ir.types import Array, Map, Nullable, Reference, Tuple, Type, Union
from generator.targets.python.expressions import dict_of, tuple_of
from generator.targets.python.samples.sample_fits import (
    LEVELS,
    NONE,
    NOTHING,
    Sample,
    SampleFits,
    alternatives,
    list_of,
)
from generator.targets.python.samples.sample_scalars import made_scalar
from generator.targets.python.types.fields import sent

# A value of more characters, or in which more models stand in each other, is no example any more.
_LONGEST = 4_000
_NESTED = 40


class SampleValues(SampleFits):
    """Fits examples to types, and makes values up."""

    def make(
        self, type: Type, depth: int = LEVELS, outer: frozenset[str] = NOTHING
    ) -> Sample | None:
        """A value of a type with all that is required; None where there is none to show.

        Args:
            type: The type.
            depth: So many levels of lists and maps have something in them.
            outer: The models that the value stands in, which it can't require once more.
        """
        match type:
            case Nullable(inner=inner):
                return (self.make(inner, depth, outer) if depth > 0 else None) or NONE
            case Union() | Array(kinds=(_, *_)):
                types = alternatives(type)
                made = (self.make(one, depth, outer) for one in types)
                found = next((one for one in made if one), None)
                return found and self._with_types(found, types)
            case Reference(id=id):
                return self._declared(id, depth, outer)
            case Array(item=item):
                one = self.make(item, depth - 1, outer) if depth > 1 else None
                return list_of([one] if one else [])
            case Map(value=value):
                one = self.make(value, depth - 1, outer) if depth > 1 else None
                return Sample(Code(f'{{"key": {one.code}}}' if one else "{}"))
            case Tuple(items=items):
                each = [self.make(item, depth - 1, outer) for item in items]
                codes = [one.code for one in each if one]
                is_whole = len(codes) == len(each)
                return Sample(tuple_of(codes) or Code("()")) if is_whole else None
            case _:
                return Sample(made_scalar(type))

    def _declared(self, id: str, depth: int, outer: frozenset[str]) -> Sample | None:
        if id in outer or len(outer) > _NESTED:
            return None
        declaration = self._index[id]
        outer |= {id}
        if declaration.example and depth > 0:
            example, type = declaration.example.value, Reference(id=id)
            found = self.fit(example, type, outer=outer - {id})
            if found and len(found.code) <= _LONGEST:
                return found
        if isinstance(declaration, Model):
            return self._made_model(declaration, depth, outer)
        return self.make(declaration.type, depth, outer)

    def _made_model(
        self, model: Model, depth: int, outer: frozenset[str]
    ) -> Sample | None:
        rows: list[tuple[str, Code]] = []
        for field in sent(model):
            if field.required:
                made = self._make_member(model, field, depth, outer)
                if made is None:
                    return None
                rows.append((field.name.wire, made.code))
        written = dict_of(rows)
        is_short = len(written) <= _LONGEST
        return Sample(written, model=model.id) if is_short else None

    def _make_member(
        self, model: Model, field: Field, depth: int, outer: frozenset[str]
    ) -> Sample | None:
        type = self._tags.sent_type(model, field)
        if field.example and depth > 0:
            found = self.fit(field.example.value, type, outer=outer)
            if found:
                return found
        return self.make(type, depth - 1, outer)
