"""What has no case is named."""

from __future__ import annotations

from tests.judge.not_covered import Unreached


def test_what_is_never_reached_is_reported_with_its_first_reason() -> None:
    unreached = Unreached()
    unreached.add(1, "GET /a", "late")
    unreached.add(1, "GET /b", "odd")
    unreached.add(2, "GET /c", "late")
    unreached.reach(2)
    unreached.reach(3)
    unreached.add(3, "GET /d", "late")
    assert unreached.lines == ("GET /a: late",)


def test_the_list_ends() -> None:
    unreached = Unreached()
    for number in range(60):
        unreached.add(number, f"GET /{number}", "x" * 1000)
    assert len(unreached.lines) == 51
    assert unreached.lines[-1] == "and 10 more"
    assert {len(line) for line in unreached.lines[:-1]} == {300}


def test_what_has_neither_a_case_nor_a_reason() -> None:
    unreached = Unreached()
    unreached.add(1, "GET /a", "late")
    unreached.reach(2)
    assert unreached.unexplained([1, 3, 2, 3]) == [3]
