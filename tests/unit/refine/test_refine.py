"""What holds of every refined Api, whatever the document says."""

from __future__ import annotations

from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as draw
from msgspec.structs import replace
from refine_values import alias, api, field, inline, model, operation, ref

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Field, Model
from generator.ir.graph import declared_types, references
from generator.ir.types import (
    Anything,
    Array,
    Boolean,
    Discriminator,
    Distinct,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    Reference,
    Selected,
    String,
    Tagged,
    Tuple,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import Compound, Inline, Undecided
from generator.refine import refine
from generator.refine.rewrite.api import map_types

T = TypeVar("T")
IDS = ("A", "B", "C", "D", "E")
NAMES = ("id", "kind", "x", "a/b")
SCALARS: tuple[Type, ...] = (
    Anything(),
    Nothing(),
    Null(),
    Boolean(),
    Integer(),
    Number(),
    String(),
    String(format="date"),
    Enumeration(values=("a",)),
    Enumeration(values=("a", "b", None), base=String()),
    Enumeration(values=tuple(range(12)), base=Integer()),
    Enumeration(values=("a", 1, True)),
    *map(ref, IDS),
    *map(ref, IDS),
)
BRANCHES = ("array", "map", "null", "tuple", "compound", "union", "inline")


class Writer:
    """Writes random types, one after the other; every inline schema has an id of its own."""

    def __init__(self, drawn: draw.DrawFn) -> None:
        self._drawn = drawn
        self._count = 0

    def pick(self, *values: T) -> T:
        return self._drawn(draw.sampled_from(values))

    def type(self, depth: int = 3) -> Type:
        if depth == 0 or self.pick(True, False):
            return self.pick(*SCALARS)
        match self.pick(*BRANCHES):
            case "array":
                return Array(item=self.type(depth - 1))
            case "map":
                return Map(value=self.type(depth - 1))
            case "null":
                return Nullable(inner=self.type(depth - 1))
            case "tuple":
                return Tuple(items=self.types(depth - 1), rest=self.type(0))
            case "compound":
                return Compound(parts=self.types(depth - 1))
            case "union":
                types = self.types(depth - 1)
                variants = tuple(Variant(type=type) for type in types)
                return Union(variants=variants, discriminator=self.rule())
            case _:
                self._count += 1
                required = self.pick((), (), ("id",))
                return inline(
                    f"inline/{self._count}", *self.fields(depth - 1), required=required
                )

    def types(self, depth: int) -> tuple[Type, ...]:
        return tuple(self.type(depth) for _ in range(self.pick(1, 2, 3)))

    def fields(self, depth: int = 3) -> tuple[Field, ...]:
        names = dict.fromkeys(self.pick(*NAMES) for _ in range(self.pick(0, 1, 2, 3)))
        return tuple(
            field(name, self.type(depth), required=self.pick(True, False))
            for name in names
        )

    def rule(self) -> Discriminator | None:
        if self.pick(True, False):
            return None
        mapping = tuple((tag, self.pick(*IDS)) for tag in self.pick("", "a", "ab"))
        return Discriminator(property="kind", mapping=mapping)


@draw.composite
def apis(drawn: draw.DrawFn) -> Api:
    writer = Writer(drawn)
    declarations: list[Declaration] = []
    for id in IDS:
        if writer.pick(True, False):
            plain = model(id, *writer.fields())
            declarations.append(replace(plain, discriminator=writer.rule()))
        else:
            declarations.append(alias(id, writer.type()))
    operations = tuple(
        operation(
            f"get{id}",
            template=f"/{id}",
            tags=(writer.pick("X", "Y"),),
            returns=writer.type(),
        )
        for id in "PQR"
    )
    return api(*declarations, operations=operations)


def parts(result: Api) -> list[Type]:
    found: list[Type] = []

    def look(type: Type) -> Type:
        found.append(type)
        return type

    map_types(result, look)
    return found


@pytest.mark.slow
@settings(max_examples=400, deadline=None, derandomize=True)
@given(apis())
def test_what_targets_may_rely_on(before: Api) -> None:
    result = refine(before, Notebook())
    declared = {each.id: each for each in result.declarations}
    assert len(declared) == len(result.declarations)
    for part in parts(result):
        assert not isinstance(part, Inline | Compound)
        if isinstance(part, Reference):
            assert part.id in declared
        if isinstance(part, Union):
            check_union(part)
    for each in result.declarations:
        assert each.name.words
        if isinstance(each, Model):
            assert each.required == ()
            assert each.discriminator is None
            assert len({own.name.wire for own in each.fields}) == len(each.fields)
        else:
            assert not isinstance(each.type, Nullable)
        for used in references(*declared_types(each)):
            assert declared[used].owner in {"", each.owner}
    names = ["".join(each.name.words) for each in result.declarations]
    assert len(set(names)) == len(names)


def check_union(union: Union) -> None:
    count = len(union.variants)
    assert count > 1
    assert not any(
        isinstance(each.type, Nullable | Null | Nothing) for each in union.variants
    )
    match union.strategy:
        case Distinct():
            pass
        case Tagged(tags=tags):
            assert {at for _, at in tags} == set(range(count))
            assert len({tag for tag, _ in tags}) == len(tags)
        case Selected(tags=tags):
            assert {at for _, at in tags} <= set(range(count))
        case Undecided():
            raise AssertionError("no strategy was chosen")


@pytest.mark.slow
@settings(max_examples=200, deadline=None, derandomize=True)
@given(apis())
def test_refining_again_changes_nothing(before: Api) -> None:
    once = refine(before, Notebook())
    assert refine(once, Notebook()) == once


ANY_MAP = Map(value=Anything())


@pytest.mark.parametrize("first", [ref("E"), Nullable(inner=ref("E")), ref("A")])
@pytest.mark.parametrize("least", [0, 1])
def test_a_tuple_that_leads_back_to_itself_is_joined_at_once(
    first: Type, least: int
) -> None:
    pair = Tuple(items=(first, ANY_MAP), rest=Nothing(), least=least)
    before = api(
        alias("A", ref("E")),
        alias("E", Map(value=pair)),
        operations=(operation("getE", returns=ref("E")),),
    )
    once = refine(before, Notebook())
    assert refine(once, Notebook()) == once


@pytest.mark.slow
@settings(max_examples=100, deadline=None, derandomize=True)
@given(apis())
def test_refining_is_deterministic_and_leaves_its_argument_alone(before: Api) -> None:
    copy = replace(before, declarations=tuple(before.declarations))
    first, second = Notebook(), Notebook()
    assert refine(before, first) == refine(before, second)
    assert first.findings == second.findings
    assert before == copy


@pytest.mark.slow
def test_the_cost_grows_with_the_document() -> None:
    size = 3000
    declarations = [
        model(
            f"Model{at}",
            *(
                field(f"field{one}", ref(f"Model{(at + one) % size}"))
                for one in range(5)
            ),
            field("inside", inline(f"Model{at}/inside", field("deep", String()))),
        )
        for at in range(size)
    ]
    whole = api(
        *declarations,
        operations=tuple(
            operation(f"get{at}", template=f"/m{at}", returns=ref(f"Model{at}"))
            for at in range(0, size, 2)
        ),
    )
    notebook = Notebook()
    assert len(refine(whole, notebook).declarations) == 2 * size
    assert not notebook.findings
