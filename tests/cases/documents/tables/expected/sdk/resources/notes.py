"""Operations on `notes`."""

from __future__ import annotations

from .._models.notes import Note
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

LIST: Operation[Note] = Operation(
    "GET",
    "/notes",
    parameters=(QueryParameter("filter"),),
    responses={"200": Json(Note)},
)


class Notes(Resource):
    """Operations on `notes`."""

    def list(
        self, *, filter: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> Note:
        """List notes.

        `GET /notes`

        Notes can be filtered.

        | Field | Operators that it takes | What these say about it, at length and wider than a page |
        | --- | :---: | ---: |
        | title | `=`, `!=`, `~`, `!~`, `^`, `$` | The text that stands above the note, as its author has written it |

        Bare ones, too, with prose around that is joined:

        Field | What it is said to be, at such a length that no page is as wide as the table is
        --- | ---
        age | A number of days, counted from the day on which the note was written by its author

        ```sh
        curl --header "Authorization: Bearer token" "https://tables.example/notes?title=one&age=two&more=three"
        ```

        Args:
            filter: What to look for.
                | Sign | What it means to those who write one of them, at length and wider than a page is |
                |---|---|
                | `=` | The same text, whether its letters are capitals or not, and whatever is around it |
                | `~` | Some of it |

        Returns: The notes.

        Example:
            note = client.notes.list()
        """
        return self._session.send(LIST, (filter,), options=options)


class AsyncNotes(AsyncResource):
    """`Notes` for asynchronous clients."""

    async def list(
        self, *, filter: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> Note:
        """List notes. `GET /notes`, as `Notes.list`."""
        return await self._session.send(LIST, (filter,), options=options)
