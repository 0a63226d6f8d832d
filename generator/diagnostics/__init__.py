"""Findings: what is wrong in the input, and where, and how it is printed."""

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
