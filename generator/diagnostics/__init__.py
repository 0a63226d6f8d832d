"""What goes wrong on the way from a document to files, and where."""

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.notebook import Checked, Failed, Notebook, Unsupported
from generator.diagnostics.span import Place, Span, Spot

__all__ = [
    "Checked",
    "Diagnostic",
    "Failed",
    "Notebook",
    "Place",
    "Severity",
    "Span",
    "Spot",
    "Unsupported",
]
