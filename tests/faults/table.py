"""All behaviours, and the page that lists them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from faults.behaviour import COLOURS, TRANSPORTS, Behaviour, Group
from faults.rows import (
    answers,
    bodies,
    clients,
    connections,
    encrypted,
    heads,
    lists,
    redirects,
    shared,
    statuses,
    streams,
)

GROUPS: Final[tuple[Group, ...]] = (
    *connections.GROUPS,
    *answers.GROUPS,
    *heads.GROUPS,
    *bodies.GROUPS,
    *streams.GROUPS,
    *lists.GROUPS,
    *statuses.GROUPS,
    *redirects.GROUPS,
    *encrypted.GROUPS,
    *shared.GROUPS,
    *clients.GROUPS,
)
BEHAVIOURS: Final[tuple[Behaviour, ...]] = tuple(
    behaviour for group in GROUPS for behaviour in group.behaviours
)
PAGE: Final = Path(__file__).parent / "README.md"

_HEAD: Final = """\
# What a client does when the other side fails

`make faults` tries each row over both transports, synchronously and asynchronously, against a
server on the loopback interface, and writes this page; `make test` tries those in bold. After each
call all slots are free, all connections serve again, none is open once the client is closed, and no
credential shows: not in the error and what led to it, the variables of its frames, `curl()`, a
pickle or the log. Nothing that was cut is handed out as whole.

*Requests* is how many the server saw; *over* is what serves a row that isn't tried in all ways.
"""


def page() -> str:
    """The page, as Markdown."""
    count = f"{len(BEHAVIOURS)} behaviours in {len(GROUPS)} groups.\n"
    return "\n".join([_HEAD, count, *map(_section, GROUPS)])


def _section(group: Group) -> str:
    rows = [
        f"## {group.title}",
        "",
        "| what happens | the call | what it comes to | requests | over |",
        "|---|---|---|---|---|",
        *map(_row, group.behaviours),
        "",
    ]
    return "\n".join(rows)


def _row(behaviour: Behaviour) -> str:
    name = f"**{behaviour.name}**" if behaviour.smoke else behaviour.name
    call = (behaviour.call.__doc__ or "").rstrip(".")
    requests = "several" if behaviour.requests is None else str(behaviour.requests)
    if behaviour.elsewhere:
        requests += f" + {behaviour.elsewhere} elsewhere"
    cells = (name, call, _outcome(behaviour), requests, _over(behaviour))
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _outcome(behaviour: Behaviour) -> str:
    raises = behaviour.raises
    outcome = "the result" if raises is None else f"`{raises.__name__}`"
    if behaviour.pyreqwest_raises is not None:
        outcome += f", over pyreqwest `{behaviour.pyreqwest_raises.__name__}`"
    if behaviour.slept:
        waits = " and ".join(f"{wait:g} s" for wait in behaviour.slept)
        outcome += f" after a wait of {waits}"
    return outcome


def _over(behaviour: Behaviour) -> str:
    parts: list[str] = []
    if behaviour.transports != TRANSPORTS:
        parts.append(" and ".join(behaviour.transports))
    if behaviour.colours != COLOURS:
        parts.append(" and ".join(behaviour.colours))
    if behaviour.instead:
        parts.append(f"httpcore2 serves both: {behaviour.instead}")
    if behaviour.remark:
        parts.append(behaviour.remark)
    return "; ".join(parts)
