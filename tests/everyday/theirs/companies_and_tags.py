"""Jobs with companies and tags."""

from __future__ import annotations

from intercom import (
    CreateOrUpdateCompanyRequest,
    CreateOrUpdateTagRequest,
    Intercom,
    TagMultipleUsersRequest,
    TagMultipleUsersRequestUsersItem,
)


def all_companies(client: Intercom) -> list[str]:
    return [company.id for company in client.companies.scroll()]


def recent_companies(client: Intercom) -> list[str]:
    return [company.id for company in client.companies.list()]


def save_company(client: Intercom, company_id: str) -> str:
    company = client.companies.create_or_update(
        request=CreateOrUpdateCompanyRequest(
            company_id=company_id,
            name="Harbour Books",
            monthly_spend=49,
        )
    )
    return company.id


def attach_to_company(client: Intercom, contact_id: str, company_id: str) -> str:
    return client.companies.attach_contact(contact_id, company_id=company_id).id


def tag_and_untag(client: Intercom, contact_id: str, name: str) -> str:
    tag = client.tags.create(request=CreateOrUpdateTagRequest(name=name))
    client.tags.tag_contact(contact_id, tag_id=tag.id)
    return client.tags.untag_contact(contact_id, tag.id).id


def tag_many(client: Intercom, name: str, contact_ids: list[str]) -> str:
    tag = client.tags.create(
        request=TagMultipleUsersRequest(
            name=name,
            users=[TagMultipleUsersRequestUsersItem(id=each) for each in contact_ids],
        )
    )
    return tag.id
