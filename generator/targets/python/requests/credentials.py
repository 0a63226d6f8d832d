"""Credentials: what a client asks for, by the security schemes that operations need."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.api import Api
from generator.ir.name import Name
from generator.ir.security import (
    ApiKey,
    Exchange,
    Flow,
    Http,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    Requirement,
    SecurityScheme,
)
from generator.targets.python.docs.docstrings import one_line
from generator.targets.python.expressions import call_of, tuple_of
from generator.targets.python.module import Module
from generator.targets.python.names.identifiers import snake
from generator.targets.python.names.reserved_names import CLIENT_ARGUMENTS
from generator.targets.python.names.scope import NameClaim, assign_identifiers

_SECURITY = "._runtime.auth.security"
_LEFT = (Exchange, MutualTls)
_MEANINGS = {
    "token": "An access token.",
    "username": "The user's name.",
    "password": "The user's password.",
    "client_id": "The id of an OAuth 2 client.",
    "client_secret": "The secret of that client.",
}


class Secret(msgspec.Struct, frozen=True):
    """One argument of the client: a token, a user name, a password."""

    name: Code
    docs: str
    variable: str


class Credential(msgspec.Struct, frozen=True):
    """A scheme: its key, its arguments, and the expression that makes the credential.

    `enough` is how many of the arguments, from the first on, make it usable.
    """

    key: Code
    secrets: tuple[Secret, ...]
    value: Code
    enough: int


def needed_schemes(api: Api) -> tuple[SecurityScheme, ...]:
    """The schemes that some operation can use and that arguments can stand for."""
    used = _used_schemes(api)
    return tuple(one for one in used if not isinstance(one.mechanism, _LEFT))


def left_schemes(api: Api) -> tuple[SecurityScheme, ...]:
    """The schemes that some operation can use and that are left to the transport."""
    used = _used_schemes(api)
    return tuple(one for one in used if isinstance(one.mechanism, _LEFT))


def _used_schemes(api: Api) -> Iterable[SecurityScheme]:
    used = _needed_scopes(api)
    return (scheme for scheme in api.schemes if scheme.id in used)


def presented(api: Api, security: Iterable[Iterable[Requirement]]) -> Code:
    """Security alternatives as an expression: names of schemes that the client has."""
    known = {one.id for one in api.schemes if not isinstance(one.mechanism, _LEFT)}
    rows = [
        tuple_of([literal(need.scheme) for need in needs if need.scheme in known])
        or Code("()")
        for needs in security
    ]
    return tuple_of(rows) or Code("()")


def find_credentials(api: Api, module: Module) -> tuple[Credential, ...]:
    """The credentials of the client, in the document's order."""
    schemes = needed_schemes(api)
    names = assign_identifiers(
        (
            claim
            for position, scheme in enumerate(schemes)
            for claim in _claims(scheme, position)
        ),
        CLIENT_ARGUMENTS,
    )
    scopes = _needed_scopes(api)
    return tuple(
        _credential(scheme, names, scopes.get(scheme.id, ()), module)
        for scheme in schemes
    )


def _wants(scheme: SecurityScheme) -> tuple[str, ...]:
    """What a scheme's arguments are called by default."""
    match scheme.mechanism:
        case Http(scheme="basic" | "digest"):
            return ("username", "password")
        case OAuth2(flows=flows) if _client_flow(flows):
            pair = ("client_id", "client_secret")
            # What the other flows lead to is a token.
            return pair if len(flows) == 1 else ("token", *pair)
        case ApiKey():
            return (snake(scheme.name, "api_key"),)
        case Http() | Exchange() | OAuth2() | OpenIdConnect() | MutualTls():
            return ("token",)


def _claims(scheme: SecurityScheme, position: int) -> Iterable[NameClaim]:
    own = snake(scheme.name, "scheme")
    for want in _wants(scheme):
        apart = own if want == "token" else _apart(own, want)
        yield NameClaim(f"{scheme.id} {want}", (Code(want), apart), rank=position)


def _apart(own: Code, want: str) -> Code:
    return snake(Name(wire="", preferred=f"{own}_{want}"), want)


def _client_flow(flows: tuple[Flow, ...]) -> Flow | None:
    return next((flow for flow in flows if flow.name == "clientCredentials"), None)


def _needed_scopes(api: Api) -> dict[str, tuple[str, ...]]:
    """The scopes of each scheme that operations need, in the order in which they name them."""
    found: dict[str, dict[str, None]] = {}
    rows = (row for item in api.operations for row in item.security)
    for need in (need for row in (*api.security, *rows) for need in row):
        found.setdefault(need.scheme, {}).update(dict.fromkeys(need.scopes))
    return {scheme: tuple(scopes) for scheme, scopes in found.items()}


def _credential(
    scheme: SecurityScheme,
    names: dict[str, Code],
    scopes: tuple[str, ...],
    module: Module,
) -> Credential:
    wants = _wants(scheme)
    arguments = [names[f"{scheme.id} {want}"] for want in wants]
    variables = _variables(scheme, wants)
    value = _value(scheme, arguments, variables, scopes, module)
    said = one_line(scheme.docs)
    secrets = [
        Secret(
            name,
            said if len(wants) == 1 and said else _MEANINGS.get(want, "An API key."),
            variable,
        )
        for name, want, variable in zip(arguments, wants, variables, strict=True)
    ]
    enough = 1 if wants[0] == "token" else len(wants)
    return Credential(literal(scheme.id), tuple(secrets), value, enough)


def _variables(scheme: SecurityScheme, wants: tuple[str, ...]) -> tuple[str, ...]:
    if len(wants) == 1 or not scheme.environment:
        return tuple(scheme.environment for _ in wants)
    return tuple(f"{scheme.environment}_{want.upper()}" for want in wants)


def _value(
    scheme: SecurityScheme,
    arguments: list[Code],
    variables: tuple[str, ...],
    scopes: tuple[str, ...],
    module: Module,
) -> Code:
    mechanism = scheme.mechanism
    written = [literal(variable) for variable in variables if variable]
    is_pair = len(arguments) > 1 and written
    pair = [Code(f"variables={tuple_of(written)}")] if is_pair else []
    named = _named(scheme, arguments)
    match mechanism:
        case Http(scheme="basic"):
            source, kind, given = _SECURITY, "BasicAuth", [*arguments, *pair, *named]
        case Http(scheme="digest"):
            source, kind = "._runtime.auth.digest", "DigestAuth"
            given = [*arguments, *pair, *named]
        case ApiKey(parameter=parameter, location=location):
            where = [literal(location), literal(parameter)]
            source, kind = _SECURITY, "ApiKey"
            given = [*arguments, *where, *written, *named]
        case OAuth2(flows=flows) if flow := _client_flow(flows):
            source, kind = "._runtime.auth.oauth", "OAuth2ClientCredentials"
            given = [*_fetched(flow, scopes, arguments, written), *named]
        case _:
            word = mechanism.scheme if isinstance(mechanism, Http) else "bearer"
            other = [Code(f"scheme={literal(word.capitalize())}")]
            source, kind = _SECURITY, "BearerToken"
            given = [*arguments, *written, *(other if word != "bearer" else []), *named]
    return call_of(module.use(source, kind), given)


def _named(scheme: SecurityScheme, arguments: list[Code]) -> list[Code]:
    """What tells a credential how the client calls its arguments, where that isn't as usual."""
    usual = ("",) if isinstance(scheme.mechanism, ApiKey) else _wants(scheme)
    # One argument alone, a pair, or a token with a pair behind it.
    split = len(arguments) % 2
    single, pair = arguments[:split], arguments[split:]
    said: list[Code] = []
    if pair != list(usual[split:]):
        said.append(Code(f"arguments={tuple_of([literal(name) for name in pair])}"))
    if single != list(usual[:split]):
        keyword = "token_argument" if pair else "argument"
        said += [Code(f"{keyword}={literal(name)}") for name in single]
    return said


def _fetched(
    flow: Flow, scopes: tuple[str, ...], arguments: list[Code], written: list[Code]
) -> list[Code]:
    """What makes a credential that fetches its tokens.

    Args:
        flow: The flow by which it does.
        scopes: The scopes that operations need.
        arguments: Those of the client: maybe a token, then an id and a secret.
        written: The variables that they are read from, if any.
    """
    *token, id, secret = arguments
    said = [id, secret, literal(flow.token_url)]
    # A server may refuse a token with scopes that the client isn't meant to have.
    if asked := [literal(scope) for scope in scopes or flow.scopes]:
        said.append(Code(f"scopes={tuple_of(asked)}"))
    if written:
        said.append(Code(f"variables={tuple_of(written[-2:])}"))
    said += [Code(f"token={name}") for name in token]
    if token and written:
        said.append(Code(f"token_variable={written[0]}"))
    return said
