"""A value of a hierarchy with several discriminators reaches its leaf, whatever it is read as."""

from __future__ import annotations

import pytest
from generated_models import generated
from hierarchies import (
    ACTING,
    BESIDE,
    BY_ACTION,
    BY_SOURCE,
    LEADS,
    LOGIN,
    LOGOUT,
    SYSTEM,
    Tree,
    Tries,
    but,
    check,
    root,
)
from schemas import extends, obj, ref, tells

CASES: dict[str, tuple[dict[str, Tree], Tries]] = {
    "the second discriminator beside allOf": (
        BESIDE,
        [
            *LEADS,
            # Tags that nothing is known of.
            ("Event", {"source": "new"}, "EventBase"),
            ("Event", {"source": "user", "action": "new"}, "UserBase"),
        ],
    ),
    "inside allOf": (
        but(
            {
                "User": extends(
                    "Event", own=obj("action", told_by=BY_ACTION, action="string")
                )
            }
        ),
        LEADS,
    ),
    "of a part with a name": (
        but(
            {
                "Acting": obj("action", told_by=BY_ACTION, action="string"),
                "User": extends("Event", "Acting"),
            }
        ),
        [*LEADS, ("Acting", LOGIN, "Login")],
    ),
    "nothing mapped": (
        but(
            {
                "Event": root(),
                "User": extends("Event", own=ACTING, discriminator=tells("action")),
            }
        ),
        [
            ("Event", {**LOGIN, "source": "User", "action": "Login"}, "Login"),
            ("Event", {**LOGIN, "source": "Login", "action": "Login"}, "Login"),
            ("User", {**LOGIN, "source": "User", "action": "Login"}, "Login"),
            ("Event", {**SYSTEM, "source": "System"}, "System"),
        ],
    ),
    "mapped in part": (
        but(
            {
                "Event": root(user="User"),
                "User": extends(
                    "Event", own=ACTING, discriminator=tells("action", login="Login")
                ),
            }
        ),
        [
            ("Event", LOGIN, "Login"),
            ("Event", {**LOGOUT, "action": "Logout"}, "Logout"),
            ("User", {**LOGOUT, "action": "Logout"}, "Logout"),
            ("Event", {**SYSTEM, "source": "System"}, "System"),
        ],
    ),
    "mapped by reference": (
        but({"Event": root(user="#/components/schemas/User", system="System")}),
        LEADS,
    ),
    "mapped to another name of the middle": (
        but({"Event": root(user="Alias", system="System"), "Alias": ref("User")}),
        LEADS,
    ),
    "one property, mapped by the middle alone": (
        but(
            {
                "User": extends(
                    "Event", discriminator=tells("source", login="Login", bye="Logout")
                )
            }
        ),
        [
            ("Event", {"source": "login", "ip": "1"}, "Login"),
            ("User", {"source": "bye", "reason": "r"}, "Logout"),
            ("Event", {"source": "user"}, "UserBase"),
            ("Event", SYSTEM, "System"),
        ],
    ),
    "one property, mapped by the root alone": (
        but(
            {
                "Event": root(user="User", login="Login", logout="Logout"),
                "User": extends("Event", own=ACTING),
            }
        ),
        [
            ("Event", {"source": "login", "action": "a", "ip": "1"}, "Login"),
            ("User", {"source": "login", "action": "a", "ip": "1"}, "Login"),
            ("Event", {"source": "user", "action": "a"}, "UserBase"),
        ],
    ),
    "the root maps a leaf itself": (
        but({"Event": root(user="User", system="System", quick="Login")}),
        [*LEADS, ("Event", {"source": "quick", "action": "", "ip": "1"}, "Login")],
    ),
    "a discriminator that may be missing": (
        but(
            {
                "User": extends(
                    "Event", own=obj(action="string"), discriminator=BY_ACTION
                )
            }
        ),
        [
            *LEADS,
            ("Event", {"source": "user", "ip": "1"}, "Login"),
            ("Event", {"source": "user"}, "UserBase"),
        ],
    ),
    "tags that the properties list": (
        but(
            {
                "Event": obj(
                    "source", told_by=BY_SOURCE, source={"enum": ["user", "system"]}
                ),
                "User": extends(
                    "Event",
                    own=obj("action", action={"enum": ["login", "logout"]}),
                    discriminator=BY_ACTION,
                ),
            }
        ),
        LEADS,
    ),
    "tags that are constants": (
        {
            "Event": root(),
            "User": extends(
                "Event",
                own=obj("action", source={"const": "user"}, action="string"),
                discriminator=tells("action"),
            ),
            "System": extends(
                "Event", own=obj(source={"const": "system"}, host="string")
            ),
            "Login": extends("User", own=obj(action={"const": "login"}, ip="string")),
            "Logout": extends(
                "User", own=obj(action={"const": "logout"}, reason="string")
            ),
        },
        LEADS,
    ),
    "tags that are no text": (
        but(
            {
                "Event": obj(
                    "source", told_by=tells("source", **{"1": "User"}), source="integer"
                ),
                "User": extends(
                    "Event",
                    own=obj("action", action="boolean"),
                    discriminator=tells("action", true="Login", false="Logout"),
                ),
            }
        ),
        [
            ("Event", {"source": 1, "action": True, "ip": "1"}, "Login"),
            ("Event", {"source": 1, "action": False, "reason": "r"}, "Logout"),
        ],
    ),
    "four levels": (
        but(
            {
                "Login": extends(
                    "User",
                    own=obj("via", via="string", ip="string"),
                    discriminator=tells("via", sso="Sso"),
                ),
                "Sso": extends("Login", own=obj(idp="string")),
            }
        ),
        [
            *(
                (name, {**LOGIN, "via": "sso", "idp": "i"}, "Sso")
                for name in ("Event", "User", "Login")
            ),
            ("Event", {**LOGIN, "via": "new"}, "LoginBase"),
            ("Event", LOGOUT, "Logout"),
        ],
    ),
    "four levels, the first property once more": (
        but(
            {
                "Login": extends(
                    "User", own=obj(ip="string"), discriminator=tells("source", x="Sso")
                ),
                "Sso": extends("Login", own=obj(idp="string")),
            }
        ),
        [
            ("Event", {**LOGIN, "source": "x", "idp": "i"}, "Sso"),
            ("Event", LOGIN, "LoginBase"),
        ],
    ),
    "a level between that says nothing": (
        but(
            {
                "Mid": extends("Event", own=obj(m="string")),
                "User": extends("Mid", own=ACTING, discriminator=BY_ACTION),
            }
        ),
        [
            *((name, {**LOGIN, "m": "1"}, "Login") for name in ("Event", "Mid")),
            ("Event", {"source": "Mid", "m": "1"}, "MidBase"),
        ],
    ),
    "two middles": (
        but(
            {
                "Event": root(user="User", admin="Admin", system="System"),
                "Admin": extends(
                    "Event", own=ACTING, discriminator=tells("action", login="Key")
                ),
                "Key": extends("Admin", own=obj(key="string")),
            }
        ),
        [
            *LEADS,
            ("Event", {"source": "admin", "action": "login", "key": "k"}, "Key"),
        ],
    ),
    "a tag for each parent itself": (
        but(
            {
                "Event": root(event="Event", user="User", system="System"),
                "User": extends(
                    "Event", own=ACTING, discriminator=tells("action", user="User")
                ),
            }
        ),
        [
            ("Event", {"source": "event"}, "EventBase"),
            ("Event", {"source": "user", "action": "user"}, "UserBase"),
        ],
    ),
}


@pytest.mark.parametrize(
    ("schemas", "tries"), CASES.values(), ids=[name.replace(" ", "-") for name in CASES]
)
def test_a_value_reaches_its_leaf(schemas: dict[str, Tree], tries: Tries) -> None:
    check(schemas, tries)


def test_swagger_2_has_names_alone() -> None:
    def extending(parent: str, **properties: str) -> Tree:
        named = {"$ref": f"#/definitions/{parent}"}
        return {"allOf": [named, obj(**properties)]}

    schemas = {
        "Event": obj("source", told_by="source", source="string"),
        "User": {**extending("Event", action="string"), "discriminator": "action"},
        "Login": extending("User", ip="string"),
        "System": extending("Event", host="string"),
    }
    login = {"source": "User", "action": "Login", "ip": "1"}
    with generated(schemas, "2.0") as models:
        assert models.read("Event", login).kind == "Login"
        assert models.read("User", login).written == login
        assert models.read("Event", {"source": "System", "host": "h"}).kind == "System"
