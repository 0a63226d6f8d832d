"""Runs the rules of openapi-spec-validator that no schema expresses.

The library finds what is wrong, but not always where, and goes down a schema's references by
recursion. The classes here give its findings their paths and take the recursion out of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn, TypeAlias

from jsonschema.exceptions import ValidationError
from jsonschema_path.paths import SchemaPath
from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from openapi_spec_validator.validation.exceptions import (
    DuplicateOperationIDError,
    ExtraParametersError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)
from openapi_spec_validator.validation.keywords import KeywordValidator, ValueValidator
from openapi_spec_validator.validation.registries import KeywordValidatorRegistry
from openapi_spec_validator.validation.validators import SpecValidator

from generator.document.trees.tree import Tree, describe
from generator.document.validation.rule_faults import Fault, Path
from generator.document.validation.structure import type_names

_VALIDATORS: dict[str, type[SpecValidator]] = {
    "2.0": OpenAPIV2SpecValidator,
    "3.0": OpenAPIV30SpecValidator,
    "3.1": OpenAPIV31SpecValidator,
    "3.2": OpenAPIV32SpecValidator,
}
# Found by rules of our own as well, which know the member that it is about.
_FOUND_ELSEWHERE = (
    DuplicateOperationIDError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)
_LONGEST_MESSAGE = 200
# Rules take schemas, values, names, flags and None; those below hand them on.
_Given: TypeAlias = Any


def semantic_faults(tree: Tree, version: str) -> Iterator[Fault]:
    """The faults that the library finds beyond the document's structure.

    What it can't make sense of, because the structure is broken there, it passes over.

    Args:
        tree: The document as written, in one tree whose references stay inside it.
        version: `2.0`, `3.0`, `3.1` or `3.2`.
    """
    if not isinstance(tree, dict):
        return
    path = SchemaPath.from_dict(tree, handlers=_Nowhere(), resolved_cache_maxsize=128)
    rules = {
        name: _improved(name, kind)
        for name, kind in _VALIDATORS[version].keyword_validators.items()
    }
    root: Any = KeywordValidatorRegistry(rules)["__root__"]
    for error in root(path):
        fault = _fault(error)
        is_of_tags = fault.path[:1] == ("tags",)
        if not is_of_tags and not isinstance(error, _FOUND_ELSEWHERE):
            yield fault


class _Nowhere(Mapping[str, Callable[[str], NoReturn]]):
    """Handlers for every scheme that there is, none of which fetches anything."""

    def __getitem__(self, scheme: str) -> Callable[[str], NoReturn]:
        return _refuse

    def __contains__(self, scheme: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _refuse(uri: str) -> NoReturn:
    raise LookupError(uri)


def _improved(name: str, kind: type[KeywordValidator]) -> type[KeywordValidator]:
    """One of the library's rules with the classes below before it."""
    bases = (_Queued, kind) if name == "schema" else (_Located, kind)
    return type(kind.__name__, bases, {})


class _Located(KeywordValidator):
    """A rule whose findings know the path of the value that they are about.

    The innermost rule has the nearest path; findings pass through it first. The library reads
    broken structures unguarded, so whatever it raises ends this rule and no other.
    """

    def __call__(self, *args: _Given, **options: _Given) -> Iterator[ValidationError]:
        at = next((arg.parts for arg in args if isinstance(arg, SchemaPath)), ())
        if isinstance(self, ValueValidator):
            at = (*at, "default")
        rule: Any = super()
        try:
            for error in rule.__call__(*args, **options):
                if not hasattr(error, "document_path"):
                    error.document_path = (*at, *error.absolute_path)
                yield error
        except Exception:
            return
        except BaseException as error:
            # A RecursionError inside the library's Rust part comes out as a panic.
            if type(error).__name__ != "PanicException":
                raise


class _Queued(_Located):
    """A rule for schemas that takes them one after the other instead of one in the other."""

    def __init__(self, registry: KeywordValidatorRegistry) -> None:
        super().__init__(registry)
        self.visited_schema_ids = _Ids()
        self._waiting: deque[tuple[SchemaPath, bool]] = deque()
        self._busy = False

    def __call__(
        self,
        schema: SchemaPath,
        require_properties: bool = True,
        meta_checked: bool = False,
    ) -> Iterator[ValidationError]:
        self._waiting.append((schema, require_properties))
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                # A schema's structure has been checked with the document's.
                at, required = self._waiting.popleft()
                value: object = at.read_value()
                if isinstance(value, (dict, bool)):
                    yield from super().__call__(
                        at, require_properties=required, meta_checked=True
                    )
        finally:
            self._busy = False

    def _collect_properties(self, schema: SchemaPath) -> set[str]:
        found: set[str] = set()
        seen: set[int] = set()
        waiting = [schema]
        while waiting:
            at = waiting.pop()
            value: object = at.read_value()
            identity = id(value)
            if identity in seen or not isinstance(value, dict):
                continue
            seen.add(identity)
            if "properties" in at:
                found.update(map(str, (at / "properties").keys()))
            for keyword in ("allOf", "anyOf", "oneOf"):
                waiting += list(at / keyword) if keyword in at else []
            waiting += [at / keyword for keyword in ("items", "not") if keyword in at]
        return found


class _Ids(set[int]):
    """A set where the library has a list, which it searches for each schema."""

    def append(self, item: int) -> None:
        self.add(item)


def _fault(error: ValidationError) -> Fault:
    path: Path = getattr(error, "document_path", ())
    message = error.message[:1].lower() + error.message[1:]
    if error.validator == "type" and _is_type(error.validator_value):
        # The library writes values as Python does.
        wanted: _Given = error.validator_value
        given: _Given = error.instance
        names = [wanted] if isinstance(wanted, str) else list(wanted)
        message = f"{describe(given)} isn't {type_names(names)}"
    if len(message) > _LONGEST_MESSAGE:
        message = message[: _LONGEST_MESSAGE - 1] + "…"
    if isinstance(error, ExtraParametersError):
        return Fault(path, message, "required-undescribed")
    if "default" in path:
        message = f"the default doesn't fit its schema: {message}"
        return Fault(path, message, "default-mismatch")
    return Fault(path, message)


def _is_type(given: _Given) -> bool:
    """Whether it may name types; what doesn't has a finding of its own."""
    return isinstance(given, str | list)
