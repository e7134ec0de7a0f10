"""Tiny random schools: one class a grade, a handful of people, every feature now and then."""

from random import Random
from typing import TypeVar

from models import (
    Band,
    ClassActivity,
    Club,
    Credential,
    CrossClassClub,
    Grade,
    HomeworkQuota,
    Instructor,
    LeaderFrom,
    MayServe,
    Parity,
    Participation,
    Patrol,
    Period,
    Pin,
    Problem,
    Room,
    SchoolClass,
    Settings,
    Slot,
    SlotKind,
    SlotKindSetting,
    SlotWish,
    SubjectInfo,
    Teacher,
    Term,
    Week,
    WholeSchoolClub,
    Wish,
)

T = TypeVar("T")

GRADES = ("一年级", "二年级")
SUBJECTS = ("语文", "数学")
SKILLS = ("棋艺", "舞蹈")


def random_school(seed: int) -> Problem:
    """One class in each of one or two grades; the same seed gives the same school."""
    rng = Random(seed)
    grades = GRADES[: rng.choice((1, 2, 2))]
    week = _week(rng)
    slots = list(week.slots)
    teachers = tuple(_teacher(rng, number, slots) for number in range(1, rng.choice((4, 5, 6))))
    ids = [t.id for t in teachers]
    classes = tuple(
        SchoolClass(
            id=f"{grade[0]}1",
            grade=grade,
            pupils=rng.randint(4, 8),
            class_teacher=rng.choice([*ids, None]),
            home_room=rng.choice([f"教室{number}", f"教室{number}", None]),
            teachers={s: (rng.choice(ids),) for s in SUBJECTS if rng.random() < 0.8},
        )
        for number, grade in enumerate(grades, start=1)
    )
    instructors = (_instructor(rng, slots),) if rng.random() < 0.6 else ()
    people = [*ids, *(i.id for i in instructors)]
    rooms = tuple(
        _room(rng, name, slots) for name in (*(f"教室{n}" for n in range(1, len(grades) + 1)), "操场", "音乐室")
    )
    clubs = _clubs(rng, grades, slots, people, [c.id for c in classes], week.cycle)
    return Problem(
        school="小小学校",
        term=Term(name="2026秋", first_day="2026-09-01", last_day="2027-01-20"),
        week=week,
        subjects=tuple(SubjectInfo(id=s) for s in SUBJECTS),
        grades=tuple(Grade(id=g, number=n) for n, g in enumerate(grades, start=1)),
        classes=classes,
        bands=tuple(_band(rng, grades, slots)),
        teachers=teachers,
        instructors=instructors,
        rooms=rooms,
        homework=tuple(_quota(rng, s, grades, ids, week.cycle) for s in SUBJECTS if rng.random() < 0.9),
        clubs=clubs,
        pins=tuple(_pin(rng, slots, classes, clubs, ids) for _ in range(rng.choice((0, 1, 2)))),
        settings=Settings(
            patrol=Patrol(at_least=rng.choice((0, 1)), spread=rng.choice((None, 0, 1))),
            accompany_instructors=rng.random() < 0.7,
            pupils_per_adult=rng.choice((None, None, 4, 6)),
        ),
    )


def _some(rng: Random, items: list[T], share: float) -> tuple[T, ...]:
    return tuple(item for item in items if rng.random() < share)


def _week(rng: Random) -> Week:
    periods = 2
    days = (1, 2) if rng.random() < 0.5 else (1, 2, 3)
    kinds = []
    for day in days:
        for period in range(1, periods + 1):
            usual = SlotKind.HOMEWORK if rng.random() < (0.8 if period == 1 else 0.2) else SlotKind.CLUB
            kinds.append(SlotKindSetting(day=day, period=period, kind=usual))
    if rng.random() < 0.3:
        kinds.append(SlotKindSetting(day=days[0], period=2, kind=SlotKind.OFF, grades=(GRADES[0],)))
    cycle = 2 if len(days) == 2 and rng.random() < 0.4 else 1
    return Week(periods=tuple(Period(number=n) for n in range(1, periods + 1)), kinds=tuple(kinds), cycle=cycle)


def _wishes(rng: Random, slots: list[Slot]) -> tuple[SlotWish, ...]:
    return tuple(SlotWish(slot=s, wish=Wish(rng.choice((-2, -1, 1, 2)))) for s in _some(rng, slots, 0.2))


def _teacher(rng: Random, number: int, slots: list[Slot]) -> Teacher:
    return Teacher(
        id=f"教师0{number}",
        name=f"教师0{number}",
        skills=_some(rng, list(SKILLS), 0.5),
        subjects=_some(rng, list(SUBJECTS), 0.6),
        leader=rng.random() < 0.5,
        unavailable=_some(rng, slots, 0.1),
        wishes=_wishes(rng, slots),
        weekly_least=rng.choice((0, 0, 1)),
        weekly_most=rng.choice((2, 4, 6)),
        daily_most=rng.choice((1, 2, 2)),
        target=rng.choice((None, 1, 3)),
        debt=(0, 1, 0, -2, 0)[(number + len(slots)) % 5],
    )


def _instructor(rng: Random, slots: list[Slot]) -> Instructor:
    return Instructor(
        id="外聘01",
        name="外聘01",
        skills=SKILLS,
        unavailable=_some(rng, slots, 0.1),
        wishes=_wishes(rng, slots),
        weekly_least=rng.choice((0, 0, 1)),
        weekly_most=rng.choice((1, 3)),
        credentials=(Credential(name="教师资格证", valid_until=rng.choice((None, "2026-12-31", "2027-07-01"))),),
        fee=rng.choice((0, 120)),
        visits_only=_some(rng, slots, 0.7) if rng.random() < 0.4 else (),
        weeks=rng.choice((Parity.EVERY, Parity.EVERY, Parity.ODD)),
    )


def _room(rng: Random, name: str, slots: list[Slot]) -> Room:
    return Room(
        id=name,
        features=("音乐",) if name == "音乐室" else (),
        capacity=rng.choice((5, 8, 20)),
        groups_at_once=2 if name == "操场" else 1,
        closed=_some(rng, slots, 0.15),
    )


def _band(rng: Random, grades: tuple[str, ...], slots: list[Slot]) -> list[Band]:
    together = [grades] if rng.random() < 0.5 else [(g,) for g in grades]
    return [
        Band(
            id=f"段{number}",
            name=f"段{number}",
            grades=members,
            walking_least=rng.choice((0, 0, 1)),
            walking_most=rng.choice((1, 2, 5)),
            participation=rng.choice((Participation.EVERYONE, Participation.EVERYONE, Participation.VOLUNTEERS)),
            fixed_slots=_some(rng, slots, 0.3) if rng.random() < 0.2 else (),
        )
        for number, members in enumerate(together, start=1)
        if rng.random() < 0.9
    ]


def _quota(rng: Random, subject: str, grades: tuple[str, ...], ids: list[str], cycle: int) -> HomeworkQuota:
    who = rng.choice((MayServe.SUBJECT, MayServe.OWN, MayServe.CLASS_TEACHER, MayServe.NAMED, MayServe.ANYBODY))
    people = _some(rng, ids, 0.5) or (ids[0],)
    per_cycle = cycle == 2 and rng.random() < 0.5
    return HomeworkQuota(
        subject=subject, times=rng.choice((0, 1, 1, 2)), grades=grades, who=who, people=people, per_cycle=per_cycle
    )


def _clubs(
    rng: Random, grades: tuple[str, ...], slots: list[Slot], people: list[str], classes: list[str], cycle: int
) -> tuple[Club, ...]:
    def weeks() -> Parity:
        return rng.choice((Parity.EVERY, Parity.EVERY, Parity.ODD)) if cycle == 2 else Parity.EVERY

    clubs: list[Club] = []
    for name in _some(rng, ["棋艺社", "舞蹈社"], 0.75):
        enrolled = rng.random() < 0.25
        clubs.append(
            CrossClassClub(
                id=name,
                name=name,
                meetings=rng.choice((1, 1, 2)),
                weeks=weeks(),
                fixed_slots=_some(rng, slots, 0.5) if rng.random() < 0.2 else (),
                skills=_some(rng, list(SKILLS), 0.5),
                leaders=rng.choice((1, 1, 2)),
                leader_from=rng.choice(list(LeaderFrom)),
                named_leaders=_some(rng, people, 0.6) if rng.random() < 0.2 else (),
                preferred_leaders=_some(rng, people, 0.5) if rng.random() < 0.4 else (),
                features=("音乐",) if rng.random() < 0.3 else (),
                named_rooms=("操场",) if rng.random() < 0.2 else (),
                grades=rng.choice((grades, grades[:1])),
                least=rng.choice((0, 1, 3)),
                most=rng.choice((5, 8, 16)),
                groups=rng.choice((1, 1, 2)),
                periods=rng.choice((1, 1, 1, 2)),
                enrolment={classes[0]: rng.randint(1, 5)} if enrolled else {},
            )
        )
    if rng.random() < 0.4:
        clubs.append(
            WholeSchoolClub(
                id="大合唱", name="大合唱", grades=grades, weeks=weeks(), adult_per_class=rng.random() < 0.4,
                leader_from=rng.choice(list(LeaderFrom)), skills=_some(rng, list(SKILLS), 0.4),
            )
        )  # fmt: skip
    if rng.random() < 0.6:
        who = rng.choice((MayServe.ANYBODY, MayServe.OWN, MayServe.CLASS_TEACHER, MayServe.NAMED, MayServe.SKILL))
        clubs.append(
            ClassActivity(
                id="绘本故事", name="绘本故事", grades=grades, who=who, people=(people[0],), skills=(SKILLS[0],),
                weeks=weeks(), fixed_slots=_some(rng, slots, 0.7) if rng.random() < 0.2 else (),
            )
        )  # fmt: skip
    return tuple(clubs)


def _pin(
    rng: Random, slots: list[Slot], classes: tuple[SchoolClass, ...], clubs: tuple[Club, ...], ids: list[str]
) -> Pin:
    led = [c for c in clubs if not isinstance(c, ClassActivity)]
    person = rng.choice([None, None, *ids])
    if led and rng.random() < 0.5:
        return Pin(slot=rng.choice(slots), club=rng.choice(led).id, person=person, by="教导处", reason="约定")
    return Pin(
        slot=rng.choice(slots),
        school_class=rng.choice(classes).id,
        subject=rng.choice((None, None, SUBJECTS[0])),
        person=person,
        room=rng.choice((None, None, "操场")),
        by="教导处",
        reason="约定",
    )
