"""A club that moves to another walking slot: who was in it, and who joins it, and as few others as can be."""

from models import (
    CrossClassClub,
    Participation,
    Problem,
    Role,
    Session,
    SessionKind,
    SessionRef,
    Slot,
    SlotMove,
    Timetable,
)
from scheduler.alter.candidates import slot_candidates
from scheduler.alter.effect import what_breaks
from scheduler.audit import audit
from tests.builders import CLASSES, FRI_2, MON_2, WED_2, changed, tiny_school
from tests.timetables import duty, plus, the, tiny_timetable

CHESS = SessionRef(slot=MON_2, kind=SessionKind.CROSS_CLASS, club="棋艺")


def school(**fields: object) -> Problem:
    """With chess once a week, for 8 to 12 pupils of 一年级, in the room for science."""
    club = {"least": 8, "most": 12, "meetings": 1, **fields}
    chess = CrossClassClub(id="棋艺", name="棋艺", grades=("一年级",), named_leaders=("王3",), **club)
    base = tiny_school()
    return changed(base, clubs=(*base.clubs, chess))


def with_chess(problem: Problem, of_each: int = 5) -> Timetable:
    """On Monday, so many pupils of 一1 and of 一2 leave the football for chess."""
    timetable = tiny_timetable(problem)
    football = the(timetable, MON_2, club="足球")
    left = {c: n - of_each if c in ("一1", "一2") else n for c, n in football.pupils.items()}
    chess = Session(
        slot=MON_2,
        kind=SessionKind.CROSS_CLASS,
        club="棋艺",
        duties=(duty("王3", Role.LEADER),),
        room="科学教室",
        pupils={"一1": of_each, "一2": of_each},
    )
    rest = timetable.with_sessions(changed(s, pupils=left) if s is football else s for s in timetable.sessions)
    return plus(rest, chess)


def pupils(timetable: Timetable, slot: Slot) -> dict[str, dict[str, int]]:
    return {f"{s.club}{s.group}": s.pupils for s in timetable.at[slot] if s.kind is SessionKind.CROSS_CLASS}


def test_a_club_moves_with_its_pupils() -> None:
    """On Monday its ten go to the football, which has places again (the choirs are full); on Wednesday they are the
    same ten: they come from where they are then, and nobody else changes."""
    problem = school()
    timetable = with_chess(problem)
    assert audit(problem, timetable).clean
    effect = what_breaks(problem, timetable, SlotMove(session=CHESS, slot=WED_2))
    assert effect.is_clean
    monday, wednesday = pupils(effect.timetable, MON_2), pupils(effect.timetable, WED_2)
    assert monday == pupils(tiny_timetable(problem), MON_2)
    assert wednesday["棋艺1"] == {"一1": 5, "一2": 5}
    before = pupils(timetable, WED_2)
    lost = sum(max(0, n - wednesday[group].get(c, 0)) for group, all_of in before.items() for c, n in all_of.items())
    assert lost == 10
    for c in CLASSES:
        assert sum(of_group.get(c, 0) for of_group in wednesday.values()) == 20
    assert {n.person for n in effect.notices} == {"王1", "王2", "王3"}  # the class teachers, and who leads it


def test_it_is_a_candidate() -> None:
    problem = school()
    found = {c.slot: c for c in slot_candidates(problem, with_chess(problem), CHESS)}
    assert found[WED_2].possible
    assert {slot for slot, c in found.items() if c.possible} == {WED_2}
    assert found[FRI_2].reason is not None


def test_nobody_who_is_listed_is_sent_elsewhere() -> None:
    """Football with a list of members keeps them, so on Monday there is no place for those who played chess."""
    base = school()
    listed = dict.fromkeys(CLASSES, 10) | {"一1": 5, "一2": 5}
    clubs = tuple(changed(c, enrolment=listed) if c.id == "足球" else c for c in base.clubs)
    problem = changed(base, clubs=clubs)
    timetable = with_chess(problem)
    effect = what_breaks(problem, timetable, SlotMove(session=CHESS, slot=WED_2))
    assert not effect.is_clean
    assert "places_enough" in {v.rule for v in effect.broken}
    football = the(effect.timetable, MON_2, club="足球")
    assert football.pupils == listed


def test_volunteers_go_back_to_their_class() -> None:
    """Where only volunteers walk, those who played chess may stay in class; the rest of the class is counted anew."""
    base = school()
    bands = tuple(changed(b, participation=Participation.VOLUNTEERS) for b in base.bands)
    problem = changed(base, bands=bands)
    activities = [
        Session(
            slot=slot,
            kind=SessionKind.CLASS_ACTIVITY,
            school_class=c,
            room=f"教室{n}",
            duties=(duty(("王1", "王2", "周校长", "王4")[n - 1], Role.LEADER),),
            pupils={c: 0},
        )
        for slot in (MON_2, WED_2)
        for n, c in enumerate(CLASSES, start=1)
    ]
    timetable = plus(with_chess(problem), *activities)
    after = what_breaks(problem, timetable, SlotMove(session=CHESS, slot=WED_2)).timetable
    for slot in (MON_2, WED_2):
        away = pupils(after, slot)
        for c in CLASSES:
            activity = the(after, slot, kind=SessionKind.CLASS_ACTIVITY, school_class=c)
            assert activity.pupils == {c: 20 - sum(of_group.get(c, 0) for of_group in away.values())}


def test_parallel_groups_move_together() -> None:
    problem = tiny_school()
    choir = SessionRef(slot=MON_2, kind=SessionKind.CROSS_CLASS, club="合唱")
    effect = what_breaks(problem, tiny_timetable(problem), SlotMove(session=choir, slot=FRI_2))
    assert [s.group for s in effect.timetable.at[FRI_2] if s.club == "合唱"] == [1, 2]
    assert "club_meetings" not in {v.rule for v in effect.broken}
