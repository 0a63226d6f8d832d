"""What loading some files comes to, for the tests of documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from generator.diagnostics import Diagnostic, Severity, Span
from generator.document.document import Document
from generator.document.files.policy import Policy
from generator.document.files.sources import Sources

Data: TypeAlias = Any  # plain data of any shape

STRICT = Policy()
LENIENT = Policy(lenient=True)
UNVALIDATED = Policy(validate=False)


class Loaded(NamedTuple):
    """What loading some files came to; `document` is None when it failed."""

    document: Document | None
    findings: tuple[Diagnostic, ...]
    sources: Sources

    @property
    def root(self) -> Document:
        """The document, of a test that expects one."""
        assert self.document is not None, self.findings
        return self.document

    @property
    def errors(self) -> list[str]:
        """The codes of the errors, in the order found."""
        return [f.code for f in self.findings if f.severity is Severity.ERROR]

    def locations(self, code: str) -> list[tuple[str, int, int]]:
        """File name, line and column of the findings of one code."""
        spans = [
            self.sources.span(f.place)
            for f in self.findings
            if f.code == code and f.place is not None
        ]
        return [(Path(span.file).name, span.line, span.column) for span in spans]

    def span(self, code: str) -> Span:
        """Where the only finding of a code is."""
        (found,) = [f for f in self.findings if f.code == code]
        assert found.place is not None
        return self.sources.span(found.place)


Files = dict[str, str | bytes]
Load = Callable[..., Loaded]
