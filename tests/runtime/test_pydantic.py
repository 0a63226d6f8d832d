"""Models as fields of pydantic's models, and as what FastAPI takes and answers with."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from codec_support import decode
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from jsonschema_rs import validator_for
from pydantic import BaseModel, TypeAdapter, ValidationError
from sdk_runtime.json.data import to_dict
from sdk_runtime.json.model import Maybe, Model, OpenModel, field
from sdk_runtime.json.plain_data import Annotation
from sdk_runtime.json.unions import union
from sdk_runtime.json.unix_time import UnixTime


class Author(Model, kw_only=True):
    id: str


class Note(Model, kw_only=True):
    id: str
    class_: str | None = field(name="class", default=None)
    author: Author | None = None
    body: Maybe[str] = None


class Cat(Model, kw_only=True):
    kind: Literal["cat"]
    lives: int
    friends: Maybe[list[Pet]] = None


class Dog(Model, kw_only=True):
    kind: Literal["dog"]
    owner: Owner | None = None


class Bird(Model, kw_only=True, tag_field="kind", tag="bird"):
    wings: int


class Owner(Model, kw_only=True):
    pets: dict[str, Pet]


class Settings(OpenModel):
    name: str
    additional: dict[str, int] = field(default_factory=dict)


class Labels(OpenModel, additional="rest"):
    additional: str | None = None
    class_: int | None = field(name="class", default=None)
    rest: dict[str, list[Labels]] = field(default_factory=dict)


class Stored(Model, kw_only=True):
    """A file.

    It lies somewhere.
    """

    at: datetime
    content: bytes | None = None
    since: UnixTime | None = None
    named: str | None = field(name="class", default=None)


class Tree(Model, kw_only=True):
    name: str
    below: list[Tree] | None = None
    pet: Pet | None = None


class Shelf(OpenModel):
    name: str
    additional: dict[str, Tree] = field(default_factory=dict)


Pet = union("Pet", lambda: (Cat, Dog))
Nest = union("Nest", lambda: (int, list[Nest]))


class Outer(BaseModel):
    note: Note
    pets: list[Pet] = []
    shelf: Shelf | None = None


NOTE = {"id": "1", "class": "x", "author": {"id": "a"}}
CAT = {"kind": "cat", "lives": 9, "friends": [{"kind": "dog"}]}
TREE = {"name": "a", "below": [{"name": "b", "pet": CAT}]}
STORED = {"at": "2025-01-31T12:00:00Z", "content": "aGk=", "since": 5, "class": "x"}


def test_models_are_fields() -> None:
    given = {"note": NOTE, "pets": [CAT], "shelf": {"name": "x", "a": TREE}}
    outer = Outer.model_validate(given)
    assert outer.note == Note(id="1", class_="x", author=Author(id="a"))
    assert isinstance(outer.pets[0], Cat)
    assert isinstance(outer.shelf, Shelf)
    assert isinstance(outer.shelf.additional["a"], Tree)
    assert outer.model_dump() == given
    assert json.loads(outer.model_dump_json()) == given
    assert Outer.model_validate_json(json.dumps(given)) == outer
    # A model stays the one that it is.
    assert Outer(note=outer.note).note is outer.note


REFUSED: list[tuple[Annotation, object, str]] = [
    (Note, {}, "Note: id: expected str, found nothing"),
    (Note, {"id": 1}, "Note: id: expected str, found int"),
    (Note, [], "Note: \\$: expected Note, found list"),
    (Note, None, "expected Note, found None"),
    (Note, Author(id="a"), "expected Note, found Author"),
    (Pet, Author(id="a"), "expected Pet, found Author"),
    (Pet, {"kind": "cow"}, "expected Cat | Dog, found dict"),
    (Shelf, {"name": "x", "a": 1}, "a: expected Tree, found int"),
    (Note, {"id": object()}, "no form in JSON"),
    (UnixTime, "x", "expected UnixTime, found str"),
]


@pytest.mark.parametrize(("kind", "value", "says"), REFUSED)
def test_what_departs_is_refused(kind: Annotation, value: object, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        TypeAdapter(kind).validate_python(value)


def test_a_union_of_models_is_tried_in_turn() -> None:
    adapter: TypeAdapter[object] = TypeAdapter(Stored | Tree | int)
    assert adapter.validate_python({"name": "a"}) == Tree(name="a")
    assert isinstance(adapter.validate_python(STORED), Stored)
    assert adapter.validate_python(5) == 5


def test_an_error_names_the_variant() -> None:
    adapter: TypeAdapter[object] = TypeAdapter(Cat | Dog)
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python({"kind": "cow"})
    said = [one["loc"] for one in caught.value.errors()]
    assert said == [("function-plain[Cat()]",), ("function-plain[Dog()]",)]


VALID: list[tuple[Annotation, object]] = [
    (Note, NOTE),
    (Stored, STORED),
    (Tree, TREE),
    (Shelf, {"name": "x", "a": TREE}),
    (Settings, {"name": "x", "k": 1}),
    (Labels, {"class": 1, "more": [{"class": 2, "even": []}]}),
    (Pet, CAT),
    (Bird, {"kind": "bird", "wings": 2}),
    (Nest, [1, [2, []]]),
    (list[Pet], [CAT]),
    (dict[str, Tree], {"a": TREE}),
]


@pytest.mark.parametrize(("kind", "value"), VALID)
@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_says_what_fits(
    kind: Annotation, value: object, mode: Any
) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    model = adapter.validate_python(value)
    assert model == decode(kind, value, strict=True)[0]
    assert adapter.dump_python(model) == to_dict(model)
    schema = adapter.json_schema(mode=mode)
    validator_for(schema).validate(value)
    assert json.loads(adapter.dump_json(model)) == to_dict(model)
    for wrong in ({"name": 5, "id": 5}, [[None]], "x"):
        assert not validator_for(schema).is_valid(wrong)


def test_the_json_schema_in_full() -> None:
    assert TypeAdapter(Stored).json_schema() == {
        "title": "Stored",
        "description": "A file.\n\nIt lies somewhere.",
        "type": "object",
        "properties": {
            "at": {"type": "string", "format": "date-time", "title": "At"},
            "content": {
                "anyOf": [{"type": "string", "format": "byte"}, {"type": "null"}],
                "title": "Content",
            },
            "since": {"anyOf": [{"$ref": "#/$defs/UnixTime"}, {"type": "null"}]},
            "class": {
                "anyOf": [{"type": "string"}, {"type": "null"}],
                "title": "Class",
            },
        },
        "required": ["at"],
        "$defs": {
            "UnixTime": {
                "type": "integer",
                "title": "UnixTime",
                "description": "A moment in UTC that JSON has as whole seconds since "
                "1970; otherwise a datetime.",
            }
        },
    }


def test_what_tells_a_variant_apart_is_required() -> None:
    schema = TypeAdapter(Bird).json_schema()
    assert schema["properties"]["kind"] == {
        "type": "string",
        "const": "bird",
        "title": "Kind",
    }
    assert schema["required"] == ["kind", "wings"]


def test_what_holds_itself_refers_to_itself() -> None:
    schema = TypeAdapter(Tree).json_schema()
    assert schema["$ref"] == "#/$defs/Tree"
    assert sorted(schema["$defs"]) == ["Cat", "Dog", "Owner", "Pet", "Tree"]
    below = schema["$defs"]["Tree"]["properties"]["below"]
    assert below["anyOf"][0] == {"type": "array", "items": {"$ref": "#/$defs/Tree"}}


app = FastAPI()


@app.post("/notes", response_model=Note)
def create(note: Annotated[Note, Body()]) -> Any:
    note.body = "<p>Hi.</p>"
    return note


@app.get("/pets")
async def pets() -> list[Pet]:
    return [Cat(kind="cat", lives=9)]


@app.put("/shelf")
async def put(
    shelf: Annotated[Shelf, Body()], outer: Outer | None = None
) -> dict[str, Shelf]:
    assert outer is None
    return {"a": shelf}


def test_fastapi_takes_and_gives_models() -> None:
    with TestClient(app) as client:
        made = client.post("/notes", json=NOTE)
        assert (made.status_code, made.json()) == (200, {**NOTE, "body": "<p>Hi.</p>"})
        wrong = client.post("/notes", json={"id": 5})
        assert wrong.status_code == 422
        assert "id: expected str, found int" in wrong.text
        assert client.get("/pets").json() == [{"kind": "cat", "lives": 9}]
        shelf = {"name": "x", "a": TREE}
        assert client.put("/shelf", json={"shelf": shelf}).json() == {"a": shelf}
        described = client.get("/openapi.json").json()
    schemas = described["components"]["schemas"]
    # Of what holds itself pydantic has a schema for each direction.
    schemas = {name.partition("-")[0]: one for name, one in schemas.items()}
    assert {"Note", "Cat", "Pet", "Shelf", "Tree"} <= schemas.keys()
    assert schemas["Note"]["required"] == ["id"]
    answer = described["paths"]["/notes"]["post"]["responses"]["200"]["content"]
    assert answer == {
        "application/json": {"schema": {"$ref": "#/components/schemas/Note"}}
    }


def test_moments_are_seconds() -> None:
    adapter = TypeAdapter(UnixTime)
    moment = adapter.validate_python(5)
    assert moment == datetime(1970, 1, 1, 0, 0, 5, tzinfo=UTC)
    assert adapter.dump_python(moment) == 5


def test_nothing_imports_pydantic() -> None:
    code = (
        f"import sys; sys.path[:0] = [{str(Path(__file__).parent)!r}]; import conftest; "
        "from sdk_runtime.json.data import *; "
        "from_dict(list[int], [1]); import sdk_runtime.json.unions; "
        "sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
