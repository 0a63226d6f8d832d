"""The treatment of each keyword: the one list that the README's support table is printed from."""

from __future__ import annotations

import enum

import msgspec


class Treatment(enum.Enum):
    """The treatment of a keyword.

    READ ends up in the Api, DOCUMENTED in the Api's prose and constraints, FOLLOWED is read where
    a reference points at it, IGNORED has its reason.
    """

    READ = "read"
    DOCUMENTED = "documented"
    FOLLOWED = "followed"
    IGNORED = "ignored"


class Line(msgspec.Struct, frozen=True):
    """How a keyword is treated and why; `noted` says so to the user where it occurs."""

    treatment: Treatment
    reason: str = ""
    noted: bool = False


Lines = dict[str, Line]


def _all(treatment: Treatment, keywords: str) -> Lines:
    return dict.fromkeys(keywords.split(), Line(treatment))


def _read(keywords: str) -> Lines:
    return _all(Treatment.READ, keywords)


def _documented(keywords: str) -> Lines:
    return _all(Treatment.DOCUMENTED, keywords)


def _followed(keywords: str) -> Lines:
    return _all(Treatment.FOLLOWED, keywords)


def _ignored(keywords: str, reason: str, *, noted: bool = False) -> Lines:
    return dict.fromkeys(keywords.split(), Line(Treatment.IGNORED, reason, noted))


_METHODS = "get put post delete options head patch trace query"
_FOR_PEOPLE = "of use to people alone"

LEDGER: dict[str, Lines] = {
    "OpenAPI": _read(
        "info servers paths webhooks components security tags externalDocs"
        " x-sdk-signature"
    )
    | _followed("openapi $self")
    | _ignored("jsonSchemaDialect", "schemas are read as JSON Schema 2020-12"),
    "Info": _read("title version")
    | _documented("summary description")
    | _ignored("termsOfService contact license", _FOR_PEOPLE),
    "Components": _read("schemas securitySchemes")
    | _followed(
        "responses parameters examples requestBodies headers links callbacks pathItems"
        " mediaTypes"
    ),
    "Server": _read("url name variables x-sdk-name") | _documented("description"),
    "Server Variable": _read("enum default x-sdk-name") | _documented("description"),
    "Tag": _read("name x-sdk-name")
    | _documented("summary description externalDocs")
    | _ignored("parent kind", "resources are named by operations, not nested by tags"),
    "External Documentation": _documented("url")
    | _ignored("description", "the link stands for itself"),
    "Path Item": _read(
        f"$ref {_METHODS} additionalOperations servers parameters x-sdk-name"
    )
    | _documented("summary description"),
    "Operation": _read(
        "tags operationId parameters requestBody responses callbacks deprecated security"
        " servers x-sdk-resource x-sdk-method x-sdk-methods x-sdk-pagination x-sdk-wait"
        " x-sdk-idempotency"
    )
    | _documented("summary description externalDocs"),
    "Callback Path Item": _read(
        f"$ref {_METHODS} additionalOperations x-sdk-name x-sdk-signature"
    )
    | _documented("summary description")
    | _ignored("parameters servers", "the server knows where it sends these requests"),
    "Callback Operation": _read("operationId requestBody x-sdk-signature")
    | _documented("summary description externalDocs")
    | _ignored(
        "tags parameters responses deprecated security servers callbacks",
        "the server makes these requests, and a client only reads their bodies",
    ),
    "Parameter": _read(
        "$ref name in required deprecated style explode itemStyles allowReserved schema"
        " content x-sdk-name x-sdk-client-option"
    )
    | _documented("description example examples")
    | _ignored("summary", "a parameter's description says it")
    | _ignored("allowEmptyValue", "an empty string can be sent for any parameter"),
    "Request Body": _read("$ref content required")
    | _documented("description")
    | _ignored("summary", "a request body's description says it"),
    "Media Type": _read("$ref schema itemSchema encoding prefixEncoding itemEncoding")
    | _documented("example examples")
    | _ignored("summary description", "a media type has no prose of its own"),
    "Encoding": _read(
        "contentType headers style explode itemStyles allowReserved encoding"
        " prefixEncoding itemEncoding"
    ),
    "Response": _read("$ref headers content")
    | _documented("summary description")
    | _ignored("links", "a caller passes values on itself", noted=True),
    "Header": _read("$ref required deprecated style schema content x-sdk-name")
    | _documented("description")
    | _ignored("summary", "a header's description says it")
    | _ignored("explode", "the only style of headers reads the same either way")
    | _ignored("example examples", "a header's type says it"),
    "Example": _read("$ref value dataValue serializedValue")
    | _ignored("summary description", "the key and the value say it")
    | _ignored("externalValue", "examples aren't fetched"),
    "Discriminator": _read("propertyName mapping defaultMapping"),
    "Security Scheme": _read(
        "$ref type name in scheme flows openIdConnectUrl x-sdk-environment x-sdk-name"
    )
    | _documented("description")
    | _ignored("summary", "a security scheme's description says it")
    | _ignored("bearerFormat", _FOR_PEOPLE)
    | _ignored("deprecated", "a client offers what the server still takes")
    | _ignored("oauth2MetadataUrl", "the flows say what a client needs"),
    "OAuth Flow": _read(
        "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl scopes"
    ),
    "Schema": _read(
        "$ref $dynamicRef $recursiveRef type enum const properties required additionalProperties"
        " patternProperties items prefixItems allOf oneOf anyOf discriminator format"
        " default readOnly writeOnly deprecated nullable then else dependentSchemas"
        " unevaluatedProperties x-sdk-name x-ms-discriminator-value x-discriminator-value"
    )
    | _documented(
        "title description externalDocs example examples minimum maximum"
        " exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern"
        " minItems maxItems uniqueItems contains minContains maxContains minProperties"
        " maxProperties propertyNames dependentRequired dependencies not if"
        " unevaluatedItems contentEncoding"
        " contentMediaType contentSchema"
    )
    | _followed("$id $anchor $dynamicAnchor $recursiveAnchor $defs definitions")
    | _ignored("$schema $vocabulary", "schemas are read as JSON Schema 2020-12")
    | _ignored("$comment", "a note between the document's authors")
    | _ignored("xml", "XML bodies travel as the caller gives them", noted=True),
}


def table() -> str:
    """The ledger as a Markdown table: one row for each object and treatment."""
    rows = ["| Object | Keywords | Treatment |", "| --- | --- | --- |"]
    for kind, lines in LEDGER.items():
        groups: dict[Line, list[str]] = {}
        for keyword, line in lines.items():
            groups.setdefault(line, []).append(f"`{keyword}`")
        for line, keywords in groups.items():
            why = f": {line.reason}" if line.reason else ""
            rows.append(
                f"| {kind} | {', '.join(keywords)} | {line.treatment.value}{why} |"
            )
    return "\n".join(rows) + "\n"
