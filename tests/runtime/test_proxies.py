"""Which proxy the environment has for an origin, and what can't be one."""

from __future__ import annotations

import pytest
from sdk_runtime.transport.faults import UnusableProxy
from sdk_runtime.transport.pool import proxy
from sdk_runtime.transport.proxies import proxy_url
from sdk_runtime.transport.urls import parse_base

HTTPS, HTTP = "https://api.example.com", "http://api.example.com"
P, Q = "http://p.example:3128", "http://q.example:3128"


def found(url: str, **environment: str) -> str:
    return proxy_url(parse_base(url, allow_http=True).origin, environment)


@pytest.mark.parametrize(
    ("url", "environment", "want"),
    [
        (HTTPS, {}, ""),
        (HTTPS, {"HTTPS_PROXY": P}, P),
        (HTTPS, {"https_proxy": P}, P),
        (HTTPS, {"Https_Proxy": P}, P),
        (HTTPS, {"https_proxy": P, "HTTPS_PROXY": Q}, P),
        (HTTPS, {"https_proxy": "", "HTTPS_PROXY": Q}, ""),
        (HTTPS, {"HTTP_PROXY": P}, ""),
        (HTTPS, {"ALL_PROXY": P}, P),
        (HTTPS, {"all_proxy": P, "ALL_PROXY": Q}, P),
        (HTTPS, {"HTTPS_PROXY": P, "ALL_PROXY": Q}, P),
        (HTTPS, {"HTTPS_PROXY": "", "ALL_PROXY": Q}, Q),
        (HTTPS, {"HTTPS_PROXY": f" {P} "}, P),
        (HTTP, {"HTTP_PROXY": P}, P),
        (HTTP, {"HTTPS_PROXY": P}, ""),
        (HTTP, {"HTTP_PROXY": P, "REQUEST_METHOD": "GET"}, ""),
        (HTTP, {"http_proxy": P, "REQUEST_METHOD": "GET"}, P),
        (HTTPS, {"HTTPS_PROXY": P, "REQUEST_METHOD": "GET"}, P),
        (HTTP, {"HTTP_PROXY": Q, "ALL_PROXY": P, "REQUEST_METHOD": "GET"}, P),
        ("http://127.0.0.1:1", {"ALL_PROXY": P}, ""),
        ("http://localhost:1", {"ALL_PROXY": P}, ""),
        ("http://[::1]:1", {"ALL_PROXY": P}, ""),
        (HTTPS, {"HTTPS_PROXY": "p.example:3128"}, P),
        (HTTPS, {"HTTPS_PROXY": "p.example"}, "http://p.example"),
        (HTTPS, {"HTTPS_PROXY": "HTTP://P.example:3128/x?y#z"}, P),
        (HTTPS, {"HTTPS_PROXY": "https://p.example"}, "https://p.example"),
        (HTTPS, {"HTTPS_PROXY": "http://[2001:db8::1]:8"}, "http://[2001:db8::1]:8"),
        (HTTPS, {"HTTPS_PROXY": "u:p%40s@p.example"}, "http://u:p%40s@p.example"),
        (HTTPS, {"HTTPS_PROXY": "http://u:a@b@p.example"}, "http://u:a%40b@p.example"),
        (HTTPS, {"HTTPS_PROXY": "http://u:[@p.example"}, "http://u:%5B@p.example"),
    ],
)
def test_where_a_proxy_is_found(
    url: str, environment: dict[str, str], want: str
) -> None:
    assert found(url, **environment) == want


@pytest.mark.parametrize(
    ("url", "want"),
    [
        ("http://u:p%40s@p.example", (b"u", b"p@s")),
        ("http://u@p.example", (b"u", b"")),
        ("http://u:a:b@p.example", (b"u", b"a:b")),
        ("http://%C3%A9:x@p.example", ("é".encode(), b"x")),
        ("http://p.example", None),
    ],
)
def test_user_and_password_of_a_proxy(url: str, want: tuple[bytes, bytes]) -> None:
    made = proxy(found(HTTPS, HTTPS_PROXY=url))
    assert made is not None
    assert made.auth == want
    assert (made.url.scheme, made.url.host) == (b"http", b"p.example")


@pytest.mark.parametrize(
    ("url", "listed", "direct"),
    [
        *((HTTPS, listed, True) for listed in ("*", "a.example *", " * ,b.example")),
        *((HTTPS, listed, False) for listed in ("", " ", ",", "*.org", "b.example")),
        (HTTPS, "api.example.com", True),
        (HTTPS, "API.Example.COM", True),
        (HTTPS, "example.com", True),
        (HTTPS, ".example.com", True),
        (HTTPS, "*.example.com", True),
        (HTTPS, "com", True),
        (HTTPS, "api.example.com.", True),
        (HTTPS, "ample.com", False),
        (HTTPS, "i.example.com", False),
        (HTTPS, "www.api.example.com", False),
        (HTTPS, "example.org,example.com", True),
        (HTTPS, "example.org example.com", True),
        (HTTPS, "example.org , example.com ,", True),
        (HTTPS, "https://api.example.com", True),
        (HTTPS, "example.com:443", True),
        (HTTPS, "example.com:8443", False),
        (HTTPS, "example.com:https", False),
        (f"{HTTPS}:8443", "example.com:8443", True),
        (f"{HTTPS}:8443", "example.com", True),
        (HTTP, "example.com:80", True),
        ("https://bücher.example", "BÜCHER.example", True),
        ("https://bücher.example", "xn--bcher-kva.example", True),
        ("https://10.1.2.3", "10.1.2.3", True),
        ("https://10.1.2.3", "10.1.2.4", False),
        ("https://10.1.2.3", "1.2.3", False),
        ("https://10.1.2.3", "10.0.0.0/8", True),
        ("https://10.1.2.3", "10.1.2.0/24", True),
        ("https://10.1.2.3", "10.9.9.9/8", True),
        ("https://10.1.2.3", "10.1.3.0/24", False),
        ("https://10.1.2.3", "10.0.0.0/99", False),
        ("https://10.1.2.3", "10.0.0.0/8:443", True),
        ("https://10.1.2.3", "10.0.0.0/8:444", False),
        ("https://10.1.2.3", "0.0.0.0/0", True),
        ("https://10.1.2.3", "::/0", False),
        ("https://10.1.2.3:9", "10.1.2.3:9", True),
        ("https://10.1.2.3:9", "10.1.2.3:8", False),
        ("https://10.example.com", "10.0.0.0/8", False),
        ("https://[2001:db8::1]", "2001:db8::1", True),
        ("https://[2001:db8::1]", "2001:DB8:0:0::1", True),
        ("https://[2001:db8::1]", "[2001:db8::1]", True),
        ("https://[2001:db8::1]:9", "[2001:db8::1]:9", True),
        ("https://[2001:db8::1]:9", "[2001:db8::1]:8", False),
        ("https://[2001:db8::1]", "2001:db8::/32", True),
        ("https://[2001:db8::1]", "[2001:db8::]/32", True),
        ("https://[2001:db8::1]", "[2001:db8::/32]:443", True),
        ("https://[2001:db8::1]", "2001:db9::/32", False),
        ("https://[::ffff:10.1.2.3]", "10.0.0.0/8", True),
    ],
)
def test_what_is_reached_directly(url: str, listed: str, direct: bool) -> None:
    assert found(url, ALL_PROXY=P, NO_PROXY=listed) == ("" if direct else P)
    assert found(url, ALL_PROXY=P, no_proxy=listed) == ("" if direct else P)


def test_no_proxy_in_lower_case_wins() -> None:
    assert found(HTTPS, ALL_PROXY=P, no_proxy="a.example", NO_PROXY="*") == P


@pytest.mark.parametrize(
    ("url", "said"),
    [
        *(
            (f"{kind}://u:s3cret@p.example:1080", "SOCKS")
            for kind in ("socks", "SOCKS5")
        ),
        *((f"{kind}://p.example:1080", "SOCKS") for kind in ("socks4", "socks4a")),
        ("socks5h://u:s3cret@p.example:1080", "SOCKS"),
        ("ftp://u:s3cret@p.example", "ftp://"),
        ("quic://p.example", "quic://"),
        ("http://", "names no host"),
        ("http://u:s3cret@", "names no host"),
        ("http://:3128", "names no host"),
        ("://p.example", ""),
        ("http:/p.example:3128", ""),
        ("http:p.example:3128", ""),
        ("http://u:s3cret@p.example:0", "port"),
        ("http://u:s3cret@p.example:65536", "port"),
        ("http://u:s3cret@p.example:-1", "port"),
        ("http://u:s3cret@p.example:x", "port"),
        ("http://u:s3cret@p.example:", "port"),
        ("http://u:s3cret#x@p.example", "port"),
        ("http://u:s3cret@p exam.ple", "space"),
        ("http://u:s3cret@p\nexample", "control character"),
        ("http://u:s3cret@[::1", "malformed"),
        ("http://u:s3cret@p$x", "names no host"),
    ],
)
def test_what_is_no_proxy(url: str, said: str) -> None:
    for variable in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        with pytest.raises(UnusableProxy, match=variable) as caught:
            found(HTTPS, **{variable: url})
        assert said in str(caught.value)
        assert "s3cret" not in str(caught.value)
    assert found(HTTPS, ALL_PROXY=url, NO_PROXY="example.com") == ""
