"""How types and declarations refer to each other: following, references, reachability, cycles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

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

# Finds a declaration by its id.
Find: TypeAlias = Callable[[str], Declaration | None]
DeclarationT = TypeVar("DeclarationT", Declaration, Model)

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
    if type.__class__ in LEAVES:
        return ()
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


def member_types(declaration: Declaration) -> tuple[Type, ...]:
    """The types of a model's properties, in order, or the type of an alias."""
    if not isinstance(declaration, Model):
        return (declaration.type,)
    types = tuple(field.type for field in declaration.fields)
    further = declaration.additional
    return types if further is None else (*types, further)


def declared_types(declaration: Declaration) -> tuple[Type, ...]:
    """The types that a declaration is directly made of, in order, its base at the end."""
    base = declaration.base if isinstance(declaration, Model) else ""
    return (*member_types(declaration), *([Reference(id=base)] if base else []))


def references(
    *types: Type, inner: Callable[[Type], Sequence[Type]] = inner_types
) -> Iterator[str]:
    """The ids of all declarations that types name, in order, repeated ones included.

    Args:
        types: The types.
        inner: Which types are looked at inside a type.
    """
    waiting = list(reversed(types))
    while waiting:
        type = waiting.pop()
        if isinstance(type, Reference):
            yield type.id
        elif type.__class__ not in LEAVES:
            waiting.extend(reversed(inner(type)))


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
    find: Find,
    closed: Iterable[str] = (),
    note: Callable[[str], object] | None = None,
) -> Type:
    """The end of a chain of aliases; a reference to a model stays one.

    Args:
        type: Where the chain begins.
        find: Finds what a reference leads to.
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


def follow_to_end(type: Type, find: Find) -> Type | Model | None:
    """The model, or the type, that a chain of references leads to.

    None where a reference leads to nothing; the last reference where it leads in a circle.
    """
    end = follow(type, find)
    if not isinstance(end, Reference):
        return end
    declared = find(end.id)
    return end if isinstance(declared, Alias) else declared


def flatten(type: Type, find: Find) -> Iterator[Type | Model]:
    """The types that a value may have, behind aliases and within unions; null is one of its own."""
    seen: set[str] = set()
    waiting = [type]
    while waiting:
        match waiting.pop():
            case Nullable(inner=inner):
                waiting += (inner, Null())
            case Union() as union:
                waiting.extend(reversed(inner_types(union)))
            case Reference(id=id):
                declared = None if id in seen else find(id)
                seen.add(id)
                if isinstance(declared, Alias):
                    waiting.append(declared.type)
                elif declared is not None:
                    yield declared
            case plain:
                yield plain


def behind(type: Type, find: Find) -> Type:
    """The end of a chain of aliases that are a reference and nothing else."""
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
) -> frozenset[str]:
    """The ids of the declarations that types lead to; `also` is what else an id leads to."""

    def uses(id: str) -> Iterator[str]:
        yield from references(*declared_types(declarations[id]))
        yield from (also or {}).get(id, ())

    return closure(references(*types), uses)


def closure(
    starts: Iterable[str], uses: Callable[[str], Iterable[str]]
) -> frozenset[str]:
    """All that some names lead to, themselves included; `uses` gives what one leads to at once."""
    reached: set[str] = set()
    waiting = [*starts]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(uses(name))
    return frozenset(reached)


def definition_order(needs: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Give every definition a position after those that it needs, as far as there are no cycles.

    Args:
        needs: What each definition names; names that aren't keys are left aside.

    Returns:
        The position by name. In a cycle, one definition stands before something that it needs.
    """
    positions: dict[str, int] = {}
    opened: set[str] = set()
    for root in needs:
        stack = [] if root in opened else [(root, iter(needs[root]))]
        opened.add(root)
        while stack:
            name, waiting = stack[-1]
            found = next((n for n in waiting if n in needs and n not in opened), None)
            if found is None:
                positions[name] = len(positions)
                stack.pop()
            else:
                opened.add(found)
                stack.append((found, iter(needs[found])))
    return positions


def in_definition_order(
    items: Iterable[DeclarationT], needs: Callable[[DeclarationT], Iterable[str]]
) -> list[DeclarationT]:
    """Declarations, each after those of them whose ids it needs, as far as there are no cycles."""
    listed = {item.id: item for item in items}
    order = definition_order({id: tuple(needs(item)) for id, item in listed.items()})
    return [listed[id] for id in order]


def users_of(graph: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The names that lead to each name, in the graph's order."""
    users: dict[str, list[str]] = {}
    for name, used in graph.items():
        for one in used:
            users.setdefault(one, []).append(name)
    return users


def loops(graph: Mapping[str, tuple[str, ...]]) -> list[frozenset[str]]:
    """The largest sets of names that all lead to each other, in the graph's order.

    A name that leads to itself is such a set, any other single name is none. Kosaraju's algorithm:
    what leads to the name that a search leaves last is in its set.
    """
    users = users_of(graph)
    found: list[frozenset[str]] = []
    done: set[str] = set()
    for name in reversed(definition_order(graph)):
        if name not in done:
            members = closure([name], lambda one: {*users.get(one, ())} - done)
            done.update(members)
            if len(members) > 1 or name in graph[name]:
                found.append(members)
    return found[::-1]
