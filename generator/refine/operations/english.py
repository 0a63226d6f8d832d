"""The little English that names of operations need."""

from __future__ import annotations

from functools import lru_cache

Words = tuple[str, ...]

# Verbs whose object is naturally many: `list notes` under notes is `list`.
PLURAL_VERBS = frozenset({"count", "export", "find", "list", "query", "search"})
VERBS = PLURAL_VERBS | {"create", "delete", "get", "remove", "retrieve", "update"}
ARTICLES = frozenset({"a", "an", "the"})
_IRREGULAR = {
    "addresses": "address",
    "aliases": "alias",
    "atlases": "atlas",
    "biases": "bias",
    "bonuses": "bonus",
    "buses": "bus",
    "campuses": "campus",
    "canvases": "canvas",
    "children": "child",
    "ids": "id",
    "indices": "index",
    "lenses": "lens",
    "quizzes": "quiz",
    "statuses": "status",
    "viruses": "virus",
}
_SAME = frozenset(
    {
        *("alias", "atlas", "bias", "canvas", "chaos", "data", "https", "kubernetes"),
        *("kudos", "lens", "news", "pancreas", "series", "species", "status", "texas"),
    }
)
_KEPT = ("ss", "us", "is", "ics")
_SHORT = 3


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The singular of a word as far as spelling tells: `companies` is `company`."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= _SHORT or word in _SAME or word.endswith(_KEPT):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word.removesuffix("s")


def is_plural(words: Words) -> bool:
    """Whether the last word is a plural."""
    return singular(words[-1]) != words[-1]


def same(one: Words, other: Words) -> bool:
    """Whether words are the same, singular and plural alike."""
    return len(one) == len(other) and all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    return one == other or singular(one) == singular(other)
