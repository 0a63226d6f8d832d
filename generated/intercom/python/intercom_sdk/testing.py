"""A fake of the API for tests, which answers in the place of a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from . import _testing_data
from ._runtime.testing.calls import Call, UnexpectedRequest
from ._runtime.testing.description import Data
from ._runtime.testing.fake import Fake

__all__ = ["Call", "FakeIntercom", "UnexpectedRequest", "fake_intercom"]


class FakeIntercom(Fake):
    """A fake of the API: a transport for `Intercom` and `AsyncIntercom`.

        fake = FakeIntercom()
        client = Intercom(..., transport=fake)

    What is created can be retrieved, changed, listed and deleted afterwards, with ids that are the
    same in each run. Until then a list shows the example of the API's description, and its id can
    be retrieved; an id that nothing has is a 404. One fake serves clients of both kinds, their
    threads and their tasks.

    Args:
        page_size: How many items a page of a list has at most; without it, as many as a request
            wants.

    Raises:
        UnexpectedRequest: By calls: the API has no such endpoint, or takes no such body.
    """

    def __init__(self, *, page_size: int | None = None) -> None:
        data = _testing_data
        super().__init__(
            Data(data.DESCRIPTION, data.ENDPOINTS, data.SCHEMAS), page_size
        )


if TYPE_CHECKING:
    # A fixture of pytest, which is imported where this is.
    fake_intercom: Callable[[], Iterator[FakeIntercom]]


def __getattr__(name: str) -> object:
    """Make the fixture when it is asked for."""
    if name != "fake_intercom":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ._runtime.testing.fixture import fixture_of

    globals()[name] = fixture = fixture_of(FakeIntercom, name)
    return fixture
