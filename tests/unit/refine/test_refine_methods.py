"""Methods that fix members of a body: those that fit, and where the others are at fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Failed, Severity
from generator.ir.api import Api
from generator.pipeline import Run
from generator.progress import Progress

TALKS = Path(__file__).parents[2] / "contract" / "variants" / "talks.yaml"
PARTS, REPLY = "/talks/{id}/parts", "/talks/{id}/reply"
AT = "/paths/~1talks~1{id}~1parts/post/x-sdk-methods"


def with_methods(
    folder: Path, path: str, methods: object, method: str = "post"
) -> RunOptions:
    document: dict[str, Any] = yaml.safe_load(TALKS.read_text("utf-8"))
    document["paths"][path][method]["x-sdk-methods"] = methods
    document["paths"]["/talks"] = {
        "get": {
            "operationId": "findTalk",
            "x-sdk-method": "find",
            "tags": ["Talks"],
            "responses": {"204": {"description": "Done."}},
        }
    }
    document["paths"]["/talks/files"] = {
        "get": {
            "operationId": "getFiles",
            "x-sdk-resource": "talks.files",
            "responses": {"204": {"description": "Done."}},
        }
    }
    (folder / "spec.yaml").write_text(yaml.safe_dump(document), "utf-8")
    return RunOptions(source=folder / "spec.yaml", out=folder / "out")


def api_of(options: RunOptions) -> tuple[Api, Run]:
    run = Run(Progress())
    return pipeline.build_api(config.read(options, run.notebook), run), run


def findings(options: RunOptions) -> list[tuple[str, str, str]]:
    """The place, the message and the hint of each error."""
    run = Run(Progress())
    pipeline.validate(config.read(options, run.notebook), run)
    return [
        (one.place.pointer if one.place else "", one.message, one.hint)
        for one in run.notebook.findings
        if one.severity is Severity.ERROR
    ]


FAULTS: list[tuple[object, str, str, str]] = [
    (
        {"close": {"message_typ": "close"}},
        "/close/message_typ",
        "no kind of the body has a member `message_typ`",
        "did you mean `message_type`?",
    ),
    (
        {"close": {"message_type": "cloze"}},
        "/close/message_type",
        "`message_type` can't be 'cloze'",
        "it is 'close' or 'snoozed' or 'open' or 'assignment'",
    ),
    (
        {"close": {"message_type": "close", "admin_id": 7}},
        "/close/admin_id",
        "`admin_id` can't be 7",
        "",
    ),
    (
        {"close": {"message_type": "close", "type": "team"}},
        "/close",
        "no kind of the body has `message_type` and `type` with these values",
        "`Close` has `message_type` and `type`; `Snooze` has `message_type`; `Open` has "
        "`message_type`; `Assign` has `message_type` and `type`",
    ),
    (
        {"find": {"message_type": "close"}},
        "/find",
        "`find` is the name of `findTalk` already",
        "give the method another name",
    ),
    (
        {"manage": {"message_type": "close"}},
        "/manage",
        "`manage` is the name of `manageTalk` already",
        "give the method another name",
    ),
    (
        {"files": {"message_type": "close"}},
        "/files",
        "`files` is the name of the resource `Talks/files` already",
        "give the method another name",
    ),
    (
        {"shut": {"message_type": "close"}, "Shut": {"message_type": "open"}},
        "/shut",
        "`shut` is the name of another method of `manageTalk` already",
        "give the method another name",
    ),
    (
        {"class": {"message_type": "close"}},
        "/class",
        "no method can be called `class`: the name is reserved or taken",
        "give the method another name",
    ),
    (
        {"bound_to": {"message_type": "close"}},
        "/bound_to",
        "no method can be called `bound_to`: the name is reserved or taken",
        "give the method another name",
    ),
    (
        {"close": {}},
        "/close",
        "`close` has to be an object of members of the body and their values, and is empty",
        "write the members and their values, such as `close: {message_type: close}`",
    ),
    (
        {"close": "message_type"},
        "/close",
        "`close` has to be an object of members of the body and their values, and is "
        "a string",
        "write the members and their values, such as `close: {message_type: close}`",
    ),
    (
        {"?": {"message_type": "close"}},
        "/?",
        "a method can't be called '?'",
        "write the members and their values, such as `close: {message_type: close}`",
    ),
    (
        {"close": {"x-sdk-summary": "Close it."}},
        "/close",
        "`close` fixes no member",
        "write the members and their values, such as `close: {message_type: close}`",
    ),
    (
        ["close"],
        "",
        "`x-sdk-methods` has to be an object of methods by their names, and is a list",
        "write the members and their values, such as `close: {message_type: close}`",
    ),
]


@pytest.mark.parametrize(("written", "place", "message", "hint"), FAULTS)
def test_a_method_that_does_not_fit(
    tmp_path: Path, written: object, place: str, message: str, hint: str
) -> None:
    options = with_methods(tmp_path, PARTS, written)
    assert findings(options) == [(AT + place, message, hint)]


@pytest.mark.parametrize("written", [row[0] for row in FAULTS])
def test_nothing_is_written_then_where_nothing_is_repaired(
    tmp_path: Path, written: object
) -> None:
    options = with_methods(tmp_path, PARTS, written)
    run = Run(Progress())
    strict = config.read(
        RunOptions(source=options.source, out=options.out, lenient=False), run.notebook
    )
    with pytest.raises(Failed):
        pipeline.generate(strict, run)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["créer", "2nd", "closeIt", "_shut", "Datei öffnen"])
def test_a_name_is_spelled_as_any_other(tmp_path: Path, name: str) -> None:
    options = with_methods(tmp_path, PARTS, {name: {"message_type": "close"}})
    assert findings(options) == []


def test_a_method_needs_a_body_of_members(tmp_path: Path) -> None:
    options = with_methods(tmp_path, "/notes", {"finish": {"id": "1"}}, "put")
    assert findings(options)[0][1:] == (
        "no kind of the body has a member `id`",
        "did you mean `from`?",
    )
    document: dict[str, Any] = yaml.safe_load(options.source.read_text("utf-8"))
    document["paths"]["/notes"]["put"]["requestBody"]["content"] = {
        "application/json": {"schema": {"type": "array", "items": {"type": "string"}}}
    }
    options.source.write_text(yaml.safe_dump(document), "utf-8")
    assert findings(options)[0][1:] == (
        "there is no request body with members that could be fixed",
        "",
    )


KEPT: dict[str, tuple[str, dict[str, object], list[str]]] = {
    "one variant": (PARTS, {"message_type": "close"}, ["Close"]),
    "a second member decides": (PARTS, {"type": "team"}, ["Assign"]),
    "several are left": (PARTS, {"type": "admin"}, ["Close", "Assign"]),
    "behind an alias and allOf": (REPLY, {"type": "admin"}, ["AdminReply"]),
    "of a nested union": (REPLY, {"type": "user"}, ["email", "user_id"]),
    "a value that only one lists": (REPLY, {"message_type": "note"}, ["AdminReply"]),
    "by the discriminator's mapping": ("/shapes", {"kind": "round"}, ["Circle"]),
    "null": ("/shapes", {"corners": None}, ["Square"]),
    "objects": (REPLY, {"attachment_files": []}, ["AdminReply"]),
}


@pytest.mark.parametrize("name", KEPT)
def test_the_variants_that_take_what_is_fixed(tmp_path: Path, name: str) -> None:
    path, fixed, want = KEPT[name]
    api, run = api_of(with_methods(tmp_path, path, {"own": fixed}))
    assert run.notebook.count(Severity.ERROR) == 0
    (method,) = (one for each in api.operations for one in each.methods)
    (media,) = method.content
    assert {each.name: each.value.value for each in method.members} == fixed
    kept = media.variants or (getattr(media.type, "id", ""),)
    assert len(kept) == len(want)
    assert all(
        each.endswith(f"/{name}") or name in {field.name.wire for field in fields}
        for each, name in zip(kept, want, strict=True)
        for fields in [getattr(_declared(api, each), "fields", ())]
    )


def _declared(api: Api, id: str) -> object:
    return next(each for each in api.declarations if each.id == id)


def test_counts_are_of_operations(tmp_path: Path) -> None:
    options = with_methods(tmp_path, PARTS, {"close": {"message_type": "close"}})
    api, _ = api_of(options)
    assert api.coverage.operations == api.coverage.operations_kept == 7
    assert '"members": [' in pipeline.dump(api)
