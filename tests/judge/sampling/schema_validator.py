"""Whether a value fits a schema of the document as written, judged by openapi-schema-validator."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

from tests.judge.sampling.validator_for import validator_for
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
)


class Undecided(Exception):
    """The judge can't tell: the schema itself is at fault."""


class Judge:
    """Validates answers or, if they are sent, requests by schemas where they stand."""

    def __init__(self, original: Original, *, sent: bool = False) -> None:
        self._original = original
        self._kind, self._formats = validator_for(original.version, sent=sent)
        # mypy doesn't see the arguments of this attrs class.
        registry: Tree = Registry
        self._registry = registry(retrieve=self._retrieve)
        self._validators: dict[str, Validator] = {}

    def fault(self, value: Tree, schema: Piece) -> str:
        """What is wrong with a value, or "".

        Raises:
            Undecided: The schema can't be evaluated.
        """
        try:
            for error in self._validator(schema).iter_errors(value):
                return _described(error)
        except Unresolvable as error:
            raise Undecided(f"unresolvable: {error}") from error
        except RecursionError as error:
            raise Undecided("the schema leads back to itself") from error
        except Exception as error:
            # A schema that breaks its own grammar stops the judge in many ways.
            raise Undecided(f"{type(error).__name__}: {error}") from error
        return ""

    def _validator(self, schema: Piece) -> Validator:
        uri = schema.uri
        found = self._validators.get(uri)
        if found is None:
            found = self._kind(
                {"$ref": uri}, registry=self._registry, format_checker=self._formats
            )
            self._validators[uri] = found
        return found

    def _retrieve(self, uri: str) -> Tree:
        try:
            content = self._original.load(Path(unquote(urlsplit(uri).path))).value
        except Dangling as error:
            raise LookupError(uri) from error
        return Resource.opaque(content)


def _described(error: ValidationError) -> str:
    where = "".join(f"[{part!r}]" for part in error.absolute_path)
    return f"${where}: {error.message[:200]}"
