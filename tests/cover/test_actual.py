"""Base and actual timetable stay separate: what changes do, what contradicts, and that revoking restores the base."""

from typing import Any

import pytest

from models import (
    Cancelled,
    EventDay,
    Revoked,
    Role,
    RoomChange,
    Substitution,
    Swap,
    TermLog,
    actual,
    dated_differences,
    replayed,
    touched_people,
)
from tests.cover.terms import MON, TUE, WED, WHEN, ill, log_of, ref_at, shut, tiny_term

PROBLEM, TERM = tiny_term()
MONDAY = ref_at(TERM, MON, school_class="一1")
NOTED: dict[str, Any] = {"who": "沈", "when": WHEN, "why": "t"}


def stand_in(id: str = "2", by: str = "王2", person: str = "王1", **more: Any) -> Substitution:  # noqa: A002
    fields: dict[str, Any] = NOTED | {"because": "1"} | more
    return Substitution(id=id, day=MON, session=MONDAY, role=Role.TUTOR, person=person, by=by, **fields)


def tutors(log: TermLog) -> tuple[str, ...]:
    (found,) = (d.session for d in actual(TERM, log).on[MON] if d.ref == MONDAY)
    return found.people()


def test_an_absence_takes_the_person_out_and_leaves_a_gap() -> None:
    found = replayed(TERM, log_of(TERM, ill("王1", MON)))
    # On Mondays 王1 tutors 一1 in period 1, and nothing else.
    assert [(g.day, g.session.school_class, g.role) for g in found.gaps] == [(MON, "一1", Role.TUTOR)]
    assert tutors(log_of(TERM, ill("王1", MON))) == ()


def test_a_substitute_closes_the_gap_and_only_that_date_differs() -> None:
    log = log_of(TERM, ill("王1", MON), stand_in())
    assert replayed(TERM, log).gaps == ()
    assert tutors(log) == ("王2",)
    (difference,) = dated_differences(TERM, actual(TERM, log))
    assert difference.day == MON
    assert set(touched_people(TERM, actual(TERM, log))) == {"王1", "王2"}


def test_revoking_a_fact_takes_its_measures_along_and_gives_the_base_back() -> None:
    log = log_of(TERM, ill("王1", MON), stand_in())
    back = log.revoked("1", Revoked(by="沈", when=WHEN, why="病好了"))
    assert back.holding == ()
    assert len(back.changes) == 2  # nothing is lost of the log
    assert actual(TERM, back) is TERM
    with pytest.raises(KeyError):
        back.revoked("1", Revoked(by="沈", when=WHEN))


@pytest.mark.parametrize(
    "change",
    [
        ill("王1", MON, TUE),
        shut("音乐教室", MON, WED),
        EventDay(id="1", **NOTED, first=TUE, last=TUE),
        EventDay(id="1", **NOTED, first=MON, last=MON, classes=("一1",)),
        Cancelled(id="1", **NOTED, day=MON, session=MONDAY),
        RoomChange(id="1", **NOTED, day=MON, session=MONDAY, room="教室1", to="科学教室"),
        stand_in("1", because=None),
        Swap(id="1", **NOTED, what="dates", day=MON, session=MONDAY, other_day=TUE,
             other_session=ref_at(TERM, TUE, school_class="一1")),
    ],
)  # fmt: skip
def test_every_kind_changes_something_and_revoked_gives_exactly_the_base(change: Any) -> None:
    log = log_of(TERM, change)
    assert replayed(TERM, log).conflicts == ()
    assert actual(TERM, log) != TERM
    # A change that holds but changes nothing makes the replay work, and that must come out as the base.
    idle = ill("nobody", MON, id="2")
    restored = log.revoked("1", Revoked(by="沈", when=WHEN)).with_changes(idle)
    assert actual(TERM, restored) == TERM
    assert actual(TERM, restored).model_dump() == TERM.model_dump()


def test_two_changes_of_one_duty_are_a_named_conflict() -> None:
    found = replayed(TERM, log_of(TERM, ill("王1", MON), stand_in("2", "王2"), stand_in("3", "李1")))
    assert tutors(log_of(TERM, ill("王1", MON), stand_in("2", "王2"), stand_in("3", "李1"))) == ("王2",)
    (conflict,) = found.conflicts
    assert conflict.code == "change_conflict"
    assert conflict.text.zh.startswith("变更3没有生效：3月1日这次活动里已经没有王1了")


def test_a_substitute_who_falls_ill_as_well_leaves_a_gap_again() -> None:
    found = replayed(TERM, log_of(TERM, ill("王1", MON), stand_in(), ill("王2", MON, id="3")))
    # 王2's own homework, and the one that she took over.
    assert {(g.session.school_class, g.person) for g in found.gaps} == {("一1", "王2"), ("一2", "王2")}


def test_two_people_exchange_their_sessions() -> None:
    tuesday = ref_at(TERM, TUE, school_class="一1")
    swap = Swap(id="1", **NOTED, day=MON, session=MONDAY, role=Role.TUTOR, person="王1",
                other_day=TUE, other_session=tuesday, other_role=Role.TUTOR, other="李1")  # fmt: skip
    now = actual(TERM, log_of(TERM, swap))
    assert tutors(log_of(TERM, swap)) == ("李1",)
    assert next(d.session for d in now.on[TUE] if d.ref == tuesday).people() == ("王1",)


def test_an_event_for_one_class_leaves_the_others_in_their_club() -> None:
    event = EventDay(id="1", **NOTED, first=MON, last=MON, periods=(2,), classes=("一1",))
    now = actual(TERM, log_of(TERM, event))
    singing = next(d.session for d in now.on[MON] if d.session.club == "合唱" and d.session.group == 1)
    assert "一1" not in singing.pupils
    assert singing.head_count == 15  # 5 of each of the other three classes
    assert next(d.session for d in now.on[MON] if d.ref == MONDAY).people() == ("王1",)  # period 1 is held


def test_the_log_as_it_was_at_an_earlier_moment() -> None:
    later = WHEN.replace(hour=9)
    log = log_of(TERM, ill("王1", MON), stand_in(when=later)).revoked(
        "1", Revoked(by="沈", when=later.replace(hour=10))
    )
    assert [c.id for c in log.as_of(WHEN).holding] == ["1"]
    assert [c.id for c in log.as_of(later).holding] == ["1", "2"]
    assert log.as_of(later.replace(hour=11)).holding == ()
    assert log.as_of(None).changes == ()


def test_a_log_round_trips_as_json() -> None:
    log = log_of(TERM, ill("王1", MON), stand_in())
    assert TermLog.model_validate_json(log.model_dump_json()) == log
