"""What each visitor may open, and what an address of the school's own login opens."""

import pytest

from store import Access
from ui.signing.visiting import AT_THIS_MACHINE, Came, Visitor, access_of, stays_on_this_machine

READER = Visitor(Access.READER, Came.PASSWORD)


@pytest.mark.parametrize("screen", ["schools", "data", "rules", "solve", "shortages", "workload", "a screen to come"])
def test_a_reader_opens_none_of_the_office_s_screens(screen: str) -> None:
    assert not READER.may_open(screen)
    assert AT_THIS_MACHINE.may_open(screen)


@pytest.mark.parametrize("screen", ["timetable", "handouts", "phone"])
def test_a_reader_opens_what_is_for_readers(screen: str) -> None:
    assert READER.may_open(screen)


def test_who_sits_at_this_machine_edits_and_has_nothing_to_sign_out_of() -> None:
    assert AT_THIS_MACHINE.edits
    assert not AT_THIS_MACHINE.signed_in
    assert not READER.edits
    assert READER.signed_in


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("127.0.0.1", True), ("127.0.0.2", True), ("::1", True), ("localhost", True),
        ("0.0.0.0", False), ("::", False), ("192.168.1.5", False), ("kehou.school.cn", False), ("", False),
        (None, False), ("unix:///run/kehou", False), ("localhost.evil.cn", False),
    ],
)  # fmt: skip
def test_only_a_loopback_address_stays_on_this_machine(address: str | None, stays: bool) -> None:
    """Whatever else the server listens at, known or not, somebody must sign in."""
    assert stays_on_this_machine(address) is stays


@pytest.mark.parametrize(
    ("mail", "access"),
    [
        ("shen@school.edu.cn", Access.OFFICE),
        (" Shen@School.edu.cn ", Access.OFFICE),
        ("wang@school.edu.cn", Access.READER),
        ("wang@sub.school.edu.cn", None),
        ("wang@school.edu.cn.evil.cn", None),
        ("wang@evil.cn@school.edu.cn", None),
        ("*@school.edu.cn", None),
        ("", None),
        ("school.edu.cn", None),
    ],
)
def test_an_address_opens_what_the_lists_say(mail: str, access: Access | None) -> None:
    assert access_of(mail, ["shen@school.edu.cn"], ["*@school.edu.cn"]) is access
