"""The names that the roots of packages offer beside those made of the document."""

from __future__ import annotations

from typing import Final

# Every error class of the runtime that callers may want to catch.
ERRORS = (
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
    "NotFoundError",
    "PaginationError",
    "RateLimitError",
    "RequestError",
    "ServerError",
    "UnauthorizedError",
    "UnprocessableEntityError",
)

# Those that callers may want to catch where the package uses the module.
ERRORS_IF_USED = {
    "JobFailedError": "._runtime.jobs.errors",
    "JobTimeoutError": "._runtime.jobs.errors",
    "SignatureError": "._runtime.webhooks.errors",
}

# What each package's root offers beside the clients and the base of all errors, by its module.
ALWAYS_OFFERED = {
    "AsyncDownload": "._runtime.call.async_download",
    "AsyncPager": "._runtime.paging.pager",
    "Download": "._runtime.call.download",
    "Drift": "._runtime.json.drift",
    "Failure": "._runtime.concurrency.outcome",
    "File": "._runtime.request.payload",
    "OMIT": "._runtime.request.request_options",
    "Omit": "._runtime.request.request_options",
    "Page": "._runtime.paging.page",
    "Pager": "._runtime.paging.pager",
    "Part": "._runtime.request.parts",
    "RateLimit": "._runtime.response.response",
    "RateLimitState": "._runtime.limits.limiter",
    "RequestEvent": "._runtime.hooks.events",
    "RequestOptions": "._runtime.request.request_options",
    "Response": "._runtime.response.response",
    "ResponseEvent": "._runtime.hooks.events",
    "RetryEvent": "._runtime.hooks.events",
    "SentRequest": "._runtime.sent_request",
    "SequenceNotStr": "._runtime.json.plain_data",
    "Telemetry": "._runtime.hooks.telemetry",
    "Timeout": "._runtime.request.request_options",
    "UnknownValue": "._runtime.json.plain_data",
    "extra": "._runtime.json.extra",
    "from_dict": "._runtime.json.data",
    "map_concurrently": "._runtime.concurrency.concurrent_map",
    "paginate": "._runtime.call.endpoint",
    "rate_limit": "._runtime.call.client",
    "raw": "._runtime.call.raw",
    "replace": "._runtime.json.data",
    "request": "._runtime.call.endpoint",
    "stream": "._runtime.call.raw",
    "to_dict": "._runtime.json.data",
    "to_json": "._runtime.json.data",
    "transport_of": "._runtime.call.client",
}
# What it offers where the package uses the module.
OFFERED_IF_USED = {
    "AsyncStream": "._runtime.call.stream",
    "ServerSentEvent": "._runtime.response.events",
    "Stream": "._runtime.call.stream",
    "StreamEvent": "._runtime.response.events",
    "UnixTime": "._runtime.json.unix_time",
    "parse": "._runtime.webhooks.parse",
}

_TAKEN: Final = frozenset({*ERRORS, *ERRORS_IF_USED, *ALWAYS_OFFERED, *OFFERED_IF_USED})


def base_error(client: str) -> str:
    """What the package calls the class above all errors."""
    return f"{client}Error"


def is_free(client: str) -> bool:
    """Whether a client's class, the asynchronous one and its errors can have these names."""
    return _TAKEN.isdisjoint({client, f"Async{client}", base_error(client)})
