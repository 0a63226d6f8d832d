"""Operations: what can be called, what goes in and what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics.span import Place
from generator.ir.declarations import Constraint
from generator.ir.name import Name
from generator.ir.pagination import Keys, Pagination
from generator.ir.path import Path
from generator.ir.security import Requirement, Signature
from generator.ir.server import Server
from generator.ir.types import Anything, Binary, String, Type
from generator.ir.value import Docs, Json, Scalar, Text, Value
from generator.media_range import MediaRange, media_range

# The owners of what several resources reach, and of what several kinds of webhooks do.
SHARED = ""
WEBHOOKS = "webhooks"


class Example(Value, frozen=True):
    """A value that the document shows: its key there, or ""."""

    name: str
    value: Json


class Parameter(Value, frozen=True):
    """A parameter of an operation; the operation's own and the path item's are one list.

    `location` is `path`, `query`, `header`, `cookie` or `querystring`. `media_type` is set for a
    parameter described by `content`, and then style and explode don't apply; `encodings` say how
    the fields are written of one that is a form. `item_styles` are those of lists within a list,
    from the outside in; without them such lists are JSON.
    """

    name: Name
    location: str
    type: Type
    required: bool = False
    style: str = ""
    explode: bool = False
    item_styles: tuple[str, ...] = ()
    allow_reserved: bool = False
    media_type: str = ""
    encodings: tuple[Encoding, ...] = ()
    default: Json | None = None
    deprecated: bool = False
    docs: Docs = Docs()
    constraints: tuple[Constraint, ...] = ()
    examples: tuple[Example, ...] = ()
    # Set once when the client is made and sent with every call, under this name; None otherwise.
    client_option: Name | None = None
    place: Place = Place("")


class Header(Value, frozen=True):
    """A header of a response or of a part of a form."""

    name: Name
    type: Type
    required: bool = False
    default: Json | None = None
    deprecated: bool = False
    docs: Docs = Docs()


class Encoding(Value, frozen=True):
    """How one property of a form body travels; fields left "" or None follow the defaults.

    `property` is "" for the parts of a body that is a list. A part that is a form or multipart
    itself has encodings of its own, as a media type has them.
    """

    property: str
    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    item_styles: tuple[str, ...] = ()
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()
    encodings: tuple[Encoding, ...] = ()
    prefix_encodings: tuple[Encoding, ...] = ()
    item_encoding: Encoding | None = None


class MediaType(Value, frozen=True):
    """One representation of a body: `content_type` as written, and its schema.

    `item` is the type of each element of a sequential body (OpenAPI 3.2 `itemSchema`); `in_lines`
    says that one is, line by line, though its media type is that of a single value. A multipart
    body that is a list has `prefix_encodings` for its first parts and `item_encoding` for the rest.
    `variants` are the ids of the models that the body of a request may be, if it is one of several
    whose members can be passed one by one.
    """

    content_type: str
    type: Type
    item: Type | None = None
    in_lines: bool = False
    encodings: tuple[Encoding, ...] = ()
    prefix_encodings: tuple[Encoding, ...] = ()
    item_encoding: Encoding | None = None
    examples: tuple[Example, ...] = ()
    # Of a schema that is written in place and no object.
    docs: Docs = Docs()
    constraints: tuple[Constraint, ...] = ()
    variants: tuple[str, ...] = ()

    @property
    def range(self) -> MediaRange:
        """The media type or range, parsed."""
        return media_range(self.content_type)

    @property
    def is_json(self) -> bool:
        """Whether a body is one JSON value; within a range such as `*/*` its type decides."""
        if not self.range.includes_json:
            return self.range.is_json and not self.in_lines
        match self.type:
            case Binary() | Anything() | String(format="byte"):
                return False
            case String(format=format) if self.range.essence != "application/*":
                return format in {"date", "date-time"}
            case _:
                return True


class Body(Value, frozen=True):
    """The request body: its representations in the document's order.

    `fixed` are members of it that aren't the caller's to choose, and their values.
    """

    content: tuple[MediaType, ...]
    required: bool = False
    fixed: tuple[tuple[str, Json], ...] = ()
    docs: Docs = Docs()
    place: Place = Place("")


def is_success(status: str) -> bool:
    """Whether a status, as a document writes it, is that of a success or a redirect."""
    return status[:1] in {"1", "2", "3"}


class Response(Value, frozen=True):
    """An answer: `status` is `200`, `2XX` or `default`; no content means no body."""

    status: str
    content: tuple[MediaType, ...] = ()
    headers: tuple[Header, ...] = ()
    docs: Docs = Docs()

    @property
    def is_success(self) -> bool:
        """Whether the status is that of a success or a redirect, 1xx to 3xx; `default` isn't."""
        return is_success(self.status)


class Callback(Value, frozen=True):
    """A request that the server makes, for a callback or a webhook."""

    name: Name
    method: str
    expression: Text
    body: Body | None
    # How its sender is known, where the document says it.
    signature: Signature | None = None
    docs: Docs = Docs()
    place: Place = Place("")

    @property
    def webhook_owner(self) -> str:
        """The owner of what only webhooks of this kind reach: `webhooks/<its first word>`."""
        return "/".join((WEBHOOKS, *self.name.words[:1]))


class FixedMember(Value, frozen=True):
    """A member of a body, and the value that it has in all calls of a method."""

    name: str
    value: Json
    place: Place = Place("")


class FixedMethod(Value, frozen=True):
    """A further method of an operation, for calls in which some members of the body are fixed.

    Once the Api is refined, `content` are the representations whose schema takes these members, and
    of a union in them the variants that do. `summary` says what it does, where the operation's own
    doesn't.
    """

    name: Name
    members: tuple[FixedMember, ...]
    content: tuple[MediaType, ...] = ()
    summary: Text = Text()
    place: Place = Place("")


class State(Value, frozen=True):
    """What the values of one member say about a job; `keys` is where it stands in the answer.

    A job with one of `done` has ended well, with one of `failed` badly, and goes on with any other;
    `others` are those that the description lists, () where it lists none.
    """

    keys: Keys
    done: tuple[Scalar, ...] = ()
    failed: tuple[Scalar, ...] = ()
    others: tuple[Scalar, ...] = ()


class Wait(Value, frozen=True):
    """How the job goes on that an operation starts.

    `poll` is the id of the operation that shows it, `parameters` are the names of that one's
    parameters and where their values stand in the answer that started the job.
    """

    poll: str
    parameters: tuple[tuple[str, Keys], ...]
    states: tuple[State, ...]
    place: Place = Place("")


class Operation(Value, frozen=True):
    """One method on one path.

    `id` is unique in the Api: the document's operationId, or one made from method and path.
    `resource` names the group that the method is called on, outermost first. `security` holds
    alternatives, each a set of schemes needed together; an empty alternative means none is needed.
    `idempotency` is the header that gets a new key with each call, or "".
    """

    id: str
    name: Name
    resource: tuple[Name, ...]
    method: str
    path: Path
    place: Place
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[tuple[Requirement, ...], ...] = ()
    servers: tuple[Server, ...] = ()
    pagination: Pagination | None = None
    idempotency: str = ""
    methods: tuple[FixedMethod, ...] = ()
    wait: Wait | None = None
    callbacks: tuple[Callback, ...] = ()
    docs: Docs = Docs()
    deprecated: bool = False
    tags: tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        """The owner of what only operations of this resource reach."""
        return self.resource[0].wire if self.resource else SHARED


_KEY_HEADER = re.compile(r"idempoten(cy|ce|t)([-_]?(key|token|id))?\Z", re.IGNORECASE)


def key_header(parameters: Iterable[Parameter]) -> str:
    """The header that takes a key by which a repeated request is known, by its usual names."""
    for one in parameters:
        if one.location == "header" and _KEY_HEADER.search(one.name.wire):
            return one.name.wire
    return ""
