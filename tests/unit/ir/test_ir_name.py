"""Names as words."""

from __future__ import annotations

import pytest

from generator.ir.name import Name, split

WORDS = [
    ("id", ("id",)),
    ("note_id", ("note", "id")),
    ("noteId", ("note", "id")),
    ("kebab-case", ("kebab", "case")),
    ("two words", ("two", "words")),
    ("user.name[id]", ("user", "name", "id")),
    ("__init__", ("init",)),
    ("HTTPServerURL", ("http", "server", "url")),
    ("HTTPStatus", ("http", "status")),
    ("isDNSSecure", ("is", "dns", "secure")),
    ("getURLs", ("get", "urls")),
    ("userIDs", ("user", "ids")),
    ("IDs", ("ids",)),
    ("IDsOfUsers", ("ids", "of", "users")),
    ("audios", ("audios",)),
    ("OAuth2Token", ("oauth2", "token")),
    ("oauth2_token", ("oauth2", "token")),
    ("IPv4Address", ("ipv4", "address")),
    ("GraphQLQuery", ("graphql", "query")),
    ("scenariOS", ("scenari", "os")),
    ("v2beta1", ("v2", "beta1")),
    ("SHA256Hash", ("sha256", "hash")),
    ("2fa", ("2", "fa")),
    ("Größe", ("größe",)),
    ("ÄndernÜber", ("ändern", "über")),
    ("Straße", ("straße",)),
    ("e\u0301te\u0301", ("été",)),
    ("用户名", ("用户名",)),
    ("ﬁle", ("file",)),
    ("a\u0000b\nc", ("a", "b", "c")),
    ("🎉", ()),
    ("", ()),
    ("-_-", ()),
]


@pytest.mark.parametrize(("text", "want"), WORDS)
def test_split(text: str, want: tuple[str, ...]) -> None:
    assert split(text) == want


def test_a_preferred_spelling_gives_the_words() -> None:
    assert Name(wire="cfId", preferred="customFieldId").words == (
        "custom",
        "field",
        "id",
    )


def test_the_wire_spelling_gives_the_words_without_a_preferred_one() -> None:
    assert Name(wire="cfId").words == ("cf", "id")
