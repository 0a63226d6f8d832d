"""Tags, and the methods that put one on many things or take it off them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.argument_checks import check_array
from ._runtime.errors import ArgumentError
from ._runtime.json.plain_data import SequenceNotStr
from ._runtime.process import LazyModule
from ._runtime.request.request_options import RequestOptions
from .models import SavedTag
from .resources import tags

if TYPE_CHECKING:
    from . import params
else:
    params = LazyModule(".params", __package__)


class Tags(tags.Tags):
    """Tags are labels for contacts, companies, conversations and other things."""

    def tag_companies(
        self,
        name: str,
        company_ids: SequenceNotStr[str],
        *,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """Put a tag on companies; it is made where it isn't there.

        Args:
            name: What the tag says.
            company_ids: The companies, by the ids that Intercom gave.
            options: What is different for this call.

        Returns: The tag, and the companies.

        Example:
            tag = client.tags.tag_companies("Wholesale", ["65a1f0c2e4b0a7d1c3f4c001"])
        """
        companies = _companies(company_ids)
        return self.create_or_update(name=name, companies=companies, options=options)

    def untag_companies(
        self,
        name: str,
        company_ids: SequenceNotStr[str],
        *,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """Take a tag off companies.

        Args:
            name: What the tag says.
            company_ids: The companies, by the ids that Intercom gave.
            options: What is different for this call.

        Returns: The tag, and the companies.

        Example:
            tag = client.tags.untag_companies("Wholesale", ["65a1f0c2e4b0a7d1c3f4c001"])
        """
        companies = _companies(company_ids, untag=True)
        return self.create_or_update(name=name, companies=companies, options=options)

    def tag_contacts(
        self,
        name: str,
        contact_ids: SequenceNotStr[str],
        *,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """Put a tag on contacts; it is made where it isn't there.

        Args:
            name: What the tag says.
            contact_ids: The contacts, by the ids that Intercom gave.
            options: What is different for this call.

        Returns: The tag, and the contacts.

        Example:
            tag = client.tags.tag_contacts("Wholesale", ["65a1f0c2e4b0a7d1c3f49b21"])
        """
        users = _contacts(contact_ids)
        return self.create_or_update(name=name, users=users, options=options)


class AsyncTags(tags.AsyncTags):
    """`Tags` for asynchronous clients."""

    async def tag_companies(
        self,
        name: str,
        company_ids: SequenceNotStr[str],
        *,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """Put a tag on companies, as `Tags.tag_companies`."""
        companies = _companies(company_ids)
        return await self.create_or_update(
            name=name, companies=companies, options=options
        )

    async def untag_companies(
        self,
        name: str,
        company_ids: SequenceNotStr[str],
        *,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """Take a tag off companies, as `Tags.untag_companies`."""
        companies = _companies(company_ids, untag=True)
        return await self.create_or_update(
            name=name, companies=companies, options=options
        )

    async def tag_contacts(
        self,
        name: str,
        contact_ids: SequenceNotStr[str],
        *,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """Put a tag on contacts, as `Tags.tag_contacts`."""
        users = _contacts(contact_ids)
        return await self.create_or_update(name=name, users=users, options=options)


def _companies(
    ids: SequenceNotStr[str], *, untag: bool = False
) -> list[params.TagCompanyParams]:
    _check_list("company_ids", ids)
    if untag:
        return [{"id": id, "untag": True} for id in ids]
    return [{"id": id} for id in ids]


def _contacts(ids: SequenceNotStr[str]) -> list[params.TagContactParams]:
    _check_list("contact_ids", ids)
    return [{"id": id} for id in ids]


def _check_list(name: str, ids: object) -> None:
    try:
        check_array(ids)
    except ArgumentError as error:
        error.below(name)
        raise
