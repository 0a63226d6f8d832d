"""A job: what it is to come to, and what python-intercom comes to where that differs."""

from __future__ import annotations

from typing import Any, NamedTuple

from everyday.example_server import CURSOR, MOST_REQUESTS
from everyday.outcomes import Outcome, Sent

CONTACT = "65a1f0c2e4b0a7d1c3f49b21"
LEAD = "65a1f0c2e4b0a7d1c3f49b40"
COMPANY = "65a1f0c2e4b0a7d1c3f4c001"
AGAIN_AND_AGAIN = "asks for page 1 again and again"


class Job(NamedTuple):
    """A job.

    Attributes:
        title: What is done.
        function: Its function, `module.name` below `ours` and `theirs`.
        arguments: What the function takes after the client.
        right: What it is to come to.
        theirs: What python-intercom comes to, where it isn't that; ids may be texts.
        remark: What is to be said of python-intercom.
    """

    title: str
    function: str
    arguments: tuple[Any, ...]
    right: Outcome
    theirs: Outcome | None = None
    remark: str = ""


def outcome(value: Any, *sent: Sent | str) -> Outcome:
    """An outcome; requests without a body are texts."""
    return Outcome(
        value, tuple((each, None) if isinstance(each, str) else each for each in sent)
    )


def search(line: str, query: Any) -> tuple[Sent, Sent]:
    """The requests for both pages of a search."""
    following = {"query": query, "pagination": {"starting_after": CURSOR}}
    return (line, {"query": query}), (line, following)


def endless(line: str, query: Any) -> Outcome:
    """What becomes of a client that asks for page 1 until it is stopped."""
    return Outcome("ApiError 500", ((line, {"query": query}),) * MOST_REQUESTS)


def one(field: str, operator: str, value: Any) -> dict[str, Any]:
    return {"field": field, "operator": operator, "value": value}


def group(operator: str, *members: Any) -> dict[str, Any]:
    return {"operator": operator, "value": [*members]}
