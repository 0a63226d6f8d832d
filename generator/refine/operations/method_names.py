"""What an operation is called within its resource."""

from __future__ import annotations

from generator.ir.operation import Operation
from generator.refine.operations.english import (
    ARTICLES,
    PLURAL_VERBS,
    Words,
    is_plural,
    same,
)
from generator.refine.operations.path_names import (
    path_segments,
    repeats_path,
    slot_words,
    usual_verb,
    whole_path,
    words_of_path,
)
from generator.refine.operations.verbs import Verbs, identifier_words

_ROLES = frozenset({"api", "controller", "service"})


def method_words(
    operation: Operation, resource: Words, verbs: Verbs, *, lists: bool
) -> tuple[Words, ...]:
    """Candidates for an operation's name, the shortest first, with the package's verbs.

    Args:
        operation: The operation.
        resource: The words of the resource's name.
        verbs: The verbs of the package.
        lists: Whether the answer may be or hold a list.
    """
    found = _candidates(operation, resource, verbs, lists=lists)
    return tuple(verbs.reading(words, operation) for words in found)


def _candidates(
    operation: Operation, resource: Words, verbs: Verbs, *, lists: bool
) -> tuple[Words, ...]:
    """The names of an operation, the shortest first.

    The document's operationId is what names it, without the words of the resource where these
    only repeat it. Where there is none, or one that a tool made of the path, path and HTTP method
    give the usual verb. What comes out depends on the operation, its resource and the package's
    verbs alone, so that a name survives other operations.
    """
    method = operation.method.lower()
    named = identifier_words(operation)
    if not named or repeats_path(named, operation):
        made = words_of_path(operation, resource, verbs.one, lists=lists)
        # A list is `list`, whichever verb reads what it lists.
        if made[:1] == ("list",) or not verbs.keeps(named, operation):
            longer = named or (*made, *slot_words(operation))
            return (made, longer, whole_path(operation))
    if named[:1] == (method,) and method in verbs.renamed and len(named) > 1:
        verb = usual_verb(operation, verbs.one, many=lists and is_plural(named))
        named = (verb, *named[1:])
    short = without_resource(named, resource)
    if short != named and _is_noun(short, named, operation):
        short = named
    return (without_articles(short), named, (*named, method))


def without_resource(words: Words, resource: Words) -> Words:
    """Leave out the resource's name where it leads, or where it is the verb's object.

    A plural stays where the singular would mean another operation: `get_note` is `get`
    under notes, `get_notes` stays, `list_notes` is `list`.

    Args:
        words: The words of an operationId.
        resource: The words of the resource's name.
    """
    for names in (resource, _without_role(resource)):
        size = len(names)
        if names and len(words) > size and same(words[:size], names):
            rest = words[size:]
            rest = rest[1:] if rest[0] in _ROLES and len(rest) > 1 else rest
            return _without_object(rest, _without_role(names))
    return _without_object(words, _without_role(resource))


def without_articles(words: Words) -> Words:
    """Leave articles out, though not where they may be a name."""
    if not words:
        return words
    inside = tuple(word for word in words[1:-1] if word not in ARTICLES)
    return (*words[:1], *inside, *words[1:][-1:])


def _is_noun(short: Words, named: Words, operation: Operation) -> bool:
    """Whether what is left begins with a thing the path leads through: `container` of
    `ContainerExec` under exec, where the rest would read as what is done to it.
    """
    if short[0] != named[0]:
        return False
    return any(
        is_plural(each.words) and same(each.words, short[:1])
        for each in path_segments(operation)
        if not each.slot
    )


def _without_role(resource: Words) -> Words:
    return resource[:-1] if len(resource) > 1 and resource[-1] in _ROLES else resource


def _without_object(words: Words, resource: Words) -> Words:
    if not words or not resource:
        return words
    verb, rest = words[0], words[1:]
    kept: Words = ()
    if rest[:1] and rest[0] in ARTICLES:
        rest = rest[1:]
    elif rest[:1] == ("all",):
        kept, rest = rest[:1], rest[1:]
    size = len(resource)
    if not same(rest[:size], resource):
        return words
    if verb not in PLURAL_VERBS and is_plural(rest[:size]):
        return words
    return (verb, *kept, *rest[size:])
