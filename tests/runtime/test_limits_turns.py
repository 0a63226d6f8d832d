"""Turns under a rate limit, on a clock of the test: order, answers in any order, and clocks."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Mapping
from email.utils import formatdate
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdk_runtime.limits.limiter import Limiter
from sdk_runtime.limits.schedules import Spacing, Turn, Windows

WALL = 1_700_000_000.0


class Bench:
    """A limiter, and the time."""

    def __init__(self, schedule: Any = None, off: float = 0.0) -> None:
        self.now = 1000.0
        self.limiter = Limiter(
            schedule or Windows(), lambda: self.now, lambda: WALL + self.now + off
        )

    def begin(self) -> tuple[Turn, float]:
        turn = Turn()
        return turn, self.limiter.enter(turn)

    def answer(self, turn: Turn, status: int = 200, **headers: Any) -> None:
        pairs = [
            (name.replace("_", "-").encode(), str(value).encode())
            for name, value in headers.items()
        ]
        self.limiter.answered(turn, status, pairs)

    def known(self, left: int, reset: Any = 60, **more: Any) -> None:
        """Let an answer say so."""
        turn, delay = self.begin()
        assert delay == 0
        self.answer(turn, X_RateLimit_Remaining=left, X_RateLimit_Reset=reset, **more)


def test_turns_come_in_order() -> None:
    bench = Bench(Spacing(10))
    turns = [bench.begin()[0] for _ in range(5)]
    begun = []
    while len(begun) < 4:
        bench.now += 0.1
        # Whoever asks, the first of those that wait has its turn.
        begun += [one for one in reversed(turns[1:]) if bench.limiter.enter(one) == 0]
        turns = [turns[0], *(one for one in turns[1:] if one not in begun)]
    assert begun == sorted(begun, key=lambda one: one.sent)
    assert [round(one.sent - 1000, 3) for one in begun] == [0.1, 0.2, 0.3, 0.4]


def test_one_goes_ahead_and_the_others_follow_its_answer() -> None:
    bench = Bench()
    first, delay = bench.begin()
    assert delay == 0
    others = [bench.begin()[0] for _ in range(3)]
    woken: list[Turn] = []
    for one in others:
        one.wake = lambda one=one: woken.append(one)
    bench.answer(first, X_RateLimit_Remaining=2, X_RateLimit_Reset=60)
    assert woken == [others[0]]
    assert [bench.limiter.enter(one) == 0 for one in others] == [True, True, False]


def test_the_others_do_not_wait_long_for_a_slow_answer() -> None:
    bench = Bench()
    bench.begin()
    second, delay = bench.begin()
    assert delay == math.inf or 0 < delay <= 1
    bench.now += 1.01
    assert bench.limiter.enter(second) == 0


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_answers_may_come_in_any_order(order: tuple[int, ...]) -> None:
    bench = Bench()
    bench.known(10)
    turns = [bench.begin()[0] for _ in range(3)]
    for number in order:
        bench.answer(turns[number], X_RateLimit_Remaining=9 - number)
    state = bench.limiter.state(None)
    assert (state.remaining, state.under_way) == (7, 0)


def test_what_is_under_way_is_taken_off() -> None:
    bench = Bench()
    bench.known(3)
    assert [bench.begin()[1] == 0 for _ in range(5)] == [True] * 3 + [False] * 2


def test_of_a_window_that_has_ended_nothing_is_left_to_show() -> None:
    bench = Bench()
    bench.known(0, reset=60, X_RateLimit_Limit=5)
    shown = []
    for seconds in (0, 58, 10):
        bench.now += seconds
        state = bench.limiter.state(None)
        shown.append((state.limit, state.remaining, state.reset is None))
    assert shown == [(5, 0, False), (5, 0, False), (5, None, True)]


def test_other_users_of_the_same_limit_are_seen() -> None:
    bench = Bench()
    bench.known(100)
    bench.known(2)
    assert [bench.begin()[1] == 0 for _ in range(3)] == [True, True, False]


def test_a_given_up_turn_may_have_been_counted() -> None:
    bench = Bench()
    bench.known(2)
    turn, _ = bench.begin()
    bench.limiter.leave(turn)
    bench.limiter.leave(turn)
    assert [bench.begin()[1] == 0 for _ in range(2)] == [True, False]


def test_an_answer_of_the_last_window_is_no_news() -> None:
    bench = Bench()
    bench.known(3, 10)
    late, _ = bench.begin()
    bench.now += 11.5
    bench.known(90, 10)
    bench.answer(late, X_RateLimit_Remaining=0, X_RateLimit_Reset=0)
    assert bench.limiter.state(None).remaining == 90


def date(unix: float) -> str:
    return formatdate(unix, usegmt=True)


@pytest.mark.parametrize(
    ("headers", "off", "least", "most"),
    [
        # Seconds from now; whole ones may have been rounded.
        ({"X-RateLimit-Reset": "10"}, 0, 10, 11),
        ({"X-RateLimit-Reset": "10.5"}, 0, 10.5, 10.6),
        # Unix time, by the clock of the server if it shows it, however far off that is.
        ({"X-RateLimit-Reset": "{+10}", "Date": "{date}"}, 0, 10, 11),
        ({"X-RateLimit-Reset": "{+10}", "Date": "{date}"}, 20_000, 10, 11),
        ({"X-RateLimit-Reset": "{+10}", "Date": "{date}"}, -20_000, 10, 11),
        ({"X-RateLimit-Reset": "{+10}"}, 0, 10, 11),
        # Without it, no longer than a minute.
        ({"X-RateLimit-Reset": "{+10}"}, -20_000, 10, 61),
        ({"X-RateLimit-Reset": "{+10}"}, 20_000, 0, 1),
        # An hour at most in any case, and not beyond the window.
        ({"X-RateLimit-Reset": "999999"}, 0, 3600, 3601),
        (
            {"RateLimit": '"a";r=0;t=900', "RateLimit-Policy": '"a";q=5;w=10'},
            *(0, 10, 11),
        ),
        ({"RateLimit": '"a";r=0', "RateLimit-Policy": '"a";q=5;w=10'}, 0, 10, 10),
        ({"RateLimit-Limit": "5, 5;w=10"}, 0, 10, 10),
        ({"X-HubSpot-RateLimit-Interval-Milliseconds": "10000"}, 0, 10, 10),
        # Nobody says until when: a second, and then one request that asks.
        ({}, 0, 1, 1),
    ],
)
def test_how_long_none_are_left(
    headers: Mapping[str, str], off: float, least: float, most: float
) -> None:
    bench = Bench(off=off)
    server = WALL + bench.now
    turn, _ = bench.begin()
    said = {
        name.replace("-", "_"): value.replace("{+10}", str(int(server) + 10)).replace(
            "{date}", date(server)
        )
        for name, value in headers.items()
    }
    bench.answer(turn, **{"X_RateLimit_Remaining": 0, **said})
    waiting, delay = bench.begin()
    assert least <= delay <= most
    bench.now += delay
    assert bench.limiter.enter(waiting) == 0
    assert bench.begin()[1] > 0


@pytest.mark.parametrize(
    ("value", "want"),
    [("7", 7), ("{date}", 7), ("99999999999", 3600), ("soon", 1), ("0", 0)],
)
def test_retry_after(value: str, want: float) -> None:
    bench = Bench(off=-5000)
    turn, _ = bench.begin()
    server = WALL + bench.now
    after = value.replace("{date}", date(server + 7))
    bench.answer(turn, 429, Retry_After=after, Date=date(server))
    assert bench.begin()[1] == pytest.approx(want, abs=0.001)


@settings(max_examples=150, deadline=None)
@given(
    limit=st.integers(1, 20),
    window=st.integers(2, 12),
    callers=st.integers(1, 12),
    calls=st.integers(1, 60),
    style=st.sampled_from(["floor", "ceil", "unix", "exact"]),
    latency=st.randoms(use_true_random=False),
)
def test_nobody_is_refused_whatever_the_network_does(
    limit: int, window: int, callers: int, calls: int, style: str, latency: Any
) -> None:
    """A server with windows, and requests and answers that overtake each other."""
    bench = Bench()
    numbers, events = itertools.count(), list[tuple[float, int, str, Any]]()
    idle, waiting = callers, list[Turn]()
    left, done, ends, taken = calls, 0, 0.0, 0

    def plan(delay: float, kind: str, what: Any) -> None:
        heapq.heappush(events, (bench.now + delay, next(numbers), kind, what))

    plan(0, "ask", None)
    while done < calls:
        bench.now, _, kind, what = heapq.heappop(events)
        if kind == "arrive":
            if bench.now >= ends:
                ends, taken = bench.now + window, 0
            taken += 1
            assert taken <= limit
            reset = ends - bench.now
            said = {
                "floor": str(int(reset)),
                "ceil": str(math.ceil(reset)),
                "unix": str(int(WALL + ends)),
                "exact": f"{reset:.3f}",
            }
            headers = {
                "X_RateLimit_Remaining": limit - taken,
                "X_RateLimit_Reset": said[style],
                "Date": date(WALL + bench.now),
            }
            plan(latency.random() * 0.45, "answer", (what, headers))
        elif kind == "answer":
            bench.answer(what[0], **what[1])
            done, idle = done + 1, idle + 1
        while idle and left:
            waiting.append(Turn())
            idle, left = idle - 1, left - 1
        delay = math.inf
        for turn in list(waiting):
            delay = min(delay, bench.limiter.enter(turn))
            if turn.sent > 0:
                waiting.remove(turn)
                plan(latency.random() * 0.45, "arrive", turn)
        if 0 < delay < math.inf:
            plan(delay, "ask", None)
    assert bench.now - 1000 <= (calls / limit + 1) * (window + 6) + 3 * calls
