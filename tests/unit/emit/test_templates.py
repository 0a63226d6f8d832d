"""Templates print code and numbers, and say where they went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from jinja2 import Environment

from generator.emit.templates import (
    BadTemplate,
    compile_templates,
    environment,
    make_environment,
    render_in,
    take_templates,
    templates_folder,
)
from generator.emit.text.code import Code


def rendered(folder: Path, text: str, view: Mapping[str, object]) -> str:
    (folder / "sub").mkdir(exist_ok=True)
    (folder / "sub" / "page.jinja").write_text(text)
    return render_in(make_environment(folder), "sub/page.jinja", view)


def test_blocks_leave_no_blank_lines(tmp_path: Path) -> None:
    text = "a\n  {% for x in items %}\n  {{ x }}\n  {% endfor %}\nz\n"
    assert rendered(tmp_path, text, {"items": [Code("b"), 3]}) == "a\n  b\n  3\nz\n"


def test_a_struct_gives_its_fields(tmp_path: Path) -> None:
    class View(msgspec.Struct):
        name: Code

    (tmp_path / "page").write_text("{{ name }}\n")
    assert render_in(make_environment(tmp_path), "page", View(Code("x"))) == "x\n"


def test_text_inside_code_is_never_a_template(tmp_path: Path) -> None:
    hostile = Code("{{ 7 * 7 }}{% raw %}<&>")
    assert rendered(tmp_path, "{{ x }}", {"x": hostile}) == hostile


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("one\ntwo {{ x }}\n", {"x": "raw text"}),
        ("one\n{{ x }}\n", {"x": True}),
        ("one\n{{ x }}\n", {"x": None}),
        ("one\n{{ x }}\n", {"x": 1.5}),
        ("one\n{{ x }}\n", {}),
        ("one\n{{ x.y }}\n", {"x": Code("")}),
        ("one\n{{ 'constant' }}\n", {}),
        ("one\n{{ x ~ x }}\n", {"x": Code("a")}),
        ("one\n{{ x|upper }}\n", {"x": Code("a")}),
        ("one\n{% for a in x %}{% endfor %}\n", {}),
        ("one\n{% if x %}{% endif %}\n", {}),
        ("one\n{% if %}\n", {}),
    ],
)
def test_faults_name_template_and_line(
    text: str, view: dict[str, object], tmp_path: Path
) -> None:
    with pytest.raises(BadTemplate, match=r"^sub/page\.jinja:2: "):
        rendered(tmp_path, text, view)


def test_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate, match=r"nowhere\.jinja"):
        render_in(make_environment(tmp_path), "nowhere.jinja", {})


def test_templates_are_found() -> None:
    assert (templates_folder() / "python").is_dir()


def test_a_template_that_another_process_compiled_is_not_compiled_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled = compile_templates("python")
    environment.cache_clear()
    monkeypatch.setattr(Environment, "compile", None)
    take_templates(compiled)
    assert environment().get_template("python/api.md.jinja")
