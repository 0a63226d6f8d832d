"""Check what the document says about paging against the types it names.

Paging is never guessed. What `x-sdk-pagination` names has to be there: the list of items has to be
a list, the other paths have to lead to something, and the way to the next page has to be usable.
An operation where that isn't so is an ordinary one, and the mismatch is an error. Where the types
leave one reading, what isn't said is filled in: the key of the cursor, the parameter that takes it.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place, Unsupported
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.ir.operation import Operation
from generator.ir.pagination import (
    ByCursor,
    ByLink,
    ByOffset,
    ByPage,
    Keys,
    Pagination,
)
from generator.ir.types import (
    Anything,
    Array,
    Integer,
    Map,
    Tuple,
    Type,
)
from generator.refine.extensions.member_types import (
    MemberTypes,
    NoMemberError,
    json_type,
)


def paginate(api: Api, notebook: Notebook) -> Api:
    """Check and complete the paging of every operation that has one."""
    if all(each.pagination is None for each in api.operations):
        return api
    checker = _Checker(api.declarations)
    operations: list[Operation] = []
    for operation in api.operations:
        found = None
        with notebook.skipping():
            found = checker.check(operation)
        operations.append(replace(operation, pagination=found))
    return replace(api, operations=tuple(operations))


class _Checker:
    """Checks paging against types."""

    def __init__(self, declarations: tuple[Declaration, ...]) -> None:
        self._members = MemberTypes(declarations)

    def check(self, operation: Operation) -> Pagination | None:
        """The paging of an operation, completed.

        Raises:
            Unsupported: It doesn't fit the operation.
        """
        paging = operation.pagination
        if paging is None:
            return None
        page = json_type(
            [
                media
                for each in operation.responses
                if each.is_success
                for media in each.content
            ]
        )
        if page is None:
            raise _mismatch(operation, "there is no response in JSON to page through")
        items = self._at(page, paging.items, operation, "items")
        if not any(isinstance(type, Array | Tuple | Anything) for type in items):
            where = ".".join(paging.items) or "the response"
            raise _mismatch(operation, f"`{where}` isn't a list", "items")
        total = paging.total and self._at(page, paging.total, operation, "total")
        if total and not any(isinstance(type, Integer | Anything) for type in total):
            where = ".".join(paging.total)
            raise _mismatch(operation, f"`{where}` isn't a whole number", "total")
        self._check_size(paging.size, operation)
        match paging.by:
            case ByCursor() as by:
                self._at(page, by.more, operation, "more")
                return replace(paging, by=self._check_cursor(page, by, operation))
            case ByPage() as by:
                self._at(page, by.total, operation, "page", "total")
            case ByOffset() as by:
                self._at(page, by.total, operation, "offset", "total")
            case ByLink():
                pass
        return paging

    def _check_size(self, size: Keys, operation: Operation) -> None:
        """Look for the size of a page among the parameters in the query, or else in the body."""
        if not size:
            return
        query = {
            each.name.wire: each.type
            for each in operation.parameters
            if each.location == "query"
        }
        body = json_type(list(operation.body.content) if operation.body else [])
        if size[0] in query:
            found = self._at(query[size[0]], size[1:], operation, "size")
        elif body is None:
            what = f"there is no `{'.'.join(size)}` in the request"
            raise _mismatch(operation, what, "size")
        else:
            found = self._at(body, size, operation, "size")
        if all(isinstance(type, Model | Map | Array | Tuple) for type in found):
            raise _mismatch(operation, f"`{'.'.join(size)}` isn't a number", "size")

    def _check_cursor(self, page: Type, by: ByCursor, operation: Operation) -> ByCursor:
        targets = self._at(page, by.next, operation, "next")
        if by.body:
            body = json_type(list(operation.body.content) if operation.body else [])
            if body is None:
                what = "there is no request body in JSON for the cursor"
                raise _mismatch(operation, what, "body")
            self._at(body, by.body, operation, "body")
        objects = [each for each in targets if isinstance(each, Model)]
        key = by.cursor_key or self._key(objects, by)
        if objects and not key:
            where = ".".join(by.next)
            what = f"`{where}` is an object, and `cursor_key` isn't given"
            raise _mismatch(operation, what, "next")
        if key and objects:
            self._at(page, (*by.next, key), operation, "cursor_key")
        parameter = by.parameter
        if not parameter and not by.body and key in _query(operation):
            parameter = key
        if objects and not parameter and not by.body:
            raise _mismatch(operation, "nothing says where the cursor is sent")
        return replace(by, cursor_key=key, parameter=parameter)

    def _key(self, objects: list[Model], by: ByCursor) -> str:
        """The property of the cursor: the one named as what it is sent as."""
        sent = by.parameter or (by.body[-1] if by.body else "")
        names = {field.name.wire for model in objects for field in model.fields}
        if sent in names:
            return sent
        return next(iter(names)) if len(names) == 1 else ""

    def _at(
        self, type: Type, keys: Keys, operation: Operation, *below: str
    ) -> list[Type | Model]:
        """What stands at a path of property names, every variant of it.

        Args:
            type: What the path begins in.
            keys: The path.
            operation: The operation that declares it.
            below: Where in the declaration.

        Raises:
            Unsupported: Nothing does.
        """
        try:
            return self._members.at(type, keys)
        except NoMemberError as error:
            what = f"there is no `{error}`"
            raise _mismatch(operation, what, *below) from error


def _query(operation: Operation) -> set[str]:
    return {each.name.wire for each in operation.parameters if each.location == "query"}


def _mismatch(operation: Operation, message: str, *below: str) -> Unsupported:
    """The finding, at the keyword of the declaration that it is about."""
    declared = operation.pagination.place if operation.pagination else Place("")
    return Unsupported(
        "pagination-mismatch",
        f"`{operation.id}` can't be paged: {message}",
        declared.below(*below) if declared.file else operation.place,
        "correct its x-sdk-pagination",
    )
