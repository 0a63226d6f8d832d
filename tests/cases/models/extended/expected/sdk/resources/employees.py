"""Operations on `employees`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._models.employees import EmployeeWithDesk
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SHOW: Operation[EmployeeWithDesk | None] = Operation(
    "GET",
    "/employees",
    responses={"200": Json(EmployeeWithDesk | None)},
)
UPDATE: Operation[list[EmployeeWithDesk]] = Operation(
    "PUT",
    "/employees",
    body=JsonBody(),
    dates=((None, "friends", None, "since"),),
    responses={"200": Json(list[EmployeeWithDesk])},
)


class Employees(Resource):
    """Operations on `employees`."""

    def show(self, *, options: RequestOptions | None = None) -> EmployeeWithDesk | None:
        """`GET /employees`

        Returns: It.

        Example:
            result = client.employees.show()
        """
        return self._session.send(SHOW, options=options)

    def update(
        self,
        *,
        body: Sequence[EmployeeWithDesk | params.EmployeeWithDeskParams],
        options: RequestOptions | None = None,
    ) -> list[EmployeeWithDesk]:
        """`PUT /employees`

        Args:
            body: The request body.

        Returns: It.

        Example:
            item = client.employees.update(body=[{"id": "text"}])
        """
        return self._session.send(UPDATE, (), body, options=options)


class AsyncEmployees(AsyncResource):
    """`Employees` for asynchronous clients."""

    async def show(
        self, *, options: RequestOptions | None = None
    ) -> EmployeeWithDesk | None:
        """`GET /employees`, as `Employees.show`."""
        return await self._session.send(SHOW, options=options)

    async def update(
        self,
        *,
        body: Sequence[EmployeeWithDesk | params.EmployeeWithDeskParams],
        options: RequestOptions | None = None,
    ) -> list[EmployeeWithDesk]:
        """`PUT /employees`, as `Employees.update`."""
        return await self._session.send(UPDATE, (), body, options=options)
