"""What checking a signature can raise."""

from __future__ import annotations

from ..errors import APIError


class SignatureError(APIError):
    """A request isn't known to come from the server, or is too old.

    Its signature is missing, there more than once, malformed or wrong, or the time at which it was
    signed is outside of the tolerance. Answer it with 400 or 401, and use nothing of it.
    """
