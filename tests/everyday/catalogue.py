"""The jobs, in the order of the table."""

from __future__ import annotations

from everyday.conversation_jobs import CONVERSATION_JOBS
from everyday.job import (
    AGAIN_AND_AGAIN,
    COMPANY,
    CONTACT,
    LEAD,
    Job,
    endless,
    group,
    one,
    outcome,
    search,
)

EMAIL = "mary@harbour-books.example"
SCROLL = "9b0c1d7e-4a52-4d0e-8a8f-1f2f6d3b5c61"
SOURCE = "https://help.example.com"
BY_EMAIL = one("email", "=", EMAIL)
MINE = group("OR", one("name", "~", "Mary"), one("owner_id", "=", 5017690))
USER = one("role", "=", "user")
CONTACTS = [CONTACT, f"{CONTACT}0"]
COMPANIES = [COMPANY, f"{COMPANY}0"]

JOBS: tuple[Job, ...] = (
    Job(
        "list contacts, 2 pages",
        "contacts.list_contacts",
        (),
        outcome(CONTACTS, "GET /contacts", "GET /contacts?starting_after=two"),
    ),
    Job(
        "find contacts by email, 2 pages",
        "contacts.find_by_email",
        (EMAIL,),
        outcome(CONTACTS, *search("POST /contacts/search", BY_EMAIL)),
        endless("POST /contacts/search", BY_EMAIL),
        AGAIN_AND_AGAIN,
    ),
    Job(
        "find contacts by an AND with an OR inside",
        "contacts.find_by_nested_query",
        ("user",),
        outcome(CONTACTS, *search("POST /contacts/search", group("AND", USER, MINE))),
        endless("POST /contacts/search", group("AND", group("AND", USER), MINE)),
        AGAIN_AND_AGAIN,
    ),
    Job(
        "create a contact with custom attributes",
        "contacts.create_contact",
        (EMAIL,),
        outcome(
            CONTACT,
            (
                "POST /contacts",
                {
                    "role": "user",
                    "email": EMAIL,
                    "name": "Mary",
                    "custom_attributes": {"orders": 12},
                },
            ),
        ),
    ),
    Job(
        "clear a value of a contact",
        "contacts.clear_phone",
        (CONTACT,),
        outcome(CONTACT, (f"PUT /contacts/{CONTACT}", {"phone": None})),
    ),
    Job(
        "fetch the contact whose external id is `u/1 2`",
        "contacts.find_by_external_id",
        ("u/1 2",),
        outcome(CONTACT, "GET /contacts/find_by_external_id/u%2F1%202"),
        outcome("ApiError 404", "GET /contacts/find_by_external_id/u/1%202"),
        "calls another endpoint",
    ),
    Job(
        "merge a lead into a user",
        "contacts.merge_contacts",
        (LEAD, CONTACT),
        outcome(CONTACT, ("POST /contacts/merge", {"from": LEAD, "into": CONTACT})),
    ),
    Job(
        "opt a contact out of all subscriptions",
        "contacts.opt_out_of_all",
        (CONTACT,),
        outcome(
            ["91"],
            f"GET /contacts/{CONTACT}/subscriptions",
            (
                f"POST /contacts/{CONTACT}/subscriptions",
                {"id": "91", "consent_type": "opt_out"},
            ),
        ),
    ),
    *CONVERSATION_JOBS,
    Job(
        "tag a contact, and untag it",
        "companies_and_tags.tag_and_untag",
        (CONTACT, "VIP"),
        outcome(
            "8812",
            ("POST /tags", {"name": "VIP"}),
            (f"POST /contacts/{CONTACT}/tags", {"id": "8812"}),
            f"DELETE /contacts/{CONTACT}/tags/8812",
        ),
    ),
    Job(
        "tag many contacts",
        "companies_and_tags.tag_many",
        ("VIP", [CONTACT, LEAD]),
        outcome(
            "8812",
            ("POST /tags", {"name": "VIP", "users": [{"id": CONTACT}, {"id": LEAD}]}),
        ),
    ),
    Job(
        "create or update a company",
        "companies_and_tags.save_company",
        ("harbour-books",),
        outcome(
            COMPANY,
            (
                "POST /companies",
                {
                    "company_id": "harbour-books",
                    "name": "Harbour Books",
                    "monthly_spend": 49,
                },
            ),
        ),
    ),
    Job(
        "attach a contact to a company",
        "companies_and_tags.attach_to_company",
        (CONTACT, COMPANY),
        outcome(COMPANY, (f"POST /contacts/{CONTACT}/companies", {"id": COMPANY})),
    ),
    Job(
        "list companies, 2 pages",
        "companies_and_tags.recent_companies",
        (),
        outcome(
            COMPANIES, *(f"POST /companies/list?page={number}" for number in (1, 2))
        ),
        outcome(
            COMPANIES, *(f"POST /companies/list?page={number}" for number in (1, 2, 3))
        ),
        "a request too many",
    ),
    Job(
        "scroll over all companies",
        "companies_and_tags.all_companies",
        (),
        outcome(
            COMPANIES,
            "GET /companies/scroll",
            *[f"GET /companies/scroll?scroll_param={SCROLL}"] * 2,
        ),
    ),
    Job(
        "leave a note, the admin's id a number",
        "notes_and_content.leave_note",
        (CONTACT, 991267568),
        outcome(
            "34",
            (
                f"POST /contacts/{CONTACT}/notes",
                {"body": "Hello", "admin_id": 991267568},
            ),
        ),
    ),
    Job(
        "list a contact's notes, 2 pages",
        "notes_and_content.list_notes",
        (CONTACT,),
        outcome(
            ["34", "340"],
            f"GET /contacts/{CONTACT}/notes",
            f"GET /contacts/{CONTACT}/notes?starting_after=two",
        ),
        outcome(
            ["34", "340"],
            *(f"GET /contacts/{CONTACT}/notes?page={number}" for number in (1, 2, 3)),
        ),
        "a request too many",
    ),
    Job(
        "add a content source with a page",
        "notes_and_content.add_source_with_page",
        (SOURCE,),
        outcome(
            "21",
            (
                "POST /ai/content_import_sources",
                {"sync_behavior": "api", "url": SOURCE},
            ),
            (
                "POST /ai/external_pages",
                {
                    "title": "Returns",
                    "html": "<p>Within 30 days.</p>",
                    "locale": "en",
                    "source_id": 44,
                    "external_id": "returns",
                },
            ),
        ),
    ),
    Job(
        "list external pages, 2 pages",
        "notes_and_content.list_pages",
        (),
        outcome(
            ["21", "210"],
            "GET /ai/external_pages",
            "GET /ai/external_pages?starting_after=two",
        ),
        outcome(["21"], "GET /ai/external_pages"),
        "the first page alone",
    ),
)
