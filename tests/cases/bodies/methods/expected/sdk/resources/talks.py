"""Operations on `talks`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._models.talks import Talk
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.conversion import ByTag, Conversion, Only
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

MANAGE: Operation[Talk] = Operation(
    "POST",
    "/talks/{id}/parts",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    convert=Conversion(body=ByTag("message_type", {"close": {"type": Only("admin")}})),
    responses={"200": Json(Talk)},
)
CLOSE: Operation[Talk] = Operation(
    "POST",
    "/talks/{id}/parts",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Talk)},
)
MANAGE_VARIANTS_: Variants = Variants(
    Variant(
        ("message_type", "admin_id"),
        ("type", "note"),
        values={"message_type": ("close",)},
    ),
    Variant(
        ("message_type", "admin_id", "snoozed_until"),
        values={"message_type": ("snoozed",)},
    ),
    required=False,
)


class Talks(Resource):
    """Operations on `talks`."""

    @overload
    def manage(
        self,
        id: str | int,
        *,
        message_type: Literal["snoozed"],
        admin_id: str,
        snoozed_until: int,
        options: RequestOptions | None = None,
    ) -> Talk: ...

    @overload
    def manage(
        self,
        id: str | int,
        *,
        message_type: Literal["close"],
        admin_id: str,
        type: Literal["admin"] | UnknownValue | Omit = OMIT,
        note: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk: ...

    @overload
    def manage(
        self,
        id: str | int,
        *,
        body: params.ManageTalkRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk: ...

    def manage(
        self,
        id: str | int,
        *,
        message_type: Literal["close", "snoozed"] | Omit = OMIT,
        type: Literal["admin"] | UnknownValue | Omit = OMIT,
        admin_id: str | Omit = OMIT,
        note: str | Omit = OMIT,
        snoozed_until: int | Omit = OMIT,
        body: params.ManageTalkRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk:
        """Manage a talk.

        `POST /talks/{id}/parts`

        `close` fix members of the body.

        Args:
            admin_id: Who closes it.
            note: What is said.
            body: The request body.

        Overloads:
            message_type="snoozed", admin_id, snoozed_until
            message_type="close", admin_id, [type], [note]: What closes a talk.
            [body]: The whole body.

        Returns: The talk.

        Example:
            talk = client.talks.manage(
                "text", message_type="close", admin_id="7", type="admin", note="Bye"
            )
        """
        return self._session.send(
            MANAGE,
            (id,),
            MANAGE_VARIANTS_.collect(
                {
                    "message_type": message_type,
                    "type": type,
                    "admin_id": admin_id,
                    "note": note,
                    "snoozed_until": snoozed_until,
                },
                body,
            ),
            options=options,
        )

    def close(
        self,
        id: str | int,
        *,
        admin_id: str,
        note: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk:
        """Close a talk.

        `POST /talks/{id}/parts`

        Sends `message_type="close"`, `type="admin"` in the body.

        Args:
            admin_id: Who closes it.
            note: What is said.

        Body: What closes a talk.
        Returns: The talk.

        Example:
            talk = client.talks.close("text", admin_id="7", note="Bye")
        """
        return self._session.send(
            CLOSE,
            (id,),
            {
                "admin_id": admin_id,
                "note": note,
                "message_type": "close",
                "type": "admin",
            },
            options=options,
        )


class AsyncTalks(AsyncResource):
    """`Talks` for asynchronous clients."""

    @overload
    async def manage(
        self,
        id: str | int,
        *,
        message_type: Literal["snoozed"],
        admin_id: str,
        snoozed_until: int,
        options: RequestOptions | None = None,
    ) -> Talk: ...

    @overload
    async def manage(
        self,
        id: str | int,
        *,
        message_type: Literal["close"],
        admin_id: str,
        type: Literal["admin"] | UnknownValue | Omit = OMIT,
        note: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk: ...

    @overload
    async def manage(
        self,
        id: str | int,
        *,
        body: params.ManageTalkRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk: ...

    async def manage(
        self,
        id: str | int,
        *,
        message_type: Literal["close", "snoozed"] | Omit = OMIT,
        type: Literal["admin"] | UnknownValue | Omit = OMIT,
        admin_id: str | Omit = OMIT,
        note: str | Omit = OMIT,
        snoozed_until: int | Omit = OMIT,
        body: params.ManageTalkRequestParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk:
        """Manage a talk. `POST /talks/{id}/parts`, as `Talks.manage`."""
        return await self._session.send(
            MANAGE,
            (id,),
            MANAGE_VARIANTS_.collect(
                {
                    "message_type": message_type,
                    "type": type,
                    "admin_id": admin_id,
                    "note": note,
                    "snoozed_until": snoozed_until,
                },
                body,
            ),
            options=options,
        )

    async def close(
        self,
        id: str | int,
        *,
        admin_id: str,
        note: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Talk:
        """Close a talk. `POST /talks/{id}/parts`, as `Talks.close`."""
        return await self._session.send(
            CLOSE,
            (id,),
            {
                "admin_id": admin_id,
                "note": note,
                "message_type": "close",
                "type": "admin",
            },
            options=options,
        )
