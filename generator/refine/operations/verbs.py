"""Which verbs a package has: those of its operationIds, or the usual ones in place of HTTP's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from generator.ir.name import split
from generator.ir.operation import Operation
from generator.refine.operations.english import Words
from generator.refine.operations.path_names import repeats_path

_NO_WORD = re.compile(r"\W")


def identifier_words(operation: Operation) -> Words:
    """The words of the operationId, without the path and the method that some tools append."""
    written = operation.name.wire
    tail = _NO_WORD.sub("_", f"{operation.path.template}_{operation.method.lower()}")
    return split(written.removesuffix(tail)) or split(written)


# HTTP methods that have another verb in packages: `create` for `post`.
_RENAMED = frozenset({"get", "patch", "post", "put"})
# Both are for reading what isn't a list.
_READS = ("get", "retrieve")


class Verbs(NamedTuple):
    """The verbs of a package.

    Within a package all operationIds that begin with their HTTP method are treated alike: by these
    methods' usual verbs where most of them only repeat the path, as tools make them, else as they
    are written; but what only repeats the path of a list is `list` in any case. `get` never stands
    beside `retrieve`: where documents write both, the one that they write more often is for all.

    `renamed` are the methods whose verbs are the usual ones, `one` is the verb for reading what
    isn't a list, and `other` is what `one` stands for as well, or "".
    """

    renamed: frozenset[str]
    one: str
    other: str

    def keeps(self, words: Words, operation: Operation) -> bool:
        """Whether an operationId that repeats the path still names its operation."""
        method = operation.method.lower()
        return bool(words) and method in _RENAMED and method not in self.renamed

    def reading(self, words: Words, operation: Operation) -> Words:
        """The words of a name, with the package's own verb for reading."""
        is_read = operation.method.lower() == "get" and words[:1] == (self.other,)
        return (self.one, *words[1:]) if is_read else words


def verbs_of(operations: Iterable[Operation]) -> Verbs:
    """Find out which verbs a package has, by all of its operations."""
    repeated, written = Counter[str](), Counter[str]()
    reads = Counter[str]()
    for operation in operations:
        words = identifier_words(operation)
        if operation.name.preferred or len(words) == 1:
            continue
        method = operation.method.lower()
        if words[:1] == (method,):
            counted = repeated if repeats_path(words, operation) else written
            counted[method] += 1
        if method == "get":
            reads.update(word for word in words if word in _READS)
    renamed = {method for method in _RENAMED if repeated[method] > written[method]}
    gets, retrieves = (reads[verb] for verb in _READS)
    if retrieves and retrieves >= gets:
        renamed.add("get")
    # What nothing names has the usual verb, but for one that would stand beside another.
    if "get" not in renamed and gets > retrieves:
        return Verbs(frozenset(renamed), "get", "retrieve")
    return Verbs(frozenset(renamed), "retrieve", "get" if "get" in renamed else "")
