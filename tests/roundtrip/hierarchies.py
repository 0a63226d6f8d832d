"""Three levels, told apart by two properties, and values of each leaf."""

from __future__ import annotations

from typing import Any

from generated_models import generated
from schemas import extends, obj, tells

Tree = Any
Tries = list[tuple[str, Tree, str]]

LOGIN = {"source": "user", "action": "login", "ip": "1"}
LOGOUT = {"source": "user", "action": "logout", "reason": "r"}
SYSTEM = {"source": "system", "host": "h"}
ACTING = obj("action", action="string")
BY_ACTION = tells("action", login="Login", logout="Logout")
BY_SOURCE = tells("source", user="User", system="System")


def root(**mapping: str) -> Tree:
    return obj("source", told_by=tells("source", **mapping), source="string")


LEAVES = {
    "Login": extends("User", own=obj(ip="string")),
    "Logout": extends("User", own=obj(reason="string")),
    "System": extends("Event", own=obj(host="string")),
}
# The same without any parent, or with a part of what the parent says.
ALONE = {
    "Login": obj("action", action="string", ip="string"),
    "Logout": obj("action", action="string", reason="string"),
    "System": LEAVES["System"],
}
WHOLE = {
    "Login": obj("source", "action", source="string", action="string", ip="string"),
    "Logout": obj(
        "source", "action", source="string", action="string", reason="string"
    ),
    "System": obj("source", source="string", host="string"),
}
ROOT = root(user="User", system="System")
BESIDE = {
    "Event": ROOT,
    "User": extends("Event", own=ACTING, discriminator=BY_ACTION),
    **LEAVES,
}
LEADS: Tries = [
    ("Event", LOGIN, "Login"),
    ("Event", LOGOUT, "Logout"),
    ("Event", SYSTEM, "System"),
    ("User", LOGIN, "Login"),
    ("User", LOGOUT, "Logout"),
]
# Where the variants of a union are made of what stands beside it, their names are made, too.
MADE: Tries = [(name, value, "") for name, value, _ in LEADS]


def but(changes: dict[str, Tree]) -> dict[str, Tree]:
    return {**BESIDE, **changes}


def check(schemas: dict[str, Tree], tries: Tries) -> None:
    """Each value is read as its class, "" for any, and written as it came."""
    with generated(schemas) as models:
        for name, value, kind in tries:
            found = models.read(name, value)
            assert (found.written, found.drifts) == (value, [])
            assert kind in {"", found.kind}
