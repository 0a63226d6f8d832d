from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import alias, api, by_id, field, json, model, operation, ref

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api, Coverage
from generator.ir.declarations import Declaration
from generator.ir.name import Name
from generator.ir.operation import Body, Callback, Parameter, Response
from generator.ir.types import Array
from generator.ir.value import Text
from generator.refine.ownership import assign_owners
from generator.refine.prune import prune


def returning(resource: str, id: str) -> Api:
    return api(operations=(operation(resource=(resource,), returns=ref(id)),))


def linked(id: str, *to: str) -> Declaration:
    return model(id, *(field(each.lower(), ref(each)) for each in to))


@pytest.mark.parametrize(
    ("uses", "declarations", "owners"),
    [
        (
            (("notes", "A"),),
            (linked("A", "B"), linked("B")),
            {"A": "notes", "B": "notes"},
        ),
        (
            (("notes", "A"), ("tags", "B")),
            (linked("A", "C"), linked("B", "C"), linked("C", "D"), linked("D")),
            {"A": "notes", "B": "tags", "C": "", "D": ""},
        ),
        # Declarations in a circle lie together.
        (
            (("notes", "A"), ("tags", "B")),
            (linked("A", "B"), linked("B", "A")),
            {"A": "", "B": ""},
        ),
        (
            (("notes", "A"),),
            (linked("A", "B"), linked("B", "A")),
            {"A": "notes", "B": "notes"},
        ),
        # What is shared makes shared what a resource had first.
        (
            (("notes", "D"), ("notes", "A"), ("tags", "A")),
            (linked("A", "B"), linked("B", "C"), linked("C", "D"), linked("D")),
            {"A": "", "B": "", "C": "", "D": ""},
        ),
        (
            (("notes", "A"),),
            (linked("A"), linked("Alone")),
            {"A": "notes", "Alone": ""},
        ),
    ],
)
def test_owners(
    uses: tuple[tuple[str, str], ...],
    declarations: tuple[Declaration, ...],
    owners: dict[str, str],
) -> None:
    operations = tuple(
        operation(f"op{at}", resource=(resource, "inner"), returns=Array(item=ref(id)))
        for at, (resource, id) in enumerate(uses)
    )
    result = assign_owners(api(*declarations, operations=operations), Notebook())
    assert {each.id: each.owner for each in result.declarations} == owners


def webhook(name: str, id: str) -> Callback:
    return Callback(
        name=Name(wire=name),
        method="POST",
        expression=Text(),
        body=Body(content=json(ref(id))),
        place=Place("", f"/webhooks/{name}"),
    )


def test_what_a_webhook_uses_is_kept() -> None:
    given = replace(
        returning("notes", "B"),
        webhooks=(webhook("noted", "A"),),
        declarations=(linked("A", "B"), linked("B")),
    )
    assert set(by_id(prune(given, Notebook()))) == {"A", "B"}


@pytest.mark.parametrize(
    ("hooks", "owners"),
    [
        ((("note-made", "A"),), {"A": "webhooks/note", "B": "", "C": "webhooks/note"}),
        ((("note-made", "A"), ("noteGone", "C")), {"C": "webhooks/note"}),
        # Several kinds of webhooks lie between one kind and all.
        (
            (("note-made", "A"), ("tag-made", "C")),
            {"A": "webhooks/note", "C": "webhooks"},
        ),
        (
            (("tag-made", "C"), ("user-made", "A")),
            {"A": "webhooks/user", "C": "webhooks"},
        ),
        ((("note-made", "A"), ("tag-made", "B")), {"A": "webhooks/note", "B": ""}),
        # A name without a word.
        ((("!", "A"),), {"A": "webhooks", "B": "", "C": "webhooks"}),
        ((("!", "A"), ("tag", "C")), {"A": "webhooks", "C": "webhooks"}),
    ],
)
def test_owners_of_what_webhooks_use(
    hooks: tuple[tuple[str, str], ...], owners: dict[str, str]
) -> None:
    given = replace(
        returning("notes", "B"),
        webhooks=tuple(webhook(name, id) for name, id in hooks),
        declarations=(linked("A", "B", "C"), linked("B"), linked("C")),
    )
    found = {
        each.id: each.owner for each in assign_owners(given, Notebook()).declarations
    }
    assert found | owners == found


def test_a_resource_called_webhooks_shares_with_webhooks() -> None:
    given = replace(
        returning("webhooks", "A"),
        webhooks=(webhook("note-made", "B"),),
        declarations=(linked("A", "C"), linked("B", "C"), linked("C")),
    )
    owners = {
        each.id: each.owner for each in assign_owners(given, Notebook()).declarations
    }
    assert owners == {"A": "webhooks", "B": "webhooks/note", "C": "webhooks"}


def test_every_place_of_an_operation_reaches_its_types() -> None:
    place = Place("", "/x")
    callback = Callback(
        name=Name(wire="done"),
        method="POST",
        expression=Text(),
        body=Body(content=json(ref("E"))),
        place=place,
    )
    given = replace(
        operation(takes=ref("B")),
        parameters=(Parameter(name=Name(wire="q"), location="query", type=ref("A")),),
        responses=(Response(status="404", content=json(ref("C"))),),
        callbacks=(callback,),
    )
    declarations = [linked(id) for id in "ABCDEF"]
    found = prune(
        api(*declarations, alias("G", ref("F")), operations=(given,)), Notebook()
    )
    assert list(by_id(found)) == ["A", "B", "C", "E"]


def test_what_is_dropped_is_counted() -> None:
    given = replace(
        returning("notes", "A"),
        declarations=(linked("A", "B"), linked("B"), linked("Unused", "A")),
        coverage=Coverage(operations=2, schemas=3),
    )
    result = prune(given, Notebook())
    assert list(by_id(result)) == ["A", "B"]
    assert result.coverage == Coverage(
        operations=2, operations_kept=1, schemas=3, schemas_kept=2
    )
