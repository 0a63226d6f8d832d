"""Ticket types say which attributes and states the tickets of a kind have."""

from __future__ import annotations

from typing import Literal

from .._models.shared import ErrorList, TicketType, TicketTypeAttribute
from .._models.ticket_types import TicketTypeList
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

LIST: Operation[TicketTypeList] = Operation(
    "GET",
    "/ticket_types",
    responses={"200": Json(TicketTypeList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
)
CREATE: Operation[TicketType] = Operation(
    "POST",
    "/ticket_types",
    body=JsonBody(),
    responses={"200": Json(TicketType)},
    errors={"400": Json(ErrorList), "401": Json(ErrorList), "429": Json(ErrorList)},
)
RETRIEVE: Operation[TicketType] = Operation(
    "GET",
    "/ticket_types/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(TicketType)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
UPDATE: Operation[TicketType] = Operation(
    "PUT",
    "/ticket_types/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(TicketType)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
CREATE_ATTRIBUTE: Operation[TicketTypeAttribute] = Operation(
    "POST",
    "/ticket_types/{ticket_type_id}/attributes",
    parameters=(PathParameter("ticket_type_id"),),
    body=JsonBody(),
    responses={"200": Json(TicketTypeAttribute)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
UPDATE_ATTRIBUTE: Operation[TicketTypeAttribute] = Operation(
    "PUT",
    "/ticket_types/{ticket_type_id}/attributes/{id}",
    parameters=(PathParameter("ticket_type_id"), PathParameter("id")),
    body=JsonBody(),
    responses={"200": Json(TicketTypeAttribute)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)


class TicketTypes(Resource):
    """Ticket types say which attributes and states the tickets of a kind have."""

    def list(self, *, options: RequestOptions | None = None) -> TicketTypeList:
        """List the ticket types of the workspace, with their attributes and states.

        `GET /ticket_types`

        They come all at once, this list has no pages.

        Returns: The ticket types.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            ticket_type_list = client.ticket_types.list()
        """
        return self._session.send(LIST, options=options)

    def create(
        self,
        *,
        name: str,
        description: str | Omit = OMIT,
        category: (
            Literal["Customer", "Back-office", "Tracker"] | UnknownValue | Omit
        ) = OMIT,
        icon: str | Omit = OMIT,
        is_internal: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketType:
        """Create a ticket type.

        `POST /ticket_types`

        It has the attributes `_default_title_` and `_default_description_` from the
        start.

        Args:
            name: What it is called.
            description: What it is about.
            category: Whom its tickets are for: the contact, teammates alone, or what
                many conversations are about.
            icon: Its icon, an emoji, 🎟️ when absent.
            is_internal: Whether its tickets are for teammates alone, which not every
                workspace can say.

        Returns: The ticket type.
        Raises: BadRequestError, UnauthorizedError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            ticket_type = client.ticket_types.create(
                name="Damaged book",
                description="A book that reached its reader torn, wet or bent",
                category="Customer", icon="📕",
            )
        """
        return self._session.send(
            CREATE,
            (),
            {
                "name": name,
                "description": description,
                "category": category,
                "icon": icon,
                "is_internal": is_internal,
            },
            options=options,
        )

    def retrieve(
        self, ticket_type_id: str | int, *, options: RequestOptions | None = None
    ) -> TicketType:
        """Fetch one ticket type, with its attributes and states.

        `GET /ticket_types/{id}`

        Args:
            ticket_type_id: `id` in the path. The ticket type's id.

        Returns: The ticket type.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            ticket_type = client.ticket_types.retrieve("14")
        """
        return self._session.send(RETRIEVE, (ticket_type_id,), options=options)

    def update(
        self,
        ticket_type_id: str | int,
        *,
        name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        category: (
            Literal["Customer", "Back-office", "Tracker"] | UnknownValue | Omit
        ) = OMIT,
        icon: str | Omit = OMIT,
        is_internal: bool | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketType:
        """Change or archive a ticket type.

        `PUT /ticket_types/{id}`

        What isn't sent stays as it is.

        Args:
            ticket_type_id: `id` in the path. The ticket type's id.
            name: What it is called.
            description: What it is about.
            category: Whom its tickets are for: the contact, teammates alone, or what
                many conversations are about.
            icon: Its icon, an emoji.
            is_internal: Whether its tickets are for teammates alone, which not every
                workspace can say.
            archived: Whether it is archived.

        Returns: The ticket type.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket_type = client.ticket_types.update(
                "14", name="Damaged or missing book"
            )
        """
        return self._session.send(
            UPDATE,
            (ticket_type_id,),
            {
                "name": name,
                "description": description,
                "category": category,
                "icon": icon,
                "is_internal": is_internal,
                "archived": archived,
            },
            options=options,
        )

    def create_attribute(
        self,
        ticket_type_id: str | int,
        *,
        name: str,
        description: str,
        data_type: (
            Literal[
                "string", "list", "integer", "decimal", "boolean", "datetime", "files"
            ]
            | UnknownValue
        ),
        list_items: str | Omit = OMIT,
        multiline: bool | Omit = OMIT,
        allow_multiple_values: bool | Omit = OMIT,
        required_to_create: bool | Omit = OMIT,
        required_to_create_for_contacts: bool | Omit = OMIT,
        visible_on_create: bool | Omit = OMIT,
        visible_to_contacts: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketTypeAttribute:
        """Add an attribute to a ticket type.

        `POST /ticket_types/{ticket_type_id}/attributes`

        Args:
            ticket_type_id: The ticket type's id.
            name: What it is called.
            description: What teammates and contacts are shown about it.
            data_type: What its values are.
            list_items: What there is to choose from, with commas between; for `list`
                alone.
            multiline: Whether a text has several lines; for `string` alone.
            allow_multiple_values: Whether it takes several files; for `files` alone.
            required_to_create: Whether teammates have to fill it in.
            required_to_create_for_contacts: Whether contacts have to fill it in.
            visible_on_create: Whether teammates see it in the form for a new ticket,
                true when absent.
            visible_to_contacts: Whether contacts see it in the form for a new ticket,
                true when absent.

        Returns: The attribute.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket_type_attribute = client.ticket_types.create_attribute(
                "14", name="Remedy", description="What the reader would like",
                data_type="list", list_items="Another copy,Money back",
            )
        """
        return self._session.send(
            CREATE_ATTRIBUTE,
            (ticket_type_id,),
            {
                "name": name,
                "description": description,
                "data_type": data_type,
                "list_items": list_items,
                "multiline": multiline,
                "allow_multiple_values": allow_multiple_values,
                "required_to_create": required_to_create,
                "required_to_create_for_contacts": required_to_create_for_contacts,
                "visible_on_create": visible_on_create,
                "visible_to_contacts": visible_to_contacts,
            },
            options=options,
        )

    def update_attribute(
        self,
        ticket_type_id: str | int,
        attribute_id: str | int,
        *,
        name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        list_items: str | Omit = OMIT,
        multiline: bool | Omit = OMIT,
        allow_multiple_values: bool | Omit = OMIT,
        required_to_create: bool | Omit = OMIT,
        required_to_create_for_contacts: bool | Omit = OMIT,
        visible_on_create: bool | Omit = OMIT,
        visible_to_contacts: bool | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketTypeAttribute:
        """Change or archive an attribute of a ticket type.

        `PUT /ticket_types/{ticket_type_id}/attributes/{id}`

        What isn't sent stays as it is. The `data_type` can't be changed.

        Args:
            ticket_type_id: The ticket type's id.
            attribute_id: `id` in the path. The attribute's id.
            name: What it is called.
            description: What teammates and contacts are shown about it.
            list_items: What there is to choose from, with commas between; for `list`
                alone.
            multiline: Whether a text has several lines; for `string` alone.
            allow_multiple_values: Whether it takes several files; for `files` alone.
            required_to_create: Whether teammates have to fill it in.
            required_to_create_for_contacts: Whether contacts have to fill it in.
            visible_on_create: Whether teammates see it in the form for a new ticket.
            visible_to_contacts: Whether contacts see it in the form for a new ticket.
            archived: Whether it is archived, so that new tickets don't have it; tickets
                that have it keep it.

        Returns: The attribute.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            ticket_type_attribute = client.ticket_types.update_attribute(
                "14", "63", description="What would make it good",
                required_to_create=True,
            )
        """
        return self._session.send(
            UPDATE_ATTRIBUTE,
            (ticket_type_id, attribute_id),
            {
                "name": name,
                "description": description,
                "list_items": list_items,
                "multiline": multiline,
                "allow_multiple_values": allow_multiple_values,
                "required_to_create": required_to_create,
                "required_to_create_for_contacts": required_to_create_for_contacts,
                "visible_on_create": visible_on_create,
                "visible_to_contacts": visible_to_contacts,
                "archived": archived,
            },
            options=options,
        )


class AsyncTicketTypes(AsyncResource):
    """`TicketTypes` for asynchronous clients."""

    async def list(self, *, options: RequestOptions | None = None) -> TicketTypeList:
        """`GET /ticket_types`, as `TicketTypes.list`."""
        return await self._session.send(LIST, options=options)

    async def create(
        self,
        *,
        name: str,
        description: str | Omit = OMIT,
        category: (
            Literal["Customer", "Back-office", "Tracker"] | UnknownValue | Omit
        ) = OMIT,
        icon: str | Omit = OMIT,
        is_internal: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketType:
        """Create a ticket type. `POST /ticket_types`, as `TicketTypes.create`."""
        return await self._session.send(
            CREATE,
            (),
            {
                "name": name,
                "description": description,
                "category": category,
                "icon": icon,
                "is_internal": is_internal,
            },
            options=options,
        )

    async def retrieve(
        self, ticket_type_id: str | int, *, options: RequestOptions | None = None
    ) -> TicketType:
        """`GET /ticket_types/{id}`, as `TicketTypes.retrieve`."""
        return await self._session.send(RETRIEVE, (ticket_type_id,), options=options)

    async def update(
        self,
        ticket_type_id: str | int,
        *,
        name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        category: (
            Literal["Customer", "Back-office", "Tracker"] | UnknownValue | Omit
        ) = OMIT,
        icon: str | Omit = OMIT,
        is_internal: bool | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketType:
        """`PUT /ticket_types/{id}`, as `TicketTypes.update`."""
        return await self._session.send(
            UPDATE,
            (ticket_type_id,),
            {
                "name": name,
                "description": description,
                "category": category,
                "icon": icon,
                "is_internal": is_internal,
                "archived": archived,
            },
            options=options,
        )

    async def create_attribute(
        self,
        ticket_type_id: str | int,
        *,
        name: str,
        description: str,
        data_type: (
            Literal[
                "string", "list", "integer", "decimal", "boolean", "datetime", "files"
            ]
            | UnknownValue
        ),
        list_items: str | Omit = OMIT,
        multiline: bool | Omit = OMIT,
        allow_multiple_values: bool | Omit = OMIT,
        required_to_create: bool | Omit = OMIT,
        required_to_create_for_contacts: bool | Omit = OMIT,
        visible_on_create: bool | Omit = OMIT,
        visible_to_contacts: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketTypeAttribute:
        """`POST /ticket_types/{ticket_type_id}/attributes`, as
        `TicketTypes.create_attribute`.
        """
        return await self._session.send(
            CREATE_ATTRIBUTE,
            (ticket_type_id,),
            {
                "name": name,
                "description": description,
                "data_type": data_type,
                "list_items": list_items,
                "multiline": multiline,
                "allow_multiple_values": allow_multiple_values,
                "required_to_create": required_to_create,
                "required_to_create_for_contacts": required_to_create_for_contacts,
                "visible_on_create": visible_on_create,
                "visible_to_contacts": visible_to_contacts,
            },
            options=options,
        )

    async def update_attribute(
        self,
        ticket_type_id: str | int,
        attribute_id: str | int,
        *,
        name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        list_items: str | Omit = OMIT,
        multiline: bool | Omit = OMIT,
        allow_multiple_values: bool | Omit = OMIT,
        required_to_create: bool | Omit = OMIT,
        required_to_create_for_contacts: bool | Omit = OMIT,
        visible_on_create: bool | Omit = OMIT,
        visible_to_contacts: bool | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> TicketTypeAttribute:
        """`PUT /ticket_types/{ticket_type_id}/attributes/{id}`, as
        `TicketTypes.update_attribute`.
        """
        return await self._session.send(
            UPDATE_ATTRIBUTE,
            (ticket_type_id, attribute_id),
            {
                "name": name,
                "description": description,
                "list_items": list_items,
                "multiline": multiline,
                "allow_multiple_values": allow_multiple_values,
                "required_to_create": required_to_create,
                "required_to_create_for_contacts": required_to_create_for_contacts,
                "visible_on_create": visible_on_create,
                "visible_to_contacts": visible_to_contacts,
                "archived": archived,
            },
            options=options,
        )
