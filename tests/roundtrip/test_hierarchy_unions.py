"""The same where a level is a union, or stands in one."""

from __future__ import annotations

import pytest
from hierarchies import (
    ACTING,
    ALONE,
    BY_ACTION,
    BY_SOURCE,
    LEADS,
    LOGIN,
    LOGOUT,
    MADE,
    ROOT,
    SYSTEM,
    WHOLE,
    Tree,
    Tries,
    but,
    check,
    root,
)
from schemas import extends, obj, one_of, ref, tells

CASES: dict[str, tuple[dict[str, Tree], Tries]] = {
    "leaves that extend nothing": (but(WHOLE), LEADS),
    "the middle has a oneOf": (
        but({**ALONE, "User": extends("Event", **one_of("Login", "Logout"))}),
        MADE,
    ),
    "with a discriminator": (
        but(
            {
                **ALONE,
                "User": extends(
                    "Event", **one_of("Login", "Logout"), discriminator=BY_ACTION
                ),
            }
        ),
        MADE,
    ),
    "inside allOf, by name": (
        but(
            {
                **ALONE,
                "Event": root(),
                "User": extends(
                    "Event", own=one_of("Login", "Logout", discriminator=BY_ACTION)
                ),
            }
        ),
        [
            ("Event", {**LOGIN, "source": "User"}, ""),
            ("Event", {**LOGOUT, "source": "User"}, ""),
            ("Event", {**SYSTEM, "source": "System"}, "System"),
        ],
    ),
    "the middle is a union of leaves": (
        but(
            {
                "User": one_of("Login", "Logout", discriminator=BY_ACTION),
                "Login": extends("Event", own=ALONE["Login"]),
                "Logout": extends("Event", own=ALONE["Logout"]),
            }
        ),
        LEADS,
    ),
    "the middle lists what extends it": (
        but(
            {
                "User": extends(
                    "Event",
                    own=ACTING,
                    **one_of("Login", "Logout"),
                    discriminator=BY_ACTION,
                )
            }
        ),
        LEADS,
    ),
    "the root does, too": (
        but(
            {
                "Event": {**ROOT, **one_of("User", "System")},
                "User": extends(
                    "Event",
                    own=ACTING,
                    **one_of("Login", "Logout"),
                    discriminator=BY_ACTION,
                ),
            }
        ),
        LEADS,
    ),
    "unions of the middle": (
        but(
            {
                "Ping": obj("source", source="string", n="integer"),
                "Pong": obj("pong", pong="string"),
                "Mapped": one_of(
                    "User",
                    "Ping",
                    discriminator=tells("source", user="User", ping="Ping"),
                ),
                "Named": one_of("User", "Ping", discriminator=tells("source")),
                "Silent": one_of("User", "Pong"),
                "Any": {"anyOf": [ref("Event"), ref("Pong")]},
                "List": {"type": "array", "items": ref("Event")},
                "Holder": obj(
                    one={"anyOf": [ref("User"), {"type": "null"}]},
                    many={"additionalProperties": ref("Event")},
                ),
            }
        ),
        [
            ("Mapped", LOGIN, "Login"),
            ("Mapped", {"source": "ping", "n": 1}, "Ping"),
            ("Named", {**LOGIN, "source": "User"}, "Login"),
            ("Silent", LOGIN, "Login"),
            ("Silent", {"pong": "x"}, "Pong"),
            ("Any", LOGIN, "Login"),
            ("List", [LOGIN, LOGOUT, SYSTEM], "list"),
            ("Holder", {"one": LOGIN, "many": {"a": LOGOUT, "b": SYSTEM}}, "Holder"),
        ],
    ),
    "unions in a union": (
        {
            **WHOLE,
            "Event": one_of("User", "System", discriminator=BY_SOURCE),
            "User": one_of("Login", "Logout", discriminator=BY_ACTION),
        },
        LEADS,
    ),
    "and an allOf over them": (
        {
            **WHOLE,
            "Inside": one_of(
                "Actor",
                "System",
                discriminator=tells("source", user="Actor", system="System"),
            ),
            "Actor": one_of("Login", "Logout", discriminator=BY_ACTION),
            "Event": extends("Inside", own=obj(n="integer")),
            "User": {"allOf": [obj(n="integer"), {"anyOf": [ref("Actor")]}]},
        },
        [(name, {**value, "n": 1}, "") for name, value, _ in LEADS],
    ),
    "children that hold their parents": (
        but(
            {
                "Login": extends("User", own=obj(ip="string", of=ref("Event"))),
                "System": extends(
                    "Event", own=obj(all={"type": "array", "items": ref("User")})
                ),
            }
        ),
        [
            ("Event", {**LOGIN, "of": {**LOGIN, "of": LOGOUT}}, "Login"),
            ("Event", {"source": "system", "all": [LOGIN, LOGOUT]}, "System"),
        ],
    ),
    "discriminators that name each other": (
        {
            "A": obj(
                "p", told_by=tells("p", b="B"), p="string", q="string", a="string"
            ),
            "B": obj(
                "q", told_by=tells("q", a="A"), p="string", q="string", b="string"
            ),
        },
        [
            ("A", {"p": "b", "q": "x", "b": "1"}, "BBase"),
            ("B", {"p": "x", "q": "a", "a": "1"}, "ABase"),
        ],
    ),
}


@pytest.mark.parametrize(
    ("schemas", "tries"), CASES.values(), ids=[name.replace(" ", "-") for name in CASES]
)
def test_a_value_reaches_its_leaf(schemas: dict[str, Tree], tries: Tries) -> None:
    check(schemas, tries)
