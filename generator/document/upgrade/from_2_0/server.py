"""Server Object: `host`, `basePath` and `schemes` in one address."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.walk.upgrade_walk import Walk

# `ws` and `wss` are 2.0's too, but no operation of a description is sent over them.
_SCHEMES = ("https", "http")


def servers(
    document: dict[str, Tree], holder: dict[str, Tree], walk: Walk
) -> list[Tree]:
    """Return the servers of a document or, by its own schemes, of an operation.

    Args:
        document: The document.
        holder: What has the schemes: the document or an operation.
        walk: The pass.

    Returns:
        One server per scheme, the encrypted one first; a relative one when the host is missing.
    """
    host = document.get("host")
    path = document.get("basePath")
    below = "/" + path.strip("/") if isinstance(path, str) and path.strip("/") else ""
    if not isinstance(host, str) or not host:
        urls = [below or "/"]
    else:
        schemes = holder.get("schemes")
        listed = schemes if isinstance(schemes, list) else []
        named = [name for name in _SCHEMES if name in listed] or ["https"]
        urls = [f"{scheme}://{host}{below}" for scheme in named]
    return walk.made([walk.made({"url": url}, holder) for url in urls], holder)


def document_servers(document: dict[str, Tree], walk: Walk) -> list[Tree]:
    """Return the servers of a document, and note what it leaves open."""
    if not document.get("host"):
        message = "Without `host`, the API is where the document was loaded from"
        walk.note("swagger-server", message, document, "swagger")
    elif not document.get("schemes"):
        message = "Without `schemes`, https is taken"
        walk.note("swagger-server", message, document, "host")
    return servers(document, document, walk)
