"""A module's names: imports make way for what it declares and for what its classes hide."""

from __future__ import annotations

import pytest

from generator.targets.python.module import Import, Module


def shown(blocks: tuple[tuple[Import, ...], ...]) -> list[list[str]]:
    return [
        [
            (
                f"from {line.module} import {', '.join(line.names)}"
                if line.names
                else f"import {line.module}"
            )
            for line in block
        ]
        for block in blocks
    ]


def test_imports_stand_in_blocks_sorted() -> None:
    module = Module("resources")
    assert module.use("._runtime.request.request_options", "Omit") == "Omit"
    module.use("._runtime.request.request_options", "OMIT")
    module.use(".resources.users", "Users")
    module.use("typing", "Any")
    module.use("msgspec", "field")
    module.builtin("list")
    assert shown(module.imports.blocks) == [
        ["from typing import Any"],
        ["from msgspec import field"],
        [
            "from .._runtime.request.request_options import OMIT, Omit",
            "from .users import Users",
        ],
    ]


def test_what_is_declared_keeps_its_name() -> None:
    module = Module("", declared={"Any"})
    assert module.use("typing", "Any") == "Any_"
    assert module.use("typing", "Any") == "Any_"
    assert module.use("elsewhere", "Any") == "Any__"
    assert shown(module.imports.blocks) == [
        ["from elsewhere import Any as Any__", "from typing import Any as Any_"]
    ]


def test_what_a_class_hides_is_spelled_otherwise() -> None:
    module = Module("", hidden={"list", "date"})
    assert module.builtin("list") == "builtins.list"
    assert module.builtin("str") == "str"
    assert module.use("datetime", "date") == "date_"
    assert shown(module.imports.blocks) == [
        ["import builtins", "from datetime import date as date_"]
    ]


@pytest.mark.parametrize(
    ("hidden", "want"),
    [
        ({"list"}, "builtins.list"),
        ({"list", "builtins"}, "list_"),
        (set[str](), "list"),
    ],
)
def test_to_ask_for_a_builtin_imports_nothing(hidden: set[str], want: str) -> None:
    module = Module("", hidden=hidden)
    assert module.known_builtin("list") == (None if hidden else want)
    assert shown(module.imports.blocks) == []
    assert module.builtin("list") == module.known_builtin("list") == want


def test_the_module_of_builtins_may_be_hidden_too() -> None:
    module = Module("", hidden={"builtins", "list", "list_"})
    assert module.builtin("list") == "list__"
    assert module.builtin("list") == "list__"
    assert module.builtin("dict") == "dict"
    assert shown(module.imports.blocks) == [["from builtins import list as list__"]]


def test_what_annotations_alone_name_is_there_when_they_are_evaluated() -> None:
    module = Module("resources", declared={"params"}, hidden={"users"})
    assert module.use("._models.notes", "Note", checking=True) == "Note"
    assert module.use(".params", "NoteParams", checking=True) == "params_.NoteParams"
    assert module.use(".params", "TagParams", checking=True) == "params_.TagParams"
    users = module.use(".resources.users", "Users", checking=True)
    assert (users, module.late("httpx2")) == ("users_.Users", "httpx2")
    assert Module("").late(".resources.self") == "self_"
    assert shown(module.imports.blocks) == [
        ["from typing import TYPE_CHECKING"],
        [
            "from .._models.notes import Note",
            "from .._runtime.process import LazyModule",
        ],
    ]
    assert shown(module.imports.checking) == [
        ["import httpx2"],
        [
            "from .. import params as params_",
            "from . import users as users_",
        ],
    ]
    late = [(one.name, one.kind, one.arguments) for one in module.imports.lazy]
    assert late == [
        ("params_", "LazyModule", '"..params", __package__'),
        ("users_", "LazyModule", '".users", __package__'),
        ("httpx2", "LazyModule", '"httpx2"'),
    ]


def test_a_slow_module_that_is_loaded_anyway_is_used_as_it_is() -> None:
    module = Module("")
    assert module.use(".params", "NoteParams") == "NoteParams"
    assert module.use(".params", "NoteParams", checking=True) == "NoteParams"
    assert module.imports.lazy == ()
