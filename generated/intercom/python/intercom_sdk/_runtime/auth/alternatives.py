"""Which of the schemes that an operation allows its requests use."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import CredentialsError
from ..operation.operation import Security
from .security import Credential


def choose(
    security: Security, credentials: Mapping[str, Credential]
) -> tuple[Credential, ...]:
    """The credentials of the first alternative that there is everything for.

    Args:
        security: The alternatives; none at all means that no credential is needed. An empty one is
            the last resort wherever it stands: what a caller gave is sent.
        credentials: The schemes by name.

    Raises:
        CredentialsError: No alternative has all it needs.
    """
    for alternative in sorted(security, key=lambda names: not names):
        chosen = [credentials.get(name) for name in alternative]
        usable = [one for one in chosen if one is not None and one.ready]
        if len(usable) == len(chosen):
            return tuple(usable)
    if not security:
        return ()
    raise CredentialsError(_missing(security, credentials))


def _missing(security: Security, credentials: Mapping[str, Credential]) -> str:
    names = {name for alternative in security for name in alternative}
    variables = [
        variable
        for name in sorted(names & credentials.keys())
        for variable in credentials[name].variables
    ]
    where = "pass it when the client is made"
    if variables:
        where = f"{where}, or set {' or '.join(variables)} in the environment"
    return f"a credential is missing ({', '.join(sorted(names))}): {where}"
