"""Where msgspec hands over the types that it has no decoder or encoder for.

A type of ours that msgspec doesn't know (a union's stand-in, a model with further properties) has a
class method `__decode__`, and its instances, where it has any, have `__encode__`.
"""

from __future__ import annotations

from .plain import Annotation


def dec_hook(kind: Annotation, value: object) -> object:
    """Decode a value, already parsed from JSON, as one of our own types.

    Raises:
        ValidationError: The value doesn't fit.
        NotImplementedError: The type isn't one of ours.
    """
    decode = getattr(kind, "__decode__", None)
    if decode is None:
        raise NotImplementedError(f"{kind!r} can't be decoded from JSON")
    return decode(value)


def enc_hook(value: object) -> object:
    """Take an instance of one of our own types apart into what msgspec encodes.

    Raises:
        NotImplementedError: The type isn't one of ours.
    """
    encode = getattr(value, "__encode__", None)
    if encode is None:
        raise NotImplementedError(f"{type(value).__name__} can't be encoded as JSON")
    return encode()
