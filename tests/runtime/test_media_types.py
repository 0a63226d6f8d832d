"""One table for both readers of media types: the generator's, and that of the packages it makes."""

from __future__ import annotations

import pytest
from sdk_runtime import media_type as runtime

from generator.media_range import media_range

# What is written, and what a body is; "" for bytes and for ranges that leave it open.
TABLE = [
    ("application/json", "json"),
    ("Application/JSON", "json"),
    ("application/json; charset=utf-8", "json"),
    ("application/json;charset=utf-8;version=2", "json"),
    ("text/json", "json"),
    ("application/problem+json", "json"),
    ("application/vnd.x+json", "json"),
    ("application/vnd.api+json; profile=x", "json"),
    ("application/*+json", "json"),
    ("application/x-amz-json-1.1", "json"),
    ("application/vnd.docker.json", "json"),
    ("application/x-json", "json"),
    ("application/jsonl", "sequence"),
    ("application/x-jsonlines", "sequence"),
    ("application/jsonlines", "sequence"),
    ("application/x-ndjson", "sequence"),
    ("application/json-seq", "sequence"),
    ("application/geo+json-seq", "sequence"),
    ("text/event-stream", "sequence"),
    ("application/x-www-form-urlencoded", "url-encoded"),
    ("multipart/form-data; boundary=x", "multipart"),
    ("multipart/mixed", "multipart"),
    ("text/plain", "text"),
    ("text/csv; header=present", "text"),
    ("application/xml", "text"),
    ("application/atom+xml", "text"),
    ("application/jsonp", ""),
    ("application/octet-stream", ""),
    ("image/png", ""),
    ("application/*", ""),
    ("*/*", ""),
    ("", ""),
]


@pytest.mark.parametrize(("written", "kind"), TABLE)
def test_a_media_type_says_what_a_body_is(written: str, kind: str) -> None:
    found = media_range(written)
    assert found.is_json is (kind == "json")
    assert found.is_url_encoded is (kind == "url-encoded")
    assert found.is_multipart is (kind == "multipart")
    assert found.is_form is (kind in {"url-encoded", "multipart"})
    assert found.is_sequential is (kind == "sequence")
    if kind != "sequence":
        assert found.is_text is (kind == "text")


@pytest.mark.parametrize(("written", "kind"), TABLE)
def test_a_package_reads_media_types_as_the_generator_does(
    written: str, kind: str
) -> None:
    found = media_range(written)
    assert runtime.essence(written) == found.essence
    assert runtime.is_json(written) is found.is_json
    assert runtime.is_form(written) is found.is_url_encoded
    assert runtime.is_multipart(written) is found.is_multipart
    assert not runtime.is_json_sequence(written) or found.is_sequential


def test_a_media_type_is_parsed_once() -> None:
    found = media_range('Application/Vnd.Acme+JSON; Charset=utf-8; profile="A b"')
    assert found is media_range(
        'Application/Vnd.Acme+JSON; Charset=utf-8; profile="A b"'
    )
    assert found.essence == "application/vnd.acme+json"
    assert found.subtype == "Vnd.Acme+JSON"
    assert found.parameters == (("charset", "utf-8"), ("profile", '"A b"'))
    assert found.meaning == (("profile", '"A b"'),)
    assert not found.is_range
    assert media_range("image/*").is_range
