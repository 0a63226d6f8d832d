"""A request as an error shows it, with credentials taken out."""

from __future__ import annotations

from msgspec import Struct

# curl writes these itself, or has an option for them.
_CURLS_OWN = frozenset(
    {"accept-encoding", "content-length", "host", "transfer-encoding"}
)


class SentRequest(Struct, frozen=True, kw_only=True):
    """A request that was sent, in which `[secret]` stands for credentials and passwords.

    Args:
        method: The HTTP method.
        url: The URL with its query.
        headers: The names and values of the headers, in their order.
        body: The body where it is JSON or a form of at most 64 KB, else None.
        length: The length of the body in bytes, 0 for none; None where it isn't known.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    length: int | None = 0

    def curl(self) -> str:
        """A command of a POSIX shell that sends the request again, once its secrets are put in.

        A body that isn't shown is read from the standard input.
        """
        from shlex import quote  # noqa: PLC0415 -- few programs need it

        has_body = self.length != 0
        words = ["curl"]
        if self.method == "HEAD" and not has_body:
            words.append("--head")
        elif self.method != "GET" or has_body:
            words += ["-X", self.method]
        # curl gives brackets and dots a meaning of their own.
        if any(sign in self.url for sign in "[]{}"):
            words.append("--globoff")
        if "/." in self.url:
            words.append("--path-as-is")
        words.append(self.url)
        for name, value in self.headers:
            if name.lower() == "accept-encoding":
                words.append("--compressed")
            if name.lower() not in _CURLS_OWN:
                words += ["-H", f"{name}: {value}" if value else f"{name};"]
        if self.body is not None:
            words += ["--data-raw", self.body]
        elif has_body:
            words += ["--data-binary", "@-"]
        return " ".join(map(quote, words))
