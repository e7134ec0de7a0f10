"""Who, which room and which slot could be instead: of the tiny school known by hand, of others as the audit says."""

import pytest

from benchmarks.schools import planted
from models import Candidate, Role, Session, SessionKind, SessionRef, Text
from scheduler.alter.candidates import candidates, grouped, move_to, room_candidates, slot_candidates
from scheduler.alter.effect import what_breaks
from scheduler.audit import audit
from tests.builders import FRI_1, MON_1, TUE_1, TUE_2, WED_1, changed, tiny_school
from tests.scheduler_alter.test_effect import CHOIR, FOOTBALL, SCHOOL, SECOND_CHOIR, TIMETABLE, homework
from tests.timetables import tiny_timetable


def told(found: list[Candidate]) -> list[tuple[str, str | None, int | None, int | None]]:
    groups = [(g.title.zh, g.reason, g.candidates[0]) for g in grouped(found)]
    return [(title, None if reason is None else reason.zh, c.cost, c.told) for title, reason, c in groups]


def test_who_could_lead_the_choir() -> None:
    """Four people have the skill: 李1 leads it, 李2 the other group, 李4 is free (his price is in `test_effect`)."""
    found = candidates(SCHOOL, TIMETABLE, CHOIR, Role.LEADER)
    assert told(found) == [
        ("李4", None, 11, 6),
        ("李2", "同一时段带社团“合唱·2”", None, None),
        ("孙教练（外聘）", "不是本校教师，本社团由本校教师带", None, None),
        ("其他9人", "没有合唱专长", None, None),
    ]
    assert [c.person for c in found] == [p.id for p in SCHOOL.people if p.id != "李1"]


def test_who_could_accompany_the_football() -> None:
    """At both meetings of 合唱 its leaders are busy; on Monday 周校长 is on patrol. For this one meeting only."""
    found = {c.person: c for c in candidates(SCHOOL, TIMETABLE, FOOTBALL, Role.ACCOMPANYING, all_meetings=False)}
    assert {p for p, c in found.items() if c.possible} == {"王1", "王2", "王3", "王4", "李3", "李4", "吴主任", "郑主任"}
    assert {p: c.reason.zh for p, c in found.items() if c.reason} == {
        "李1": "同一时段带社团“合唱·1”",
        "李2": "同一时段带社团“合唱·2”",
        "周校长": "同一时段巡查",
    }  # 孙教练 leads it himself


def test_who_could_tutor() -> None:
    """Teachers of 语文 only: 王2–王4 tutor their own classes then; nobody else teaches it."""
    found = candidates(SCHOOL, TIMETABLE, homework(MON_1, "一1"), Role.TUTOR)
    assert told(found)[0] == ("王2", "同一时段辅导一(2)语文", None, None)
    assert told(found)[-1] == ("其他8人", "不任教语文", None, None)


def test_which_rooms_could_hold_the_choir() -> None:
    found = room_candidates(SCHOOL, TIMETABLE, CHOIR)
    assert told(found) == [
        ("舞蹈房", "同一时段是社团“合唱·2”", None, None),
        ("其他6处", "缺少功能（音乐）", None, None),
    ]
    assert found[0].note == Text("容量45", "holds 45")


def test_which_slots_could_have_the_homework() -> None:
    """数学 of 二1 on Tuesday may change places with 语文 of Wednesday; that of Monday is pinned. On Friday there is
    数学 as well, so nothing changes."""
    found = {c.slot: c for c in slot_candidates(SCHOOL, TIMETABLE, homework(TUE_1, "二1"))}
    assert {slot for slot, c in found.items() if c.possible} == {WED_1, FRI_1}
    assert found[WED_1].note == Text("与二(1)语文辅导对调", "changes places with 语文 tutoring of 二(1)")
    reasons = {slot: c.reason.zh for slot, c in found.items() if c.reason is not None}
    assert reasons[MON_1] == "有课次被锁定：教务处：王3周一第1节有空"
    assert reasons[TUE_2] == "该时段是社团时段"


def test_in_a_two_week_cycle_both_weeks_change() -> None:
    """Both weeks are alike before and after; for one week alone, both slots of 一1 differ then."""
    problem = tiny_school(week=changed(SCHOOL.week, cycle=2), pins=())
    timetable = tiny_timetable(problem)
    both = {c.slot: c for c in slot_candidates(problem, timetable, homework(TUE_1, "一1"))}
    once = {c.slot: c for c in slot_candidates(problem, timetable, homework(TUE_1, "一1"), both_weeks=False)}
    assert len(both) == len(once) == 9
    assert (both[WED_1].possible, both[WED_1].cost) == (True, 0)
    assert (once[WED_1].possible, once[WED_1].cost) == (True, 2 * 2)
    assert both[WED_1].move == move_to(problem, timetable, homework(TUE_1, "一1"), WED_1)


def _all(session: Session) -> list[tuple[str, Role | None]]:
    return [("people", d.role) for d in session.duties[:1]] + [("rooms", None), ("slots", None)]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_candidate_is_possible_exactly_when_the_audit_says_so(seed: int) -> None:
    problem, timetable = planted(10, seed, "usual")
    base = audit(problem, timetable).cost
    kinds = {s.kind: s for s in reversed(timetable.sessions)}
    assert set(kinds) == set(SessionKind)
    possible = 0
    for session in kinds.values():
        ref = SessionRef.to(session)
        for what, role in _all(session):
            if what == "people" and role is not None:
                found = candidates(problem, timetable, ref, role)
            elif session.kind is SessionKind.PATROL:
                continue
            else:
                found = (room_candidates if what == "rooms" else slot_candidates)(problem, timetable, ref)
            for candidate in found:
                verdict = audit(problem, what_breaks(problem, timetable, candidate.move).timetable)
                assert candidate.possible == verdict.clean
                possible += candidate.possible
                if candidate.possible:
                    assert candidate.cost == verdict.cost - base
                    assert candidate.reason is None
                else:
                    assert candidate.rule in {v.rule for v in verdict.broken}
                    assert candidate.reason is not None
                    for text in (candidate.reason.zh, candidate.reason.en):
                        assert text
                        assert text[-1] not in "。."
    assert possible > 10


def test_groups_hold_everybody_once() -> None:
    found = candidates(SCHOOL, TIMETABLE, SECOND_CHOIR, Role.LEADER)
    assert sorted(c.person or "" for g in grouped(found) for c in g.candidates) == sorted(c.person or "" for c in found)


def test_a_school_without_that_is_told_the_same_again() -> None:
    """The same question has the same answer."""
    assert candidates(tiny_school(), TIMETABLE, CHOIR, Role.LEADER) == candidates(SCHOOL, TIMETABLE, CHOIR, Role.LEADER)
