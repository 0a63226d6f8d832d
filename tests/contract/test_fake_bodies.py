"""What the fake of a document makes of bodies of all kinds, of tokens, streams and downloads."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
import yaml
from fake_packages import Faked, faked

DOCUMENT = yaml.safe_load("""
openapi: 3.2.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
security: [{app: []}]
paths:
  /form:
    post:
      <<: &taken {tags: [box], responses: {"204": {description: Done.}}}
      operationId: sendForm
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                name: {type: string}
                count: {type: integer}
                tags: {type: array, items: {type: string}}
  /parts:
    post:
      <<: *taken
      operationId: sendParts
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                name: {type: string}
                meta: {type: object, properties: {a: {type: integer}}}
                file: {type: string, format: binary}
  /bytes:
    post:
      <<: *taken
      operationId: sendBytes
      requestBody:
        required: true
        content: {application/octet-stream: {schema: {}}}
  /strict:
    post:
      <<: *taken
      operationId: sendStrict
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              additionalProperties: false
              required: [a]
              properties: {a: {$ref: "#/components/schemas/Nested"}}
  /image:
    get:
      operationId: showImage
      tags: [box]
      responses:
        "200":
          description: An image.
          content: {image/png: {schema: {type: string, format: binary}}}
  /text:
    get:
      operationId: showText
      tags: [box]
      responses:
        "200":
          description: A text.
          content: {text/plain: {schema: {type: string}, example: hello}}
  /lines:
    get:
      operationId: showLines
      tags: [box]
      responses:
        "200":
          description: Items.
          content:
            application/jsonl:
              itemSchema: {$ref: "#/components/schemas/Item"}
              examples: {all: {value: [{n: 1}, {n: 2}]}}
  /events:
    get:
      operationId: showEvents
      tags: [box]
      responses:
        "200":
          description: Items.
          content: {text/event-stream: {schema: {$ref: "#/components/schemas/Item"}}}
  /tree:
    get:
      operationId: showTree
      tags: [box]
      responses:
        "200":
          description: A tree.
          content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}
components:
  securitySchemes:
    app:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: "https://login.example/oauth/token", scopes: {}}
  schemas:
    Item: {type: object, required: [n], properties: {n: {type: integer}}}
    Nested:
      type: object
      required: [b]
      properties: {b: {type: array, items: {type: integer}}}
    Tree:
      type: object
      required: [name, children]
      properties:
        name: {type: string}
        children: {type: array, items: {$ref: "#/components/schemas/Tree"}}
        parent: {$ref: "#/components/schemas/Tree"}
""")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Faked:
    return faked(DOCUMENT, tmp_path_factory.mktemp("bodies"))


@pytest.fixture
def fake(shop: Faked) -> Any:
    return shop.fake()


@pytest.fixture
def client(shop: Faked, fake: Any) -> Any:
    return shop.client("id", "secret", transport=fake, strict=True)


def test_forms_and_parts_are_decoded(client: Any, fake: Any) -> None:
    client.box.send_form(name="a b", count=2, tags=["x", "y"])
    assert fake.calls[-1].body == {"name": "a b", "count": "2", "tags": ["x", "y"]}
    client.box.send_parts(name="é", meta={"a": 1}, file=io.BytesIO(b"\x00\xff"))
    assert fake.calls[-1].body == {"name": "é", "meta": {"a": 1}, "file": b"\x00\xff"}


def test_streamed_bodies_are_read_by_both_kinds_of_clients(
    shop: Faked, client: Any, fake: Any
) -> None:
    client.box.send_bytes(body=iter([b"a", b"b"]))
    assert fake.calls[-1].body == b"ab"

    async def pieces() -> AsyncIterator[bytes]:
        yield b"c"
        yield b"d"

    async def main() -> None:
        async with shop.asynchronous("id", "secret", transport=fake) as later:
            await later.box.send_bytes(body=pieces())

    asyncio.run(main())
    assert fake.calls[-1].body == b"cd"


def test_tokens_are_fetched_and_not_recorded(client: Any, fake: Any) -> None:
    assert client.box.show_text() == "hello"
    assert [call.operation for call in fake.calls] == [
        "POST /oauth/token",
        "box.show_text",
    ]
    assert "authorization" not in fake.calls[-1].headers
    assert "secret" not in repr(fake.calls[-1])


def test_answers_of_all_kinds_are_decoded(client: Any) -> None:
    assert client.box.show_image() == b"text"
    with client.box.show_lines() as lines:
        assert [line.n for line in lines] == [1, 2]
    with client.box.show_events() as events:
        assert [event.n for event in events] == [1]
    tree = client.box.show_tree()
    assert (tree.name, tree.children) == ("text", [])


def test_faults_of_bodies_have_their_places(client: Any) -> None:
    wrong: Any = {"b": [1, "x"]}
    with pytest.raises(
        AssertionError, match=r"a\.b\[1\]: expected an integer, found 'x'"
    ):
        client.box.send_strict(a=wrong)
    with pytest.raises(AssertionError, match=r"a\.b is missing"):
        client.box.send_strict(a={})
    with pytest.raises(AssertionError, match="more isn't declared"):
        client.box.send_strict(a={"b": []}, options=_with_more(client))


def _with_more(client: Any) -> Any:
    options = __import__(type(client).__module__.partition(".")[0]).RequestOptions
    return options(body={"more": 1})
