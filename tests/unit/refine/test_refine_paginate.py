from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import alias, api, field, model, operation, ref, union

from generator.diagnostics import Notebook, Place, Severity
from generator.ir.name import Name
from generator.ir.operation import MediaType, Parameter, Response
from generator.ir.pagination import ByCursor, ByLink, ByOffset, ByPage, Pagination
from generator.ir.types import Anything, Array, Integer, Map, Nullable, String, Type
from generator.refine.extensions.paginate import paginate
from generator.targets.python.media.media_kind import Kind, kind_of

PAGE = model(
    "NoteList",
    field("data", Array(item=ref("Note"))),
    field("pages", Nullable(inner=ref("Pages"))),
    field("has_more"),
    field("count", Nullable(inner=Integer())),
)
PAGES = model("Pages", field("next", union(ref("Next"), String())), field("total"))
NEXT = model("Next", field("starting_after"), field("per_page"))
ONLY = model("Only", field("token"))
SEARCH = model("Search", field("pagination", ref("Paging")))
PAGING = model("Paging", field("starting_after"), field("per_page", Integer()))
DECLARED = (
    PAGE,
    PAGES,
    NEXT,
    ONLY,
    SEARCH,
    PAGING,
    model("Note", field("id")),
    model("Whole", field("data", Array(item=String())), field("token", ref("Only"))),
    alias("Alias", ref("NoteList")),
)
CURSOR = ByCursor(
    next=("pages", "next"), parameter="starting_after", cursor_key="starting_after"
)


def paged(
    paging: Pagination,
    returns: Type | None = None,
    takes: Type | None = None,
    query: tuple[str, ...] = (),
) -> tuple[Pagination | None, list[str]]:
    notebook = Notebook()
    given = replace(
        operation(
            returns=ref("NoteList") if returns is None else returns,
            takes=takes,
            parameters=tuple(
                Parameter(name=Name(wire=name), location="query", type=String())
                for name in query
            ),
        ),
        pagination=paging,
    )
    result = paginate(api(*DECLARED, operations=(given,)), notebook)
    assert all(each.severity is Severity.ERROR for each in notebook.findings)
    assert all(each.place == given.place for each in notebook.findings)
    return result.operations[0].pagination, [each.message for each in notebook.findings]


@pytest.mark.parametrize(
    ("paging", "returns"),
    [
        (Pagination(items=("data",), by=CURSOR), ref("NoteList")),
        (Pagination(items=("data",), by=CURSOR), ref("Alias")),
        (
            Pagination(items=("data",), by=replace(CURSOR, more=("has_more",))),
            ref("NoteList"),
        ),
        (
            Pagination(
                items=("data",), by=ByPage(parameter="page", total=("pages", "total"))
            ),
            ref("NoteList"),
        ),
        (Pagination(items=(), by=ByOffset(parameter="skip")), Array(item=ref("Note"))),
        (
            Pagination(items=("any", "thing"), by=ByOffset(parameter="skip")),
            Map(value=Anything()),
        ),
        (Pagination(items=("data",), by=CURSOR), Nullable(inner=ref("NoteList"))),
    ],
)
def test_paging_that_fits_stays(paging: Pagination, returns: Type) -> None:
    assert paged(paging, returns) == (paging, [])


@pytest.mark.parametrize(
    ("by", "query", "want"),
    [
        (ByCursor(next=("pages", "next"), parameter="starting_after"), (), CURSOR),
        (
            ByCursor(next=("pages", "next"), cursor_key="starting_after"),
            ("starting_after",),
            CURSOR,
        ),
        (
            ByCursor(next=("token",), parameter="page"),
            (),
            ByCursor(next=("token",), parameter="page", cursor_key="token"),
        ),
    ],
)
def test_what_the_types_tell_is_filled_in(
    by: ByCursor, query: tuple[str, ...], want: ByCursor
) -> None:
    returns = ref("Whole" if by.next == ("token",) else "NoteList")
    paging = Pagination(items=("data",), by=by)
    found, messages = paged(paging, returns, query=query)
    assert messages == []
    assert found is not None
    assert found.by == want


@pytest.mark.parametrize(
    ("paging", "message"),
    [
        (Pagination(items=("items",), by=CURSOR), "there is no `items`"),
        (Pagination(items=("pages",), by=CURSOR), "`pages` isn't a list"),
        (
            Pagination(items=("data",), by=replace(CURSOR, next=("pages", "after"))),
            "there is no `pages.after`",
        ),
        (
            Pagination(items=("data",), by=replace(CURSOR, more=("more",))),
            "there is no `more`",
        ),
        (
            Pagination(items=("data",), by=replace(CURSOR, cursor_key="cursor")),
            "there is no `pages.next.cursor`",
        ),
        (
            Pagination(
                items=("data",), by=ByCursor(next=("pages", "next"), parameter="page")
            ),
            "`pages.next` is an object, and `cursor_key` isn't given",
        ),
        (
            Pagination(
                items=("data",),
                by=ByCursor(next=("pages", "next"), cursor_key="per_page"),
            ),
            "nothing says where the cursor is sent",
        ),
        (
            Pagination(items=("data",), by=ByPage(parameter="page", total=("sum",))),
            "there is no `sum`",
        ),
        (
            Pagination(items=("data",), by=CURSOR, total=("sum",)),
            "there is no `sum`",
        ),
        (
            Pagination(items=("data",), by=CURSOR, total=("pages", "total")),
            "`pages.total` isn't a whole number",
        ),
        (
            Pagination(items=("data",), by=CURSOR, total=("data",)),
            "`data` isn't a whole number",
        ),
        (
            Pagination(items=("data",), by=CURSOR, size=("paging", "per_page")),
            "there is no `paging.per_page` in the request",
        ),
        (Pagination(items=(), by=ByLink(rel="next")), "`the response` isn't a list"),
        (
            Pagination(
                items=("data",),
                by=replace(CURSOR, parameter="", body=("pagination", "starting_after")),
            ),
            "there is no request body in JSON for the cursor",
        ),
    ],
)
def test_paging_that_does_not_fit_is_refused(paging: Pagination, message: str) -> None:
    found, messages = paged(paging)
    assert found is None
    assert messages == [f"`listNotes` can't be paged: {message}"]


def test_a_cursor_may_be_sent_in_the_body() -> None:
    by = ByCursor(next=("pages", "next"), body=("pagination", "starting_after"))
    found, messages = paged(Pagination(items=("data",), by=by), takes=ref("Search"))
    assert messages == []
    assert found is not None
    assert found.by == replace(by, cursor_key="starting_after")
    _, messages = paged(
        Pagination(items=("data",), by=replace(by, body=("paging",))),
        takes=ref("Search"),
    )
    assert messages == ["`listNotes` can't be paged: there is no `paging`"]


PAGED_BY = ByOffset(parameter="skip")
SIZES: list[tuple[tuple[str, ...], Type | None, str]] = [
    (("pagination", "per_page"), ref("Search"), ""),
    (("limit",), ref("Search"), ""),
    (("limit",), None, ""),
    (("any", "size"), Map(value=Map(value=Anything())), ""),
    (("pagination", "size"), ref("Search"), "there is no `pagination.size`"),
    (("paging", "per_page"), ref("Search"), "there is no `paging`"),
    (("limit", "size"), ref("Search"), "there is no `size`"),
    (("pagination",), ref("Search"), "`pagination` isn't a number"),
    (("size",), None, "there is no `size` in the request"),
]


@pytest.mark.parametrize(("size", "takes", "message"), SIZES)
def test_the_size_of_a_page_has_a_place_in_the_request(
    size: tuple[str, ...], takes: Type | None, message: str
) -> None:
    paging = Pagination(items=("data",), by=PAGED_BY, size=size, total=("count",))
    found, messages = paged(paging, takes=takes, query=("limit",))
    assert found == (None if message else paging)
    said = f"`listNotes` can't be paged: {message}"
    assert messages == ([said] if message else [])


@pytest.mark.parametrize(
    ("content_type", "is_json"),
    [
        ("application/json; charset=utf-8", True),
        ("application/*", True),
        ("*/*", True),
        ("text/json", True),
        ("application/problem+json", True),
        ("application/x-amz-json-1.1", True),
        ("application/jsonl", False),
        ("application/json-seq", False),
        ("text/event-stream", False),
        ("text/plain", False),
        ("text/*", False),
    ],
)
def test_what_is_decoded_as_json_can_be_paged(content_type: str, is_json: bool) -> None:
    paging = Pagination(items=("data",), by=CURSOR)
    media = MediaType(content_type=content_type, type=ref("NoteList"))
    answer = Response(status="200", content=(media,))
    given = replace(operation(), pagination=paging, responses=(answer,))
    found = paginate(api(*DECLARED, operations=(given,)), Notebook())
    assert found.operations[0].pagination == (paging if is_json else None)
    assert (kind_of(media) is Kind.JSON) is is_json


def test_without_a_response_there_is_nothing_to_page() -> None:
    notebook = Notebook()
    given = replace(operation(), pagination=Pagination(items=(), by=CURSOR))
    result = paginate(api(operations=(given,)), notebook)
    assert result.operations[0].pagination is None
    assert len(notebook.findings) == 1


def test_nothing_is_done_where_nothing_is_paged() -> None:
    plain = api(operations=(operation(),))
    assert paginate(plain, Notebook()) is plain


PLACE = Place("overlay.yaml", "/actions/0/update/x-sdk-pagination")
PLACES: list[tuple[Pagination, str]] = [
    (Pagination(items=("items",), by=CURSOR), "/items"),
    (Pagination(items=("data",), by=CURSOR, total=("sum",)), "/total"),
    (Pagination(items=("data",), by=CURSOR, size=("size",)), "/size"),
    (Pagination(items=("data",), by=replace(CURSOR, next=("after",))), "/next"),
    (Pagination(items=("data",), by=replace(CURSOR, more=("x",))), "/more"),
    (Pagination(items=("data",), by=replace(CURSOR, cursor_key="x")), "/cursor_key"),
    (
        Pagination(items=("data",), by=replace(CURSOR, parameter="", body=("x",))),
        "/body",
    ),
    (
        Pagination(items=("data",), by=ByPage(parameter="page", total=("x",))),
        "/page/total",
    ),
    (
        Pagination(items=("data",), by=ByOffset(parameter="skip", total=("x",))),
        "/offset/total",
    ),
]


@pytest.mark.parametrize(("paging", "below"), PLACES)
def test_a_mismatch_stands_at_its_keyword(paging: Pagination, below: str) -> None:
    notebook = Notebook()
    given = replace(
        operation(returns=ref("NoteList")), pagination=replace(paging, place=PLACE)
    )
    paginate(api(*DECLARED, operations=(given,)), notebook)
    assert [each.place for each in notebook.findings] == [
        Place(PLACE.file, PLACE.pointer + below)
    ]
