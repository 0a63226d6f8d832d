"""sdk.toml and the command line become one value, or one clear located error."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import config
from generator.config import RunOptions
from generator.diagnostics import Failed, Notebook, Spot
from generator.targets.json.options import Options as JsonOptions
from generator.targets.python.options import Options as PythonOptions

FULL = """\
targets = ["python", "json"]

[document]
lenient = true
allow_outside = ["../shared"]

[python]
distribution = "shop-client"
package = "shop_client"
client = "Shop"
version = "1.2.0rc1"
server_argument = "region"
license = "MIT"
license_file = "LICENSE"
readme_file = "readme.md"
keywords = ["shop", "open-source client"]
urls = {Source = "https://example.com/shop"}
formats = ["uuid", "unix-time"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "openapi.yaml").write_text("openapi: 3.1.0\n")
    (folder / "LICENSE").write_text("Do as you like.\n")
    (folder / "readme.md").write_text("## More\n")
    return folder


def test_everything_that_can_be_said(folder: Path) -> None:
    (folder / "sdk.toml").write_text(FULL)
    found = config.read(RunOptions(source=folder), Notebook())
    assert found.source == folder
    assert found.policy.lenient
    assert found.policy.outside == (folder / "../shared",)
    python, json = found.outputs
    assert python.folder == Path("generated/shop/python")
    assert python.options == PythonOptions(
        distribution="shop-client",
        package="shop_client",
        client="Shop",
        version="1.2.0rc1",
        server_argument="region",
        license="MIT",
        license_text="Do as you like.\n",
        readme_text="## More\n",
        keywords=("shop", "open-source client"),
        urls={"Source": "https://example.com/shop"},
        formats=("uuid", "unix-time"),
    )
    assert (json.target.name, json.folder) == ("json", Path("generated/shop/json"))
    assert json.options == JsonOptions()


def test_defaults_of_a_folder(folder: Path) -> None:
    found = config.read(RunOptions(source=folder), Notebook())
    assert not found.policy.lenient
    (output,) = found.outputs
    assert output.folder == Path("generated/shop/python")
    assert output.options == PythonOptions(
        distribution="shop", package="shop", client="Shop"
    )


def test_defaults_of_a_single_document(folder: Path) -> None:
    (folder / "sdk.toml").write_text(FULL)
    (folder / "tiny-store.v2.json").write_text("{}")
    found = config.read(RunOptions(source=folder / "tiny-store.v2.json"), Notebook())
    assert found.policy.lenient
    (output,) = found.outputs
    assert output.folder == Path("generated/tiny-store.v2/python")
    assert output.options == PythonOptions(
        distribution="tiny-store-v2", package="tiny_store_v2", client="TinyStoreV2"
    )


def test_document_with_an_empty_name_is_called_by_its_folder(folder: Path) -> None:
    (output,) = config.read(
        RunOptions(source=folder / "openapi.yaml"), Notebook()
    ).outputs
    assert output.folder == Path("generated/shop/python")


def test_the_command_line_wins(folder: Path) -> None:
    (folder / "sdk.toml").write_text(FULL)
    request = RunOptions(
        source=folder,
        out=Path("here"),
        package="other_sdk",
        targets=("python",),
        lenient=False,
        overlays=(Path("fix.yaml"),),
    )
    found = config.read(request, Notebook())
    assert not found.policy.lenient
    assert found.policy.overlays == (Path("fix.yaml"),)
    (output,) = found.outputs
    assert output.folder == Path("here")
    assert isinstance(output.options, PythonOptions)
    assert output.options.package == "other_sdk"
    assert output.options.client == "Shop"


def test_references_may_lead_into_the_folders_that_are_named(folder: Path) -> None:
    (folder / "sdk.toml").write_text(FULL)
    request = RunOptions(source=folder, outside=(Path("one"), Path("two")))
    found = config.read(request, Notebook())
    assert found.policy.outside == (folder / "../shared", Path("one"), Path("two"))


@pytest.mark.parametrize(
    ("here", "home", "allowed"),
    [
        ("", "..", True),
        ("shop", "elsewhere", True),
        ("shop/api", "elsewhere", True),
        ("other", "elsewhere", False),
        ("shop/api/deeper", "elsewhere", False),
        ("", "", False),
        ("shop", "shop/me", False),
        ("shop/api", "shop", True),
    ],
)
@pytest.mark.parametrize("source", ["shop/api", "shop/api/openapi.yaml"])
def test_references_may_lead_into_the_working_folder_around_the_document(
    source: str,
    here: str,
    home: str,
    allowed: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("shop/api/deeper", "shop/me", "other", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "shop/api/openapi.yaml").write_text("openapi: 3.1.0\n")
    monkeypatch.chdir(tmp_path / here)
    monkeypatch.setenv("HOME", str(tmp_path / home))
    found = config.read(RunOptions(source=tmp_path / source), Notebook())
    assert found.policy.outside == ((tmp_path / here,) if allowed else ())


def test_the_root_of_the_file_system_is_no_checkout(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.anchor)
    assert config.read(RunOptions(source=folder), Notebook()).policy.outside == ()


def test_several_targets_share_the_folder_that_is_named(folder: Path) -> None:
    request = RunOptions(
        source=folder, out=Path("here"), targets=("json", "python", "json")
    )
    outputs = config.read(request, Notebook()).outputs
    assert [output.folder for output in outputs] == [
        Path("here/json"),
        Path("here/python"),
    ]


def found_in(folder: Path, text: str | bytes) -> list[tuple[str, str, int, int, str]]:
    """The findings about an sdk.toml: code, message, line, column, hint."""
    data = text.encode() if isinstance(text, str) else text
    (folder / "sdk.toml").write_bytes(data)
    notebook = Notebook()
    with pytest.raises(Failed):
        config.read(RunOptions(source=folder), notebook)
    found: list[tuple[str, str, int, int, str]] = []
    for finding in notebook.findings:
        place = finding.place
        assert isinstance(place, Spot)
        assert place.file == str(folder / "sdk.toml")
        found.append(
            (finding.code, finding.message, place.line, place.column, finding.hint)
        )
    return found


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("targets = [\n", "config-syntax", 2, 1, "Invalid value"),
        ("a = 1\na = 2\n", "config-syntax", 2, 6, "overwrite"),
        ("x\n", "config-syntax", 1, 2, "Expected '='"),
        (b"# ok\nx = '\xff'\n", "config-syntax", 2, 6, "UTF-8"),
        ("a = " + "[" * 5000, "config-syntax", 1, 25, "nested"),
        ('targets = "python"\n', "config-value", 1, 1, "list of strings"),
        ('targets = ["pyton"]\n', "config-value", 1, 1, "no target"),
        ("\n[python]\n  version = 1\n", "config-value", 3, 3, "has to be a string"),
        ('[python]\nversion = "one"\n', "config-value", 2, 1, "version such as"),
        ('[python]\npackage = "a-b"\n', "config-value", 2, 1, "Python name"),
        ('[python]\npackage = "json"\n', "config-value", 2, 1, "itself imports"),
        ('[python]\npackage = "../up"\n', "config-value", 2, 1, "Python name"),
        ('[python]\nclient = "class"\n', "config-value", 2, 1, "keyword"),
        ('[python]\ndistribution = "a b"\n', "config-value", 2, 1, "letters"),
        ('[python]\nlicense = "\\"x"\n', "config-value", 2, 1, "SPDX"),
        ('[python]\nlicense_file = "../../etc/passwd"\n', "config-value", 2, 1, "`..`"),
        ('[python]\nreadme_file = "NONE"\n', "config-value", 2, 1, "beside sdk.toml"),
        ('[python]\nlicense_file = "NONE"\n', "config-value", 2, 1, "beside sdk.toml"),
        ('[python]\nkeywords = ["a,b"]\n', "config-value", 2, 1, "without commas"),
        ('[python]\nextras = ["a"]\n', "config-value", 2, 1, "table of lists"),
        ('[python.extras]\na = "b"\n', "config-value", 1, 9, "table of lists"),
        ('[python.extras]\na = ["b!"]\n', "config-value", 1, 9, "no requirement"),
        ('[python.extras]\nA = ["b"]\n', "config-value", 1, 9, "lower-case"),
        ('[python.extras]\nfast = ["b"]\n', "config-value", 1, 9, "has an extra of"),
        ('[python.scripts]\na = "b"\n', "config-value", 1, 9, "no function such as"),
        ('[python.scripts]\n"a b" = "b:c"\n', "config-value", 1, 9, "has the name"),
        ('[python.scripts]\na = "shop.b:c"\n', "config-value", 1, 9, "no function of"),
        ("[python]\nurls = 1\n", "config-value", 2, 1, "table of strings"),
        ("[python.urls]\nA = 'ftp://b'\n", "config-value", 1, 9, "https://"),
        ("[python.urls]\n'A, B' = 'https://b'\n", "config-value", 1, 9, "labels"),
        ('[python]\nformats = "uuid"\n', "config-value", 2, 1, "list of strings"),
        ('[python]\nformats = ["uid"]\n', "config-value", 2, 1, "names `uid`, which"),
        (
            '[python]\nformats = ["uid"]\n',
            "config-value",
            2,
            1,
            "time, unix-time, uuid",
        ),
        ('[python]\nformats = ["date"]\n', "config-value", 2, 1, "no format to choose"),
        ('[python]\nformats = [["uuid"]]\n', "config-value", 2, 1, "list of strings"),
        ("[python.formats]\nuuid = true\n", "config-value", 1, 9, "list of strings"),
        ("[document]\nlenient = 1\n", "config-value", 2, 1, "true or false"),
        ("[document]\nallow_outside = ['']\n", "config-value", 2, 1, "folders"),
        ("python = 1\n", "config-value", 1, 1, "table"),
        ("[pyhton]\npackage = 'x'\n", "config-unknown", 1, 2, "did you mean `python`?"),
        ("[python]\npackge = 'x'\n", "config-unknown", 2, 1, "did you mean `package`?"),
        ("python.packge = 'x'\n", "config-unknown", 1, 8, "did you mean `package`?"),
        ("[json]\nindent = 4\n", "config-unknown", 2, 1, "the options are"),
        ("[document]\nzzz = 4\n", "config-unknown", 2, 1, "`allow_outside`"),
    ],
)
def test_faults_are_located(
    text: str | bytes, code: str, line: int, column: int, words: str, folder: Path
) -> None:
    (finding,) = found_in(folder, text)
    assert (finding[0], finding[2], finding[3]) == (code, line, column)
    assert words in f"{finding[1]} {finding[4]}"


def test_all_faults_are_found_at_once(folder: Path) -> None:
    found = found_in(folder, "target = []\n[python]\npackge = 'x'\nversion = 'y'\n")
    assert [code for code, *_ in found] == [
        "config-value",
        "config-unknown",
        "config-unknown",
    ]


def refusal(source: Path) -> str:
    notebook = Notebook()
    with pytest.raises(Failed):
        config.read(RunOptions(source=source), notebook)
    (finding,) = notebook.findings
    assert finding.code == "config-missing"
    return finding.message


def test_source_that_is_not_there(tmp_path: Path) -> None:
    assert "isn't there" in refusal(tmp_path / "nowhere")


def test_sdk_toml_that_cannot_be_read(folder: Path) -> None:
    (folder / "sdk.toml").mkdir()
    assert "can't be read" in refusal(folder)
