"""A refined Api by hand: notes on contacts, as the passes would leave it."""

from __future__ import annotations

from generator.diagnostics import Place
from generator.ir.api import Api, Resource
from generator.ir.declarations import Field, Model
from generator.ir.name import Name
from generator.ir.operation import (
    Body,
    Example,
    MediaType,
    Operation,
    Parameter,
    Response,
)
from generator.ir.pagination import ByCursor, Pagination
from generator.ir.path import Literal, Path, Slot
from generator.ir.security import Http, Requirement, SecurityScheme
from generator.ir.server import Server
from generator.ir.types import (
    Array,
    Distinct,
    Integer,
    Nullable,
    Reference,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Docs, Json, JsonValue, Text
from generator.targets.python import Options

PLACE = Place("openapi.yaml")
OPTIONS = Options(
    distribution="intercom-sdk",
    package="intercom_sdk",
    client="Intercom",
    server_argument="region",
)


def say(text: str) -> Docs:
    """Documentation of one description."""
    return Docs(description=Text(text))


def field(name: str, type: Type, docs: str = "", *, required: bool = False) -> Field:
    """A property."""
    return Field(name=Name(wire=name), type=type, required=required, docs=say(docs))


def model(name: str, *fields: Field, owner: str = "notes", docs: str = "") -> Model:
    """An object schema."""
    return Model(
        id=f"components/schemas/{name}",
        name=Name(wire=name),
        place=PLACE,
        fields=fields,
        docs=say(docs),
        owner=owner,
    )


def ref(name: str) -> Reference:
    """A reference to a schema of the components."""
    return Reference(id=f"components/schemas/{name}")


def json_of(type: Type, example: JsonValue = None) -> MediaType:
    """A JSON body."""
    examples = () if example is None else (Example(name="", value=Json(example)),)
    return MediaType(content_type="application/json", type=type, examples=examples)


def either(*types: Type) -> Union:
    """A union that JSON itself tells apart."""
    return Union(
        variants=tuple(Variant(type=type) for type in types), strategy=Distinct()
    )


NOTE = model(
    "Note",
    field("type", String(), "Always `note`.", required=True),
    field("id", String(), "The note's id.", required=True),
    field(
        "created_at",
        Integer(),
        "When the note was made, in unix seconds.",
        required=True,
    ),
    field("author", Nullable(inner=ref("Admin")), "Who wrote the note."),
    field("body", String(), "The note's text, in HTML.", required=True),
    docs="A comment that an admin left on a contact or a company.",
)
ADMIN = model(
    "Admin",
    field("id", either(String(), Integer()), "The admin's id.", required=True),
    field("team_ids", Array(item=Integer())),
    owner="",
    docs="A teammate with access to the workspace.",
)
NOTE_LIST = model(
    "NoteList",
    field("data", Array(item=ref("Note")), "The notes of this page.", required=True),
    field("pages", Nullable(inner=ref("Pages")), "How the list goes on."),
    docs="One page of notes.",
)
PAGES = model(
    "Pages",
    field("next", Nullable(inner=String())),
    owner="",
    docs="Where a list stands.",
)
ERROR_LIST = model(
    "ErrorList",
    field("type", String(), required=True),
    field("request_id", Nullable(inner=String()), "Names the request."),
    owner="",
    docs="What the API answers a failed request with.",
)
CREATE_NOTE = model(
    "CreateNote",
    field("body", String(), "The note's text; HTML is allowed.", required=True),
    field(
        "admin_id", either(String(), Integer()), "The admin who is to be the author."
    ),
)

VERSION = Parameter(
    name=Name(wire="Intercom-Version"),
    location="header",
    type=String(),
    required=True,
    style="simple",
    default=Json("Unstable"),
    client_option=Name(wire="api_version"),
    docs=say("The version of the API."),
)


def in_query(name: str, docs: str) -> Parameter:
    """An integer in the query."""
    return Parameter(
        name=Name(wire=name),
        location="query",
        type=Integer(),
        style="form",
        explode=True,
        docs=say(docs),
    )


def in_path(name: str, preferred: str, docs: str, example: str) -> Parameter:
    """A string in the path."""
    return Parameter(
        name=Name(wire=name, preferred=preferred),
        location="path",
        type=String(),
        required=True,
        style="simple",
        docs=say(docs),
        examples=(Example(name="", value=Json(example)),),
    )


CONTACT_ID = in_path(
    "id", "contact_id", "The contact's id.", "67506132d5eefd6f04e7d08e"
)
CONTACT_NOTES = Path(
    parts=(Literal(text="/contacts/"), Slot(name="id"), Literal(text="/notes"))
)
ERRORS = (
    Response(
        status="401",
        content=(json_of(ref("ErrorList")),),
        docs=say("The access token is missing, wrong or revoked."),
    ),
    Response(
        status="404",
        content=(json_of(ref("ErrorList")),),
        docs=say("Nothing has this id."),
    ),
)


def operation(
    id: str, name: str, method: str, path: Path, summary: str, result: Response
) -> Operation:
    """An operation on notes, without arguments so far."""
    return Operation(
        id=id,
        name=Name(wire=id, preferred=name),
        resource=(Name(wire="notes"),),
        method=method,
        path=path,
        place=PLACE,
        responses=(result, *ERRORS),
        security=((Requirement(scheme="bearerAuth"),),),
        docs=Docs(summary=Text(summary)),
    )


def answer(name: str, docs: str) -> Response:
    """200 with a model."""
    return Response(status="200", content=(json_of(ref(name)),), docs=say(docs))


def with_(operation: Operation, **changes: object) -> Operation:
    """The operation with some of its attributes changed."""
    values = {name: getattr(operation, name) for name in operation.__struct_fields__}
    return Operation(**(values | changes))


LIST = with_(
    operation(
        "listContactNotes",
        "list",
        "GET",
        CONTACT_NOTES,
        "List the notes on a contact.",
        answer("NoteList", "The notes, newest first."),
    ),
    parameters=(
        CONTACT_ID,
        VERSION,
        in_query("page", "The page to start at."),
        in_query("per_page", "How many items a page holds."),
    ),
    pagination=Pagination(
        items=("data",),
        by=ByCursor(
            next=("pages", "next"),
            parameter="starting_after",
            cursor_key="starting_after",
        ),
    ),
)
CREATE = with_(
    operation(
        "createContactNote",
        "create",
        "POST",
        CONTACT_NOTES,
        "Leave a note on a contact.",
        answer("Note", "The new note."),
    ),
    parameters=(CONTACT_ID, VERSION),
    body=Body(
        content=(
            json_of(ref("CreateNote"), {"body": "<p>Hello</p>", "admin_id": 991267568}),
        ),
        required=True,
    ),
)
RETRIEVE = with_(
    operation(
        "retrieveNote",
        "retrieve",
        "GET",
        Path(parts=(Literal(text="/notes/"), Slot(name="id"))),
        "Fetch one note.",
        answer("Note", "The note."),
    ),
    parameters=(in_path("id", "note_id", "The note's id.", "34"), VERSION),
)

API = Api(
    title="Intercom API",
    version="Unstable",
    servers=(
        Server(url="https://api.intercom.io", name=Name(wire="us")),
        Server(url="https://api.eu.intercom.io", name=Name(wire="eu")),
    ),
    security=((Requirement(scheme="bearerAuth"),),),
    schemes=(
        SecurityScheme(
            id="bearerAuth",
            name=Name(wire="bearerAuth"),
            mechanism=Http(scheme="bearer"),
            environment="INTERCOM_TOKEN",
            docs=say("An access token of a workspace."),
        ),
    ),
    resources=(
        Resource(
            id="notes",
            name=(Name(wire="notes"),),
            docs=say("Notes on contacts and companies."),
        ),
    ),
    operations=(LIST, CREATE, RETRIEVE),
    declarations=(NOTE, ADMIN, NOTE_LIST, PAGES, ERROR_LIST, CREATE_NOTE),
    docs=say("Notes, and the content that Fin answers from."),
)
