"""The body of a request that the API's description doesn't have."""

from __future__ import annotations

from ..media_type import OCTETS, essence, is_form, is_json, is_multipart
from .body import Body, BytesBody, FormBody, JsonBody
from .multipart import MultipartBody
from .payload import File, is_content

_MULTIPART = "multipart/form-data"


class AnyBody(Body):
    """JSON, unless the value or the Content-Type that the caller gives says otherwise.

    Bytes, paths, open files and streams are sent as they are, and a mapping with one of these in it
    as parts.
    """

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("application/json")

    def select(self, value: object, content_type: str) -> Body:
        """The kind that a value is sent as."""
        if isinstance(value, File) or is_content(value):
            return BytesBody(content_type or OCTETS)
        if is_form(content_type):
            return FormBody()
        if is_multipart(content_type) or (
            not content_type and MultipartBody().takes_file(value)
        ):
            return MultipartBody(content_type=essence(content_type) or _MULTIPART)
        if not content_type or is_json(content_type):
            return JsonBody(content_type or self.content_type)
        return BytesBody(content_type, text=True)
