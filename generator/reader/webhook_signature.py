"""The extension `x-sdk-signature`: how a server signs what it sends."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.security import Signature, SignedTime
from generator.reader.context import Context
from generator.reader.header import TOKEN

KEY = "x-sdk-signature"
_KEYWORDS = (
    "header",
    "algorithm",
    "prefix",
    "encoding",
    "separator",
    "signed",
    "id",
    "timestamp",
    "secret",
)
_ALGORITHMS = ("sha1", "sha256", "sha384", "sha512")
_ENCODINGS = ("hex", "base64")
_PLACEHOLDER = re.compile(r"\{(.*?)\}")


def read_signature(context: Context, *holders: Node) -> Signature | None:
    """Read how a request is signed.

    Args:
        context: What the readers share.
        holders: What may declare it, the nearest first.

    Returns:
        None where nothing declares it, or it can't be read, which is reported.
    """
    written = [found for node in holders if (found := node.get(KEY)) is not None]
    if written:
        with context.notebook.skipping():
            return _read(written[0])
    return None


def _read(node: Node) -> Signature:
    _check_object(node)
    separator = _text(node, "separator")
    timestamp = _read_timestamp(node.get("timestamp"))
    if timestamp is not None and timestamp.key and not separator:
        separator = ","
    prefix = _text(node, "prefix")
    if separator and separator in prefix:
        what = f"`prefix` holds the separator, {separator!r}"
        raise _wrong(what, node.at("prefix"))
    id = _header(node, "id", required=False)
    secret_prefix, secret_encoding = _read_secret(node.get("secret"))
    signature = Signature(
        header=_header(node, "header"),
        algorithm=_chosen(node, "algorithm", _ALGORITHMS),
        prefix=prefix,
        encoding=_chosen(node, "encoding", _ENCODINGS, "hex"),
        separator=separator,
        signed=_read_signed(node, bool(id), timestamp is not None),
        id=id,
        timestamp=timestamp,
        secret_prefix=secret_prefix,
        secret_encoding=secret_encoding,
    )
    _refuse_leftover(node, _KEYWORDS)
    return signature


def _read_timestamp(node: Node | None) -> SignedTime | None:
    """The time of signing: the name of its header, or an object that says where it stands."""
    if node is None:
        return None
    if isinstance(node.value, str):
        if not TOKEN.match(node.value):
            raise _wrong("`timestamp` has to name a header", node)
        return SignedTime(header=node.value)
    _check_object(node)
    header, key = _header(node, "header", required=False), _text(node, "key")
    if bool(header) == bool(key):
        raise _wrong("one of `header` and `key` has to say where the time stands", node)
    found = node.get("tolerance")
    seconds = SignedTime().tolerance if found is None else found.value
    if (
        isinstance(seconds, bool)
        or not isinstance(seconds, int | float)
        or seconds <= 0
    ):
        what = "`tolerance` has to be a number of seconds above 0"
        raise _wrong(what, node.at("tolerance"))
    _refuse_leftover(node, ("header", "key", "tolerance"))
    return SignedTime(header=header, key=key, tolerance=seconds)


def _read_secret(node: Node | None) -> tuple[str, str]:
    """What may stand before a secret, and how it is written."""
    if node is None:
        return "", ""
    _check_object(node)
    found = _text(node, "prefix"), _chosen(node, "encoding", _ENCODINGS)
    _refuse_leftover(node, ("prefix", "encoding"))
    return found


def _read_signed(node: Node, has_id: bool, has_timestamp: bool) -> str:
    """What is signed; without a word on it, all that is declared, with dots between."""
    known = {"id": has_id, "timestamp": has_timestamp, "body": True}
    wanted = [name for name, is_there in known.items() if is_there]
    signed = _text(node, "signed") or ".".join(f"{{{name}}}" for name in wanted)
    found = _PLACEHOLDER.findall(signed)
    for name in found:
        if name not in known:
            what = f"`signed` can hold `{{body}}`, `{{timestamp}}` and `{{id}}`, not `{{{name}}}`"
            raise _wrong(what, node.at("signed"))
        if not known[name]:
            what = f"`signed` holds `{{{name}}}`, and `{name}` doesn't say where that stands"
            raise _wrong(what, node.at("signed"))
    for name in wanted:
        if found.count(name) != 1:
            what = f"`signed` has to hold `{{{name}}}` once: what isn't signed proves nothing"
            raise _wrong(what, node.at("signed"))
    return signed


def _header(node: Node, key: str, *, required: bool = True) -> str:
    name = _text(node, key)
    if TOKEN.match(name) or not (name or required):
        return name
    raise _wrong(f"`{key}` has to name a header", node.at(key))


def _chosen(
    node: Node, key: str, values: Collection[str], default: str | None = None
) -> str:
    written = _text(node, key)
    if not written and default is not None:
        return default
    # Written as `SHA-256` and `hmac-sha256`, too.
    plain = re.sub("[-_]", "", written.lower()).removeprefix("hmac")
    if plain not in values:
        what = f"`{key}` has to be one of {', '.join(f'`{one}`' for one in values)}"
        raise _wrong(what, node.at(key))
    return plain


def _text(node: Node, key: str) -> str:
    """A text that isn't empty where it is there, else ""."""
    found = node.get(key)
    if found is None:
        return ""
    if not (isinstance(found.value, str) and found.value and found.value.isascii()):
        raise _wrong(f"`{key}` has to be text in ASCII", found)
    return str(found.value)


def _check_object(node: Node) -> None:
    if not isinstance(node.value, dict):
        raise _wrong(f"`{node.key}` has to be an object", node)


def _refuse_leftover(node: Node, keywords: Collection[str]) -> None:
    # Extensions have no meaning here, either.
    left = [key for key in node.mapping if key not in keywords]
    if left:
        close = difflib.get_close_matches(left[0], keywords, n=1)
        hint = f"did you mean `{close[0]}`?" if close else ""
        raise _wrong(f"`{left[0]}` has no meaning here", node.at(left[0]), hint)


def _wrong(message: str, node: Node, hint: str = "") -> Unsupported:
    return Unsupported("signature-shape", message, node.place, hint)
