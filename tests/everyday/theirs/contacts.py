"""Jobs with contacts."""

from __future__ import annotations

from intercom import (
    CreateContactRequestWithEmail,
    Intercom,
    MultipleFilterSearchRequest,
    SingleFilterSearchRequest,
)


def list_contacts(client: Intercom) -> list[str]:
    return [contact.id for contact in client.contacts.list()]


def find_by_email(client: Intercom, email: str) -> list[str]:
    query = SingleFilterSearchRequest(field="email", operator="=", value=email)
    return [contact.id for contact in client.contacts.search(query=query)]


def find_by_nested_query(client: Intercom, role: str) -> list[str]:
    name = SingleFilterSearchRequest(field="name", operator="~", value="Mary")
    owner = SingleFilterSearchRequest(field="owner_id", operator="=", value=5017690)
    mine = MultipleFilterSearchRequest(operator="OR", value=[name, owner])
    # A list of a condition and a group is refused, so the condition is a group of one.
    user = SingleFilterSearchRequest(field="role", operator="=", value=role)
    users = MultipleFilterSearchRequest(operator="AND", value=[user])
    query = MultipleFilterSearchRequest(operator="AND", value=[users, mine])
    return [contact.id for contact in client.contacts.search(query=query)]


def create_contact(client: Intercom, email: str) -> str:
    contact = client.contacts.create(
        request=CreateContactRequestWithEmail(
            email=email,
            name="Mary",
            custom_attributes={"orders": 12},
            role="user",  # type: ignore[call-arg]  # sent, and not declared
        )
    )
    return contact.id


def clear_phone(client: Intercom, contact_id: str) -> str:
    return client.contacts.update(contact_id, phone=None).id


def find_by_external_id(client: Intercom, external_id: str) -> str:
    return client.contacts.show_contact_by_external_id(external_id).id


def merge_contacts(client: Intercom, lead_id: str, user_id: str) -> str:
    return client.contacts.merge_lead_in_user(lead_id=lead_id, contact_id=user_id).id


def opt_out_of_all(client: Intercom, contact_id: str) -> list[str]:
    contacts = client.contacts
    found = contacts.list_attached_subscriptions(contact_id).data or []
    for each in found:
        contacts.attach_subscription(
            contact_id, subscription_id=each.id, consent_type="opt_out"
        )
    return [each.id for each in found]
