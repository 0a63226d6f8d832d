"""The rows as a page for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from tests.judge.reports.text_table import (
    asides,
    cells,
    reasons,
    totals,
    unreached,
)
from tests.judge.rows import CheckName, Row

_STYLE = """\
body { font: 14px/1.4 system-ui, sans-serif; margin: 2em; }
table { border-collapse: collapse; }
th, td { padding: .2em .7em; text-align: right; border-bottom: 1px solid #ddd; }
th { position: sticky; top: 0; background: #fff; }
th:first-child, td:first-child { text-align: left; }
tr.bad td:first-child { color: #b00020; }
tfoot td { font-weight: bold; }
pre { margin: .3em 0; text-align: left; white-space: pre-wrap; color: #555; }
"""


def as_html(rows: Sequence[Row], checks: Sequence[CheckName]) -> str:
    """A page with one row for each document; what failed opens below its name."""
    head = ["document", "version", "operations", "repairs", "refusals", "seconds"]
    body = "\n".join(_row(row, checks) for row in rows)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Corpus</title>
<style>
{_STYLE}</style>
</head>
<body>
<table>
<thead>{_line("th", [*head, *checks])}</thead>
<tbody>
{body}
</tbody>
<tfoot>{_line("td", totals(rows, checks))}</tfoot>
</table>
<pre>{escape(chr(10).join(asides(rows)))}</pre>
<pre>{escape(chr(10).join(unreached(rows)))}</pre>
</body>
</html>
"""


def _row(row: Row, checks: Sequence[CheckName]) -> str:
    path, *others = cells(row, checks)
    first = escape(path)
    if row.is_good:
        return f"<tr><td>{first}</td>{_cells('td', others)}</tr>"
    why = escape("\n".join(reasons(row)))
    first = f"<details><summary>{first}</summary><pre>{why}</pre></details>"
    return f'<tr class="bad"><td>{first}</td>{_cells("td", others)}</tr>'


def _line(tag: str, texts: Iterable[str]) -> str:
    return f"<tr>{_cells(tag, texts)}</tr>"


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
