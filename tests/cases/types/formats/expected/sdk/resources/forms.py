"""Operations on `forms`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from .._models.shared import Timing
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.conversion import SECONDS, Conversion
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import FormBody
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND_PARTS: Operation[None] = Operation(
    "PUT",
    "/forms",
    body=MultipartBody({"file": Encoding(binary=True)}, arrays=("ends",)),
    lists=(("ends",), ("timing", "ends")),
    convert=Conversion(
        body={
            "at": SECONDS,
            "ends": {None: SECONDS},
            "timing": {"at": SECONDS, "ends": {None: SECONDS}},
        }
    ),
    responses={"204": Empty()},
)
SEND: Operation[None] = Operation(
    "POST",
    "/forms",
    body=FormBody(),
    lists=(("ends",),),
    convert=Conversion(body={"at": SECONDS, "ends": {None: SECONDS}}),
    responses={"204": Empty()},
)


class Forms(Resource):
    """Operations on `forms`."""

    def send_parts(
        self,
        *,
        file: File | FileContent,
        id: UUID | str | Omit = OMIT,
        price: Decimal | str | Omit = OMIT,
        at: datetime | int | Omit = OMIT,
        ends: Sequence[datetime | int] | Omit = OMIT,
        timing: Timing | params.TimingParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /forms`

        Args:
            at: Unix seconds in JSON.
            ends: Each item: unix seconds in JSON.

        Example:
            client.forms.send_parts(file=b"...")
        """
        return self._session.send(
            SEND_PARTS,
            (),
            {
                "file": file,
                "id": id,
                "price": price,
                "at": at,
                "ends": ends,
                "timing": timing,
            },
            options=options,
        )

    def send(
        self,
        *,
        time: time | str,
        at: datetime | int,
        duration: timedelta | str | Omit = OMIT,
        ends: Sequence[datetime | int] | Omit = OMIT,
        price: Decimal | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /forms`

        Args:
            at: When it begins. Unix seconds in JSON.
            duration: Pattern `"^P"`.
            ends: Each item: unix seconds in JSON.

        Example:
            client.forms.send(time="12:00:00Z", at=1738324800)
        """
        return self._session.send(
            SEND,
            (),
            {
                "time": time,
                "at": at,
                "duration": duration,
                "ends": ends,
                "price": price,
            },
            options=options,
        )


class AsyncForms(AsyncResource):
    """`Forms` for asynchronous clients."""

    async def send_parts(
        self,
        *,
        file: File | FileContent,
        id: UUID | str | Omit = OMIT,
        price: Decimal | str | Omit = OMIT,
        at: datetime | int | Omit = OMIT,
        ends: Sequence[datetime | int] | Omit = OMIT,
        timing: Timing | params.TimingParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /forms`, as `Forms.send_parts`."""
        return await self._session.send(
            SEND_PARTS,
            (),
            {
                "file": file,
                "id": id,
                "price": price,
                "at": at,
                "ends": ends,
                "timing": timing,
            },
            options=options,
        )

    async def send(
        self,
        *,
        time: time | str,
        at: datetime | int,
        duration: timedelta | str | Omit = OMIT,
        ends: Sequence[datetime | int] | Omit = OMIT,
        price: Decimal | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /forms`, as `Forms.send`."""
        return await self._session.send(
            SEND,
            (),
            {
                "time": time,
                "at": at,
                "duration": duration,
                "ends": ends,
                "price": price,
            },
            options=options,
        )
