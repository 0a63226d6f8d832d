"""Operations on `settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

REPLACE_SETTINGS: Operation[None] = Operation(
    "PUT",
    "/settings",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
SET_SETTINGS: Operation[None] = Operation(
    "POST",
    "/settings",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)


class Settings(Resource):
    """Operations on `settings`."""

    def replace_settings(
        self,
        *,
        a: str | Omit = OMIT,
        extra_body: Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Only further members are shown.

        `PUT /settings`

        Args:
            extra_body: Further fields of the body.

        Example:
            client.settings.replace_settings(extra_body={"other": {"deep": [1, 2]}})
        """
        return self._session.send(
            REPLACE_SETTINGS, (), {"a": a, **(extra_body or {})}, options=options
        )

    def set_settings(
        self,
        *,
        a: str | Omit = OMIT,
        b: str | Omit = OMIT,
        c: str | Omit = OMIT,
        d: str | Omit = OMIT,
        e: str | Omit = OMIT,
        f: str | Omit = OMIT,
        g: str | Omit = OMIT,
        h: str | Omit = OMIT,
        i: str | Omit = OMIT,
        extra_body: Mapping[str, int] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Further members, and more of them than are shown.

        `POST /settings`

        Args:
            extra_body: Further fields of the body.

        Example:
            client.settings.set_settings(
                a="a", b="b", c="c", d="d", e="e", f="f", g="g", h="h",
                extra_body={"other": 5},
            )
        """
        return self._session.send(
            SET_SETTINGS,
            (),
            {
                "a": a,
                "b": b,
                "c": c,
                "d": d,
                "e": e,
                "f": f,
                "g": g,
                "h": h,
                "i": i,
                **(extra_body or {}),
            },
            options=options,
        )


class AsyncSettings(AsyncResource):
    """`Settings` for asynchronous clients."""

    async def replace_settings(
        self,
        *,
        a: str | Omit = OMIT,
        extra_body: Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /settings`, as `Settings.replace_settings`."""
        return await self._session.send(
            REPLACE_SETTINGS, (), {"a": a, **(extra_body or {})}, options=options
        )

    async def set_settings(
        self,
        *,
        a: str | Omit = OMIT,
        b: str | Omit = OMIT,
        c: str | Omit = OMIT,
        d: str | Omit = OMIT,
        e: str | Omit = OMIT,
        f: str | Omit = OMIT,
        g: str | Omit = OMIT,
        h: str | Omit = OMIT,
        i: str | Omit = OMIT,
        extra_body: Mapping[str, int] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /settings`, as `Settings.set_settings`."""
        return await self._session.send(
            SET_SETTINGS,
            (),
            {
                "a": a,
                "b": b,
                "c": c,
                "d": d,
                "e": e,
                "f": f,
                "g": g,
                "h": h,
                "i": i,
                **(extra_body or {}),
            },
            options=options,
        )
