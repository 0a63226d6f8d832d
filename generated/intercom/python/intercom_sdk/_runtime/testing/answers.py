"""What a fake answers: from the description's examples, and from what it keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Final, TypeAlias

from ..json.plain_data import Plain, is_array, is_object
from ..media_type import essence
from ..transport.exchange import Request
from .calls import Call
from .contents import Samples, content_of, media_type, status_of, success, written
from .description import Collection, Data, Endpoint, Example
from .made_values import MISSING, Values
from .pages import Pages
from .replies import Reply
from .routes import Match, Routes
from .schema import Schemas
from .store import Item, Place, Store, key_text, place_of

_NO_CONTENT: Final = range(204, 206)
_NOT_FOUND: Final = 404


class Answers:
    """Answers requests as the description says.

    Args:
        data: The description.
        page_size: The items of a page, None for as many as a request wants.
    """

    def __init__(self, data: Data, page_size: int | None) -> None:
        self.description, self.endpoints = data.read()
        self.routes: Routes = Routes(self.endpoints, self.description.prefixes)
        self._schemas = Schemas(data.schemas)
        self.values: Values = Values(self._schemas)
        self.samples: Samples = Samples(self.values, self.description, self.endpoints)
        self._pages = Pages(self.values, page_size)
        self._stores: dict[int, Store] = {}
        self._uses: dict[str, _Use] = {
            "create": self._create,
            "retrieve": self._retrieve,
            "update": self._update,
            "delete": self._delete,
            "list": self._list,
        }

    def faults(self, endpoint: Endpoint, call: Call) -> list[str]:
        """Where the body of a request departs from the description."""
        kind = essence(call.headers.get("content-type", ""))
        if not kind:
            return ["a body is missing"] if endpoint.needs_body else []
        for body in endpoint.bodies:
            if body.kind == "json" and essence(body.content_type) == kind:
                return self._schemas.faults(call.body, body.schema)
        return []

    def store(self, index: int) -> Store:
        """The items of one collection."""
        if index not in self._stores:
            collection = self.description.collections[index - 1]
            sample = self._first_sample(index, collection)
            home = next(
                (
                    place_of(one, ()).path
                    for one in self.endpoints
                    if (one.collection, one.use) == (index, "create") and not one.slots
                ),
                "",
            )
            self._stores[index] = Store(collection, sample, self.values, home)
        return self._stores[index]

    def clear(self, index: int | None) -> None:
        """Keep nothing of one collection, or of all."""
        count = len(self.description.collections)
        for one in range(1, count + 1) if index is None else [index]:
            self.store(one).clear()

    def _first_sample(self, index: int, collection: Collection) -> dict[str, Plain]:
        """What the description shows of an item: what an operation is shown to answer with."""
        here = [one for one in self.endpoints if one.collection == index]
        for use in ("retrieve", "create", "update", "list"):
            for endpoint in here:
                if endpoint.use == use and _has_example(endpoint):
                    found = self._sample_item(endpoint)
                    fitted = self.values.fit(found, collection.schema)
                    if is_object(fitted) and key_text(fitted.get(collection.key)):
                        return fitted
        made = self.values.make(collection.schema)
        return made if is_object(made) else {}

    def _sample_item(self, endpoint: Endpoint) -> Plain:
        content = content_of(success(endpoint), "")
        if content is None:
            return None
        keys = endpoint.listing.items if endpoint.use == "list" else endpoint.item
        found = _dig(self.samples.of(content), keys)
        if endpoint.use == "list":
            return found[0] if is_array(found) and found else None
        return found

    def answer(self, match: Match, call: Call, request: Request) -> Reply:
        """The answer to a request."""
        endpoint = match.endpoint
        use = self._uses.get(endpoint.use) if endpoint.collection else None
        if use is None:
            return self._shown(endpoint, call, request)
        return use(endpoint, place_of(endpoint, match.values), call, request)

    def _shown(self, endpoint: Endpoint, call: Call, request: Request) -> Reply:
        """What the description shows, whatever the request says but the page that it wants."""
        outcome = success(endpoint)
        content = content_of(outcome, call.headers.get("accept", ""))
        if content is None:
            return Reply(status_of(outcome))
        body = self.samples.of(content)
        if endpoint.listing.paging is None:
            return self._reply(endpoint, call, content, body)
        items = _dig(body, endpoint.listing.items)
        return self._page_reply(endpoint, call, content, items, request)

    def _page_reply(
        self,
        endpoint: Endpoint,
        call: Call,
        content: Example,
        items: Plain,
        request: Request,
    ) -> Reply:
        """An answer with the page that a request wants."""
        shown = self.samples.of(content)
        listed = items if is_array(items) else []
        page = self._pages.page(
            endpoint.listing, shown, content.schema, listed, call, request
        )
        return self._reply(endpoint, call, content, page.body, page.headers)

    def _reply(
        self,
        endpoint: Endpoint,
        call: Call,
        content: Example | None,
        body: Plain,
        headers: Sequence[tuple[str, str]] = (),
    ) -> Reply:
        status = status_of(success(endpoint))
        if content is None or status in _NO_CONTENT or call.method == "HEAD":
            return Reply(status, tuple(headers))
        for keys, value in endpoint.done:
            if _dig(body, keys) != value:
                self.values.end(body, keys, content.schema)
                self.values.put(body, keys, value, content.schema)
        kind = ("Content-Type", media_type(content))
        return Reply(status, (kind, *headers), written(content, body))

    def _item_reply(
        self, endpoint: Endpoint, call: Call, item: Item, request: Request
    ) -> Reply:
        """An answer that holds an item, or that says something else of it."""
        content = content_of(success(endpoint), call.headers.get("accept", ""))
        if content is None or content.kind != "json":
            return self._shown(endpoint, call, request)
        value, body = deepcopy(item.value), self.samples.of(content)
        if endpoint.holds and endpoint.item:
            self.values.put(body, endpoint.item, value, content.schema)
        elif endpoint.holds:
            fitted = self.values.fit(value, content.schema)
            body = body if fitted is MISSING else fitted
        else:
            key = self._collection(endpoint).key
            sample = self.store(endpoint.collection).sample
            shown = body.items() if is_object(body) else ()
            # What is shown with the sample's own value is the item's.
            same = [name for name, one in shown if one == sample.get(name, MISSING)]
            is_other = endpoint.use == "retrieve" or endpoint.reference
            for name in same if is_other else (key, *same):
                if name in value:
                    self.values.put(body, (name,), value[name], content.schema)
            if endpoint.reference:
                said = {**_members(endpoint, call.body), endpoint.reference: value[key]}
                for name, one in said.items():
                    self.values.put(body, (name,), one, content.schema)
            if endpoint.use == "delete":
                self.values.put(body, ("deleted",), True, content.schema)
        return self._reply(endpoint, call, content, body)

    def _collection(self, endpoint: Endpoint) -> Collection:
        return self.description.collections[endpoint.collection - 1]

    def _create(
        self, endpoint: Endpoint, place: Place, call: Call, request: Request
    ) -> Reply:
        item = self.create(endpoint, place, call.body)
        return self._item_reply(endpoint, call, item, request)

    def create(self, endpoint: Endpoint, place: Place, body: Plain) -> Item:
        """Keep what a request makes, or change what it is known to mean."""
        store, members = self.store(endpoint.collection), _members(endpoint, body)
        if endpoint.named_by in members:
            key = self._collection(endpoint).key
            members = {**members, key: members[endpoint.named_by]}
        found = store.find_by(members, endpoint.unique)
        if found is not None:
            store.update(found, members)
            store.attach(found, place)
            return found
        return store.create(self._like(endpoint, store), members, place)

    def _like(self, endpoint: Endpoint, store: Store) -> dict[str, Plain]:
        """What a new item is like where the request says nothing."""
        is_shown = endpoint.use == "create" and not endpoint.reference
        found = self._sample_item(endpoint) if is_shown else None
        fitted = self.values.fit(found, store.schema)
        return fitted if is_object(fitted) else store.sample

    def _retrieve(
        self, endpoint: Endpoint, place: Place, call: Call, request: Request
    ) -> Reply:
        store, known_by = self.store(endpoint.collection), endpoint.slots[-1].name
        item = store.find(place)
        if item is None and known_by in store.sample:
            item = store.find_by({known_by: place.id}, (known_by,))
        if item is None:
            return self.samples.failure(endpoint, _NOT_FOUND)
        return self._item_reply(endpoint, call, item, request)

    def _update(
        self, endpoint: Endpoint, place: Place, call: Call, request: Request
    ) -> Reply:
        store = self.store(endpoint.collection)
        item, members = store.find(place), _members(endpoint, call.body)
        if item is not None:
            store.update(item, members)
        elif endpoint.method == "PUT" and not self._collection(endpoint).creates:
            item = store.create(self._like(endpoint, store), members, place)
        else:
            return self.samples.failure(endpoint, _NOT_FOUND)
        return self._item_reply(endpoint, call, item, request)

    def _delete(
        self, endpoint: Endpoint, place: Place, call: Call, request: Request
    ) -> Reply:
        store = self.store(endpoint.collection)
        item = store.find(place)
        if item is None:
            return self.samples.failure(endpoint, _NOT_FOUND)
        store.delete(item, place)
        return self._item_reply(endpoint, call, item, request)

    def _list(
        self, endpoint: Endpoint, place: Place, call: Call, request: Request
    ) -> Reply:
        content = content_of(success(endpoint), call.headers.get("accept", ""))
        if content is None:
            return self._shown(endpoint, call, request)
        items = [
            item.value
            for item in self.store(endpoint.collection).listed(place)
            if _is_wanted(item, endpoint, call)
        ]
        return self._page_reply(endpoint, call, content, items, request)


_Use: TypeAlias = Callable[[Endpoint, Place, Call, Request], Reply]


def _has_example(endpoint: Endpoint) -> bool:
    content = content_of(success(endpoint), "")
    return content is not None and bool(content.values)


def _dig(value: Plain, keys: Sequence[str]) -> Plain:
    for key in keys:
        value = value.get(key) if is_object(value) else None
    return value


def _members(endpoint: Endpoint, body: Plain) -> dict[str, Plain]:
    """The members of the item in the body of a request."""
    found = _dig(body, endpoint.item)
    members = found if is_object(found) else body
    return members if is_object(members) else {}


def _is_wanted(item: Item, endpoint: Endpoint, call: Call) -> bool:
    """Whether an item has the values that a request's query names."""
    for name, keys in endpoint.listing.filters:
        wanted, found = call.query.get(name), _dig(item.value, keys)
        if wanted is None or found is None:
            continue
        if key_text(found) not in (wanted if isinstance(wanted, list) else [wanted]):
            return False
    return True
