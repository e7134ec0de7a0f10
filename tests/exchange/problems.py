"""Random problems that fill every field of every model, however little sense they make: for round trips."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, TypeVar

from hypothesis import strategies as st

from exchange.spelling import fold
from models import (
    Band,
    ClassActivity,
    Credential,
    CrossClassClub,
    Day,
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
    RuleCard,
    RuleSetting,
    SchoolClass,
    Settings,
    Slot,
    SlotKind,
    SlotKindSetting,
    SlotWish,
    Strength,
    SubjectInfo,
    Teacher,
    Term,
    Text,
    Week,
    WholeSchoolClub,
    Wish,
)

T = TypeVar("T")
CARDS = tuple(
    RuleCard(
        key=key,
        title=Text(f"规则{key}", f"rule {key}"),
        sentence=Text("要这样。", "Do so."),
        strength=Strength.PREFER,
        weight=3,
        choices=(Strength.MUST, Strength.PREFER, Strength.OFF),
    )
    for key in ("own_teacher", "fair_load", "slot_wishes")
)
# Separators, quotes, brackets, signs that spreadsheets act on, words that our own lists use.
_PIECES = ["至", "无", " ", *'甲乙丙Ab7、，;"(）=+@-/·']
_NAMES = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map(lambda p: "".join(p).strip()).filter(bool)
_WORDS = st.text(st.sampled_from("安全教育与阅读 a1。\n"), max_size=20).map(str.strip)
_DATES = st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31))
_TIMES = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
_PERIODS = [st.builds(Period, number=st.just(n), start=_TIMES, end=_TIMES) for n in (2, 1, 3)]
_GRADES = ("一年级", "二年级", "三年级", "四年级", "七年级", "学前班")
_CLASSES = ("一1", "一2", "二1", "二10", "三3", "七2", "启航班", "初三4")


def _some(items: Sequence[T], most: int = 4, least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of the items, in any order, as a tuple."""
    size = st.integers(least, min(most, len(items)))
    return st.tuples(st.permutations(items), size).map(lambda drawn: tuple(drawn[0][: drawn[1]]))


def _names(count: int) -> st.SearchStrategy[list[str]]:
    return st.lists(_NAMES, min_size=1, max_size=count, unique_by=fold)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A problem with names of every kind; its references all exist."""
    cycle = draw(st.integers(1, 2))
    grades = draw(_some(_GRADES, 6, least=1))
    classes = draw(_some(_CLASSES, 8, least=1))
    names = draw(st.lists(_NAMES, min_size=16, max_size=16, unique_by=fold))
    teachers, instructors, rooms, clubs = names[0:4], names[4:7], names[7:11], names[11:16]
    people = teachers + instructors
    subjects, skills, features = draw(_names(4)), draw(_names(4)), draw(_names(3))
    open_slots = [Slot(d, p, w) for w in range(1, cycle + 1) for d in (1, 2, 5) for p in (1, 2)]
    other_slots = [Slot(d, p, w) for w in range(1, cycle + 1) for d in (3, 6) for p in (1, 3)]
    slots = st.one_of(
        st.just(()), _some(open_slots + other_slots, 8), st.just(tuple(open_slots)), st.just(tuple(open_slots[:2]))
    )
    parity = st.sampled_from(list(Parity))

    def person(name: str, **more: Any) -> dict[str, Any]:
        return dict(
            id=name + draw(st.sampled_from(["", "", "（编号）"])),
            name=name,
            skills=draw(_some(skills)),
            unavailable=draw(slots),
            wishes=tuple(SlotWish(slot=s, wish=w) for w in draw(_some(list(Wish))) for s in draw(slots)),
            weekly_least=draw(st.integers(0, 30)),
            weekly_most=draw(st.integers(0, 30)),
            daily_most=draw(st.integers(0, 9)),
            **more,
        )

    def paper() -> Credential:
        name = draw(st.sampled_from(["教师资格证", "无犯罪记录证明", "合同"]) | _NAMES)
        return Credential(name=name, valid_from=draw(_DATES), valid_until=draw(_DATES))

    made_teachers = [
        Teacher(
            **person(name, subjects=draw(_some(subjects)), leader=draw(st.booleans())),
            target=draw(st.none() | st.integers(0, 30)),
            debt=draw(st.integers(-10, 10)),
        )
        for name in teachers
    ]
    made_instructors = [
        Instructor(
            **person(name, institution=draw(st.none() | _NAMES), fee=draw(st.integers(0, 10_000))),
            credentials=tuple(paper() for _ in range(draw(st.integers(0, 4)))),
            visits_only=draw(slots),
            weeks=draw(parity),
        )
        for name in instructors
    ]
    people = [p.id for p in (*made_teachers, *made_instructors)]
    teacher_ids = [t.id for t in made_teachers]

    def offered(name: str, **more: Any) -> dict[str, Any]:
        return dict(
            id=name + draw(st.sampled_from(["", "2班"])), name=name, meetings=draw(st.integers(1, 30)),
            fixed_slots=draw(_some(open_slots)), weeks=draw(parity), intro=draw(_WORDS), skills=draw(_some(skills)),
            **more,
        )  # fmt: skip

    def led(name: str, **more: Any) -> dict[str, Any]:
        return offered(
            name, leaders=draw(st.integers(1, 20)), leader_from=draw(st.sampled_from(list(LeaderFrom))),
            named_leaders=draw(_some(people)), preferred_leaders=draw(_some(people)), features=draw(_some(features)),
            named_rooms=draw(_some(rooms)), grades=draw(_some(grades, least=1)), **more,
        )  # fmt: skip

    whom = st.tuples(_some(grades), _some(classes)).filter(any)

    def activity(name: str) -> ClassActivity:
        those = draw(whom)
        return ClassActivity(
            **offered(name, grades=those[0], classes=those[1], who=draw(st.sampled_from(list(MayServe)))),
            people=draw(_some(teacher_ids)),
        )

    walking = [
        CrossClassClub(
            **led(
                name, least=draw(st.integers(0, 999)), most=draw(st.integers(1, 999)), groups=draw(st.integers(1, 20))
            ),
            periods=draw(st.integers(1, 2)),
            priority=draw(st.integers(1, 5)),
            enrolment=draw(st.dictionaries(st.sampled_from(classes), st.integers(0, 99), max_size=3)),
        )
        for name in clubs[:3]
    ]
    together = WholeSchoolClub(**led(clubs[3], adult_per_class=draw(st.booleans())))
    made_clubs = draw(st.permutations([*walking, together, activity(clubs[4])]))
    ids = [club.id for club in made_clubs]

    def quota(subject: str) -> HomeworkQuota:
        those = draw(whom)
        return HomeworkQuota(
            subject=subject, times=draw(st.integers(0, 30)), grades=those[0], classes=those[1],
            per_cycle=draw(st.booleans()), who=draw(st.sampled_from(list(MayServe))), people=draw(_some(teacher_ids)),
        )  # fmt: skip

    def setting() -> SlotKindSetting:
        return SlotKindSetting(
            day=Day(draw(st.sampled_from([1, 2, 5]))), period=draw(st.sampled_from([1, 2])),
            kind=draw(st.sampled_from(list(SlotKind))), grades=draw(_some(grades, 2)),
        )  # fmt: skip

    general = [SlotKindSetting(day=Day(d), period=p, kind=SlotKind.CLUB) for d in (1, 2, 5) for p in (1, 2)]
    special = {(s.day, s.period, s.grades): s for s in (setting() for _ in range(4)) if s.grades}
    return Problem(
        school=draw(_NAMES),
        term=Term(name=draw(_NAMES), first_day=draw(_DATES), last_day=draw(_DATES)),
        week=Week(
            periods=tuple(draw(period) for period in _PERIODS),
            kinds=tuple(draw(st.permutations([*general, *special.values()]))),
            cycle=cycle,
        ),
        subjects=tuple(SubjectInfo(id=s, written=draw(st.booleans())) for s in subjects),
        grades=tuple(Grade(id=g, number=_GRADES.index(g) + 1) for g in grades),
        classes=tuple(
            SchoolClass(
                id=c, grade=draw(st.sampled_from(grades)), pupils=draw(st.integers(1, 99)),
                class_teacher=draw(st.none() | st.sampled_from(teacher_ids)),
                home_room=draw(st.none() | st.sampled_from(rooms)),
                teachers={s: draw(_some(teacher_ids)) for s in draw(_some(subjects))},
            )
            for c in classes
        ),
        bands=tuple(
            Band(
                id=name + draw(st.sampled_from(["", "b"])), name=name, grades=draw(_some(grades, least=1)),
                walking_least=draw(st.integers(0, 30)), walking_most=draw(st.integers(0, 30)),
                participation=draw(st.sampled_from(list(Participation))), fixed_slots=draw(_some(open_slots)),
            )
            for name in draw(_names(2))
        ),
        teachers=tuple(made_teachers),
        instructors=tuple(made_instructors),
        rooms=tuple(
            Room(
                id=r, features=draw(_some(features)), capacity=draw(st.integers(1, 5000)),
                groups_at_once=draw(st.integers(1, 20)), closed=draw(slots),
            )
            for r in rooms
        ),
        homework=tuple(quota(s) for s in draw(_some(subjects))),
        clubs=tuple(made_clubs),
        pins=tuple(
            Pin(
                slot=draw(st.sampled_from(open_slots)), school_class=draw(st.none() | st.sampled_from(classes)),
                club=draw(st.none() | st.sampled_from(ids)), group=draw(st.integers(1, 20)),
                subject=draw(st.none() | st.sampled_from(subjects)), person=draw(st.none() | st.sampled_from(people)),
                room=draw(st.none() | st.sampled_from(rooms)), by=draw(_NAMES), reason=draw(_NAMES),
            )
            for _ in range(draw(st.integers(0, 3)))
        ),
        settings=Settings(
            patrol=Patrol(at_least=draw(st.integers(0, 20)), spread=draw(st.none() | st.integers(0, 30))),
            accompany_instructors=draw(st.booleans()),
            pupils_per_adult=draw(st.none() | st.integers(1, 999)),
            rules=tuple(
                RuleSetting(
                    rule=key, strength=draw(st.none() | st.sampled_from(list(Strength))),
                    weight=draw(st.none() | st.integers(0, 1000)),
                )
                for key in draw(_some([card.key for card in CARDS], 3))
            ),
        ),
    )  # fmt: skip
