"""Base URLs: which are accepted, and what becomes of them."""

from __future__ import annotations

import pytest
from sdk_runtime.errors import ArgumentError
from sdk_runtime.transport.urls import Origin, UnusableURL, parse_base, resolve


@pytest.mark.parametrize(
    ("url", "want"),
    [
        ("https://api.example.com", "https://api.example.com"),
        ("https://api.example.com/", "https://api.example.com"),
        ("https://API.example.com:443/v1/", "https://api.example.com/v1"),
        ("https://api.example.com:8443", "https://api.example.com:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:1/x", "http://localhost:1/x"),
        ("http://[::1]:9/", "http://[::1]:9"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        (" https://api.example.com ", "https://api.example.com"),
    ],
)
def test_accepted(url: str, want: str) -> None:
    assert str(parse_base(url, allow_http=False)) == want


@pytest.mark.parametrize(
    ("url", "usual_path", "want"),
    [
        ("https://h.example", "/api/v1", "https://h.example/api/v1"),
        ("https://h.example/", "/api/v1", "https://h.example/api/v1"),
        ("https://h.example//", "/api/v1/", "https://h.example/api/v1"),
        ("https://h.example", "api//v1", "https://h.example/api//v1"),
        (
            "https://h.example",
            "//other.example/v1",
            "https://h.example/other.example/v1",
        ),
        ("https://h.example", "./v1/../v2", "https://h.example/v2"),
        ("https://h.example", "/ü b", "https://h.example/%C3%BC%20b"),
        ("https://h.example", "", "https://h.example"),
        ("https://h.example", "/", "https://h.example"),
        ("https://h.example", "https://other.example/v1", "https://h.example"),
        ("https://h.example/x", "/api/v1", "https://h.example/x"),
        ("https://h.example/api/v1", "/api/v1", "https://h.example/api/v1"),
    ],
)
def test_a_path_for_urls_without_one(url: str, usual_path: str, want: str) -> None:
    assert str(parse_base(url, False, usual_path)) == want


@pytest.mark.parametrize("usual_path", ["/v1?x=1", "/v1#x"])
def test_a_path_is_no_query(usual_path: str) -> None:
    with pytest.raises(ArgumentError, match="query"):
        parse_base("https://h.example", False, usual_path)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.example.com",
        "//api.example.com",
        "ftp://api.example.com",
        "file:///etc/passwd",
        "https://",
        "https://user:pass@api.example.com",
        "https://user@api.example.com",
        "https://api.example.com?x=1",
        "https://api.example.com#x",
        "https://api.example.com/a/../b",
        "https://api.example.com:0",
        "https://api.example.com:00",
        "https://api.example.com:65536",
        "https://api.example.com:99999",
        "https://api.example.com:-1",
        "https://api.example.com:+1",
        "https://api.example.com:http",
        "https://api.example.com:1.5",
        "https://api.example.com:٣",
        "https://api.example.com: 1",
        "https://api.example.com:",
        "https://api.example.com:/v1",
        "https://[::1]:0",
        "https://api.exa mple.com",
        "https://api.example.com\r\nX: 1",
        "https://api.example.com\\@evil.example",
        "https://[::1",
    ],
)
def test_refused(url: str) -> None:
    with pytest.raises(ArgumentError):
        parse_base(url, allow_http=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com",
        "http://127.0.0.1.evil.example",
        "http://127.evil.example",
        "http://localhost.evil.example",
        "http://0.0.0.0",
        "http://10.0.0.1",
    ],
)
def test_clear_text_only_when_asked_for(url: str) -> None:
    with pytest.raises(ArgumentError, match="allow_http"):
        parse_base(url, allow_http=False)
    assert str(parse_base(url, allow_http=True)) == url


@pytest.mark.parametrize(
    ("link", "origin", "target"),
    [
        ("/b?c=d", "https://h.example", "/b?c=d"),
        ("b", "https://h.example", "/a/b"),
        ("?x=1", "https://h.example", "/a/1?x=1"),
        ("https://h.example:443/x#frag", "https://h.example", "/x"),
        ("//other.example/x", "https://other.example", "/x"),
        ("http://h.example/x", "http://h.example", "/x"),
        ("https://h.example", "https://h.example", "/"),
        ("/é", "https://h.example", "/%C3%A9"),
    ],
)
def test_links(link: str, origin: str, target: str) -> None:
    where, path = resolve("https://h.example/a/1", link)
    assert (str(where), path) == (origin, target)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "https://u:p@h.example/",
        "/a b",
        "/a\r\nb",
        "\\\\evil.example\\x",
    ],
)
def test_unusable_links(link: str) -> None:
    with pytest.raises(UnusableURL):
        resolve("https://h.example/a/1", link)


def test_origins_compare() -> None:
    assert Origin("https", "h", 443) != Origin("http", "h", 443)
    assert Origin("https", "h", 443).authority == "h"
    assert Origin("http", "::1", 443).authority == "[::1]:443"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", ""])
def test_a_port_that_is_none_is_named(port: str) -> None:
    with pytest.raises(ArgumentError, match="port"):
        parse_base(f"http://127.0.0.1:{port}/v1", allow_http=False)
