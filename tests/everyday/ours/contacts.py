"""Jobs with contacts."""

from __future__ import annotations

from intercom_sdk import Intercom
from intercom_sdk.search import Field, where


def list_contacts(client: Intercom) -> list[str]:
    return [contact.id for contact in client.contacts.list()]


def find_by_email(client: Intercom, email: str) -> list[str]:
    query = where(Field("email") == email)
    return [contact.id for contact in client.contacts.search(query=query)]


def find_by_nested_query(client: Intercom, role: str) -> list[str]:
    mine = Field("name").contains("Mary") | (Field("owner_id") == 5017690)
    query = where((Field("role") == role) & mine)
    return [contact.id for contact in client.contacts.search(query=query)]


def create_contact(client: Intercom, email: str) -> str:
    contact = client.contacts.create(
        role="user", email=email, name="Mary", custom_attributes={"orders": 12}
    )
    return contact.id


def clear_phone(client: Intercom, contact_id: str) -> str:
    return client.contacts.update(contact_id, phone=None).id


def find_by_external_id(client: Intercom, external_id: str) -> str:
    return client.contacts.retrieve_by_external_id(external_id).id


def merge_contacts(client: Intercom, lead_id: str, user_id: str) -> str:
    return client.contacts.merge(from_=lead_id, into=user_id).id


def opt_out_of_all(client: Intercom, contact_id: str) -> list[str]:
    contacts = client.contacts
    found = contacts.list_subscriptions(contact_id).data
    for each in found:
        contacts.add_subscription(
            contact_id, subscription_id=each.id, consent_type="opt_out"
        )
    return [each.id for each in found]
