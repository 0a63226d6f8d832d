"""One behaviour of a server or a network, and what is wanted of a client that meets it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from driver import Note

from faults.script import GOOD, Script

if TYPE_CHECKING:
    from faults.stage import Stage

Transport: TypeAlias = Literal["httpcore2", "pyreqwest"]
Colour: TypeAlias = Literal["sync", "async"]
TRANSPORTS: Final[tuple[Transport, ...]] = ("httpcore2", "pyreqwest")
COLOURS: Final[tuple[Colour, ...]] = ("sync", "async")
# Where the client is sent: the server, a port where nobody listens, one that takes no connection.
Place: TypeAlias = Literal["server", "refused", "full"]
ANN: Final = Note("1", "Ann")


@dataclass(frozen=True, kw_only=True)
class Behaviour:
    """A row of the table.

    Args:
        name: What happens, in a few words.
        call: What the client does; see `calls`.
        replies: What the first request is answered with, the second, and so on; the last script
            answers all others.
        greeting: What the server does before it reads a request, or TLS.
        place: Where the client is sent.
        certificate: What the server shows over TLS, "" for none; see `certificates`.
        settings: Those of the client, beside the usual ones.
        raises: The class of the error, or None for a result.
        gives: The result.
        pyreqwest_raises: The class of the error over pyreqwest, where it is another one.
        says: A regular expression that is found in the error's message.
        requests: How many requests the server sees; None where that isn't the same each time.
        elsewhere: How many requests the other server sees.
        paths: The paths of the requests, where they matter.
        items: What was handed out before the error.
        slept: The seconds that the client waits between attempts, on a clock of the test's.
        within: Seconds in which the call ends.
        colours: The kinds of clients.
        transports: Those that serve it.
        instead: Why httpcore2 serves where pyreqwest was chosen, or "".
        remark: What else is to be known.
        linux: Whether it is tried on Linux alone, since it is another one elsewhere.
        probe: Whether the client, afterwards, gets a good answer on each of its connections.
        smoke: Whether `make test` runs it.
    """

    name: str
    call: Callable[[Stage], Any]
    replies: tuple[Script, ...] = ((GOOD,),)
    greeting: Script = ()
    place: Place = "server"
    certificate: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    raises: type[Exception] | None = None
    pyreqwest_raises: type[Exception] | None = None
    gives: Any = ANN
    says: str = ""
    requests: int | None = 1
    elsewhere: int = 0
    paths: tuple[str, ...] = ()
    items: tuple[Any, ...] = ()
    slept: tuple[float, ...] | None = None
    within: float = 5.0
    colours: tuple[Colour, ...] = COLOURS
    transports: tuple[Transport, ...] = TRANSPORTS
    instead: str = ""
    remark: str = ""
    linux: bool = False
    probe: bool = True
    smoke: bool = False


@dataclass(frozen=True)
class Group:
    """Behaviours of one kind.

    Args:
        title: What they share.
        behaviours: Them.
    """

    title: str
    behaviours: tuple[Behaviour, ...] = field(default=())
