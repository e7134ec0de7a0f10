"""The hand-made valid timetable of `tests.builders.tiny_school`, and the tools with which tests alter it."""

from typing import Any

from models import Duty, Problem, Role, Session, SessionKind, Slot, Timetable, Violation, fingerprint
from scheduler.rules import RULES
from tests.builders import (
    CLASSES,
    FRI_2,
    HOMEWORK,
    MON_2,
    PATROLS,
    PUPILS,
    THU_1,
    THU_2,
    TUE_2,
    WED_2,
    changed,
)


def tiny_timetable(problem: Problem) -> Timetable:
    """The valid timetable of `tiny_school`, in every week of the problem's cycle."""
    one_week = (*_homework(), *_walking(), *_tuesday_and_friday(), *_patrols())
    sessions = tuple(
        changed(s, slot=Slot(s.slot.day, s.slot.period, week)) for week in problem.week.weeks for s in one_week
    )
    return Timetable(school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=sessions)


def duty(person: str, role: Role) -> Duty:
    """One person in one role."""
    return Duty(person=person, role=role)


def _homework() -> list[Session]:
    return [
        Session(
            slot=slot,
            kind=SessionKind.HOMEWORK,
            school_class=c,
            subject=subject,
            duties=(duty(f"{'王' if subject == '语文' else '李'}{n}", Role.TUTOR),),
            room=f"教室{n}",
            pupils={c: PUPILS},
        )
        for slot, subject in HOMEWORK.items()
        for n, c in enumerate(CLASSES, start=1)
    ]


def _walking() -> list[Session]:
    """Of each class 5 pupils sing in each of the two groups and 10 play; on Thursday 10 do science, 10 play."""
    placed = [
        *(("合唱", 1, "李1", None, "音乐教室", 5, slot) for slot in (MON_2, WED_2)),
        *(("合唱", 2, "李2", None, "舞蹈房", 5, slot) for slot in (MON_2, WED_2)),
        *(("足球", 1, "孙教练", "冯老师", "操场", 10, slot) for slot in (MON_2, WED_2)),
        *(("科学", 1, "李4", None, "科学教室", 10, slot) for slot in (THU_1, THU_2)),
        *(("篮球", 1, "孙教练", "李3", "操场", 10, slot) for slot in (THU_1, THU_2)),
    ]
    return [
        Session(
            slot=slot,
            kind=SessionKind.CROSS_CLASS,
            club=club,
            group=group,
            duties=(
                duty(leader, Role.LEADER),
                *((duty(beside, Role.ACCOMPANYING),) if beside is not None else ()),
            ),
            room=room,
            pupils=dict.fromkeys(CLASSES, of_each),
        )
        for club, group, leader, beside, room, of_each, slot in placed
    ]


def _tuesday_and_friday() -> list[Session]:
    gathering = Session(
        slot=TUE_2,
        kind=SessionKind.WHOLE_SCHOOL,
        club="大合唱",
        duties=(
            duty("李4", Role.LEADER),
            duty("王1", Role.ACCOMPANYING),
            duty("王2", Role.ACCOMPANYING),
        ),
        room="操场",
        pupils={"一1": PUPILS, "一2": PUPILS},
    )
    activities = [
        Session(
            slot=slot,
            kind=SessionKind.CLASS_ACTIVITY,
            school_class=CLASSES[n - 1],
            club=club,
            duties=(duty(f"王{n}", Role.LEADER),),
            room=f"教室{n}",
            pupils={CLASSES[n - 1]: PUPILS},
        )
        for slot, club, numbers in ((TUE_2, "安全教育", (3, 4)), (FRI_2, None, (1, 2, 3, 4)))
        for n in numbers
    ]
    return [gathering, *activities]


def _patrols() -> list[Session]:
    return [
        Session(slot=slot, kind=SessionKind.PATROL, duties=(duty(person, Role.PATROL),))
        for person, slots in PATROLS.items()
        for slot in slots
    ]


def the(timetable: Timetable, slot: Slot, **fields: Any) -> Session:
    """The one session of the slot that has these values. Raises ValueError unless there is exactly one."""
    (found,) = (
        s for s in timetable.at.get(slot, ()) if all(getattr(s, name) == value for name, value in fields.items())
    )
    return found


def replaced(timetable: Timetable, old: Session, **fields: Any) -> Timetable:
    """The timetable with other values in one of its sessions."""
    assert old in timetable.sessions
    sessions = tuple(changed(s, **fields) if s is old else s for s in timetable.sessions)
    return changed(timetable, sessions=sessions)


def without(timetable: Timetable, lost: Session) -> Timetable:
    """The timetable without one of its sessions."""
    assert lost in timetable.sessions
    return changed(timetable, sessions=tuple(s for s in timetable.sessions if s is not lost))


def plus(timetable: Timetable, *sessions: Session) -> Timetable:
    """The timetable with more sessions."""
    return changed(timetable, sessions=(*timetable.sessions, *sessions))


def judged(key: str, problem: Problem, timetable: Timetable) -> list[Violation]:
    """What the rule of this name complains of, judged by its `check` alone."""
    (rule,) = (rule for rule in RULES if rule.key == key)
    return list(rule.check(problem, timetable))


def amount(key: str, problem: Problem, timetable: Timetable) -> int:
    """How many units the rule counts."""
    return sum(violation.amount for violation in judged(key, problem, timetable))
