"""How long one must wait after wrong passwords."""

from datetime import UTC, datetime, timedelta

import pytest

from store.waiting import ALL, EACH, place_of

NOW = datetime(2026, 9, 1, 7, 0, tzinfo=UTC)


def test_a_few_mistakes_cost_nothing_then_the_wait_doubles_up_to_a_quarter_of_an_hour() -> None:
    assert [EACH.wait(wrong) for wrong in range(14)] == [0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]
    assert EACH.wait(10**9) == 900  # nobody is locked out for good


def test_all_together_wait_for_seconds_only() -> None:
    assert ALL.wait(49) == 0
    assert ALL.wait(10**9) == 10


def test_what_is_left_goes_down_with_the_clock_and_is_never_said_to_be_less_than_it_is() -> None:
    assert EACH.left(5, NOW, NOW) == 15
    assert EACH.left(5, NOW, NOW + timedelta(seconds=14.2)) == 1
    assert EACH.left(5, NOW, NOW + timedelta(seconds=15)) == 0


def test_after_a_quiet_hour_it_begins_anew() -> None:
    assert EACH.counted(9, NOW, NOW + timedelta(minutes=59)) == 9
    assert EACH.counted(9, NOW, NOW + timedelta(minutes=60)) == 0


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (None, "here"),
        ("192.168.1.5", "192.168.1.5"),
        ("::ffff:192.168.1.5", "192.168.1.5"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("no address", "unknown"),
    ],
)
def test_one_place_for_each_address_and_for_each_network_of_ipv6(address: str | None, place: str) -> None:
    assert place_of(address) == place
