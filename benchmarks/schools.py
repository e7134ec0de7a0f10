"""Seeded schools of any size, built around a hidden timetable, so that they have one by construction."""

from collections import Counter
from random import Random
from typing import Literal

from benchmarks.diary import Diary, begun, quotas
from benchmarks.figures import (
    BANDS,
    CLOSED_SHARE,
    DAYS,
    GRADES,
    HOME_ROOM,
    LARGE_CLUB,
    grade_id,
    patrols_at_once,
)
from benchmarks.impossible import impossible
from benchmarks.meetings import meetings
from benchmarks.offering import Offered, Rooms, offered
from benchmarks.people import TERM, instructors, teachers
from benchmarks.staff import Staff, staff_of
from models import (
    Band,
    ClassActivity,
    Club,
    CrossClassClub,
    Grade,
    HomeworkQuota,
    LeaderFrom,
    MayServe,
    Patrol,
    Period,
    Pin,
    Problem,
    Room,
    SessionKind,
    Settings,
    Slot,
    SlotKind,
    SlotKindSetting,
    SubjectInfo,
    Timetable,
    Week,
    WholeSchoolClub,
    fingerprint,
)

Kind = Literal["usual", "tight", "impossible"]
LOOSE_RATIO = 60  # pupils to an adult, where it is asked for


def school(classes: int, seed: int, kind: Kind) -> Problem:
    """The same arguments give the same school. From 6 to 120 classes, else ValueError."""
    if kind == "impossible":
        return impossible(school(classes, seed, "tight"), seed)
    return planted(classes, seed, kind)[0]


def planted(classes: int, seed: int, kind: Literal["usual", "tight"]) -> tuple[Problem, Timetable]:
    """A school, and the timetable around which it was built."""
    if not 6 <= classes <= 120:  # one class of each grade; and one playground holds all pupils
        raise ValueError("a school has from six to 120 classes")
    rng = Random(f"{classes}/{seed}")
    staff = staff_of(classes, rng)
    diary = begun(staff, rng)
    rooms = Rooms(staff)
    groups = offered(staff, diary, rooms, kind, rng)
    problem = Problem(
        school=f"测试小学{classes}班{seed}号",
        term=TERM,
        week=_week(),
        subjects=(*(SubjectInfo(id=s) for s in dict.fromkeys(staff.subject_of.values())), _reading()),
        grades=tuple(Grade(id=grade_id(n), number=n) for n in range(1, len(GRADES) + 1)),
        classes=staff.classes,
        bands=tuple(
            Band(id=name, name=name, grades=tuple(map(grade_id, numbers)), walking_least=2, walking_most=2)
            for name, numbers in BANDS
        ),
        teachers=teachers(staff, diary, groups, kind, rng),
        instructors=instructors(groups, rng),
        rooms=_rooms(staff, rooms, kind, rng),
        homework=_homework(staff),
        clubs=(*_clubs(groups), *_everybodys_clubs()),
        pins=_pins(diary, classes),
        settings=Settings(
            patrol=Patrol(at_least=patrols_at_once(classes), spread=2),
            pupils_per_adult=LOOSE_RATIO if seed % 3 == 0 else None,
        ),
    )
    sessions = (*diary.sessions, *meetings(staff, groups))
    made_from = fingerprint(problem)
    return problem, Timetable(school=problem.school, term=TERM.name, fingerprint=made_from, sessions=sessions)


def _week() -> Week:
    kinds = {1: SlotKind.HOMEWORK, 2: SlotKind.CLUB}
    return Week(
        periods=(Period(number=1), Period(number=2)),
        kinds=tuple(SlotKindSetting(day=d, period=p, kind=k) for d in DAYS for p, k in kinds.items()),
    )


def _reading() -> SubjectInfo:
    return SubjectInfo(id="趣味阅读", written=False)


def _homework(staff: Staff) -> tuple[HomeworkQuota, ...]:
    """The subject's teachers and the class's own may tutor, as most schools do."""
    wanted = {(c.grade, subject): times for c in staff.classes for subject, times in quotas(c).items()}
    return tuple(
        HomeworkQuota(subject=subject, times=times, grades=(grade,), who=MayServe.OWN)
        for (grade, subject), times in wanted.items()
    )


def _clubs(groups: list[Offered]) -> list[Club]:
    return [
        CrossClassClub(
            id=g.club,
            name=g.club,
            meetings=len(g.slots),
            skills=(g.offer[0],),
            leader_from=LeaderFrom.OUTSIDE if g.accompanying else LeaderFrom.INSIDE,
            preferred_leaders=(g.leader,) if number % 8 == 0 else (),
            features=(g.offer[1],) if g.offer[1] else (),
            grades=g.grades,
            least=round(0.4 * g.most),
            most=g.most,
            groups=g.groups,
        )
        for number, g in enumerate(groups)
        if g.group == 1
    ]


def _everybodys_clubs() -> tuple[Club, ...]:
    everybody = tuple(grade_id(n) for n in range(1, len(GRADES) + 1))
    return (
        WholeSchoolClub(
            id=LARGE_CLUB,
            name=LARGE_CLUB,
            skills=(LARGE_CLUB,),
            leaders=2,
            features=("操场",),
            grades=everybody,
            adult_per_class=True,
        ),
        ClassActivity(id="安全教育", name="安全教育", grades=everybody),
    )


def _rooms(staff: Staff, rooms: Rooms, kind: str, rng: Random) -> tuple[Room, ...]:
    """Home rooms, the playground, and the function rooms; "usual" has one ordinary room and one place outside more."""
    parts = max(rooms.playground.values(), default=1)
    if kind == "usual":
        parts += 1
        rooms.build("室内")
    slots = [Slot(day, 2) for day in DAYS]
    idle = [(room, slot) for room in rooms.feature_of for slot in slots if slot not in rooms.taken[room]]
    closed = rng.sample(idle, min(len(idle), round(CLOSED_SHARE * len(slots) * len(rooms.feature_of))))
    if kind == "tight":  # in the busiest slot all but one in twenty of the function rooms that are open are taken
        busiest = max(slots, key=lambda s: sum(s in rooms.taken[r] for r in rooms.feature_of))
        unused = [r for r, s in idle if s == busiest]
        spare = round((len(rooms.feature_of) - len(unused)) / 0.95) - (len(rooms.feature_of) - len(unused))
        closed = list(dict.fromkeys([*closed, *((r, busiest) for r in unused[spare:])]))
    pupils = sum(c.pupils for c in staff.classes)
    return (
        *(Room(id=f"{c.id}教室", features=("教室",), capacity=HOME_ROOM) for c in staff.classes),
        Room(id="操场", features=("操场",), capacity=pupils, groups_at_once=min(20, parts)),
        *(
            Room(
                id=room,
                features=(feature,),
                capacity=HOME_ROOM,
                closed=tuple(sorted(slot for which, slot in closed if which == room)),
            )
            for room, feature in rooms.feature_of.items()
        ),
    )


def _pins(diary: Diary, classes: int) -> tuple[Pin, ...]:
    homework = [s for s in diary.sessions if s.kind is SessionKind.HOMEWORK]
    return tuple(
        Pin(slot=s.slot, school_class=s.school_class, subject=s.subject, by="教务处", reason="与白天的课相衔接")
        for s in homework[: classes // 20 + 1]
    )


def use(problem: Problem, timetable: Timetable) -> dict[str, float]:
    """How much of the capacity a timetable uses: of the teachers' weekly most, and of the function rooms that are
    open in the club slot in which most are used."""
    duties = sum(len(sessions) for person, sessions in timetable.of_person.items() if person.startswith("教师"))
    function = {r.id: r for r in problem.rooms if "教室" not in r.features and "操场" not in r.features}
    taken = Counter(s.slot for s in timetable.sessions if s.room in function)
    busiest = max(taken, key=lambda slot: taken[slot])
    places = sum(busiest not in room.closed for room in function.values())
    return {
        "teachers": duties / sum(t.weekly_most for t in problem.teachers),
        "rooms": taken[busiest] / places,
    }
