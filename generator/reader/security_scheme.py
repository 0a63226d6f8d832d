"""Security Scheme Object: https://spec.openapis.org/oas/v3.2.0#security-scheme-object"""

from __future__ import annotations

import re

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.security import (
    ApiKey,
    Exchange,
    Flow,
    Http,
    Mechanism,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    SecurityScheme,
)
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import described, read_name
from generator.reader.extension import read_variable

_FLOWS = (
    "implicit",
    "password",
    "clientCredentials",
    "authorizationCode",
    "deviceAuthorization",
)
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
# https://www.iana.org/assignments/http-authschemes
_REGISTERED = frozenset(
    [
        "basic",
        "bearer",
        "digest",
        "gnap",
        "oauth",
        "vapid",
    ]
)
# Those of them, and one that never was, that no text given once can stand for.
_EXCHANGES = frozenset(
    [
        "concealed",
        "dpop",
        "hoba",
        "mutual",
        "negotiate",
        "ntlm",
        "privatetoken",
        "scram-sha-1",
        "scram-sha-256",
    ]
)


def read_security_schemes(
    components: Node, context: Context
) -> tuple[SecurityScheme, ...]:
    """Read the declared security schemes; one that can't be read is reported and left out."""
    found: list[SecurityScheme] = []
    for key, node in components.members("securitySchemes"):
        with context.reading(node.id):
            found.append(_read_scheme(key, node.follow(), context))
    return tuple(found)


def _read_scheme(key: str, node: Node, context: Context) -> SecurityScheme:
    scheme = SecurityScheme(
        id=key,
        name=read_name(node, key),
        mechanism=_read_mechanism(node, context),
        environment=read_variable(node, "x-sdk-environment"),
        docs=described(node),
    )
    audit(node, "Security Scheme", context)
    return scheme


def _read_mechanism(node: Node, context: Context) -> Mechanism:
    match node.string("type"):
        case "apiKey":
            return _read_api_key(node)
        case "http":
            return _read_http(node, context)
        case "oauth2":
            return OAuth2(flows=_read_flows(node, context))
        case "openIdConnect":
            url = node.string("openIdConnectUrl")
            _check_url(url, node.at("openIdConnectUrl"), context)
            return OpenIdConnect(url=url)
        case "mutualTLS":
            _leave(node, "a client certificate is presented", context)
            return MutualTls()
        case other:
            message = f"`{other}` is no type of security scheme"
            raise Unsupported("security-scheme", message, node.at("type").place)


def _read_api_key(node: Node) -> ApiKey:
    location, name = node.string("in"), node.string("name")
    if location not in {"header", "query", "cookie"}:
        message = f"a key can't travel in `{location}`"
        raise Unsupported("security-scheme", message, node.at("in").place)
    if not name or (location != "query" and not _TOKEN.match(name)):
        message = f"a key can't travel as the {location} named {name!r}"
        raise Unsupported("security-scheme", message, node.at("name").place)
    return ApiKey(parameter=name, location=location)


def _read_http(node: Node, context: Context) -> Http | Exchange:
    scheme = node.string("scheme").lower()
    if not _TOKEN.match(scheme):
        message = f"`{scheme}` is no HTTP authentication scheme"
        raise Unsupported("security-scheme", message, node.at("scheme").place)
    if scheme in _EXCHANGES:
        _leave(node, f"`{scheme}` computes credentials for each request", context)
        return Exchange(scheme=scheme)
    if scheme not in _REGISTERED:
        context.notebook.write(
            "security-unregistered",
            f"`{scheme}` is no registered HTTP authentication scheme",
            node.place,
            hint="the credential is sent as it is given",
        )
    return Http(scheme=scheme)


def _leave(node: Node, fact: str, context: Context) -> None:
    context.notebook.write(
        "security-transport",
        f"{fact}, so no argument of a client can stand for it",
        node.place,
        hint="requests are made without it; an `http_client` of your own can add it",
    )


def _read_flows(node: Node, context: Context) -> tuple[Flow, ...]:
    flows = node.require("flows")
    if not isinstance(flows.value, dict):
        message = "`flows` has to be an object"
        raise Unsupported("security-scheme", message, flows.place)
    found: list[Flow] = []
    for name, one in flows.entries():
        if name == "$ref" and context.has_refused_reference(flows):
            continue
        if name.startswith("x-") or not context.is_object(one, "an OAuth flow"):
            continue
        if name in _FLOWS:
            found.append(_read_flow(name, one, context))
        else:
            message = f"`{name}` is no OAuth flow"
            context.repair("security-flow", message, one, "it is left out")
    return tuple(found)


def _read_flow(name: str, node: Node, context: Context) -> Flow:
    urls = {
        key: node.string(key)
        for key in (
            "tokenUrl",
            "refreshUrl",
            "authorizationUrl",
            "deviceAuthorizationUrl",
        )
    }
    for key, url in urls.items():
        if url:
            _check_url(url, node.require(key), context)
    flow = Flow(
        name=name,
        token_url=urls["tokenUrl"],
        refresh_url=urls["refreshUrl"],
        authorization_url=urls["authorizationUrl"],
        device_authorization_url=urls["deviceAuthorizationUrl"],
        scopes=tuple(scope for scope, _ in node.members("scopes")),
    )
    audit(node, "OAuth Flow", context)
    return flow


def _check_url(url: str, node: Node, context: Context) -> None:
    """Note a text that is neither an absolute address nor a path."""
    if not re.match(r"([A-Za-z][A-Za-z0-9+.-]*://|/|\.{0,2}/|[\w.-]+/)", url):
        message = f"{url!r} doesn't look like an address"
        context.repair("security-url", message, node, "it is taken as it is")
