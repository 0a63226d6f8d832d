"""Take back the declarations that turned out to need no name."""

from __future__ import annotations

from collections import deque

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Alias
from generator.ir.graph import inner_types, references
from generator.ir.types import Distinct, Enumeration, Nullable, Reference, Type, Union
from generator.refine.hoist.hoist import LONGEST_ENUMERATION
from generator.refine.rewrite.api import map_types
from generator.refine.rewrite.types import Change, rebuild
from generator.refine.types.normal import or_null

# Deeper types keep the name that keeps them apart from what they stand in.
_DEEPEST = 4


def inline_unnamed(api: Api, notebook: Notebook) -> Api:
    """Put a type back where it is used, if the document gives it no name and it needs none.

    `hoist` names every union that may need selection and every allOf. Many come out as a
    scalar, as another declaration or as a union that JSON types distinguish.
    """
    plain = {
        each.id: each.type
        for each in api.declarations
        if isinstance(each, Alias) and not each.name.wire and _is_plain(each.type)
    }
    settled = _resolve_all(plain)
    if not settled:
        return api
    kept = tuple(each for each in api.declarations if each.id not in settled)
    return map_types(replace(api, declarations=kept), _putting_back(settled))


def _resolve_all(plain: dict[str, Type]) -> dict[str, Type]:
    """Plain types without references to each other; what refers to itself needs its name."""
    uses = {id: {*references(type)} & plain.keys() for id, type in plain.items()}
    users: dict[str, list[str]] = {}
    for id, used in uses.items():
        for each in used:
            users.setdefault(each, []).append(id)
    settled: dict[str, Type] = {}
    put_back = _putting_back(settled)
    waiting = deque(id for id, used in uses.items() if not used)
    while waiting:
        id = waiting.popleft()
        settled[id] = rebuild(plain[id], put_back)
        for user in users.get(id, ()):
            uses[user].discard(id)
            if not uses[user]:
                waiting.append(user)
    return settled


def _putting_back(settled: dict[str, Type]) -> Change:
    """The change of a reference to what is put back in its place."""

    def change(type: Type) -> Type:
        if isinstance(type, Reference):
            return settled.get(type.id, type)
        return or_null(type.inner) if isinstance(type, Nullable) else type

    return change


def _is_plain(type: Type, depth: int = 0) -> bool:
    match type:
        case Union(strategy=strategy) if not isinstance(strategy, Distinct):
            return False
        case Enumeration(values=values) if len(values) > LONGEST_ENUMERATION:
            return False
        case _:
            return depth < _DEEPEST and all(
                _is_plain(inner, depth + 1) for inner in inner_types(type)
            )
