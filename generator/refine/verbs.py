"""Which verbs a package has: those of its operationIds, or the usual ones in place of HTTP's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from generator.ir.operation import Operation
from generator.refine.grammar import Words
from generator.refine.identifier import identifier_words
from generator.refine.rest import repeats_path

# HTTP methods that have another verb in packages: `create` for `post`.
_RENAMED = frozenset({"get", "patch", "post", "put"})


class Verbs(NamedTuple):
    """The verbs of a package.

    Within a package all operationIds that begin with their HTTP method are treated alike: by these
    methods' usual verbs where most of them only repeat the path, as tools make them, else as they
    are written; but what only repeats the path of a list is `list` in any case. `renamed` are the
    methods whose verbs are the usual ones, and `one` is the verb for reading what isn't a list.
    """

    renamed: frozenset[str]
    one: str

    def keeps(self, words: Words, operation: Operation) -> bool:
        """Whether an operationId that repeats the path still names its operation."""
        method = operation.method.lower()
        return bool(words) and method in _RENAMED and method not in self.renamed


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
            reads.update(word for word in words if word in {"get", "retrieve"})
    renamed = frozenset(
        method for method in _RENAMED if repeated[method] > written[method]
    )
    writes_get = "get" not in renamed and reads["get"] > reads["retrieve"]
    # What nothing names has the usual verbs, but for one that would stand beside another.
    return Verbs(renamed, "get" if writes_get else "retrieve")
