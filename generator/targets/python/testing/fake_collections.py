"""What operations do to which collection of items: who makes them, shows, changes, removes, lists.

Concluded from paths and types: an operation on `/notes/{id}` concerns one item, one on `/notes` all
of them, and operations that answer with the same model, which has an identity, share a collection.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

import msgspec

from generator.ir.declarations import Field, Model
from generator.ir.operation import Operation
from generator.ir.path import Slot
from generator.ir.types import Array, Integer, Reference, String, Type
from generator.targets.python.declaration_index import Index, besides_null
from generator.targets.python.media.media_kind import Kind, kind_of_response
from generator.targets.python.media.status_groups import successes
from generator.targets.python.requests.paging import page_items

_SLOT = re.compile(r"\{[^{}]*\}")
_IDENTITIES = ("id", "uuid", "gid", "key")
_ON_ITEM = {
    "GET": "retrieve",
    "PUT": "update",
    "PATCH": "update",
    "POST": "update",
    "DELETE": "delete",
}
_PLURALS = (("ies", "y"), ("ses", "s"), ("s", ""))
_NEW = frozenset({"add", "create", "insert", "new", "post", "register"})


class Use(msgspec.Struct, frozen=True):
    """What an operation does: `item` is where the item stands in its body and answer, `items` where
    a list stands. `model` is that of the item, "" where the path alone tells. `reference` is the
    member of another answer that has the item's identity.
    """

    kind: str
    path: str
    model: str = ""
    item: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    reference: str = ""


class Gathered(msgspec.Struct, frozen=True):
    """One collection: the model of its items, the member that identifies them, and its uses."""

    model: Model
    key: str
    uses: tuple[tuple[Operation, Use], ...]


def gather(operations: Sequence[Operation], index: Index) -> list[Gathered]:
    """The collections of an API, in the order of their first operations.

    Args:
        operations: One for each method and path.
        index: The declarations.
    """
    uses = [(one, use) for one in operations if (use := find_use(one, index))]
    models: dict[str, set[str]] = {}
    for _, use in uses:
        if use.kind in _ON_ITEM.values():
            models.setdefault(use.path, set()).add(use.model)
    found = [
        (one, _action(one, use, models) or _referring(use, models, index) or use)
        for one, use in uses
    ]
    groups = _Groups()
    for _, use in found:
        groups.join(f"path {use.path}", f"model {use.model}" if use.model else "")
    together: dict[str, list[tuple[Operation, Use]]] = {}
    for operation, use in found:
        root = groups.root(f"path {use.path}")
        together.setdefault(root, []).append((operation, use))
    made = (_gathered(uses, index) for uses in together.values())
    return [one for one in made if one is not None]


class _Groups:
    """Keys that belong together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, key: str) -> str:
        """The key that stands for all that belong to one."""
        while self._above.setdefault(key, key) != key:
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Let two keys belong together, unless the other is ""."""
        self._above[self.root(other or one)] = self.root(one)


def _gathered(uses: list[tuple[Operation, Use]], index: Index) -> Gathered | None:
    """A collection, None where nothing identifies its items."""
    ranked = ("retrieve", "create", "update", "list", "delete")
    for operation, use in sorted(uses, key=lambda pair: ranked.index(pair[1].kind)):
        model = index.get(use.model)
        if isinstance(model, Model) and use.kind != "delete":
            slot = operation.path.slots[-1] if use.kind == "retrieve" else ""
            key = identity(model, slot, index)
            if key is not None:
                kept = tuple(_without_actions(uses))
                return Gathered(model, key.name.wire, kept)
    return None


def _action(operation: Operation, use: Use, items: Container[str]) -> Use | None:
    """What a request without a body does to the item that its path is below, `/notes/{id}/pin`."""
    above, _, _ = use.path.rpartition("/")
    path = above.removesuffix("/{}")
    if use.kind != "create" or operation.body or _is_new(operation):
        return None
    return Use("retrieve", path) if path != above and path in items else None


def _referring(use: Use, models: dict[str, set[str]], index: Index) -> Use | None:
    """What makes an item and answers with something else that names it, `{"note_id": "7"}`."""
    model, items = index.get(use.model), models.get(use.path, set()) - {""}
    name = singular(use.path.rpartition("/")[2]) + "_id"
    is_item = use.model in items or not items
    if use.kind != "create" or is_item or not isinstance(model, Model):
        return None
    if name not in {field.name.wire for field in model.fields}:
        return None
    return Use("create", use.path, reference=name)


def _without_actions(
    uses: list[tuple[Operation, Use]],
) -> Iterator[tuple[Operation, Use]]:
    """The uses; what only looks like one that creates shows an item, or is left out."""
    paths = {use.path for _, use in uses if use.kind != "create"}
    for operation, use in uses:
        above, _, _ = use.path.rpartition("/")
        is_new = _is_new(operation) or use.path in paths
        if use.kind != "create" or is_new:
            yield operation, use
        elif above.endswith("/{}") and above.removesuffix("/{}") in paths:
            path = above.removesuffix("/{}")
            yield operation, msgspec.structs.replace(use, kind="retrieve", path=path)
        elif above not in paths:
            yield operation, use


def _is_new(operation: Operation) -> bool:
    return (*operation.name.words, "")[0] in _NEW


def find_use(operation: Operation, index: Index) -> Use | None:
    """What an operation does to items, None where that is nothing that its path and types tell."""
    template = _SLOT.sub("{}", operation.path.template).rstrip("/")
    is_item = template.endswith("/{}")
    path = template.removesuffix("/{}") if is_item else template
    answer = _answer(operation, index)
    listed = _listed(operation, answer, index) if answer and not is_item else None
    if listed is not None and operation.method in {"GET", "POST"}:
        keys, model = listed
        is_plain = operation.method == "GET"
        return Use("list", path if is_plain else f"POST {path}", model, items=keys)
    keys, model = (_entity(answer, operation, index) if answer else None) or ((), "")
    kind = _ON_ITEM.get(operation.method, "") if is_item else ""
    if kind in {"update", "delete"} or (kind and model):
        return Use(kind, path, model, keys)
    if not is_item and model and operation.method in {"POST", "PUT"}:
        return Use("create", path, model, keys)
    return None


def _answer(operation: Operation, index: Index) -> Type | None:
    """The type of the JSON that a call returns."""
    for response in successes(operation):
        for media in response.content:
            if kind_of_response(media, index) is Kind.JSON:
                return media.type
    return None


def identity(model: Model, slot: str, index: Index) -> Field | None:
    """The member that tells the items of a model apart, None where none does.

    Args:
        model: The model.
        slot: The name of the path's part that names an item, or "".
        index: The declarations.
    """
    fields = {field.name.wire: field for field in model.fields}
    own = "_".join((*model.name.words[-1:], "id"))
    for name in (slot, *_IDENTITIES, own):
        field = fields.get(name)
        if field and isinstance(besides_null(field.type, index), String | Integer):
            return field
    return None


def singular(word: str) -> str:
    """What one of several is called: `note` of `notes`."""
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word


def _models(type: Type, index: Index) -> Iterator[tuple[str, Model]]:
    found = besides_null(type, index)
    if isinstance(found, Model):
        yield found.id, found


def _listed(
    operation: Operation, answer: Type, index: Index
) -> tuple[tuple[str, ...], str] | None:
    """Where a list of models stands in an answer, and the model; None where none does."""
    if operation.pagination is not None:
        for item in page_items(operation, index):
            for id, model in _models(item, index):
                if identity(model, "", index):
                    return operation.pagination.items, id
        return None
    found = besides_null(answer, index)
    if isinstance(found, Array):
        return _items((), found, index)
    if not isinstance(found, Model) or identity(found, "", index):
        return None
    lists = [
        listed
        for field in found.fields
        if isinstance(inner := besides_null(field.type, index), Array)
        and (listed := _items((field.name.wire,), inner, index))
    ]
    return lists[0] if len(lists) == 1 else None


def _items(
    keys: tuple[str, ...], array: Array, index: Index
) -> tuple[tuple[str, ...], str] | None:
    for id, model in _models(array.item, index):
        if identity(model, "", index):
            return keys, id
    return None


def _entity(
    answer: Type, operation: Operation, index: Index
) -> tuple[tuple[str, ...], str] | None:
    """Where an item stands in an answer, which may be wrapped in one member, and its model."""
    slots = operation.path.slots
    last = operation.path.parts[-1:]
    slot = slots[-1] if slots and isinstance(last[0], Slot) else ""
    for id, model in _models(answer, index):
        if identity(model, slot, index):
            return (), id
        inner = [
            ((field.name.wire,), inner_id)
            for field in model.fields
            for inner_id, one in _models(field.type, index)
            if identity(one, slot, index)
        ]
        if len(inner) == 1 and isinstance(answer, Reference):
            return inner[0]
    return None
