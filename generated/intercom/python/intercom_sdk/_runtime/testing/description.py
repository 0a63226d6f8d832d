"""What a fake knows of the operations: how they are addressed, what they take, answer and keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.json import Decoder

from ..json.plain_data import Plain
from .schema import Schema

# Property names, from the root of a body on.
Keys: TypeAlias = tuple[str, ...]


class Example(Struct, frozen=True):
    """A body in one media type: how it is written (`kind`), its schema and its examples.

    `kind` is `json`, `form`, `multipart`, `events`, `data` (events whose data are the items),
    `lines`, `text` or `bytes`; of a sequence the schema is that of an item.
    """

    kind: str
    content_type: str = ""
    schema: Schema = Schema()
    values: tuple[Plain, ...] = ()


class Outcome(Struct, frozen=True):
    """An answer: its status as the description writes it, and its representations."""

    status: str
    contents: tuple[Example, ...] = ()


class Slot(Struct, frozen=True):
    """A place in a path: its name there, the method's argument for it, and where items hold it."""

    name: str
    argument: str
    holders: tuple[Keys, ...] = ()


class Method(Struct, frozen=True):
    """A method of the client that sends the operation, with the members of the body it fixes."""

    name: str
    fixed: dict[str, Plain] = {}


class Paging(Struct, frozen=True):
    """How a list goes on, with the members of the runtime's settings for pagers."""

    by: str
    next: Keys = ()
    parameter: str = ""
    body: Keys = ()
    cursor_key: str = ""
    more: Keys = ()
    repeats: bool = False
    first: int = 1
    rel: str = "next"


class Listing(Struct, frozen=True):
    """A list: where its items stand, how it goes on, and what is said of it.

    `counts` are members of the page that count: `items`, `pages`, `size`, `page` or `more`, with
    their places. `sizes` are where a request says how many items it wants, and `pages` the
    parameters with the number of a page. `filters` are parameters with the members they are
    compared with.
    """

    items: Keys = ()
    paging: Paging | None = None
    counts: tuple[tuple[str, Keys], ...] = ()
    sizes: tuple[Keys, ...] = ()
    pages: tuple[str, ...] = ()
    filters: tuple[tuple[str, Keys], ...] = ()


class Endpoint(Struct, frozen=True):
    """An operation.

    `use` is what it does to a collection: `create`, `retrieve`, `update`, `delete`, `list`, or ""
    where it does nothing, and `collection` the number of that, counted from 1. `item` is where an
    item stands in its body and, if it `holds` one, in its answer. `reference` is the member of an
    answer with something else that has the new item's id. `unique` are the
    members by which a request for a new item finds one that is there, and `named_by` the one
    that names an item to put below another. `done` are the values that an
    answer has when its job is done.
    """

    method: str
    path: str
    methods: tuple[Method, ...]
    slots: tuple[Slot, ...] = ()
    bodies: tuple[Example, ...] = ()
    needs_body: bool = False
    answers: tuple[Outcome, ...] = ()
    errors: tuple[Outcome, ...] = ()
    use: str = ""
    collection: int = 0
    item: Keys = ()
    holds: bool = False
    reference: str = ""
    unique: tuple[str, ...] = ()
    named_by: str = ""
    listing: Listing = Listing()
    done: tuple[tuple[Keys, Plain], ...] = ()

    @property
    def name(self) -> str:
        """The name of its first method: `notes.create`."""
        return self.methods[0].name


class Collection(Struct, frozen=True):
    """Items that are kept: the member that identifies them, and what they are.

    `creates` tells that an operation makes new ones.
    """

    key: str
    schema: Schema
    creates: bool = False
    # Members that say when an item was made, and when it was changed last.
    created: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Description(Struct, frozen=True):
    """The whole API.

    `prefixes` are the paths of its servers, `tokens` those that credentials are fetched from, and
    `secrets` the headers that hold credentials. `error` is what most errors hold.
    """

    collections: tuple[Collection, ...] = ()
    prefixes: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    error: Example | None = None


class Data(NamedTuple):
    """A description as it is kept: JSON texts.

    Args:
        description: That of a `Description`.
        endpoints: One of each `Endpoint`.
        schemas: One of each `Schema` that has an id.
    """

    description: str
    endpoints: tuple[str, ...]
    schemas: Mapping[str, str]

    def read(self) -> tuple[Description, tuple[Endpoint, ...]]:
        """The description and the endpoints."""
        return _read_description(self.description), tuple(
            map(_read_endpoint, self.endpoints)
        )


_read_description: Final = Decoder(Description).decode
_read_endpoint: Final = Decoder(Endpoint).decode
