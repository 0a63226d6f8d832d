"""The words of an operationId."""

from __future__ import annotations

import re

from generator.ir.name import split
from generator.ir.operation import Operation
from generator.refine.grammar import Words

_NO_WORD = re.compile(r"\W")


def identifier_words(operation: Operation) -> Words:
    """The words of the operationId, without the path and the method that some tools append."""
    written = operation.name.wire
    tail = _NO_WORD.sub("_", f"{operation.path.template}_{operation.method.lower()}")
    return split(written.removesuffix(tail)) or split(written)
