"""What the fake of a document keeps, and what it concludes from paths and types."""

from __future__ import annotations

from typing import Any

import pytest
from fake_packages import Faked, answering, faked, ref

TEXT = {"type": "string"}
USER = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "string", "format": "uuid", "readOnly": True},
        "name": TEXT,
        "email": TEXT,
        "active": {"type": "boolean"},
        "team_id": {"type": "integer"},
        "created_at": {"type": "string", "format": "date-time", "readOnly": True},
        "updated_at": {"type": "string", "format": "date-time", "readOnly": True},
    },
}
SCHEMAS = {
    "User": USER,
    "Wrapped": {
        "type": "object",
        "required": ["user"],
        "properties": {"user": ref("User")},
    },
    "Key": {"type": "object", "properties": {"name": TEXT, "value": TEXT}},
    "Gone": {
        "type": "object",
        "properties": {"id": TEXT, "deleted": {"type": "boolean"}},
    },
    "Order": {
        "type": "object",
        "properties": {"id": {"type": "string"}, "state": TEXT, "note": TEXT},
        "example": {"id": "ord_1a2b", "state": "new", "note": "n"},
    },
    "Shipped": {
        "type": "object",
        "required": ["id"],
        "properties": {"id": TEXT, "note": TEXT, "carrier": TEXT},
        "example": {"id": "ord_1a2b", "note": "n", "carrier": "Post"},
    },
    "Receipt": {
        "type": "object",
        "required": ["id"],
        "properties": {"id": TEXT, "total": {"type": "integer"}},
        "example": {"id": "rec_9", "total": 3},
    },
    "Talk": {
        "type": "object",
        "required": ["id"],
        "properties": {"id": TEXT, "title": TEXT},
        "example": {"id": "500", "title": "Maps"},
    },
    "Opening": {
        "type": "object",
        "required": ["id", "talk_id"],
        "properties": {"id": TEXT, "talk_id": TEXT, "text": TEXT, "title": TEXT},
        "example": {"id": "71", "talk_id": "500", "text": "Hi"},
    },
    "Problem": {
        "type": "object",
        "required": ["code"],
        "properties": {"code": {"type": "string", "example": "gone"}},
    },
}


def operation(id: str, tag: str, schema: Any, body: Any = None, **more: Any) -> Any:
    taken = {"requestBody": {"content": {"application/json": {"schema": body}}}}
    problem = answering(ref("Problem"), "default")
    return {
        "operationId": id,
        "tags": [tag],
        "responses": {**answering(schema), **problem},
        **(taken if body else {}),
        **more,
    }


def slot(name: str) -> Any:
    return {"name": name, "in": "path", "required": True, "schema": TEXT}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.example/api/v2"}],
    "paths": {
        "/teams/{team_id}/users": {
            "parameters": [slot("team_id")],
            "get": operation(
                "listTeamUsers", "teams", {"type": "array", "items": ref("User")}
            ),
            "post": operation("createTeamUser", "teams", ref("User"), ref("User")),
        },
        "/teams/{team_id}/leads": {
            "parameters": [slot("team_id")],
            "get": operation(
                "listTeamLeads", "teams", {"type": "array", "items": ref("User")}
            ),
            "post": operation(
                "linkTeamLead",
                "teams",
                ref("User"),
                {"type": "object", "properties": {"user_id": TEXT}},
            ),
        },
        "/users": {
            "get": operation(
                *("listUsers", "users", {"type": "array", "items": ref("User")}),
                parameters=[
                    {"name": "active", "in": "query", "schema": TEXT},
                    {"name": "email", "in": "query", "schema": TEXT},
                ],
            ),
            "post": operation("createUser", "users", ref("Wrapped"), ref("Wrapped")),
        },
        "/users/{id}": {
            "parameters": [slot("id")],
            "get": operation("retrieveUser", "users", ref("Wrapped")),
            "patch": operation("updateUser", "users", ref("Wrapped"), ref("Wrapped")),
            "delete": operation("deleteUser", "users", ref("Gone")),
        },
        "/keys/{name}": {
            "parameters": [slot("name")],
            "get": operation("retrieveKey", "keys", ref("Key")),
            "put": operation("putKey", "keys", ref("Key"), ref("Key")),
        },
        "/orders": {
            "post": operation(
                *("createOrder", "orders", ref("Order"), ref("Order")),
                summary="Create an order, or update the one with this `id`.",
            ),
        },
        "/orders/{id}": {
            "parameters": [slot("id")],
            "get": operation("retrieveOrder", "orders", ref("Order")),
        },
        "/orders/{id}/close": {
            "parameters": [slot("id")],
            "post": operation("closeOrder", "orders", ref("Order")),
        },
        "/orders/{id}/ship": {
            "parameters": [slot("id")],
            "post": operation("shipOrder", "orders", ref("Shipped")),
        },
        "/orders/{id}/charge": {
            "parameters": [slot("id")],
            "post": operation("chargeOrder", "orders", ref("Receipt")),
        },
        "/talks": {
            "get": operation(
                "listTalks", "talks", {"type": "array", "items": ref("Talk")}
            ),
            "post": operation(
                "createTalk",
                "talks",
                ref("Opening"),
                {"type": "object", "properties": {"text": TEXT, "title": TEXT}},
            ),
        },
        "/talks/{id}": {
            "parameters": [slot("id")],
            "get": operation("retrieveTalk", "talks", ref("Talk")),
        },
        "/openings/{id}": {
            "parameters": [slot("id")],
            "get": operation("retrieveOpening", "openings", ref("Opening")),
        },
        "/odd path/{a}.{b}": {
            "parameters": [slot("a"), slot("b")],
            "get": operation("retrieveOdd", "odd", TEXT),
        },
    },
    "components": {"schemas": SCHEMAS},
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Faked:
    return faked(DOCUMENT, tmp_path_factory.mktemp("state"))


@pytest.fixture
def fake(shop: Faked) -> Any:
    return shop.fake()


@pytest.fixture
def client(shop: Faked, fake: Any) -> Any:
    return shop.client(transport=fake, strict=True)


def test_items_are_wrapped_in_a_member(client: Any, shop: Faked) -> None:
    made = client.users.create(user={"name": "Ada"}).user
    assert made.id == "00000000-0000-4000-8000-000000000001"
    changed = client.users.update(made.id, user={"name": "Eve"}).user
    assert client.users.retrieve(made.id).user == changed
    assert (changed.name, changed.created_at) == ("Eve", made.created_at)
    assert changed.updated_at > made.updated_at
    gone = client.users.delete(made.id)
    assert (gone.id, gone.deleted) == (made.id, True)
    with pytest.raises(shop.module.errors.NotFoundError) as caught:
        client.users.retrieve(made.id)
    assert caught.value.data.code == "gone"


def test_items_belong_to_what_their_path_begins_with(client: Any, fake: Any) -> None:
    one = client.teams.create_user("7", name="Ada")
    client.teams.create_user("8", name="Eve")
    wrapped = client.users.create(user={"name": "Bob", "team_id": 7}).user
    assert one.team_id == 7
    assert [user.name for user in client.teams.list_users("7")] == ["Ada", "Bob"]
    assert [user.name for user in client.teams.list_users("9")] == []
    assert [user.name for user in client.users.list()] == ["Ada", "Eve", "Bob"]
    assert client.users.retrieve(wrapped.id).user == wrapped
    assert len(fake.items("users")) == len(fake.items("teams")) == 3


def test_what_a_body_names_is_put_below_a_path(client: Any) -> None:
    user = client.users.create(user={"name": "Ada"}).user
    assert client.teams.link_lead("7", user_id=user.id).name == "Ada"
    assert [one.id for one in client.teams.list_leads("7")] == [user.id]
    assert client.teams.list_leads("8") == []
    assert len(client.users.list()) == 1


def test_lists_are_filtered_by_members(client: Any, fake: Any) -> None:
    fake.add("users", {"name": "Ada", "email": "a@x"})
    fake.add("users", {"name": "Eve", "email": "e@x"})
    assert [user.name for user in client.users.list(email="e@x")] == ["Eve"]


def test_what_only_a_put_makes_is_made_by_it(client: Any, shop: Faked) -> None:
    with pytest.raises(shop.module.errors.NotFoundError):
        client.keys.retrieve("color")
    assert client.keys.put("color", value="red").value == "red"
    assert client.keys.retrieve("color").name == "color"
    client.keys.put("color", value="blue")
    assert client.keys.retrieve("color").value == "blue"


def test_ids_are_in_the_manner_of_the_example(client: Any, fake: Any) -> None:
    assert client.orders.create(state="open").id == "ord_1"
    assert client.orders.create(id="ord_1", state="paid").state == "paid"
    assert client.orders.close("ord_1").state == "paid"
    assert [item["state"] for item in fake.items("orders")] == ["paid"]
    assert fake.calls[-1].operation == "orders.close"


def test_what_is_done_to_an_item_says_so_of_it(client: Any, shop: Faked) -> None:
    made = client.orders.create(note="fragile")
    shipped = client.orders.ship(made.id)
    assert (shipped.id, shipped.note, shipped.carrier) == ("ord_1", "fragile", "Post")
    # What the description shows isn't the order.
    assert client.orders.charge(made.id).id == "rec_9"
    with pytest.raises(shop.module.errors.NotFoundError):
        client.orders.ship("ord_2")


def test_what_begins_an_item_names_it(client: Any, shop: Faked) -> None:
    opening = client.talks.create(text="Hello", title="Books")
    assert (opening.id, opening.talk_id, opening.text) == ("71", "1", "Hello")
    talk = client.talks.retrieve(opening.talk_id)
    assert (talk.id, talk.title) == ("1", "Books")
    assert [one.id for one in client.talks.list()] == ["1"]
    # It is something else than the talk.
    assert client.openings.retrieve("71").talk_id == "500"
    with pytest.raises(shop.module.errors.NotFoundError):
        client.talks.retrieve("71")


def test_paths_are_found_whatever_stands_in_them(client: Any, fake: Any) -> None:
    client.odd.retrieve("x/ä", "y?")
    assert fake.calls[-1].arguments == {"a": "x/ä", "b": "y?"}
    elsewhere = client.with_options(base_url="https://other.example/deep/er")
    elsewhere.odd.retrieve("1", "2")
    assert fake.calls[-1].operation == "odd.retrieve"
