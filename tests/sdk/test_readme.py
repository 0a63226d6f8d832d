"""The README and the pages that it links to agree with the program."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest

from generator.reader import ledger

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = sorted(
    path
    for pattern in ("*.md", "spec/*.md", "generator/**/*.md", "tests/*/*.md")
    for path in ROOT.glob(pattern)
)


def check_table(page: Path, mark: str, table: str, *, update: bool) -> None:
    """See that a page has the table between its marks; with --update, put it there."""
    text = page.read_text("utf-8")
    before, opened, rest = text.partition(f"<!-- {mark} -->\n")
    _, closed, after = rest.partition(f"<!-- /{mark} -->")
    assert opened
    assert closed
    right = f"{before}{opened}{table.strip()}\n{closed}{after}"
    if update:
        page.write_text(right, "utf-8")
    else:
        assert text == right


def test_the_support_table_is_the_ledgers(pytestconfig: pytest.Config) -> None:
    page = ROOT / "generator" / "reader" / "README.md"
    update = pytestconfig.getoption("--update")
    check_table(page, "ledger", ledger.table(), update=update)


def rooms() -> Iterator[tuple[str, str]]:
    """Each room with what its docstring says that it is for."""
    for top in ("generator", "templates/python/runtime"):
        for path in sorted((ROOT / top).rglob("__init__.py")):
            docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
            purpose = " ".join(docstring.partition("\n\n")[0].split())
            if path.parent != ROOT / top:
                yield path.parent.relative_to(ROOT).as_posix(), purpose


def test_the_rooms_are_listed_as_they_are(pytestconfig: pytest.Config) -> None:
    table = "| room | purpose |\n|---|---|\n"
    for room, purpose in rooms():
        assert purpose, f"{room} doesn't say what it is for"
        table += f"| `{room}` | {purpose} |\n"
    page = ROOT / "generator" / "README.md"
    update = pytestconfig.getoption("--update")
    check_table(page, "rooms", table, update=update)


def test_the_exit_codes_are_those_of_the_help() -> None:
    command = [sys.executable, "-m", "generator", "generate", "--help"]
    help_text = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    meanings = dict(
        re.findall(
            r"^  (\d+) +(.*(?:\n {7}.*)*)$",
            help_text.partition("exit codes:")[2],
            re.MULTILINE,
        )
    )
    page = (ROOT / "generator" / "README.md").read_text("utf-8")
    table = page.partition("| exit code |")[2].partition("\n\n")[0]
    rows = dict(re.findall(r"^\| (\d+) \| (.*) \|$", table, re.MULTILINE))
    assert rows.keys() == meanings.keys()
    assert {code: plain(text) for code, text in rows.items()} == {
        code: plain(text) for code, text in meanings.items()
    }


def plain(text: str) -> str:
    """Words alone, without punctuation and Markdown."""
    return " ".join(re.findall(r"\w+", text))


def test_the_readme_shows_what_the_first_command_counts(
    pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    # A manifest has a line on itself, and one for each other file.
    manifests = (ROOT / "generated/intercom").glob("*/MANIFEST")
    count = sum(len(each.read_text("utf-8").splitlines()) for each in manifests)
    command = [sys.executable, "-m", "generator", "generate", "spec/intercom"]
    done = subprocess.run(
        [*command, "--out", str(tmp_path)], cwd=ROOT, capture_output=True, text=True
    )
    counted = re.findall(r"(\w+ +)(\d+ of \d+)", done.stderr + done.stdout)
    assert [name.strip() for name, _ in counted] == ["operations", "models"]
    text = README.read_text("utf-8")
    right = re.sub(r"(nothing changed,) \d+ files", rf"\1 {count} files", text)
    for name, of in counted:
        right = re.sub(rf"^(  {name})\d+ of \d+$", rf"\g<1>{of}", right, flags=re.M)
    if pytestconfig.getoption("--update"):
        README.write_text(right, "utf-8")
    else:
        assert text == right
    assert f"{count} files" in right


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_exist(page: Path) -> None:
    code = "\n".join(markdown.blocks(page, "sh"))
    code += "\n".join(re.findall(r"`([^`\n]+)`", page.read_text("utf-8")))
    assert set(re.findall(r"\bmake ([a-z-]+)\b", code)) <= make_targets()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_links_lead_to_files(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        path, _, heading = link.partition("#")
        target = page.parent / path if path else page
        assert link.startswith("https://") or target.exists(), link
        assert not heading or heading in headings(target), link


def headings(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    found = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in found}


def test_the_shown_diagnostics_are_the_real_ones(tmp_path: Path) -> None:
    shop = tmp_path / "shop.yaml"
    shop.write_text(
        "openapi: 3.1.0\n"
        'info: {title: Shop, version: "1"}\n'
        "paths:\n"
        "  /pets/{id}:\n"
        "    get:\n"
        "      operationId: getPet\n"
        "      parameters:\n"
        "        - {name: id, in: path, required: true, schema: {type: string}}\n"
        "      responses:\n"
        '        "200":\n'
        "          description: A pet.\n"
        "          content:\n"
        "            application/json:\n"
        '              schema: {$ref: "#/components/schemas/Pett"}\n'
        "        default: {description: An error.}\n"
        "  /pets: {get: {operationId: listPets, responses:"
        ' {"204": &a {description: d}, default: *a}}}\n'
        "components:\n"
        "  schemas:\n"
        "    Pet: {type: object, minLengh: 3}\n"
    )
    command = [sys.executable, "-m", "generator", "validate", "--spec", "shop.yaml"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    shown = [
        block for block in markdown.blocks(README, "") if block.startswith("error[")
    ]
    assert done.returncode == 3
    assert [done.stdout.strip() or done.stderr.strip()] == [
        block.strip() for block in shown
    ]


def test_the_changelog_has_the_version_in_its_usual_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    unreleased, newest, *_ = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert unreleased == "[Unreleased]"
    assert re.fullmatch(
        rf"\[{re.escape(project['version'])}\] - \d{{4}}-\d\d-\d\d", newest
    )
    kinds = re.findall(r"^### (.+)$", text, re.MULTILINE)
    assert {*kinds} <= {"Added", "Changed", "Removed", "Fixed", "Security"}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_paths_that_are_named_exist(page: Path) -> None:
    code = re.findall(r"`([^`\n]+)`", page.read_text("utf-8"))
    tops = ("generator/", "templates/", "tests/", "spec/", ".github/", ".ci/")
    named = {path for text in code for path in text.split() if path.startswith(tops)}
    missing = {path for path in named if not any(ROOT.glob(path))}
    made_up = {
        path for path in missing if re.search("[<>]|NAME|mine|/labels.yaml", path)
    }
    assert missing == made_up
