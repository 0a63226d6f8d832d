"""A transport that stays in the program: it answers as the API's description says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from threading import RLock
from typing import Any, Final
from urllib.parse import unquote

from msgspec.json import encode

from ..json.data import to_dict
from ..json.plain_data import is_object
from ..transport.deadline import Limits
from ..transport.exchange import Request
from .answers import Answers
from .calls import Call, UnexpectedRequest, read_body, read_headers, read_query
from .description import Data
from .failures import FAULTS, Body, Fault, Planned, Plans, cut, header_pairs
from .names import Names
from .replies import Reply, Sent
from .routes import Match, method_name
from .store import Place, place_of

_JSON: Final = (("Content-Type", "application/json"),)
_TOKEN: Final = {"access_token": "fake", "token_type": "bearer", "expires_in": 3600}


class Fake:
    """A transport for tests that answers as the API's description says, and keeps what is created.

    One serves clients of both kinds, and their threads and tasks; closing a client leaves it as it
    is.

    Args:
        data: The description.
        page_size: How many items a page of a list has at most; without it, as many as a request
            wants.
    """

    def __init__(self, data: Data, page_size: int | None = None) -> None:
        self._answers = Answers(data, page_size)
        self._names = Names(self._answers.endpoints)
        self._plans = Plans()
        self._lock = RLock()
        self._calls: list[Call] = []
        self._refused: list[UnexpectedRequest] = []

    @property
    def calls(self) -> list[Call]:
        """The calls so far, each attempt of its own, in the order in which they came."""
        with self._lock:
            return [*self._calls]

    @property
    def refused(self) -> list[UnexpectedRequest]:
        """The errors that were raised for requests that the API doesn't know."""
        with self._lock:
            return [*self._refused]

    def fail(  # noqa: PLR0913 -- each has a meaning of its own
        self,
        operation: str,
        *,
        status: int = 500,
        times: int | None = 1,
        body: object = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float = 0,
        error: Fault | Exception | None = None,
    ) -> None:
        """Let the next calls of a method fail.

            fake.fail("notes.create", status=429, times=2)

        Args:
            operation: The method, as it is called on the client: "notes.create".
            status: The status of the answer.
            times: How many calls fail, attempts counted one by one; None for all.
            body: What the answer holds, instead of an error in the API's shape.
            headers: Headers of the answer.
            retry_after: Seconds after which the client may try again, sent as Retry-After; 0 keeps
                tests from waiting.
            error: What becomes of the connection instead of an answer: it is "refused", it is
                "dropped" before the answer, the answer comes too late ("timeout"), or it is "cut"
                within its body; or an exception that the connection raises.

        Raises:
            LookupError: There is no such method.
        """
        name = self._names.method(operation)
        raised: Callable[[], Exception] | None = None
        if isinstance(error, Exception):
            given = error
            raised = lambda: given  # noqa: E731 -- the same one each time
        elif error is not None and error != "cut":
            if error not in FAULTS:
                known = ", ".join(repr(one) for one in (*FAULTS, "cut"))
                raise LookupError(f"there is no failure {error!r}; there are {known}")
            raised = FAULTS[error]
        wait = (("Retry-After", f"{retry_after:g}"),)
        planned = Planned(
            times=times,
            status=200 if error == "cut" else status,
            body=body,
            has_body=body is not None,
            headers=(*wait, *header_pairs(headers)) if error is None else (),
            error=raised,
            is_cut=error == "cut",
        )
        with self._lock:
            self._plans.add(name, planned)

    def respond(
        self,
        operation: str,
        body: Body = None,
        *,
        status: int = 200,
        times: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Answer the calls of a method with something of the test's own.

            fake.respond("notes.list", {"type": "list", "data": []})
            fake.respond("GET /admins", lambda call: {"admins": []})

        Args:
            operation: The method, or "GET /path" for an endpoint that the API's description doesn't
                have, with `{}` for a part of it that may be anything.
            body: A model, plain data, text or bytes; or a function that makes it of the call.
            status: The status of the answer.
            times: How many calls are answered so; None for all.
            headers: Headers of the answer.

        Raises:
            LookupError: There is no such method.
        """
        name = operation if " /" in operation else self._names.method(operation)
        planned = Planned(
            times=times,
            status=status,
            body=body,
            has_body=True,
            headers=header_pairs(headers),
        )
        with self._lock:
            self._plans.add(name, planned)

    def add(
        self, resource: str, members: object = None, **path: str | int
    ) -> dict[str, Any]:
        """Keep an item, as if it had been created.

            fake.add("notes", {"id": "7", "body": "<p>Hello</p>"}, contact_id="5")

        Args:
            resource: The resource, as it stands on the client, or the method that creates items.
            members: A model or a dict of the members that it has; the others are as the API's
                description shows them, and its id is a new one.
            path: The values in the path that the item is created at, by the arguments of the
                method.

        Returns:
            The item as plain data.

        Raises:
            LookupError: There is no such resource, or nothing of it is kept.
        """
        endpoint = self._names.keeping(resource)
        given: object = {} if members is None else to_dict(members)
        if not is_object(given):
            raise TypeError(f"the members of an item are a dict, not {given!r}")
        values = tuple(str(path.get(slot.argument, "")) for slot in endpoint.slots)
        place = place_of(endpoint, values)
        if not all(place.parents):
            place = Place("", ())
        with self._lock:
            item = self._answers.create(endpoint, place, given)
            # What the test says itself holds, whatever the description has of it.
            self._answers.store(endpoint.collection).overwrite(item, deepcopy(given))
            return deepcopy(item.value)

    def items(self, resource: str) -> list[dict[str, Any]]:
        """What is kept of a resource, as plain data in the order in which it was made.

        Args:
            resource: The resource, as it stands on the client.

        Raises:
            LookupError: There is no such resource, or nothing of it is kept.
        """
        endpoint = self._names.keeping(resource)
        with self._lock:
            found = self._answers.store(endpoint.collection).listed(Place("", ()))
            return [deepcopy(item.value) for item in found]

    def clear(self, resource: str | None = None) -> None:
        """Keep nothing any more, not even what the API's description shows.

        Args:
            resource: The resource, as it stands on the client; None for all.

        Raises:
            LookupError: There is no such resource, or nothing of it is kept.
        """
        index = None if resource is None else self._names.keeping(resource).collection
        with self._lock:
            self._answers.clear(index)

    def send(self, request: Request, limits: Limits) -> Sent:
        """Answer a request; a client calls it."""
        return Sent(request, self._reply)

    def close(self) -> None:
        """Nothing: other clients may use it."""

    async def aclose(self) -> None:
        """Nothing: other clients may use it."""

    def _reply(self, request: Request, body: bytes) -> Reply:
        with self._lock:
            match = self._answers.routes.find(request.method, request.path)
            call = self._read(request, body, match)
            self._calls.append(call)
            planned = self._plans.take(call.operation)
            if planned is not None:
                return self._planned(planned, match, call, request)
            if match is None:
                if request.path in self._answers.description.tokens:
                    return Reply(200, _JSON, encode(_TOKEN))
                raise self._refusal(
                    f"the API has no {call.operation}: answer it with "
                    f"fake.respond({call.operation!r}, ...)"
                )
            faults = self._answers.faults(match.endpoint, call)
            if faults:
                listed = "; ".join(faults)
                raise self._refusal(f"{call.operation}: the body is wrong: {listed}")
            return self._answers.answer(match, call, request)

    def _read(self, request: Request, body: bytes, match: Match | None) -> Call:
        headers = read_headers(request, self._answers.description.secrets)
        content = read_body(body, headers)
        unknown = self._plans.name_of(request.method, request.path)
        return Call(
            operation=method_name(match.endpoint, content) if match else unknown,
            method=request.method,
            path=unquote(request.path),
            arguments=match.arguments if match else {},
            query=read_query(request),
            headers=headers,
            body=content,
        )

    def _planned(
        self, planned: Planned, match: Match | None, call: Call, request: Request
    ) -> Reply:
        if planned.error is not None:
            raise planned.error()
        endpoint = match.endpoint if match else None
        if planned.is_cut and match is not None:
            return cut(self._answers.answer(match, call, request))
        if not planned.has_body:
            reply = self._answers.samples.failure(endpoint, planned.status)
        else:
            reply = planned.reply(call)
        return Reply(
            reply.status, (*planned.headers, *reply.headers), reply.body, planned.is_cut
        )

    def _refusal(self, message: str) -> UnexpectedRequest:
        error = UnexpectedRequest(message)
        self._refused.append(error)
        return error
