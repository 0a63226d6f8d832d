"""Everything that a call can raise."""

from __future__ import annotations

from typing import TypeAlias

from ._runtime.errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    ArgumentError,
    BadRequestError,
    ClientClosedError,
    ConflictError,
    CredentialsError,
    DriftError,
    ForbiddenError,
    NotFoundError,
    PaginationError,
    RateLimitError,
    RequestError,
    ServerError,
    UnauthorizedError,
    UnprocessableEntityError,
)
from ._runtime.jobs.errors import JobFailedError, JobTimeoutError
from ._runtime.webhooks.errors import SignatureError

IntercomError: TypeAlias = APIError
"""The class above all others: whatever this package raises is one of these."""

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "ArgumentError",
    "BadRequestError",
    "ClientClosedError",
    "ConflictError",
    "CredentialsError",
    "DriftError",
    "ForbiddenError",
    "IntercomError",
    "JobFailedError",
    "JobTimeoutError",
    "NotFoundError",
    "PaginationError",
    "RateLimitError",
    "RequestError",
    "ServerError",
    "SignatureError",
    "UnauthorizedError",
    "UnprocessableEntityError",
]
