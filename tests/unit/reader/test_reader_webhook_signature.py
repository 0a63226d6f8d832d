"""The extension that says how webhooks are signed."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import Tree, document, operation, read_operation, read_tree

from generator.ir.security import Signature, SignedTime

HUB = {"header": "X-Hub-Signature", "algorithm": "sha1", "prefix": "sha1="}
SIGNED = Signature(header="X-Hub-Signature", algorithm="sha1", prefix="sha1=")
SIGNATURES: list[tuple[Tree, Signature]] = [
    (HUB, SIGNED),
    (
        {"header": "X-Shopify-Hmac", "algorithm": "SHA-256", "encoding": "base64"},
        Signature(header="X-Shopify-Hmac", algorithm="sha256", encoding="base64"),
    ),
    (
        {
            "header": "Stripe-Signature",
            "algorithm": "hmac-sha256",
            "prefix": "v1=",
            "timestamp": {"key": "t", "tolerance": 600},
        },
        Signature(
            header="Stripe-Signature",
            algorithm="sha256",
            prefix="v1=",
            separator=",",
            signed="{timestamp}.{body}",
            timestamp=SignedTime(key="t", tolerance=600),
        ),
    ),
    (
        {
            "header": "X-Slack-Signature",
            "algorithm": "sha256",
            "prefix": "v0=",
            "signed": "v0:{timestamp}:{body}",
            "timestamp": "X-Slack-Request-Timestamp",
        },
        Signature(
            header="X-Slack-Signature",
            algorithm="sha256",
            prefix="v0=",
            signed="v0:{timestamp}:{body}",
            timestamp=SignedTime(header="X-Slack-Request-Timestamp"),
        ),
    ),
    (
        {
            "header": "webhook-signature",
            "algorithm": "sha256",
            "encoding": "base64",
            "prefix": "v1,",
            "separator": " ",
            "id": "webhook-id",
            "timestamp": {"header": "webhook-timestamp"},
            "secret": {"prefix": "whsec_", "encoding": "base64"},
        },
        Signature(
            header="webhook-signature",
            algorithm="sha256",
            prefix="v1,",
            encoding="base64",
            separator=" ",
            signed="{id}.{timestamp}.{body}",
            id="webhook-id",
            timestamp=SignedTime(header="webhook-timestamp"),
            secret_prefix="whsec_",
            secret_encoding="base64",
        ),
    ),
]


@pytest.mark.parametrize(("written", "signature"), SIGNATURES)
def test_a_signature(tmp_path: Path, written: Tree, signature: Signature) -> None:
    hook = {"post": operation(**{"x-sdk-signature": written})}
    result = read_tree(tmp_path, document(webhooks={"a": hook}))
    assert [one.signature for one in result.api.webhooks] == [signature]
    assert result.codes == []


def test_the_nearest_signature_is_the_one(tmp_path: Path) -> None:
    own, shared, root = ({**HUB, "header": f"X-{name}"} for name in "abc")
    tree = document(
        webhooks={
            "a": {
                "x-sdk-signature": shared,
                "post": operation(**{"x-sdk-signature": own}),
                "put": operation(),
            },
            "b": {"post": operation()},
        },
        **{"x-sdk-signature": root},
    )
    result = read_tree(tmp_path, tree)
    found = [one.signature.header for one in result.api.webhooks if one.signature]
    assert found == ["X-b", "X-a", "X-c"]
    assert result.codes == []


def test_callbacks_have_signatures_of_their_own(tmp_path: Path) -> None:
    signed = {"{$url}": {"post": operation(), "x-sdk-signature": HUB}}
    callbacks = {"a": signed, "b": {"{$url}": {"post": operation()}}}
    result = read_operation(tmp_path, {"callbacks": callbacks})
    found = [one.signature for one in result.operation.callbacks]
    assert found == [SIGNED, None]


@pytest.mark.parametrize(
    ("written", "code"), [(HUB, "signature-unused"), ({}, "signature-shape")]
)
def test_a_document_without_webhooks(tmp_path: Path, written: Tree, code: str) -> None:
    result = read_tree(tmp_path, document(**{"x-sdk-signature": written}))
    assert result.codes == [code]


TIME: Tree = {"header": "X-Time"}
WRONG: list[tuple[object, str]] = [
    ([], ""),
    ("sha1", ""),
    (None, ""),
    ({}, "/header"),
    ({"algorithm": "sha1"}, "/header"),
    ({**HUB, "header": "X Hub"}, "/header"),
    ({**HUB, "header": 1}, "/header"),
    ({"header": "X-Hub-Signature"}, "/algorithm"),
    ({**HUB, "algorithm": "md5"}, "/algorithm"),
    ({**HUB, "algorithm": "ed25519"}, "/algorithm"),
    ({**HUB, "algorithm": ["sha1"]}, "/algorithm"),
    ({**HUB, "prefix": ""}, "/prefix"),
    ({**HUB, "prefix": "v1,", "separator": ","}, "/prefix"),
    ({**HUB, "encoding": "base32"}, "/encoding"),
    ({**HUB, "encoding": True}, "/encoding"),
    ({**HUB, "separator": 1}, "/separator"),
    ({**HUB, "signed": "{timestamp}.{body}"}, "/signed"),
    ({**HUB, "signed": "{id}.{body}"}, "/signed"),
    ({**HUB, "signed": "{url}{body}"}, "/signed"),
    ({**HUB, "signed": "{body}{body}"}, "/signed"),
    ({**HUB, "signed": "body"}, "/signed"),
    ({**HUB, "signed": "{body}", "timestamp": TIME}, "/signed"),
    ({**HUB, "signed": "{body}", "id": "X-Id"}, "/signed"),
    ({**HUB, "id": "X Id"}, "/id"),
    ({**HUB, "timestamp": 1}, "/timestamp"),
    ({**HUB, "timestamp": "X Time"}, "/timestamp"),
    ({**HUB, "timestamp": {}}, "/timestamp"),
    ({**HUB, "timestamp": {**TIME, "key": "t"}}, "/timestamp"),
    ({**HUB, "timestamp": {**TIME, "tolerance": 0}}, "/timestamp/tolerance"),
    ({**HUB, "timestamp": {**TIME, "tolerance": True}}, "/timestamp/tolerance"),
    ({**HUB, "timestamp": {**TIME, "tolerance": "5m"}}, "/timestamp/tolerance"),
    ({**HUB, "timestamp": {**TIME, "tolerence": 5}}, "/timestamp/tolerence"),
    ({**HUB, "secret": "base64"}, "/secret"),
    ({**HUB, "secret": {"prefix": "whsec_"}}, "/secret/encoding"),
    ({**HUB, "secret": {"encoding": "base64", "x-key": 1}}, "/secret/x-key"),
    ({**HUB, "algoritm": "sha1"}, "/algoritm"),
]


@pytest.mark.parametrize(("written", "below"), WRONG)
@pytest.mark.parametrize("at", ["", "/webhooks/a", "/webhooks/a/post"])
def test_a_signature_that_says_nothing_clear_is_reported_where_it_stands(
    tmp_path: Path, written: object, below: str, at: str
) -> None:
    tree = document(webhooks={"a": {"post": operation(), "put": operation()}})
    holder = tree
    for key in at.split("/")[1:]:
        holder = holder[key]
    holder["x-sdk-signature"] = written
    result = read_tree(tmp_path, tree)
    assert result.pointers("signature-shape") == [f"{at}/x-sdk-signature{below}"]
    assert result.codes == ["signature-shape"]
    assert not any(one.signature for one in result.api.webhooks)


def test_a_signature_has_a_meaning_where_a_server_sends_alone(tmp_path: Path) -> None:
    result = read_operation(tmp_path, {"x-sdk-signature": HUB})
    assert result.codes == ["keyword-unread"]
