from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import api, operation

from generator.diagnostics import Notebook
from generator.ir.api import Api, Resource
from generator.ir.name import Name, split
from generator.ir.operation import Operation
from generator.ir.value import Docs, Text
from generator.refine.operations.english import singular
from generator.refine.operations.identify import identify
from generator.refine.operations.method_names import method_words
from generator.refine.operations.verbs import verbs_of


def named(resource: str, id: str, method: str = "GET", template: str = "/x") -> str:
    given = operation(id, method=method, template=template)
    words = method_words(given, split(resource), verbs_of([given]), lists=True)
    return "_".join(words[0])


@pytest.mark.parametrize(
    ("resource", "id", "want"),
    [
        ("Notes", "listNotes", "list"),
        ("Notes", "createNote", "create"),
        ("Notes", "RetrieveANoteById", "retrieve_by_id"),
        ("Notes", "getNote", "get"),
        ("Notes", "getNotes", "get_notes"),
        ("Notes", "deleteNotes", "delete_notes"),
        ("Notes", "listAllNotes", "list_all"),
        ("Notes", "listContactNotes", "list_contact_notes"),
        ("Notes", "list_notes_for_a_contact", "list_for_contact"),
        ("Notes", "notes_list", "list"),
        ("notes", "notes/list-for-org", "list_for_org"),
        ("Note", "NoteArchive", "archive"),
        ("Companies", "updateCompany", "update"),
        ("Teams", "listTeamMembers", "list_members"),
        ("Teams", "getTeamsForUser", "get_teams_for_user"),
        ("Ticket Type Attributes", "createTicketTypeAttribute", "create"),
        ("AccountService", "AccountService_ListAccounts", "list"),
        ("Users", "UsersController_findAll", "find_all"),
        ("core_v1", "patchCoreV1NamespacedPodStatus", "patch_namespaced_pod_status"),
        ("Statuses", "getStatus", "get"),
        ("Notes", "search", "search"),
        ("Notes", "notes", "notes"),
        ("Albums", "get-an-album", "get"),
        ("Vitamins", "getVitaminA", "get_a"),
    ],
)
def test_an_operation_id_loses_what_its_resource_says(
    resource: str, id: str, want: str
) -> None:
    assert named(resource, id) == want


def test_a_thing_on_the_path_is_no_verb() -> None:
    assert (
        named("Exec", "ContainerExec", "POST", "/containers/{id}/exec")
        == "container_exec"
    )


def test_what_a_framework_appends_is_left_out() -> None:
    id = "read_item_items__item_id__get"
    assert named("items", id, "GET", "/items/{item_id}") == "read"


@pytest.mark.parametrize(
    ("resource", "method", "template", "want"),
    [
        ("notes", "GET", "/notes", "list"),
        ("notes", "POST", "/v1/notes", "create"),
        ("notes", "GET", "/api/v2/notes/{id}", "retrieve"),
        ("notes", "PUT", "/notes/{id}", "replace"),
        ("notes", "PATCH", "/notes/{id}", "update"),
        ("notes", "POST", "/notes/{id}", "update"),
        ("notes", "DELETE", "/notes/{id}", "delete"),
        ("notes", "DELETE", "/notes", "delete_many"),
        ("notes", "HEAD", "/notes/{id}", "head"),
        ("notes", "GET", "/companies/{id}/notes", "list_for_company"),
        ("pages", "GET", "/ai/pages", "list"),
        ("companies", "GET", "/companies/{id}/notes", "list_notes"),
        ("companies", "GET", "/companies/{id}/notes/{note}", "retrieve_note"),
        ("companies", "POST", "/companies/{id}/notes", "create_note"),
        ("notes", "POST", "/notes/{id}/archive", "archive"),
        ("billing", "POST", "/billing/meters/{id}/deactivate", "deactivate_meter"),
        ("notes", "GET", "/notes/search", "search"),
        ("notes", "POST", "/notes/{id}:undelete", "undelete"),
        ("charts", "GET", "/chart/", "list"),
        ("chart", "GET", "/chart/", "retrieve"),
        ("user", "GET", "/me", "retrieve_me"),
        ("Reporting Data", "GET", "/export/reporting_data/{job}", "retrieve"),
        ("default", "GET", "/", "retrieve"),
        ("notes", "QUERY", "/notes", "query"),
    ],
)
def test_without_an_operation_id_path_and_method_name(
    resource: str, method: str, template: str, want: str
) -> None:
    assert named(resource, "", method, template) == want


@pytest.mark.parametrize(
    ("method", "template", "id", "want"),
    [
        ("GET", "/v1/customers", "GetCustomers", "list"),
        ("POST", "/v1/customers/{customer}", "PostCustomersCustomer", "update"),
        ("GET", "/customers/{customer_id}", "get_customers_id", "retrieve"),
        (
            "GET",
            "/customers/{id}/cards/{card}",
            "get-customers-id-cards-card",
            "retrieve_card",
        ),
        ("GET", "/customers/{id}", "getCustomersThing", "get_customers_thing"),
    ],
)
def test_an_operation_id_that_repeats_the_path_is_none(
    method: str, template: str, id: str, want: str
) -> None:
    assert named("customers", id, method, template) == want


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ("notes", "note"),
        ("companies", "company"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("statuses", "status"),
        ("status", "status"),
        ("news", "news"),
        ("analysis", "analysis"),
        ("ids", "id"),
        ("gas", "gas"),
        ("class", "class"),
    ],
)
def test_singulars(given: str, want: str) -> None:
    assert singular(given) == want


def identified(
    *operations: Operation, resources: tuple[Resource, ...] = ()
) -> tuple[Api, list[str]]:
    notebook = Notebook()
    result = identify(api(operations=operations, resources=resources), notebook)
    return result, [each.code for each in notebook.findings]


def homes(result: Api) -> list[str]:
    return ["/".join(name.wire for name in each.resource) for each in result.operations]


def methods(result: Api) -> list[str]:
    return [each.name.preferred for each in result.operations]


@pytest.mark.parametrize(
    ("given", "want"),
    [
        (operation(resource=("ai", "pages"), tags=("Notes",)), "ai/pages"),
        (operation(tags=("Notes", "Tags")), "Notes"),
        (operation(tags=("🎉", "Tags")), "Tags"),
        (operation(tags=("",), template="/api/v1/teams/{id}"), "teams"),
        (operation(template="/2010-04-01/Accounts.json"), "Accounts"),
        (operation(template="/{id}/parts"), "parts"),
        (operation(template="/"), "default"),
        (operation(template="/🎉/{id}"), "default"),
        (operation(tags=("../../etc/passwd",)), "../../etc/passwd"),
        (operation(tags=("Ünïcode",)), "Ünïcode"),
    ],
)
def test_where_an_operation_belongs(given: Operation, want: str) -> None:
    result, _ = identified(given)
    assert homes(result) == [want]
    assert all(name.words for name in result.operations[0].resource)
    assert result.resources[-1].id == want


def test_groups_around_groups_are_there_too() -> None:
    result, _ = identified(operation(resource=("ai", "pages")))
    assert [each.id for each in result.resources] == ["ai", "ai/pages"]


def test_tags_that_differ_in_spelling_alone_are_one_group() -> None:
    docs = Docs(description=Text(raw="Notes on contacts"))
    tag = Resource(id="data export", name=(Name(wire="data export"),), docs=docs)
    result, _ = identified(
        operation("a", tags=("Data Export",)),
        operation("b", tags=("data export",)),
        resources=(tag,),
    )
    assert homes(result) == ["Data Export", "Data Export"]
    (only,) = result.resources
    assert only.docs == docs


def test_long_and_versioned_tags_are_shortened() -> None:
    long = "Everything there is to know about the notes of contacts and companies"
    result, _ = identified(
        operation("a", tags=(long,)), operation("b", tags=("Api20100401Account",))
    )
    words = ["_".join(each.name[-1].words) for each in result.resources]
    assert (
        len(
            identified(operation("c", tags=("x" * 99,)))[0]
            .resources[0]
            .name[0]
            .words[0]
        )
        == 48
    )
    assert words == [
        "everything_there_is_to_know_about_the_notes_of",
        "account",
    ]


def test_collisions_take_longer_names_and_are_noted() -> None:
    first = operation("note_create", tags=("Notes",))
    result, codes = identified(
        first,
        operation("createNote", tags=("Notes",), method="POST"),
        operation("create", tags=("Notes",), method="PUT"),
        operation("createNote", tags=("Notes",), method="PATCH"),
        operation("createNote", tags=("Notes",), method="PATCH", template="/other"),
    )
    assert methods(result) == [
        "create",
        "create_note",
        "create_put",
        "create_note_patch",
        "create_note_patch_2",
    ]
    assert codes == ["name-collision"] * 4


def test_what_the_document_chose_goes_first() -> None:
    chosen = operation("b", tags=("Notes",), preferred="list")
    result, codes = identified(operation("listNotes", tags=("Notes",)), chosen)
    assert methods(result) == ["list_notes", "list"]
    assert codes == ["name-collision"]


def test_the_same_name_in_two_groups_is_no_collision() -> None:
    result, codes = identified(
        operation("listNotes", tags=("Notes",)), operation("listTags", tags=("Tags",))
    )
    assert methods(result) == ["list", "list"]
    assert codes == []


def test_names_survive_other_operations() -> None:
    before = [
        operation(id, tags=("Notes",), template=f"/{id}")
        for id in ("listNotes", "getNote", "createNote")
    ]
    more = [
        operation(id, tags=("Notes",), template=f"/{id}")
        for id in ("getNotes", "listNotesForTeam", "note_archive")
    ]
    small, _ = identified(*before)
    grown, _ = identified(*more, *before)
    names = {each.id: each.name.preferred for each in grown.operations}
    assert {
        each.id: each.name.preferred for each in small.operations
    }.items() <= names.items()


def test_identify_changes_nothing_that_it_made() -> None:
    once, _ = identified(
        operation("listNotes", tags=("Notes",)),
        replace(operation("", template="/x/{id}"), tags=()),
    )
    assert identify(once, Notebook()) == once
