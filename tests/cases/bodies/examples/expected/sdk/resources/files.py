"""Operations on `files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.parts import Part
from .._runtime.request.payload import File, FileContent
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND: Operation[None] = Operation(
    "POST",
    "/files",
    body=MultipartBody(
        {"file": Encoding(binary=True)}, required=False, arrays=("names",)
    ),
    lists=(("names",),),
    responses={"204": Empty()},
)


class Files(Resource):
    """Operations on `files`."""

    def send(
        self,
        *,
        about: params.SendFileRequestAboutParams | Omit = OMIT,
        file: File | FileContent | Omit = OMIT,
        names: SequenceNotStr[Part[str]] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """A file and what is said of it.

        `POST /files`

        Args:
            file: ContentMediaType `"application/octet-stream"`.
            names: A `Part` with `X-Row` among its headers.

        Example:
            client.files.send(
                about={"size": 2.5, "when": "2025-01-31T12:00:00Z"}, file=b"...",
                names=[Part("a", {"X-Row": "..."}), Part("b", {"X-Row": "..."})],
            )
        """
        return self._session.send(
            SEND, (), {"about": about, "file": file, "names": names}, options=options
        )


class AsyncFiles(AsyncResource):
    """`Files` for asynchronous clients."""

    async def send(
        self,
        *,
        about: params.SendFileRequestAboutParams | Omit = OMIT,
        file: File | FileContent | Omit = OMIT,
        names: SequenceNotStr[Part[str]] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """A file and what is said of it. `POST /files`, as `Files.send`."""
        return await self._session.send(
            SEND, (), {"about": about, "file": file, "names": names}, options=options
        )
