"""A valid timetable altered by hand, as people alter timetables: each time the audit names the culprit."""

from collections.abc import Callable
from typing import Any

import pytest

from models import Problem, Role, Session, Slot, Strength, Timetable
from models.timetable_checks import timetable_issues
from scheduler.audit import audit
from scheduler.rules import RULES
from tests.builders import (
    CLASSES,
    FRI_2,
    MON_1,
    MON_2,
    THU_1,
    THU_2,
    TUE_2,
    WED_2,
    changed,
    tiny_school,
)
from tests.timetables import duty, replaced, the, tiny_timetable, without


def complete_school() -> Problem:
    """The tiny school, with the limits of people and rooms that real schools have; its timetable just keeps them."""
    plain = tiny_school()
    limits: dict[str, dict[str, Any]] = {
        "王1": {"weekly_most": 4},
        "冯老师": {"weekly_least": 2},
        "李3": {"unavailable": (WED_2,)},
    }
    return tiny_school(
        teachers=tuple(changed(t, **limits.get(t.id, {})) for t in plain.teachers),
        instructors=(changed(plain.instructors[0], visits_only=(MON_2, WED_2, THU_1, THU_2)),),
        rooms=tuple(changed(r, closed=(FRI_2,)) if r.id == "操场" else r for r in plain.rooms),
        clubs=tuple(changed(c, enrolment=dict.fromkeys(CLASSES, 10)) if c.id == "足球" else c for c in plain.clubs),
    )


SCHOOL = complete_school()
GOOD = tiny_timetable(SCHOOL)


def homework(school_class: str, slot: Slot = MON_1) -> Session:
    return the(GOOD, slot, school_class=school_class)


def club(name: str, slot: Slot, group: int = 1) -> Session:
    return the(GOOD, slot, club=name, group=group)


def led_by(session: Session, *people: str) -> Timetable:
    """Other leaders, nobody beside them."""
    return replaced(GOOD, session, duties=tuple(duty(p, Role.LEADER) for p in people))


def tutored_by(session: Session, person: str) -> Timetable:
    return replaced(GOOD, session, duties=(duty(person, Role.TUTOR),))


def football_with(person: str, slot: Slot) -> Timetable:
    duties = (duty("孙教练", Role.LEADER), duty(person, Role.ACCOMPANYING))
    return replaced(GOOD, club("足球", slot), duties=duties)


def pupils(session: Session, **of_class: int) -> Timetable:
    return replaced(GOOD, session, pupils={**session.pupils, **of_class})


def moved(session: Session, slot: Slot) -> Timetable:
    return replaced(GOOD, session, slot=slot)


def free(school_class: str) -> Timetable:
    """Tuesday's activity of the class, without its name."""
    return replaced(GOOD, the(GOOD, TUE_2, school_class=school_class), club=None)


def patrolled_by(*people: str) -> Timetable:
    """Monday's first patrol, which is 周校长's."""
    duties = tuple(duty(p, Role.PATROL) for p in people)
    return replaced(GOOD, the(GOOD, MON_1, kind="patrol"), duties=duties)


def in_room(session: Session, room: str) -> Timetable:
    return replaced(GOOD, session, room=room)


# What was done, the rule that it breaks, and the culprits whom the sentence must name in both languages.
ALTERATIONS: list[tuple[str, Callable[[], Timetable], str, tuple[str, ...]]] = [
    ("somebody in two places", lambda: tutored_by(homework("一1"), "王2"), "person_clash", ("王2", "一(1)", "一(2)")),
    ("a club in a closed room", lambda: moved(club("足球", WED_2), FRI_2), "room_available", ("操场", "足球")),
    ("a lost homework session", lambda: without(GOOD, homework("一1")), "class_covered", ("一(1)",)),
    ("a class walks and does homework", lambda: moved(club("合唱", MON_2), MON_1), "class_covered", ("二(2)",)),
    ("the wrong subject", lambda: replaced(GOOD, homework("一2"), subject="数学"), "homework_quota", ("一(2)", "数学")),
    ("a stranger tutors", lambda: tutored_by(homework("二2"), "冯老师"), "tutor_fits", ("冯老师", "二(2)")),
    ("a leader without the skill", lambda: led_by(club("合唱", MON_2), "王3"), "skill_fits", ("王3", "合唱·1")),
    ("no leader at all", lambda: led_by(club("合唱", MON_2, 2)), "club_meetings", ("合唱·2",)),
    ("somebody who cannot come", lambda: football_with("李3", WED_2), "person_available", ("李3", "足球")),
    ("an instructor on a day off", lambda: moved(club("篮球", THU_1), TUE_2), "person_available", ("孙教练",)),
    ("one duty too many a week", lambda: football_with("王1", MON_2), "weekly_quota", ("王1",)),
    ("one duty too few a week", lambda: football_with("李3", MON_2), "weekly_quota", ("冯老师",)),
    ("two groups in a room", lambda: in_room(club("合唱", MON_2, 2), "音乐教室"), "room_clash", ("音乐教室", "合唱·2")),
    ("a room without the feature", lambda: in_room(club("科学", THU_1), "音乐教室"), "room_fits", ("音乐教室", "科学")),
    ("a class in another's room", lambda: in_room(homework("一1"), "科学教室"), "room_fits", ("一(1)", "教室1")),
    ("a lost club meeting", lambda: without(GOOD, club("足球", MON_2)), "club_meetings", ("足球",)),
    ("one pupil too many", lambda: pupils(club("合唱", MON_2), 一1=6), "club_meetings", ("合唱·1",)),
    ("a double period torn apart", lambda: moved(club("科学", THU_2), FRI_2), "club_meetings", ("科学",)),
    ("a class left out of the gathering", lambda: pupils(club("大合唱", TUE_2), 一2=0), "club_meetings", ("一(2)",)),
    ("a pupil without a place", lambda: pupils(club("合唱", WED_2, 2), 二2=4), "places_enough", ("二(2)",)),
    ("more than enrolled", lambda: pupils(club("足球", MON_2), 二1=11), "places_enough", ("足球", "二(1)")),
    ("an activity without its content", lambda: free("二1"), "activity_quota", ("二(1)", "安全教育")),
    ("one walking slot too many", lambda: moved(club("足球", WED_2), TUE_2), "walking_slots", ("全校",)),
    ("an instructor alone", lambda: led_by(club("篮球", THU_1), "孙教练"), "accompanied", ("孙教练", "篮球")),
    ("a slot without patrol", patrolled_by, "patrol", ()),
    ("patrol by no leader", lambda: patrolled_by("冯老师"), "patrol", ("冯老师",)),
    ("too many pupils for an adult", lambda: pupils(club("科学", THU_2), 一1=11), "adult_ratio", ("科学",)),
    ("another tutor than pinned", lambda: tutored_by(homework("二1"), "王4"), "pinned_sessions", ("二(1)", "王3")),
    ("a change of leader", lambda: led_by(club("合唱", WED_2), "李4"), "club_keeps_leader", ("合唱·1", "李4")),
    ("a change of room", lambda: in_room(club("合唱", WED_2), "舞蹈房"), "club_keeps_room", ("合唱·1", "舞蹈房")),
]  # fmt: skip


def test_the_timetable_is_valid_before() -> None:
    assert timetable_issues(SCHOOL, GOOD) == ()
    assert audit(SCHOOL, GOOD).clean


@pytest.mark.parametrize(("alter", "rule", "culprits"), [a[1:] for a in ALTERATIONS], ids=[a[0] for a in ALTERATIONS])
def test_alteration_is_caught_and_the_culprit_named(
    alter: Callable[[], Timetable], rule: str, culprits: tuple[str, ...]
) -> None:
    altered = alter()
    assert timetable_issues(SCHOOL, altered) == ()
    verdict = audit(SCHOOL, altered)
    assert not verdict.clean
    texts = [v.text for v in verdict.broken if v.rule == rule]
    assert any(all(name in text.zh and name in text.en for name in culprits) for text in texts), texts


def test_patrol_sentence_names_the_slot() -> None:
    # Nobody is the culprit where nobody is: the sentence names the slot.
    verdict = audit(SCHOOL, patrolled_by())
    (found,) = (v for v in verdict.broken if v.rule == "patrol")
    assert "周一第1节" in found.text.zh
    assert "Mon period 1" in found.text.en


def test_every_requirement_is_altered_at_least_once() -> None:
    assert {a[2] for a in ALTERATIONS} == {rule.key for rule in RULES if rule.strength is Strength.MUST}
    assert len(ALTERATIONS) >= 20
