"""Names in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._models.u29992_u25143 import (
    更新用户Response,
    用户,
    用户地址,
    获取用户404Response,
)
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

获取用户: Operation[用户] = Operation(
    "GET",
    "/用户/{编号}",
    parameters=(PathParameter("编号"), QueryParameter("页码")),
    responses={"200": Json(用户)},
    errors={"404": Json(获取用户404Response)},
)
更新用户: Operation[更新用户Response] = Operation(
    "PUT",
    "/用户/{编号}",
    parameters=(PathParameter("编号"),),
    body=JsonBody(),
    responses={"200": Json(更新用户Response)},
)


class 用户Resource(Resource):
    """Names in Chinese."""

    def 获取用户(
        self,
        编号: str | int,
        *,
        页码: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> 用户:
        """`GET /用户/{编号}`

        Returns: One user.
        Raises: NotFoundError (`data`: `获取用户404Response`).

        Example:
            用户 = client.用户.获取用户("text")
        """
        return self._session.send(获取用户, (编号, 页码), options=options)

    def 更新用户(
        self,
        编号: str | int,
        *,
        姓名: str,
        ユーザー名: str | Omit = OMIT,
        한국어: str | Omit = OMIT,
        العربية: str | Omit = OMIT,
        地址: 用户地址 | params.用户地址Params | Omit = OMIT,
        fi_2: str | Omit = OMIT,
        fi: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        p_u1072_ypal: str | Omit = OMIT,
        user_u29992_u25143: str | Omit = OMIT,
        u1089_u1086_u1088_u1091: str | Omit = OMIT,
        copy: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> 更新用户Response:
        """`PUT /用户/{编号}`

        Args:
            fi_2: `ﬁ` in the body. One letter.
            fi: Two letters.
            class_: `ｃｌａｓｓ` in the body.
            p_u1072_ypal: `pаypal` in the body. Its second letter is Cyrillic.
            user_u29992_u25143: `user用户` in the body.
            u1089_u1086_u1088_u1091: `сору` in the body. Cyrillic altogether.

        Returns: One user.

        Example:
            更新用户_response = client.用户.更新用户("text", 姓名="text")
        """
        return self._session.send(
            更新用户,
            (编号,),
            {
                "姓名": 姓名,
                "ユーザー名": ユーザー名,
                "한국어": 한국어,
                "العربية": العربية,
                "地址": 地址,
                "ﬁ": fi_2,
                "fi": fi,
                "ｃｌａｓｓ": class_,
                "pаypal": p_u1072_ypal,
                "user用户": user_u29992_u25143,
                "сору": u1089_u1086_u1088_u1091,
                "copy": copy,
            },
            options=options,
        )


class Async用户Resource(AsyncResource):
    """`用户Resource` for asynchronous clients."""

    async def 获取用户(
        self,
        编号: str | int,
        *,
        页码: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> 用户:
        """`GET /用户/{编号}`, as `用户Resource.获取用户`."""
        return await self._session.send(获取用户, (编号, 页码), options=options)

    async def 更新用户(
        self,
        编号: str | int,
        *,
        姓名: str,
        ユーザー名: str | Omit = OMIT,
        한국어: str | Omit = OMIT,
        العربية: str | Omit = OMIT,
        地址: 用户地址 | params.用户地址Params | Omit = OMIT,
        fi_2: str | Omit = OMIT,
        fi: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        p_u1072_ypal: str | Omit = OMIT,
        user_u29992_u25143: str | Omit = OMIT,
        u1089_u1086_u1088_u1091: str | Omit = OMIT,
        copy: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> 更新用户Response:
        """`PUT /用户/{编号}`, as `用户Resource.更新用户`."""
        return await self._session.send(
            更新用户,
            (编号,),
            {
                "姓名": 姓名,
                "ユーザー名": ユーザー名,
                "한국어": 한국어,
                "العربية": العربية,
                "地址": 地址,
                "ﬁ": fi_2,
                "fi": fi,
                "ｃｌａｓｓ": class_,
                "pаypal": p_u1072_ypal,
                "user用户": user_u29992_u25143,
                "сору": u1089_u1086_u1088_u1091,
                "copy": copy,
            },
            options=options,
        )
