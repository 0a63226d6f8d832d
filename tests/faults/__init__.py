"""Faults of servers and networks, and what a client makes of each."""

import pytest

_CHECKS = ("slots", "stage", "sharing", "broken_off")
pytest.register_assert_rewrite(*(f"faults.{name}" for name in _CHECKS))
