"""Latin letters outside ASCII are spelled with those that people write in their place."""

# ruff: noqa: RUF001 (letters that may be taken for others are what is tested)

from __future__ import annotations

import unicodedata

import pytest

from generator.emit.text.file_paths import component
from generator.emit.text.latin import transliterate

CASES = [
    ("plain", "plain"),
    ("beløp", "belop"),
    ("UtbetaltBeløp", "UtbetaltBelop"),
    ("straße", "strasse"),
    ("STRAẞE", "STRASSE"),
    ("Straẞe", "Strasse"),
    ("größe", "grosse"),
    ("łódź", "lodz"),
    ("Łódź", "Lodz"),
    ("ığdır", "igdir"),
    ("İzmir", "Izmir"),
    ("ærlig", "aerlig"),
    ("Ærlig", "Aerlig"),
    ("førsteÆrlig", "forsteAerlig"),
    ("ÆRLIG", "AERLIG"),
    ("ÆØÅ", "AEOA"),
    ("œuvre", "oeuvre"),
    ("þór", "thor"),
    ("Þór", "Thor"),
    ("ÞÓR", "THOR"),
    ("það", "thad"),
    ("Đắk", "Dak"),
    ("ħobż", "hobz"),
    ("ŋ", "ng"),
    ("Əli", "Eli"),
    ("ŉ", "n"),
    ("oʻzbek", "ozbek"),
    ("x̂", "x"),
    ("col·lecció", "colleccio"),
    ("coŀlecció", "colleccio"),
    ("kg·m", "kg·m"),
    ("e\u0301tat", "etat"),
    ("ﬁn", "fin"),
    ("ſt", "st"),
    ("ｆｕｌｌ", "full"),
    ("Ⅷ", "VIII"),
    ("x²", "x2"),
    ("Å", "A"),
    ("имя", "имя"),
    ("й", "й"),
    ("и\u0306", "й"),
    ("名前", "名前"),
    ("µ", "μ"),
    ("≠", "≠"),
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_latin_letters_are_written_in_ascii(text: str, want: str) -> None:
    assert transliterate(text) == want
    assert transliterate(want) == want


def test_every_latin_letter_of_a_language_is_known() -> None:
    letters = (chr(code) for code in (*range(0xC0, 0x180), *range(0x1E00, 0x1F00)))
    named = [one for one in letters if "LATIN" in unicodedata.name(one, "")]
    known = [one for one in named if transliterate(one).isascii()]
    assert len(named) > 300
    # Letters that editions of manuscripts alone have, and a letter and its dot in one.
    assert {*named} - {*known} <= {*"ẜẝẟỺỻỼỽ"} | {*"Ŀŀ"}


@pytest.mark.parametrize(
    ("title", "want"),
    [("Beløp", "belop"), ("Straße 1", "strasse_1"), ("Ærlig API", "aerlig_api")],
)
def test_files_are_called_by_what_people_write(title: str, want: str) -> None:
    assert component(title) == want
