"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe
from .shared import Contact


class ContactWithEvent(Contact, kw_only=True):
    """A `Contact` with `event`."""

    event: Maybe[str] = None
