"""Which schemas extend which by allOf, and which property of each parent distinguishes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ir.declarations import Alias, Declaration, Model, VariantOf
from generator.ir.graph import behind, direct_references
from generator.ir.types import Discriminator, Enumeration, Reference, Type, Union
from generator.refine.types.discriminators import merge_discriminators


def base_of(id: str) -> str:
    """The id of the model with a parent's own properties."""
    return f"{id}#base"


class Subtypes:
    """The schemas that may stand where a parent is referred to."""

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        self._declarations = {each.id: each for each in declarations}
        self._children = self._find_children()
        found = {id: self._find_rule(each) for id, each in self._declarations.items()}
        self._rules = {id: rule for id, rule in found.items() if rule is not None}

    def is_parent(self, id: str) -> bool:
        """Whether it is a model that a discriminator distinguishes from others that extend it."""
        return (
            isinstance(self._declarations[id], Model)
            and id in self._rules
            and bool(self._children.get(id))
        )

    def family(self, parent: str) -> tuple[tuple[str, ...], Discriminator]:
        """Who may stand for a parent, itself excluded, and their discriminator.

        A child that is a parent stands there without its children where one property
        distinguishes all of them, and for its children as well where its own discriminator names
        another one.
        """
        rule = self._rules[parent]
        variants: dict[str, str] = {}
        # What stands for others, with what it stands for.
        held: dict[str, tuple[str, ...]] = {}
        waiting = [*self._children[parent]]
        for child in waiting:
            if child in variants or child == parent:
                continue
            is_union = isinstance(self._declarations[child], Alias)
            is_circular = parent in self._all_within(child)
            if is_union and is_circular:
                continue
            variants[child] = child
            if is_circular or self._has_same_property(child, rule.property):
                variants[child] = base_of(child)
                waiting += self._children[child]
                rule = merge_discriminators(rule, self._rules[child], child) or rule
            elif is_union or self.is_parent(child):
                held[child] = tuple(self._held(child))
        return self._settled(parent, rule, variants, held)

    def _has_same_property(self, id: str, property: str) -> bool:
        return self.is_parent(id) and self._rules[id].property == property

    def _settled(
        self,
        parent: str,
        rule: Discriminator,
        variants: dict[str, str],
        held: dict[str, tuple[str, ...]],
    ) -> tuple[tuple[str, ...], Discriminator]:
        """The variants without those that others hold, unless the mapping leads to them."""
        mapping = {value: self._resolve(id) for value, id in rule.mapping}
        mapped = {*mapping.values()}
        known = {**variants, parent: base_of(parent)}
        for holder, inside in held.items():
            if holder not in variants:
                continue
            if holder not in mapped:
                self._name(holder, rule.property, mapping)
            for child in inside:
                if child not in mapped and variants.pop(child, ""):
                    known[child] = holder
                    self._name(child, rule.property, mapping)
        pairs = (
            (value, _end(id, known)) for value, id in mapping.items() if id in known
        )
        default = self._resolve(rule.default)
        default = _end(default if default in known else parent, known)
        discriminator = Discriminator(
            property=rule.property, mapping=tuple(pairs), default=default
        )
        return tuple(variants.values()), discriminator

    def _find_children(self) -> dict[str, dict[str, None]]:
        """What extends each schema, and what the schema's own mapping names beside."""
        found: dict[str, dict[str, None]] = {}
        for each in self._declarations.values():
            if isinstance(each, Model) or isinstance(each.type, Union):
                for parent in each.parents:
                    found.setdefault(parent, {})[each.id] = None
            if isinstance(each, Model) and each.discriminator is not None:
                for _, id in each.discriminator.mapping:
                    target = self._resolve(id)
                    if self._may_stand(target) and target not in (
                        each.id,
                        *each.parents,
                    ):
                        found.setdefault(each.id, {})[target] = None
        return found

    def _find_rule(self, declared: Declaration) -> Discriminator | None:
        """The discriminator of a schema: its own, or of those inherited one that names a child.

        The nearest is taken where none does.
        """
        if isinstance(declared, Alias):
            return (
                declared.type.discriminator
                if isinstance(declared.type, Union)
                else None
            )
        if declared.discriminator is not None:
            return declared.discriminator
        found: list[Discriminator] = []
        for id in declared.parents:
            parent = self._declarations.get(id)
            if isinstance(parent, Model) and parent.discriminator is not None:
                found.append(parent.discriminator)
        children = self._children.get(declared.id, {})
        naming = (
            rule
            for rule in found
            if any(self._resolve(id) in children for _, id in rule.mapping)
        )
        return next(naming, found[0] if found else None)

    def _may_stand(self, id: str) -> bool:
        declared = self._declarations.get(id)
        return isinstance(declared, Model) or (
            declared is not None and isinstance(declared.type, Union)
        )

    def _held(self, id: str) -> Iterator[str]:
        """What a variant of a parent may be itself, so that it needn't stand beside it."""
        declared = self._declarations[id]
        if isinstance(declared, Model):
            yield from self._children.get(id, ())
            return
        for inner in direct_references(declared.type):
            if self._is_variant_of(inner, id):
                yield inner
                yield from self._held(inner)
            elif id in self._rules:
                yield inner
                yield from self._children.get(inner, ())

    def _is_variant_of(self, inner: str, id: str) -> bool:
        """Whether merging made it of a union's variant and what stands beside the union."""
        declared = self._declarations.get(inner)
        origin = declared.origin if declared is not None else None
        return isinstance(origin, VariantOf) and origin.schema == id

    def _all_within(self, id: str) -> set[str]:
        """What a schema may come to stand for, through parents and unions inside."""
        seen: set[str] = set()
        waiting = [id]
        while waiting:
            inner = waiting.pop()
            declared = self._declarations.get(inner)
            if isinstance(declared, Alias):
                more = [*direct_references(declared.type)]
            elif inner in self._rules:
                more = [*self._children.get(inner, ())]
            else:
                more = []
            waiting += [each for each in more if each not in seen]
            seen.update(more)
        return seen

    def _name(self, id: str, property: str, mapping: dict[str, str]) -> None:
        """Let what a schema is called, where nothing is said of it, mean it."""
        declared = self._declarations[id]
        rule = self._rules.get(id)
        if rule is not None and self._has_same_property(id, property):
            for value, _ in rule.mapping:
                mapping.setdefault(value, id)
        name = declared.tag or declared.origin.name
        listed = self._values(declared, property)
        if name and (not listed or name in listed):
            mapping.setdefault(name, id)

    def _values(self, declared: Declaration, property: str) -> tuple[object, ...]:
        """The values that a schema lists for a property."""
        for field in declared.fields if isinstance(declared, Model) else ():
            if field.name.wire == property:
                return self._listed(field.type)
        return ()

    def _listed(self, type: Type) -> tuple[object, ...]:
        found = (
            self._declarations.get(self._resolve(type.id))
            if isinstance(type, Reference)
            else None
        )
        inner = found.type if isinstance(found, Alias) else type
        return inner.values if isinstance(inner, Enumeration) else ()

    def _resolve(self, id: str) -> str:
        """The schema that an alias of another one stands for."""
        end = behind(Reference(id=id), self._declarations.get)
        return end.id if isinstance(end, Reference) else id


def _end(id: str, leading: dict[str, str]) -> str:
    """Where a chain of ids ends."""
    while (next := leading.get(id, id)) != id:
        id = next
    return id
