"""View of a client's docstring: what the API is, and what each argument says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.emit.text.code import Code, docstring
from generator.ir.api import Api
from generator.ir.server import Server
from generator.targets.python.docs.docstrings import (
    clean,
    first_sentence,
    see,
    sentence,
)
from generator.targets.python.names.reserved_names import (
    CLIENT_OPTIONS,
    CONNECTION_OPTIONS,
)
from generator.targets.python.requests.credentials import Credential, left_schemes
from generator.targets.python.requests.server_choice import ServersView, location

_INDENT = 4


def client_docs(
    api: Api,
    credentials: tuple[Credential, ...],
    servers: ServersView,
    options: Iterable[tuple[Code, str]],
) -> Code:
    """The docstring of the synchronous client; `options` are names and what is said about them."""
    lines = [
        first_sentence(api.docs)
        or sentence(" ".join(clean(api.title).split()) or "The API")
    ]
    lines += ["", see(api.docs)] if api.docs.link else []
    lines += ["", "Args:"]
    for credential in credentials:
        for secret in credential.secrets:
            variable = (
                f"Read from {secret.variable} when it isn't given."
                if secret.variable
                else ""
            )
            lines.append(
                f"    {secret.name}: {' '.join(filter(None, (secret.docs, variable)))}"
            )
    lines += [f"    {choice.name}: {choice.docs}" for choice in servers.choices]
    lines += [f"    {name}: {docs}" for name, docs in options if docs]
    lines += [f"    {name}: {docs}" for name, docs in _shared(api, servers)]
    return docstring(lines, _INDENT)


def _shared(api: Api, servers: ServersView) -> Iterator[tuple[str, str]]:
    """The arguments of every client, with what the document adds to them."""
    more: dict[str, str] = {}
    known = ", instead of the servers known here" if servers.url else ""
    if left := left_schemes(api):
        asked = " and ".join(f"`{clean(scheme.id)}`" for scheme in left)
        more["http_client"] = f"What {asked} needs is for it to add to requests."
    about: list[str] = []
    if path := clean(servers.shown_path):
        about = [
            f"`{path}` goes behind a URL without a path; another path replaces it."
        ]
    if servers.others:
        about.append(f"Others are {', '.join(map(_server, servers.others))}.")
    if about:
        more["base_url"] = " ".join(about)
    for name, text in (CLIENT_OPTIONS | CONNECTION_OPTIONS).items():
        docs = text.format(known)
        yield name, f"{docs} {more[name]}" if name in more else docs


def _server(server: Server) -> str:
    said = first_sentence(server.docs).rstrip(".")
    return f"`{clean(location(server))}`{f' ({said})' if said else ''}"
