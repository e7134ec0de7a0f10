"""The door: passwords, signing in and out, and waiting after wrong passwords; with a clock that the test moves."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from store import Access, Store, TooSoonError, UnfitPasswordError, WrongPasswordError, sign_ins
from store.access_tables import SignInRow, WrongRow
from tests.store.clock import Clock

OFFICE, READER = "office-2026", "reader-2026"
HERE, THERE = "192.168.1.5", "192.168.1.6"


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hashing has tests of its own, and takes half a second each time."""
    monkeypatch.setattr(sign_ins, "hashed", lambda password: f"kept:{password}")
    monkeypatch.setattr(sign_ins, "fits", lambda password, kept: kept == f"kept:{password}")


@pytest.fixture
def door(store: Store) -> Store:
    """A store with both passwords."""
    store.set_password(Access.OFFICE, OFFICE, who="沈")
    store.set_password(Access.READER, READER, who="沈")
    return store


def guess(store: Store, times: int, address: str | None = HERE) -> None:
    """So many wrong passwords."""
    for _ in range(times):
        with pytest.raises(WrongPasswordError):
            store.sign_in("wrong", name="", address=address)


def test_a_new_store_has_no_password_and_lets_nobody_in(store: Store) -> None:
    assert not store.has_password(Access.OFFICE)
    with pytest.raises(WrongPasswordError):
        store.sign_in("", name="", address=HERE)


def test_the_password_decides_what_is_opened(door: Store) -> None:
    for password, access in ((OFFICE, Access.OFFICE), (READER, Access.READER)):
        token, signed = door.sign_in(password, name="沈老师", address=HERE)
        assert (signed.access, signed.name) == (access, "沈老师")
        assert door.signed_in(token) == signed
    assert door.signed_in("another token") is None
    assert door.signed_in("") is None


def test_the_token_itself_is_not_kept(door: Store) -> None:
    token, _ = door.sign_in(OFFICE, name="", address=HERE)
    with door._reading() as session:
        assert token not in str([row.token for row in session.query(SignInRow)])


def test_signing_out_ends_this_one_only(door: Store) -> None:
    first, _ = door.sign_in(OFFICE, name="", address=HERE)
    second, _ = door.sign_in(OFFICE, name="", address=THERE)
    door.sign_out(first)
    assert door.signed_in(first) is None
    assert door.signed_in(second) is not None


def test_a_sign_in_of_the_office_holds_for_a_day_and_a_reader_s_for_a_month(door: Store, clock: Clock) -> None:
    office, _ = door.sign_in(OFFICE, name="", address=HERE)
    reader, _ = door.sign_in(READER, name="", address=HERE)
    clock.pass_by(12 * 3600)
    assert door.signed_in(office) is None
    clock.pass_by(29 * 86400)
    assert door.signed_in(reader) is not None
    clock.pass_by(86400)
    assert door.signed_in(reader) is None


def test_a_changed_password_ends_what_was_signed_in_with_the_one_before(door: Store) -> None:
    office, _ = door.sign_in(OFFICE, name="", address=HERE)
    reader, _ = door.sign_in(READER, name="", address=HERE)
    door.set_password(Access.OFFICE, "another-2026", who="沈")
    assert door.signed_in(office) is None
    assert door.signed_in(reader) is not None
    with pytest.raises(WrongPasswordError):
        door.sign_in(OFFICE, name="", address=HERE)
    door.remove_password(Access.READER)
    assert door.signed_in(reader) is None
    assert not door.has_password(Access.READER)


@pytest.mark.parametrize("password", ["short", "x" * 201, "aaaaaaaaaa", "12345678", READER])
def test_an_unfit_password_is_refused_and_the_old_one_stays(door: Store, password: str) -> None:
    with pytest.raises(UnfitPasswordError):
        door.set_password(Access.OFFICE, password, who="沈")
    assert door.sign_in(OFFICE, name="", address=HERE)[1].access is Access.OFFICE


def test_the_fifth_wrong_one_makes_wait_and_until_then_nothing_is_looked_at(door: Store, clock: Clock) -> None:
    guess(door, 4)
    with pytest.raises(WrongPasswordError, match="请等 15 秒") as wrong:
        door.sign_in("wrong", name="", address=HERE)
    assert "15 seconds" in wrong.value.text.en
    clock.pass_by(5)
    with pytest.raises(TooSoonError, match="请等 10 秒"):
        door.sign_in(OFFICE, name="", address=HERE)  # right, but too soon
    clock.pass_by(10)
    assert door.sign_in(OFFICE, name="", address=HERE)
    guess(door, 4)  # the right one has made good the wrong ones


def test_trying_too_soon_makes_the_wait_no_longer(door: Store, clock: Clock) -> None:
    guess(door, 5)
    for _ in range(20):
        with pytest.raises(TooSoonError):
            door.sign_in("wrong", name="", address=HERE)
    clock.pass_by(15)
    assert door.sign_in(OFFICE, name="", address=HERE)


def test_nobody_waits_longer_than_a_quarter_of_an_hour(door: Store, clock: Clock) -> None:
    for _ in range(30):
        clock.pass_by(900)
        guess(door, 1)
    clock.pass_by(900)
    assert door.sign_in(OFFICE, name="", address=HERE)


def test_another_address_need_not_wait(door: Store) -> None:
    guess(door, 5)
    assert door.sign_in(OFFICE, name="", address=THERE)


def test_a_guesser_with_many_addresses_makes_all_wait_but_not_who_is_signed_in(door: Store) -> None:
    door.sign_in(READER, name="", address=THERE)
    for number in range(50):
        guess(door, 1, f"10.0.0.{number}")
    with pytest.raises(TooSoonError, match="请等 1 秒"):
        door.sign_in(OFFICE, name="", address=HERE)
    assert door.sign_in(OFFICE, name="", address=THERE)


def test_the_waiting_survives_a_restart_and_a_new_password_ends_it(door: Store, url: str, clock: Clock) -> None:
    guess(door, 5)
    again = Store.open(url, clock=clock)
    with pytest.raises(TooSoonError):
        again.sign_in(OFFICE, name="", address=HERE)
    again.set_password(Access.READER, "new-reader", who="沈")
    assert again.sign_in(OFFICE, name="", address=HERE)
    again.close()


def test_many_guesses_at_the_same_moment_get_no_more_tries(door: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(_: str, kept: str) -> bool:
        looked.append(kept)
        return False

    monkeypatch.setattr(sign_ins, "fits", look)

    def once(_: int) -> str:
        try:
            door.sign_in("wrong", name="", address=HERE)
        except (WrongPasswordError, TooSoonError) as refused:
            return type(refused).__name__
        return "in"

    with ThreadPoolExecutor(8) as pool:
        ended = list(pool.map(once, range(16)))
    assert (ended.count("WrongPasswordError"), ended.count("TooSoonError")) == (5, 11)
    assert len(looked) == 10  # five tries, each held against two passwords


def test_old_guesses_are_swept_away(door: Store, clock: Clock) -> None:
    for number in range(3):
        guess(door, 1, f"10.0.0.{number}")
    clock.pass_by(2 * 86400)
    guess(door, 1)
    with door._reading() as session:
        assert {row.place for row in session.query(WrongRow)} == {"", HERE}
