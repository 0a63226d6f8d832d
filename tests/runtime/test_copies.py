"""Clients and what belongs to them, copied along with what holds them, and pickled."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from driver import GET, Driver, Note
from fault_server import FaultServer, reply
from paging_support import CURSOR, operation
from sdk_runtime.auth.security import BearerToken
from sdk_runtime.call.client import AsyncResource, Resource
from sdk_runtime.request.request_options import OMIT

Connect = Callable[..., Driver]

COPIES = (copy.copy, copy.deepcopy)
LIST = operation(CURSOR)


class Notes(Resource):
    def retrieve(self, id: str) -> Note:
        return self._session.send(GET, (id,))


class AsyncNotes(AsyncResource):
    async def retrieve(self, id: str) -> Note:
        return await self._session.send(GET, (id,))


@dataclasses.dataclass
class Agent:
    client: Any
    seen: list[int]


@pytest.mark.parametrize("duplicate", COPIES)
def test_a_copy_is_the_client(
    connect: Connect, duplicate: Callable[[Any], Any]
) -> None:
    driver = connect(credentials={"auth": BearerToken("tok_1234567890")})
    notes = driver.resource(Notes, AsyncNotes)
    for one in (driver.client, driver.session, notes):
        assert duplicate(one) is one
    assert duplicate([driver.client])[0] is driver.client
    agent = Agent(driver.client, [1])
    assert duplicate(agent).client is driver.client
    assert driver.wait(duplicate(notes.retrieve)("1")) == Note("1", "Ann")


def test_what_holds_a_client_is_copied_deeply(connect: Connect) -> None:
    agent = Agent(connect().client, [1])
    deep = copy.deepcopy(agent)
    assert dataclasses.asdict(agent)["client"] is deep.client is agent.client
    assert deep.seen is not agent.seen


@pytest.mark.parametrize("duplicate", COPIES)
def test_a_copy_is_closed_with_the_client(
    connect: Connect, duplicate: Callable[[Any], Any]
) -> None:
    driver = connect()
    held = duplicate(driver.client)
    driver.close()
    assert held._session._closed


@pytest.mark.parametrize("duplicate", COPIES)
def test_a_pager_is_copied(
    connect: Connect, server: FaultServer, duplicate: Callable[[Any], Any]
) -> None:
    server.default = reply(200, '{"data":[{"id":"1"},{"id":"2"}]}')
    driver = connect()
    pager = duplicate(driver.session.paginate(LIST, ("1", OMIT, OMIT)))
    assert len(driver.collect(pager)) == 2


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_are_refused(connect: Connect, protocol: int) -> None:
    driver = connect(credentials={"auth": BearerToken("tok_1234567890")})
    notes = driver.resource(Notes, AsyncNotes)
    pager = driver.session.paginate(LIST)
    for one in (driver.client, driver.session, notes, notes.retrieve, pager):
        with pytest.raises(TypeError, match="credential"):
            pickle.dumps(one, protocol)
