"""Jobs with companies and tags."""

from __future__ import annotations

from intercom_sdk import Intercom


def all_companies(client: Intercom) -> list[str]:
    return [company.id for company in client.companies.scroll()]


def recent_companies(client: Intercom) -> list[str]:
    return [company.id for company in client.companies.list()]


def save_company(client: Intercom, company_id: str) -> str:
    company = client.companies.create_or_update(
        company_id=company_id, name="Harbour Books", monthly_spend=49
    )
    return company.id


def attach_to_company(client: Intercom, contact_id: str, company_id: str) -> str:
    return client.contacts.add_company(contact_id, company_id=company_id).id


def tag_and_untag(client: Intercom, contact_id: str, name: str) -> str:
    tag = client.tags.create_or_update(name=name)
    client.contacts.add_tag(contact_id, tag_id=tag.id)
    return client.contacts.remove_tag(contact_id, tag.id).id


def tag_many(client: Intercom, name: str, contact_ids: list[str]) -> str:
    return client.tags.tag_contacts(name, contact_ids).id
