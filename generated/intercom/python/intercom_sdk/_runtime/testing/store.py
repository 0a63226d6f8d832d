"""The items that a fake keeps: which there are, what they belong to, and the ids of new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from ..json.plain_data import Plain, is_object
from .description import Collection, Endpoint, Keys, Slot
from .made_values import MISSING, Values
from .schema import Schema

_SLOT: Final = re.compile(r"\{[^{}]*\}")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
_HEX: Final = re.compile(r"[0-9a-f]{16,}\Z")
_PREFIX: Final = re.compile(r"([A-Za-z]+[_-])+")
_ON_ITEMS: Final = frozenset({"retrieve", "update", "delete"})


class Place(Struct, frozen=True):
    """Where a request leads: a path without the values in it, these, and what is left of an id."""

    path: str
    parents: tuple[str, ...]
    id: str = ""
    slots: tuple[Slot, ...] = ()


def place_of(endpoint: Endpoint, values: tuple[str, ...]) -> Place:
    """Where a request to an operation leads.

    Args:
        endpoint: The operation.
        values: The values of the slots in its path.
    """
    path = _SLOT.sub("{}", endpoint.path)
    if endpoint.use in _ON_ITEMS and values:
        above = path[: path.rindex("{}")].rstrip("/")
        return Place(above, values[:-1], values[-1], endpoint.slots[:-1])
    return Place(path.rstrip("/"), values, "", endpoint.slots)


class Item(Struct):
    """An object that is kept: the path where it was made, and the values of paths that it is below.

    `shown` is False for what the description shows and nobody made: it is listed as long as there
    is nothing else.
    """

    value: dict[str, Plain]
    made_at: str
    parents: dict[str, list[tuple[str, ...]]]
    shown: bool = True


class Store:
    """The items of one collection.

    Args:
        collection: What they are.
        sample: What the description shows of one, in whose manner new ones are made.
        values: Fits and makes values.
        home: The path where they are made by themselves, "" where there is none.
    """

    def __init__(
        self,
        collection: Collection,
        sample: dict[str, Plain],
        values: Values,
        home: str,
    ) -> None:
        self._collection = collection
        self.sample: dict[str, Plain] = sample
        self._values = values
        self._items: dict[str, Item] = {}
        # By the members that identify items beside their ids, as far as they are asked for.
        self._known: dict[tuple[str, ...], dict[tuple[str, ...], Item]] = {}
        self._is_changed = False
        self._made = 0
        # Seconds since the moments that the description shows.
        self._clock = 0
        if key_text(sample.get(collection.key)):
            shown = Item(sample, home, {}, shown=False)
            self._items[key_text(sample[collection.key])] = shown

    @property
    def schema(self) -> Schema:
        """The schema of an item."""
        return self._collection.schema

    def clear(self) -> None:
        """Keep nothing any more, not even what the description shows."""
        self._items.clear()
        self._is_changed = True

    def find(self, place: Place) -> Item | None:
        """The item that a path names."""
        item = self._items.get(place.id)
        if item is None:
            return None
        known = item.parents.get(place.path)
        return item if known is None or place.parents in known else None

    def find_by(
        self, members: dict[str, Plain], unique: tuple[str, ...]
    ) -> Item | None:
        """The item that has the members of a request by which it is known.

        Args:
            members: The members of the request.
            unique: The names of those by which an item is known.
        """
        item = self._items.get(key_text(members.get(self._collection.key)))
        if item is not None or not unique:
            return item
        wanted = _values(members, unique)
        known = self._known.get(unique)
        if known is None:
            pairs = ((_values(one.value, unique), one) for one in self._items.values())
            known = self._known[unique] = dict(pairs)
        found = known.get(wanted) if all(wanted) else None
        # It may have been changed or deleted since.
        if found is None or self._items.get(self._id(found)) is not found:
            return None
        return found if _values(found.value, unique) == wanted else None

    def _id(self, item: Item) -> str:
        return key_text(item.value.get(self._collection.key))

    def overwrite(self, item: Item, members: dict[str, Plain]) -> None:
        """Give an item members as they are."""
        item.value.update(members)
        self._remember(item)

    def _remember(self, item: Item) -> None:
        for unique, known in self._known.items():
            known[_values(item.value, unique)] = item

    def listed(self, place: Place) -> Iterator[Item]:
        """The items below a path, in the order in which they were made."""
        for item in self._items.values():
            if not item.shown:
                if not self._is_changed:
                    yield item
            elif self._is_below(item, place):
                yield item

    @staticmethod
    def _is_below(item: Item, place: Place) -> bool:
        if not place.parents:
            return True
        known = item.parents.get(place.path)
        if known is not None:
            return place.parents in known
        return all(
            any(_holds(item.value, keys, value) for keys in slot.holders)
            for slot, value in zip(place.slots, place.parents, strict=True)
        )

    def create(
        self, sample: dict[str, Plain], members: dict[str, Plain], place: Place
    ) -> Item:
        """Keep a new item.

        Args:
            sample: What it is like where the request says nothing.
            members: What the request says.
            place: Where the request leads.
        """
        key = self._collection.key
        value = deepcopy(sample)
        value[key] = place.id or self._new_id()
        self._clock += 1
        for name in (*self._collection.created, *self._collection.changed):
            if name in value:
                value[name] = later(value[name], self._clock)
        self._put_parents(value, place)
        self._assign(value, {key: value[key], **members})
        self._is_changed = True
        item = Item(value, place.path, {})
        self._items[self._id(item)] = item
        self.attach(item, place)
        self._remember(item)
        return item

    def attach(self, item: Item, place: Place) -> None:
        """Let an item stand below what a path names, too."""
        if place.parents:
            item.parents.setdefault(place.path, []).append(place.parents)
            item.shown = self._is_changed = True

    def update(self, item: Item, members: dict[str, Plain]) -> None:
        """Change an item as a request says."""
        key = self._collection.key
        self._assign(item.value, {k: v for k, v in members.items() if k != key})
        self._clock += 1
        for name in self._collection.changed:
            if name in item.value:
                base = self.sample.get(name, item.value[name])
                item.value[name] = later(base, self._clock)
        item.shown = self._is_changed = True
        self._remember(item)

    def delete(self, item: Item, place: Place) -> None:
        """Keep an item no longer, or one that was made elsewhere no longer below a path."""
        if place.parents and item.made_at not in {"", place.path}:
            known = item.parents.setdefault(place.path, [])
            item.parents[place.path] = [one for one in known if one != place.parents]
        else:
            del self._items[self._id(item)]
        self._is_changed = True

    def _assign(self, value: dict[str, Plain], members: dict[str, Plain]) -> None:
        """Copy the members that an item has, too, where their types match."""
        for name, given in members.items():
            member = self._values.member(self.schema, (name,))
            fitted = MISSING if member is None else self._values.fit(given, member)
            if fitted is not MISSING:
                value[name] = fitted

    def _put_parents(self, value: dict[str, Plain], place: Place) -> None:
        for slot, text in zip(place.slots, place.parents, strict=True):
            for keys in slot.holders:
                self._values.put(value, keys, text, self.schema)

    def _new_id(self) -> Plain:
        key = self._collection.key
        shown = self.sample.get(key)
        while True:
            self._made += 1
            id = _like(shown, self._made)
            if key_text(id) not in self._items:
                return id


def _values(members: dict[str, Plain], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key_text(members.get(name)) for name in names)


def _like(shown: Plain, number: int) -> Plain:
    """An id in the manner of one that is shown."""
    if not isinstance(shown, str):
        return number
    if _UUID.match(shown):
        return f"00000000-0000-4000-8000-{number:012}"
    if _HEX.match(shown) and not shown.isdigit():
        return f"{number:0{len(shown)}x}"
    prefix = _PREFIX.match(shown)
    return f"{prefix.group()}{number}" if prefix else str(number)


def key_text(value: object) -> str:
    """An id as paths have it, "" for what is none."""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:g}" if isinstance(value, float) else str(value) if is_number else ""


def _holds(value: Plain, keys: Keys, text: str) -> bool:
    for key in keys:
        value = value.get(key) if is_object(value) else None
    return key_text(value) == text


def later(moment: Plain, seconds: int) -> Plain:
    """A moment some seconds later, written like it: a unix time, or a text."""
    if isinstance(moment, int | float) and not isinstance(moment, bool):
        return moment + seconds
    if not isinstance(moment, str):
        return moment
    try:
        found = datetime.fromisoformat(moment) + timedelta(seconds=seconds)
    except ValueError:
        return moment
    return found.isoformat().replace(
        "+00:00", "Z" if moment.endswith("Z") else "+00:00"
    )
