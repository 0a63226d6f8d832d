"""The judge finds each fault that is put into a package of its own document, and none without."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from tests.judge.budget import Budget
from tests.judge.generation import Job, generate
from tests.judge.roundtrip.check_roundtrip import check_roundtrip
from tests.judge.rows import Check
from tests.judge.wire.check_wire import check_wire

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENT = CORPUS / "everything-3.1.yaml"
BUDGET = Budget(values=4, calls=2)
ITEMS, FORMS = "resources/items.py", "resources/forms.py"
MODELS, SHARED, CLIENT = "_models/items.py", "_models/shared.py", "_client.py"


class Mutation(NamedTuple):
    """What is changed in a file, and the check that has to find it, with a part of its words."""

    name: str
    file: str
    old: str
    new: str
    check: Literal["wire", "roundtrip"]
    said: str


def wire(name: str, file: str, old: str, new: str, said: str = "") -> Mutation:
    return Mutation(name, file, old, new, "wire", said)


def trip(name: str, file: str, old: str, new: str, said: str = "") -> Mutation:
    return Mutation(name, file, old, new, "roundtrip", said)


LACKING = "the package doesn't have it"
EXTRA = "the package has it, and the document doesn't"
MUTATIONS = (
    # Methods and paths
    wire("method", ITEMS, '"PUT"', '"PATCH"', LACKING),
    wire("method that isn't there", ITEMS, '"PUT"', '"PATCH"', EXTRA),
    wire("method of two", ITEMS, '"DELETE"', '"GET"', "DELETE /items/{id}"),
    wire("method spelled small", ITEMS, '"PUT"', '"put"', LACKING),
    trip("method, to the codec", ITEMS, '"PUT"', '"PATCH"', LACKING),
    wire("path", FORMS, '"/forms"', '"/form"', LACKING),
    wire("path with a slash", FORMS, '"/forms"', '"/forms/"', LACKING),
    wire("path of another", FORMS, '"/uploads"', '"/forms"', LACKING),
    trip("path, to the codec", FORMS, '"/forms"', '"/form"', LACKING),
    wire("path's name", ITEMS, '"/items/{id}"', '"/items/{item}"'),
    wire("method without its operation", ITEMS, "DELETE, (id,)", "GET, (id,)"),
    wire("group without a method", FORMS, "def submit(", "def _submit(", LACKING),
    # Parameters
    wire("query dropped", ITEMS, '        QueryParameter("limit"),\n', "", "GET"),
    wire("query renamed", ITEMS, '("limit")', '("limits")', "limit"),
    wire("query in small letters", ITEMS, '("expand",', '("Expand",', "expand"),
    wire("style", ITEMS, 'style="deepObject"', 'style="form"', "near"),
    wire("explode", ITEMS, ", explode=False", "", "expand"),
    wire("header renamed", ITEMS, '"X-Trace"', '"X-Traces"', "X-Trace"),
    wire("header in the query", ITEMS, 'HeaderParameter("', 'QueryParameter("'),
    wire("header as a cookie", ITEMS, 'HeaderParameter("', 'CookieParameter("'),
    wire("cookie renamed", ITEMS, '("session")', '("sessions")', "session"),
    wire("two values exchanged", ITEMS, "near, limit, x", "limit, near, x", ""),
    wire("value not sent", ITEMS, "limit, x_trace, s", "limit, 'x', s", "x_trace"),
    wire("argument's type", ITEMS, "limit: int,", "limit: str,", "argument limit"),
    wire(
        "argument's item",
        ITEMS,
        "expand: SequenceNotStr[str],",
        "expand: SequenceNotStr[int],",
        "argument expand",
    ),
    wire("argument of text alone", ITEMS, "size: int,", "size: str,", "argument size"),
    # Bodies
    wire("body's member renamed", ITEMS, '"size": size', '"Size": size'),
    wire("body's member left out", ITEMS, '                "made": made,\n', ""),
    wire("body's member of another", ITEMS, '"id": body_id', '"id": id'),
    wire("body not sent", ITEMS, "    body=JsonBody(),\n", ""),
    wire("form as JSON", FORMS, "FormBody", "JsonBody", "is sent as"),
    wire("form in parts", FORMS, "body=FormBody()", "body=MultipartBody({})"),
    wire("form's member renamed", FORMS, '{"name": name', '{"names": name', "name"),
    wire("file renamed", FORMS, '{"file": file', '{"files": file', "file"),
    wire(
        "parts as a form",
        FORMS,
        'MultipartBody({"file": Encoding(binary=True)})',
        "FormBody()",
    ),
    # Servers
    wire("base URL's host", CLIENT, "//api.everything", "//www.everything", "calls"),
    wire("base URL's path", CLIENT, ".example/v1", ".example/v2", "/v2"),
    wire("base URL in the clear", CLIENT, "https://api", "http://api", "calls"),
    wire("base URL missing", CLIENT, "url: str | None = None", "url: str", "base_url"),
    wire("own server", FORMS, "//files.every", "//file.every", "calls"),
    wire(
        "own server missing",
        FORMS,
        '    servers=("https://files.everything.example",),\n',
        "",
        "calls",
    ),
    wire(
        "own server beside a base URL",
        CLIENT,
        "operation_servers=base_url is None,",
        "",
    ),
    # Credentials
    wire("key's name", CLIENT, '"X-Key"', '"X-Api-Key"', "X-Key"),
    wire("key's place", CLIENT, '"query", "api_key"', '"header", "api_key"', "query"),
    wire("key as a cookie", CLIENT, '"header", "X-Key"', '"cookie", "X-Key"', "key"),
    wire("cookie's name", CLIENT, '"sid"', '"id"', "cookie"),
    wire("bearer as basic", CLIENT, "BearerToken(token)", "BasicAuth(token, token)"),
    wire("token's word", CLIENT, "BearerToken(oauth", 'BearerToken(oauth, "", "Token"'),
    wire("name for password", CLIENT, "(username, password)", "(password, username)"),
    wire("need missing", FORMS, 'security=(("oauth",),)', "security=()", "oauth"),
    wire("need of another", FORMS, '(("oauth",),)', '(("bearer",),)', "bearer"),
    wire("need of two", ITEMS, '(("query", "cookie"),)', '(("query",),)', "cookie"),
    wire("choice of one", ITEMS, '(("key",), ("user",))', '(("key",),)', "(key)"),
    wire("need of none", FORMS, "security=(),", "", "POST /forms"),
    wire("sent unasked", FORMS, "security=(),", 'security=(("bearer",), ()),', "ask"),
    wire("usual need", CLIENT, 'security=(("bearer",),)', "security=()", "bearer"),
    # Answers
    trip("answer of another", ITEMS, "Json(Item)", "Json(Owner)"),
    trip(
        "answer of anything",
        ITEMS,
        "Json(Item)",
        "Json(__import__('typing').Any)",
        "anything passes",
    ),
    trip("answer read as bytes", ITEMS, "Json(Item)", "Empty()", "is read by Empty"),
    trip("answer not there", ITEMS, '{"200": Json(Item)}', "{}", "read by nothing"),
    trip("error of anything", ITEMS, "Json(Missing)", "Json(dict)", "anything passes"),
    trip("error of another", ITEMS, "Json(Missing)", "Json(Problem)", "404"),
    trip("range of another", ITEMS, '"4XX": Json(Problem)', '"4XX": Json(Item)', "4xx"),
    trip("range missing", ITEMS, ', "4XX": Json(Problem)', "", "4xx"),
    trip("range of others", ITEMS, '"4XX"', '"5XX"', "4xx"),
    trip("status", ITEMS, '"404"', '"405"', "404"),
    trip("default as a status", FORMS, '"default"', '"404"', "default"),
    wire(
        "error returned",
        ITEMS,
        '"304": Empty()},\n    errors={"404"',
        '"304": Empty(), "404"',
        "404 is no error",
    ),
    wire("unchanged answer", ITEMS, ', "304": Empty()', "", "304 raises"),
    wire(
        "unchanged answer's value", ITEMS, '"304": Empty()', '"304": Json(Item)', "304"
    ),
    wire("choice raised", ITEMS, '"300": Json(Owner), ', "", "300 raises"),
    wire("choice of another", ITEMS, '"300": Json(Owner)', '"300": Json(Item)', "300"),
    wire("redirect raised", ITEMS, ', "302": Empty()', "", "302 raises"),
    wire(
        "answer raised",
        ITEMS,
        'responses={"204": Empty()}',
        'responses={"204": Json(Item)}',
        "expected Item",
    ),
    # Models
    trip("member's type", MODELS, "size: int", "size: str", "size"),
    trip(
        "member of anything",
        MODELS,
        "size: int",
        "size: __import__('typing').Any",
        "anything passes",
    ),
    trip(
        "member that may be absent",
        MODELS,
        "made: datetime",
        "made: Maybe[datetime] = None",
        "made",
    ),
    trip("member that may be null", MODELS, "size: int", "size: int | None", "size"),
    trip("member's item", MODELS, "list[str]", "list[int]", "tags"),
    trip("member not looked into", MODELS, "owner: Owner", "owner: dict", "owner"),
    trip("date as text", MODELS, "made: datetime", "made: str", "made"),
    trip("member's wire name", MODELS, '"displayName"', '"display_name"', "lost"),
    trip("member renamed", MODELS, "active: bool", "is_active: bool", "active"),
    trip("member missing", MODELS, "    active: bool\n", "", "active"),
    trip(
        "member invented",
        MODELS,
        "    active: bool\n",
        "    active: bool\n    x: int\n",
    ),
    trip("error's member", SHARED, "code: int", "code: str", "code"),
    trip(
        "fields exchanged",
        SHARED,
        "    title: str\n    code: int\n",
        "    title: str = __import__('msgspec').field(name='code')\n"
        "    code: int = __import__('msgspec').field(name='title')\n",
        "stands for",
    ),
    trip("whole number as any", MODELS, "size: int", "size: float", "size"),
    wire(
        "members exchanged",
        ITEMS,
        '"id": body_id,\n                "size": size',
        '"id": size,\n                "size": body_id',
        "stands for",
    ),
    # The asynchronous twins
    wire(
        "asynchronous operation",
        ITEMS,
        "await self._session.send(DELETE",
        "await self._session.send(GET",
        "Async",
    ),
    wire(
        "asynchronous values",
        FORMS,
        'return await self._session.send(\n            SUBMIT, (), {"name"',
        'return await self._session.send(\n            SUBMIT, (), {"names"',
        "Async",
    ),
)


class Made(NamedTuple):
    """The package as it is generated, and where mutated ones go."""

    job: Job
    root: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("mutations")
    job = Job(DOCUMENT, CORPUS, root)
    assert generate(job).complete == 6
    return Made(job, root)


@pytest.fixture(autouse=True)
def _importing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is imported here is forgotten again."""
    monkeypatch.syspath_prepend("")
    before = {*sys.modules}
    yield
    for name in {*sys.modules} - before:
        if name.startswith("mutated"):
            del sys.modules[name]


def mutated(made: Made, number: int, mutation: Mutation | None) -> tuple[Path, str]:
    """The folder and the name of a package that is one with a change; all share one runtime."""
    original = made.job.folder / made.job.package
    folder, package = made.root / f"m{number}", f"mutated_{number}"
    shutil.copytree(
        original, folder / package, ignore=shutil.ignore_patterns("_runtime")
    )
    (folder / package / "_runtime").symlink_to(original / "_runtime")
    if mutation is not None:
        path = folder / package / mutation.file
        text = path.read_text("utf-8")
        assert mutation.old in text, f"{mutation.file} has no {mutation.old!r}"
        path.write_text(text.replace(mutation.old, mutation.new), "utf-8")
    return folder, package


def judged(made: Made, number: int, mutation: Mutation | None, check: str) -> Check:
    folder, package = mutated(made, number, mutation)
    if check == "wire":
        return check_wire(DOCUMENT, folder, package, None, BUDGET)
    return check_roundtrip(DOCUMENT, folder, package, BUDGET)


@pytest.mark.parametrize("check", ["wire", "roundtrip"])
def test_the_package_as_it_is_is_clean(made: Made, check: str) -> None:
    found = judged(made, 1000 + len(check), None, check)
    assert (found.verdict, found.notes, found.unreached) == ("ok", (), ())
    assert found.covered == found.total > 0


@pytest.mark.parametrize(
    "number", range(len(MUTATIONS)), ids=lambda n: MUTATIONS[n].name
)
def test_each_mutation_is_found(made: Made, number: int) -> None:
    mutation = MUTATIONS[number]
    found = judged(made, number, mutation, mutation.check)
    assert found.verdict == "failed", found
    assert any(mutation.said in note for note in found.notes), found.notes
