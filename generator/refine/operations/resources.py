"""Which group of operations an operation belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from generator.ir.api import Resource
from generator.ir.name import Name
from generator.ir.operation import Operation
from generator.ir.value import Docs
from generator.refine.operations.path_names import path_segments

# The group of what has neither a tag nor a path that says anything.
NOWHERE = "default"
_LONGEST = 48
# A date or a number as a version, as generated tags have it: Api20100401Account.
_VERSION = re.compile(r"(api)?v?\d{6,}")


class Resources:
    """The groups of an Api: tags that differ only in case and separators are one."""

    def __init__(self, declared: Iterable[Resource]) -> None:
        self._declared: dict[str, Resource] = {}
        for each in declared:
            self._declared.setdefault(each.id, each)
            if each.name:
                self._declared.setdefault(each.name[-1].wire, each)
        self._found: dict[tuple[str, ...], Resource] = {}

    @property
    def found(self) -> tuple[Resource, ...]:
        """The groups that operations belong to, and those around them, in first order."""
        return tuple(self._found.values())

    def of(self, operation: Operation) -> Resource:
        """The group of an operation: the document's word, else its first tag, else its path."""
        names, docs = self._names(operation)
        known = self._child((), names[0])
        for name in names[1:]:
            known = self._child(known.name, name)
        if docs != Docs() and known.docs == Docs():
            known = self._found[_key(known)] = replace(known, docs=docs)
        return known

    def _child(self, around: tuple[Name, ...], name: Name) -> Resource:
        """A group inside others: spelled as the first operation spells it."""
        made = Resource(id="", name=(*around, name))
        known = self._found.get(_key(made))
        if known is None:
            id = "/".join(each.wire for each in made.name)
            known = self._found[_key(made)] = replace(made, id=id)
        return known

    def _names(self, operation: Operation) -> tuple[tuple[Name, ...], Docs]:
        if operation.resource and all(name.words for name in operation.resource):
            id = "/".join(name.wire for name in operation.resource)
            declared = self._declared.get(id)
            return operation.resource, declared.docs if declared else Docs()
        for tag in operation.tags:
            declared = self._declared.get(tag)
            names = declared.name if declared else (Name(wire=tag),)
            if names and all(name.words for name in names):
                docs = declared.docs if declared else Docs()
                return tuple(map(_short, names)), docs
        return (_short(Name(wire=_from_path(operation))),), Docs()


def _key(resource: Resource) -> tuple[str, ...]:
    return tuple("_".join(name.words) for name in resource.name)


def _from_path(operation: Operation) -> str:
    for segment in path_segments(operation):
        if not segment.slot:
            return segment.text.removesuffix(".json")
    return NOWHERE


def _short(name: Name) -> Name:
    """A name that a file can have: without a version, and the first words of a sentence."""
    words = list(name.words)
    if len(words) > 1 and _VERSION.fullmatch(words[0]):
        words.pop(0)
    while len(words) > 1 and len("_".join(words)) > _LONGEST:
        words.pop()
    spelled = "_".join(words)[:_LONGEST]
    if spelled == "_".join(name.words):
        return name
    return Name(wire=name.wire, preferred=spelled)
