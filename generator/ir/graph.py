"""How types and declarations refer to each other: following, references, reachability, cycles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Discriminator,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.ir.unrefined import Compound, Inline, WrittenType

# Types that nothing stands inside of; an enumeration counts, as its base is a plain scalar.
LEAVES = frozenset[type[WrittenType]](
    {
        Anything,
        Binary,
        Boolean,
        Enumeration,
        Integer,
        Nothing,
        Null,
        Number,
        Reference,
        String,
    }
)


def inner_types(type: WrittenType) -> tuple[Type, ...]:
    """The types directly inside a type, in order."""
    match type:
        case Array(item=item, kinds=kinds):
            return (item, *kinds)
        case Map(value=inner) | Nullable(inner=inner):
            return (inner,)
        case Tuple(items=items, rest=rest):
            return (*items, rest)
        case Union(variants=variants):
            return tuple(variant.type for variant in variants)
        case Compound(parts=parts):
            return parts
        case Inline(model=model):
            return declared_types(model)
        case _:
            return ()


def declared_types(declaration: Declaration) -> tuple[Type, ...]:
    """The types that a declaration is directly made of, in order."""
    if not isinstance(declaration, Model):
        return (declaration.type,)
    types = [field.type for field in declaration.fields]
    if declaration.additional is not None:
        types.append(declaration.additional)
    if declaration.base:
        types.append(Reference(id=declaration.base))
    return tuple(types)


def references(*types: Type) -> Iterator[str]:
    """The ids of all declarations that types name, in order, repeated ones included."""
    waiting = list(reversed(types))
    while waiting:
        type = waiting.pop()
        if isinstance(type, Reference):
            yield type.id
        elif type.__class__ not in LEAVES:
            waiting.extend(reversed(inner_types(type)))


def direct_references(type: WrittenType) -> tuple[str, ...]:
    """The ids of the declarations that a type is, not of those in its items or fields."""
    match type:
        case Reference(id=id):
            return (id,)
        case Nullable(inner=inner):
            return direct_references(inner)
        case Union(variants=variants):
            return tuple(id for each in variants for id in direct_references(each.type))
        case Compound(parts=parts):
            return tuple(id for part in parts for id in direct_references(part))
        case _:
            return ()


def all_references(value: object) -> Iterator[str]:
    """The ids that any value of the IR refers to, those in discriminators' mappings included."""
    waiting: list[object] = [value]
    while waiting:
        one = waiting.pop()
        match one:
            case Reference(id=identity):
                yield identity
            case Discriminator(mapping=mapping, default=default):
                yield from (identity for _, identity in mapping)
                if default:
                    yield default
            case msgspec.Struct():
                waiting += [getattr(one, name) for name in one.__struct_fields__]
            case tuple():
                waiting += one
            case _:
                pass


def follow(
    type: Type,
    find: Callable[[str], Declaration | None],
    closed: Iterable[str] = (),
    note: Callable[[str], object] | None = None,
) -> Type:
    """What a chain of aliases leads to; a reference to a model stays one.

    Args:
        type: Where the chain begins.
        find: Finds a declaration by its id.
        closed: Aliases that aren't followed; one that leads back to itself isn't either.
        note: Called with the id of each alias that is.
    """
    seen = set(closed)
    while isinstance(type, Reference) and type.id not in seen:
        seen.add(type.id)
        declared = find(type.id)
        if not isinstance(declared, Alias):
            break
        if note is not None:
            note(type.id)
        type = declared.type
    return type


def follow_to_end(
    type: Type, find: Callable[[str], Declaration | None]
) -> Type | Model | None:
    """The model, or the type, that a chain of references leads to.

    None where a reference leads to nothing; the last reference where it leads in a circle.
    """
    end = follow(type, find)
    if not isinstance(end, Reference):
        return end
    declared = find(end.id)
    return end if isinstance(declared, Alias) else declared


def behind(type: Type, find: Callable[[str], Declaration | None]) -> Type:
    """What a type leads to through aliases that are a reference and nothing else."""
    seen: set[str] = set()
    while isinstance(type, Reference) and type.id not in seen:
        seen.add(type.id)
        found = find(type.id)
        if not isinstance(found, Alias) or not isinstance(found.type, Reference):
            break
        type = found.type
    return type


def reachable(
    types: Iterable[Type],
    declarations: Mapping[str, Declaration],
    also: Mapping[str, Sequence[str]] | None = None,
) -> set[str]:
    """The ids of the declarations that types lead to.

    Args:
        types: The types.
        declarations: All declarations by id.
        also: What each id leads to beside what its type says.
    """
    reached: set[str] = set()
    waiting = [*references(*types)]
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            waiting.extend(references(*declared_types(declarations[id])))
            waiting.extend((also or {}).get(id, ()))
    return reached


def loops(graph: Mapping[str, tuple[str, ...]]) -> list[frozenset[str]]:
    """The largest sets of names that all lead to each other, in the graph's order.

    A name that leads to itself is such a set, any other single name is none. Tarjan's algorithm,
    with a list in place of recursion.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    stacked: set[str] = set()
    found: list[frozenset[str]] = []
    for start in graph:
        if start in order:
            continue
        waiting: list[tuple[str, Iterator[str]]] = []
        upcoming: str | None = start
        while upcoming is not None or waiting:
            if upcoming is not None:
                order[upcoming] = low[upcoming] = len(order)
                stack.append(upcoming)
                stacked.add(upcoming)
                waiting.append((upcoming, iter(graph.get(upcoming, ()))))
            name, nexts = waiting[-1]
            upcoming = None
            for one in nexts:
                if one not in order:
                    upcoming = one
                    break
                if one in stacked:
                    low[name] = min(low[name], order[one])
            if upcoming is not None:
                continue
            waiting.pop()
            if waiting:
                low[waiting[-1][0]] = min(low[waiting[-1][0]], low[name])
            if low[name] == order[name]:
                members = frozenset(stack[stack.index(name) :])
                del stack[-len(members) :]
                stacked -= members
                if len(members) > 1 or name in graph.get(name, ()):
                    found.append(members)
    return found
