"""Long lines are broken as black breaks them."""

from __future__ import annotations

from pathlib import Path

import black
import pytest
from black.strings import str_width
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.layout.line_layout import broken, formatted
from generator.emit.layout.statements import elements, statements
from generator.emit.layout.width import width

GENERATED = (
    Path(__file__).parents[3] / "generated" / "intercom" / "python" / "intercom_sdk"
)
MODE = black.Mode({black.TargetVersion.PY311}, line_length=88)
A, B, C = "a" * 30, "b" * 30, "c" * 30

BROKEN_HERE = [
    f"from .x import {A}, {B}, {C}\n",
    f"from ..{A}.{B} import {C}\n",
    f"def f(self, {A}: int, *, {B}: str | None = None, {C}: int = 3) -> None:\n    pass\n",
    f"def f(self, {A}: int, *, {B}: str, c: int) -> X:\n    pass\n",
    f"def {A}_{B}(self) -> {C}:\n    pass\n",
    f'@deprecated("`{A}.{B}` is deprecated", category=None)\ndef f() -> None:\n    pass\n',
    f'@deprecated("`{A}.{B}.{C}` is deprecated", category=None)\ndef f() -> None:\n    pass\n',
    f"def f(self, *, {A}: int, {B}: str, c: int, d: int) -> X: ...\n",
    f"async def f(self, *, {A}: dict[str, int], {B}: int) -> Page[{C}, int]:\n    pass\n",
    f"return self._session.send({A}, {B}, options={C})\n",
    f'return self._session.send({A}, (), {{"{B}": {B}, "{C}": {C}}}, options=options)\n',
    f'return self._session.send(X, (), {{"a": a, "b": b}}, options={A}, other={B})\n',
    f"return await self._session.send({A}, ({B},), options={C})\n",
    f"self._session.send({A}, (), options={B}_{C})\n",
    f'X = f(\n    a=({A}("x"), {B}("y"), {C}("z")),\n    b=1,\n)\n',
    f'X = f(\n    a=Named({A}="x", {B}="y, ,", {C}="z"),\n)\n',
    f"x: {A} | {B} | {C} | None = None\n",
    f"{A}: TypeAlias = dict[{B}, list[{C}]]\n",
    f"{A}{B}: TypeAlias = {C}\n",
    f'x: ClassVar[Literal["{A}{B}"]] = "{A}{B}"\n',
    f'{A}: Maybe[{B}] = field(default=None, name="{C}")\n',
    f"class {A}({B}, {C}, kw_only=True):\n    pass\n",
    f'{A} = union("{A}", lambda: ({B}, {C}))\n',
    f'X = f(\n    convert=K(body={{"{A}": {{None: {{"{B}": {{None: {C}}}}}}}}}),\n)\n',
    f'def f(self, a: Literal["{A}", "{B}", "{C}"] | str = 1, b: int = 2) -> None:\n    pass\n',
    f'X = Operation(\n    "/{A}/{B}/{C}",\n    responses={{"200": Json(X)}},\n)\n',
    f'{A}: Operation[{B}{C}] = Operation(\n    "GET",\n)\n',
    f'@deprecated("`{A}.{B}.{C}` is deprecated", category=None)\ndef f() -> X:\n    pass\n',
    f'@warns("{A}", "{B}", "{C}")\nclass X(Y):\n    pass\n',
]
LEFT_TO_BLACK = [
    f'x: Literal["{A}", "{B}", "{C}"] | str = "a"\n',
    f"{A}: {B}{C}\n",
    f"{A} = {B} + {C}\n",
    f"@{A}.{B}({C})\n@x\ndef f() -> X:\n    pass\n",
]


@pytest.mark.parametrize("indent", [0, 4, 8])
@pytest.mark.parametrize("statement", BROKEN_HERE + LEFT_TO_BLACK)
def test_a_statement_comes_out_as_blacks(statement: str, indent: int) -> None:
    blocks = "".join(f"{' ' * depth}class X:\n" for depth in range(0, indent, 4))
    lines = statement.splitlines(keepends=True)
    draft = blocks + "".join(" " * indent + line for line in lines)
    assert formatted(draft) == black.format_str(draft, mode=MODE)


@pytest.mark.parametrize("letter", ["名", "имя", "हिन्दी", "ก\u0e4d", "한"])
@pytest.mark.parametrize("statement", BROKEN_HERE)
def test_letters_are_as_wide_as_black_has_them(statement: str, letter: str) -> None:
    for size in (30, 15, 14, 4):
        written = statement
        for name in (A, B, C):
            written = written.replace(name, name[0] + letter * (size // len(letter)))
        assert formatted(written) == black.format_str(written, mode=MODE)


@pytest.mark.parametrize(
    ("text", "want"),
    [("", 0), ("abc", 3), ("имя", 3), ("名前", 4), ("हि", 2), ("ﾕ", 1), ("👍", 2)],
)
def test_width(text: str, want: int) -> None:
    assert width(text) == want == str_width(text)


@pytest.mark.parametrize("statement", BROKEN_HERE)
def test_the_usual_shapes_need_no_black(statement: str) -> None:
    first = next(iter(statements(statement.rstrip("\n"))))
    assert broken(first)


@pytest.mark.slow
@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(1, 60)), max_size=9),
    st.integers(1, 90),
    st.sampled_from(["def f", "async def f"]),
)
def test_any_signature_comes_out_as_blacks(
    parameters: list[tuple[int, int]], returned: int, head: str
) -> None:
    shown = "".join(
        f", {'p' * size}{n}: {'T' * wide}" for n, (size, wide) in enumerate(parameters)
    )
    draft = f"class X:\n    {head}(self{shown}) -> {'R' * returned}:\n        pass\n"
    assert formatted(draft) == black.format_str(draft, mode=MODE)


@pytest.mark.slow
@given(st.lists(st.integers(1, 40), min_size=1, max_size=9), st.integers(0, 9))
def test_any_call_comes_out_as_blacks(sizes: list[int], in_dict: int) -> None:
    names = [f"{'n' * size}{position}" for position, size in enumerate(sizes)]
    entries = ", ".join(f'"{name}": {name}' for name in names[:in_dict])
    body = f", {{{entries}}}" if entries else ""
    draft = (
        "class X:\n    def f(self) -> R:\n"
        f"        return self._session.send(X, ({', '.join(names)},){body}, options=options)\n"
    )
    # black leaves a lone element's comma as it finds it; the templates write none that is needless.
    draft = draft.replace(",)", ")") if len(names) > 1 else draft
    assert formatted(draft) == black.format_str(draft, mode=MODE)


NAMES = st.builds(
    lambda letter, size: letter * size,
    st.sampled_from("aBcD"),
    st.sampled_from([1, 3, 8, 20, 35, 70, 90]),
)
TEXTS = NAMES.map(lambda name: f'"{name}"')
TYPES = st.recursive(
    NAMES
    | st.lists(TEXTS, min_size=1, max_size=6).map(lambda t: f"Literal[{', '.join(t)}]"),
    lambda inner: st.one_of(
        st.builds("{}[{}]".format, st.sampled_from(["list", "Maybe"]), inner),
        st.builds("dict[str, {}]".format, inner),
        st.lists(inner, min_size=2, max_size=4).map(" | ".join),
    ),
    max_leaves=8,
)
ANSWERS = st.lists(st.builds("{}: Json({})".format, TEXTS, NAMES), max_size=3).map(
    ", ".join
)
DRAFTS = st.one_of(
    st.builds("{}: {}\n".format, NAMES, TYPES),
    st.builds("{}: {} = None\n".format, NAMES, TYPES),
    st.builds("{}: TypeAlias = {}\n".format, NAMES, TYPES),
    st.builds("{}: {} = field(default=None, name={})\n".format, NAMES, TYPES, TEXTS),
    st.builds("{0}: ClassVar[Literal[{1}]] = {1}\n".format, NAMES, TEXTS),
    st.builds(
        "def f(self, {}: {}, *, b: {} = 1) -> C:\n    pass\n".format,
        NAMES,
        TYPES,
        TYPES,
    ),
    st.builds(
        "class {}(Model, kw_only=True, tag={}):\n    pass\n".format, NAMES, TEXTS
    ),
    st.builds(
        "{} = union({}, lambda: ({}, {}), tags={{{}: 1}})\n".format,
        NAMES,
        TEXTS,
        NAMES,
        NAMES,
        TEXTS,
    ),
    st.builds(
        (
            "{}: Operation[{}] = Operation(\n"
            "    {},\n    a={{{}: Choice({{{}}})}},\n    b={{{}}},\n"
            "    c=({}(style={}, name={}),),\n)\n"
        ).format,
        NAMES,
        TYPES,
        TEXTS,
        TEXTS,
        ANSWERS,
        ANSWERS,
        NAMES,
        TEXTS,
        TEXTS,
    ),
)


@pytest.mark.slow
@settings(max_examples=300)
@given(DRAFTS)
def test_anything_that_templates_write_comes_out_as_blacks(draft: str) -> None:
    assert formatted(draft) == black.format_str(draft, mode=MODE)


def test_generated_modules_are_as_black_has_them() -> None:
    modules = [path for path in GENERATED.rglob("*.py") if "_runtime" not in path.parts]
    assert modules
    for path in modules:
        text = path.read_text("utf-8")
        assert black.format_str(text, mode=MODE) == text, path


def test_strings_and_docstrings_are_opaque() -> None:
    text = 'x = f("(", \'[\')\n"""One (\nline [.\n"""\ny = 1'
    assert [len(statement.lines) for statement in statements(text)] == [1, 3, 1]
    assert elements('a, "b, c", (d, e), f={"g": [h, i]}') == (
        "a",
        '"b, c"',
        "(d, e)",
        'f={"g": [h, i]}',
    )


def test_an_open_bracket_is_an_error() -> None:
    with pytest.raises(ValueError, match="a bracket stays open: a = "):
        formatted("a = (\n")
