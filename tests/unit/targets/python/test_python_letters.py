"""Names in scripts other than Latin: readable where nothing about them can mislead."""

# ruff: noqa: RUF001 (letters that may be taken for others are what is tested)

from __future__ import annotations

import ast
import keyword
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ir.name import Name
from generator.targets.python.names.identifiers import (
    LONGEST,
    as_written,
    is_identifier,
    module,
    pascal,
    screaming,
    snake,
    spelled_out,
)
from generator.targets.python.names.scope import NameClaim, assign_identifiers
from generator.targets.python.names.scripts import script_of

# The name in the document, as an attribute, as a class.
CASES = [
    ("用户", "用户", "用户"),
    ("用户名称", "用户名称", "用户名称"),
    ("用户-名称", "用户_名称", "用户名称"),
    ("用户2", "用户2", "用户2"),
    ("二〇二四", "二〇二四", "二〇二四"),
    ("ユーザー名", "ユーザー名", "ユーザー名"),
    ("ﾕｰｻﾞｰ", "ユーザー", "ユーザー"),
    ("ひらがなカタカナ漢字", "ひらがなカタカナ漢字", "ひらがなカタカナ漢字"),
    ("한국어", "한국어", "한국어"),
    ("\u1112\u1161\u11ab", "한", "한"),
    ("韓國말", "韓國말", "韓國말"),
    ("漢ㄅㄆ", "漢ㄅㄆ", "漢ㄅㄆ"),
    ("имя", "имя", "Имя"),
    ("имяПользователя", "имя_пользователя", "ИмяПользователя"),
    ("й", "й", "Й"),
    ("и\u0306", "й", "Й"),
    ("за\u0301мок", "замок", "Замок"),
    ("Ελλάδα", "ελλάδα", "Ελλάδα"),
    ("µ", "μ", "Μ"),
    ("العربية", "العربية", "العربية"),
    ("عـــربي", "عربي", "عربي"),
    ("می\u200cشود", "میشود", "میشود"),
    ("رقم٣", "رقم3", "رقم3"),
    ("עברית", "עברית", "עברית"),
    ("हिन्दी", "हिन्दी", "हिन्दी"),
    ("ภาษาไทย", "ภาษาไทย", "ภาษาไทย"),
    ("กำ", "กํา", "กํา"),
    ("ქართული", "ქართული", "ქართული"),
    ("Հայերեն", "հայերեն", "Հայերեն"),
    ("አማርኛ", "አማርኛ", "አማርኛ"),
    ("用户👍", "用户_u128077", "用户U128077"),
    ("+用户", "用户", "用户"),
    # Scripts that are mixed, Latin among them or not.
    ("p\u0430ypal", "p_u1072_ypal", "PU1072Ypal"),
    ("user用户", "user_u29992_u25143", "UserU29992U25143"),
    ("имя_name", "u1080_u1084_u1103_name", "U1080U1084U1103Name"),
    ("beløp_имя", "belop_u1080_u1084_u1103", "BelopU1080U1084U1103"),
    ("αб", "u945_u1073", "U945U1073"),
    ("한ひ", "u4370_u4449_u4523_u12402", "U4370U4449U4523U12402"),
    ("μs", "u956_s", "U956S"),
    # What can't be seen is no letter.
    ("\u3164", "u4448", "U4448"),
    ("用\u115f户", "用_u4447_户", "用U4447户"),
    ("用\u202e户", "用_u8238_户", "用U8238户"),
    ("ad\u200bmin", "ad_u8203_min", "AdU8203Min"),
    # A mark without a letter, and what only old scripts have.
    ("\u0941", "u2369", "U2369"),
    ("𐎠", "u66464", "U66464"),
    # Python reads names in NFKC, and so finds its keywords.
    ("ｃｌａｓｓ", "class_", "Class"),
    ("Ｎｏｎｅ", "none", "None_"),
    ("ﬁ", "fi", "Fi"),
    ("𝐢𝐟", "if_", "If"),
    ("ıf", "if_", "If"),
    ("２用户", "n2_用户", "N2用户"),
]


@pytest.mark.parametrize(("wire", "attribute", "name"), CASES)
def test_names_stay_readable(wire: str, attribute: str, name: str) -> None:
    assert snake(Name(wire=wire), "fallback") == attribute
    assert pascal(Name(wire=wire), "Fallback") == name


@pytest.mark.parametrize(
    ("wire", "preferred", "want"),
    [
        ("имя", "list_имя", "list_имя"),
        ("", "用户_response", "用户_response"),
        ("", "用户 stream", "用户_stream"),
        # A word that may be taken for a Latin one, beside one.
        ("", "list_\u0441\u043e\u0440\u0443", "list_u1089_u1086_u1088_u1091"),
        ("", "p\u0430y_имя", "p_u1072_y_имя"),
        # The document itself mixes scripts.
        ("getИмя", "get_имя", "get_u1080_u1084_u1103"),
    ],
)
def test_each_word_that_was_put_together_is_looked_at_by_itself(
    wire: str, preferred: str, want: str
) -> None:
    assert snake(Name(wire=wire, preferred=preferred), "fallback") == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("用户", "u29992_u25143"),
        ("Beløp", "belop"),
        ("имя name", "u1080_u1084_u1103_name"),
        ("«»", "u171_u187"),
        ("", "unnamed"),
        ("class", "class_"),
    ],
)
def test_modules_are_ascii(text: str, want: str) -> None:
    assert module(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("用户", True),
        ("имя", True),
        ("ﬁ", False),
        ("и\u0306", False),
        ("p\u0430y", False),
        ("größe", False),
        ("用户 名", False),
        ("class", False),
    ],
)
def test_what_can_be_written_as_it_is(text: str, want: bool) -> None:
    assert is_identifier(text) is want


def test_symbols_beside_letters_can_be_spelled_out() -> None:
    assert spelled_out(Name(wire="@用户")) == "at_用户"
    assert spelled_out(Name(wire="用户-名")) is None


def test_constants_are_what_python_reads() -> None:
    assert screaming("имя") == "ИМЯ"
    assert screaming("用户") == "用户"
    for text in ("ΐ", "ქართული", "ﬀ", "և"):
        once = screaming(unicodedata.normalize("NFKC", text))
        assert unicodedata.normalize("NFKC", once) == once
        assert once.isidentifier()


def claims(*names: str) -> list[NameClaim]:
    return [NameClaim(name, (snake(Name(wire=name), "x"),)) for name in names]


@pytest.mark.parametrize(
    ("names", "want"),
    [
        (("ﬁ", "fi"), {"fi", "fi_2"}),
        (("µ", "μ"), {"μ", "μ_2"}),
        (("й", "и\u0306"), {"й", "й_2"}),
        (("größe", "grosse"), {"grosse", "grosse_2"}),
        # Latin letters, and Cyrillic ones that look the same.
        (("copy", "\u0441\u043e\u0440\u0443"), {"copy", "u1089_u1086_u1088_u1091"}),
        (("ν", "v"), {"v", "u957"}),
        (("\u0441\u043e\u0440\u0443",), {"\u0441\u043e\u0440\u0443"}),
        (("copy", "копия"), {"copy", "копия"}),
    ],
)
def test_what_reads_the_same_is_reported_apart(
    names: tuple[str, ...], want: set[str]
) -> None:
    assert set(assign_identifiers(claims(*names), ()).values()) == want


def test_the_ranges_are_of_letters_that_python_takes() -> None:
    found = [chr(code) for code in range(0x80, 0x32000) if script_of(chr(code))]
    # The same on every version of Python, whichever letters its Unicode has.
    assert len(found) == 107_329
    assert all(f"a{one}".isidentifier() for one in found)
    assert not [one for one in found if unicodedata.category(one)[0] not in "LMN"]


def is_sound(identifier: str) -> bool:
    """Whether Python reads a name as it is written."""
    return (
        identifier.isidentifier()
        and not keyword.iskeyword(identifier)
        and unicodedata.normalize("NFKC", identifier) == identifier
        and ast.parse(f"{identifier} = 1", mode="exec") is not None
    )


SCRIPTS = "имя用户ユー한ひαΩßøıæµﬁßאבعगंกำჰ\u200d\u0301\u0640\u3164٣①ª\u115f"
names = st.text(max_size=10) | st.text(SCRIPTS + "aZ_1- .@", max_size=10)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, derandomize=True)
@given(names, names)
def test_whatever_comes_in_a_sound_name_comes_out(wire: str, preferred: str) -> None:
    for name in (Name(wire=wire), Name(wire=wire, preferred=preferred)):
        made = [snake(name, "a"), pascal(name, "A"), screaming(snake(name, "a"))]
        made += filter(None, [spelled_out(name), as_written(name)])
        for one in made:
            assert is_sound(one), one
            assert len(one) <= LONGEST + 1
    assert is_sound(module(wire))
    assert module(wire).isascii()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(names, unique=True, max_size=6))
def test_names_of_one_scope_are_all_different(found: list[str]) -> None:
    given = assign_identifiers(claims(*found), {"self"})
    assert len(set(given.values())) == len(found)
    assert all(map(is_sound, given.values()))
