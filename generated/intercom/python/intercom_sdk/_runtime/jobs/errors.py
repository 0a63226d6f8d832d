"""What waiting for a job can raise."""

from __future__ import annotations

from typing import Any

from ..errors import APIError, APITimeoutError


class JobFailedError(APIError):
    """A job that was waited for has ended without success.

    Args:
        message: In which way.
        job: The job, as the server showed it last.
        method: The method of the request that showed it.
        path: The path of that request.
    """

    def __init__(
        self,
        message: str,
        *,
        job: Any,  # noqa: ANN401 -- any model may stand here
        method: str = "",
        path: str = "",
    ) -> None:
        super().__init__(message)
        self.job = job
        self.method = method
        self.path = path


class JobTimeoutError(APITimeoutError):
    """A job hasn't ended within the deadline; it may still go on.

    Args:
        message: What it was last.
        job: The job, as the server showed it last; None if it never did.
        method: The method of the request that shows it.
        path: The path of that request.
        attempts: How often the job was looked at.
    """

    def __init__(
        self,
        message: str,
        *,
        job: Any = None,  # noqa: ANN401 -- any model may stand here
        method: str = "",
        path: str = "",
        attempts: int = 1,
    ) -> None:
        super().__init__(message, method=method, path=path, attempts=attempts)
        self.job = job
