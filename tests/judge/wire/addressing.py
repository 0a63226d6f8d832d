"""Whether requests go where the document says, with the credentials that it asks for.

Each operation is called once for each alternative of its security, by a client that has just the
credentials of that alternative, and once by a client with another base URL.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from tests.judge.source.original import Original, Piece
from tests.judge.wire.client.calling import keywords
from tests.judge.wire.client.credentials import FETCHED, Clients
from tests.judge.wire.client.methods import Method
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.inputs import Arguments
from tests.judge.wire.request.security_schemes import (
    Scheme,
    alternatives,
    carries,
    scheme_fault,
)
from tests.judge.wire.request.server_locations import Locations

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

# What the runtime raises where a credential is missing.
_MISSING = "CredentialsError"
_HOST = "https://judge.example"
_ELSEWHERE = (_HOST, f"{_HOST}:8443/own/v7")


class Addressing:
    """Calls the operations of one package, and looks at where the requests go and with what.

    Args:
        original: The document.
        package: The package.
    """

    def __init__(self, original: Original, package: str) -> None:
        self._original = original
        self._root = Piece(original.root.file, (), {})
        self._locations = Locations(original)
        self._clients = Clients(package)
        self._sessions: dict[tuple[tuple[str, ...] | None, str], Foreign] = {}
        self._operations = {
            (method, path): (item, operation)
            for method, path, item, operation in original.operations()
        }
        self.aside: Counter[str] = Counter()
        self.cases = 0

    def faults(self, method: Method, given: Arguments, target: str) -> Iterator[str]:
        """What is wrong with where a method's requests go, and with their credentials.

        Args:
            method: The method.
            given: What it is called with.
            target: Path and query of the request, as they are below a base URL without a path.
        """
        operation = method.operation
        item, written = self._operations[operation.method, operation.path]
        # What others call it without credentials for is put back.
        operation.security = method.security
        path = target.partition("?")[0]
        try:
            base_url = self._base_url(item, written)
            yield from self._credentials_faults(method, given, written, base_url)
            yield from self._location_faults(method, given, item, written, path)
        finally:
            operation.security = ()

    def close(self) -> None:
        """Close what carries the requests."""
        self._clients.close()

    def clients_fault(self) -> str:
        """What of the asynchronous client is made otherwise than of the synchronous, or ""."""
        return self._clients.colours_fault()

    def _location_faults(
        self,
        method: Method,
        given: Arguments,
        item: Piece,
        operation: Piece,
        path: str,
    ) -> Iterator[str]:
        for base_url in ("", *_ELSEWHERE):
            if not base_url and self._clients.needs_base_url:
                if self._locations.root.urls:
                    yield f"the client wants a base_url, and {self._locations.root.urls} are known"
                continue
            expected = self._locations.expected(item, operation, base_url)
            if not expected:
                self.aside["servers of which nothing is said for this base_url"] += 1
                continue
            found = self._sent(method, given, None, base_url)
            if isinstance(found, str):
                yield found
                continue
            origin, received = found
            came = f"{origin}{received.target.partition('?')[0]}"
            wanted = [f"{base}{path}" for base in expected]
            # A path of nothing is one of a slash.
            if came not in wanted and came.rstrip("/") not in wanted:
                said = f"with base_url={base_url!r}" if base_url else "of its own"
                yield f"the client {said} calls {came}, which isn't {' or '.join(wanted)}"

    def _credentials_faults(
        self, method: Method, given: Arguments, operation: Piece, base_url: str
    ) -> Iterator[str]:
        needed = alternatives(self._original, operation)
        known = [each for each in needed if not any(map(_is_absent, each))]
        if not any(known):
            yield from self._without_faults(
                method, given, base_url, is_needless=not needed
            )
        for alternative in known:
            for scheme in alternative:
                if scheme.reason:
                    self.aside[scheme.reason] += 1
            judged = [scheme for scheme in alternative if not scheme.reason]
            if judged:
                yield from self._alternative_faults(
                    method, given, judged, needed, base_url
                )

    def _alternative_faults(
        self,
        method: Method,
        given: Arguments,
        judged: Sequence[Scheme],
        needed: Sequence[Sequence[Scheme]],
        base_url: str,
    ) -> Iterator[str]:
        names = tuple(scheme.name for scheme in judged)
        lacking = [name for name in names if not self._clients.secrets_of(name)]
        if lacking:
            yield f"the client has no argument for {', '.join(lacking)}"
            return
        is_alone = self._is_made(names, base_url)
        if not is_alone:
            # The client as such asks for the credentials that most operations need.
            usual = [each for each in alternatives(self._original, self._root) if each]
            names = (*names, *(scheme.name for scheme in (usual or [[]])[0]))
        found = self._sent(method, given, names, base_url)
        if isinstance(found, str):
            yield found
            return
        _, received = found
        chosen = [judged] if is_alone else [each for each in needed if each]
        reasons = [self._fault(each, received) for each in chosen]
        if all(reasons):
            yield reasons[0]

    def _is_made(self, names: tuple[str, ...], base_url: str) -> bool:
        """Whether there is a client with these credentials and no others."""
        try:
            self._session(names, base_url)
        except Exception as error:
            return type(error).__name__ != _MISSING
        return True

    def _session(self, schemes: tuple[str, ...] | None, base_url: str) -> Foreign:
        key = schemes, base_url
        session = self._sessions.get(key)
        if session is None:
            session = self._sessions[key] = self._clients.session(schemes, base_url)
        return session

    def _fault(self, schemes: Sequence[Scheme], received: Received) -> str:
        for scheme in schemes:
            secrets = self._clients.secrets_of(scheme.name)
            if scheme.sort == "token":
                secrets = [*secrets, FETCHED]
            found = "" if scheme.reason else scheme_fault(scheme, received, secrets)
            if found:
                return found
        return ""

    def _without_faults(
        self, method: Method, given: Arguments, base_url: str, *, is_needless: bool
    ) -> Iterator[str]:
        """What is wrong where no credential is asked for."""
        found = self._sent(method, given, None, base_url)
        if isinstance(found, str):
            yield found
        elif is_needless and carries(found[1], self._clients.secrets):
            yield "a credential is sent that the operation doesn't ask for"

    def _base_url(self, item: Piece, operation: Piece) -> str:
        """The options that a client needs to call an operation."""
        is_hostless = self._locations.is_hostless(item, operation)
        return _HOST if self._clients.needs_base_url or is_hostless else ""

    def _sent(
        self,
        method: Method,
        given: Arguments,
        schemes: tuple[str, ...] | None,
        base_url: str,
    ) -> tuple[str, Received] | str:
        """The request and where it went, or why there was none."""
        self.cases += 1
        try:
            session = self._session(schemes, base_url)
            result = getattr(method.owner(session), method.name)(
                **keywords(method, given)
            )
            for later in ("first", "close"):
                if callable(then := getattr(result, later, None)):
                    then()
        except Exception as error:
            kept = self._clients.take()
            # What becomes of the empty answer isn't asked here.
            return kept[0] if kept else f"{type(error).__name__}: {error}"[:300]
        kept = self._clients.take()
        return kept[0] if kept else "nothing was sent"


def _is_absent(scheme: Scheme) -> bool:
    return scheme.sort == "other" and scheme.reason == "schemes that aren't there"
