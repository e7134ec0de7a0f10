"""Who is busy when in the timetable that is hidden in a benchmark school: everything but the clubs across classes."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random

from benchmarks.colouring import coloured
from benchmarks.figures import BANDS, DAYS, LARGE_CLUB, grade_id, patrols_at_once
from benchmarks.staff import Staff
from models import Duty, Role, SchoolClass, Session, SessionKind, Slot


@dataclass
class Diary:
    """The hidden sessions, and who is taken when."""

    large_day: int
    walking: tuple[tuple[int, int], ...]  # the two days of each band
    sessions: list[Session] = field(default_factory=list)
    busy: defaultdict[str, set[Slot]] = field(default_factory=lambda: defaultdict(set))

    def take(self, person: str, *slots: Slot) -> None:
        """The person serves in these slots."""
        assert not self.busy[person].intersection(slots)
        self.busy[person].update(slots)

    def load(self, person: str) -> int:
        """Sessions a week."""
        return len(self.busy[person])

    def is_free(self, person: str, *slots: Slot) -> bool:
        """Whether the person has nothing to do in any of the slots."""
        return self.busy[person].isdisjoint(slots)


def begun(staff: Staff, rng: Random) -> Diary:
    """Homework, patrols, the whole-school club and class activities."""
    large, a, b, c, d = rng.sample(DAYS, 5)
    diary = Diary(large, ((a, b), (c, d), (a, c)))
    _homework(staff, diary, rng)
    _patrols(staff, diary, rng)
    _large_club(staff, diary, rng)
    _activities(staff, diary)
    return diary


def band_of(school_class: SchoolClass) -> int:
    """Number of the class's band."""
    return next(i for i, (_, grades) in enumerate(BANDS) if school_class.grade in map(grade_id, grades))


def quotas(school_class: SchoolClass) -> dict[str, int]:
    """Subject → homework sessions a week: five in all."""
    last = "趣味阅读" if band_of(school_class) == 0 else "英语"
    return {"语文": 2, "数学": 2, last: 1}


def _homework(staff: Staff, diary: Diary, rng: Random) -> None:
    wanted: list[tuple[SchoolClass, str, str]] = []
    for c in staff.classes:
        for subject, times in quotas(c).items():
            tutor = c.teachers.get(subject, c.teachers["语文"])[0]
            wanted += [(c, subject, tutor)] * times
    rng.shuffle(wanted)
    days = coloured([(c.id, tutor) for c, _, tutor in wanted], len(DAYS))
    for (c, subject, tutor), day in zip(wanted, days, strict=True):
        slot = Slot(DAYS[day], 1)
        diary.take(tutor, slot)
        diary.sessions.append(
            Session(
                slot=slot,
                kind=SessionKind.HOMEWORK,
                school_class=c.id,
                subject=subject,
                duties=(Duty(person=tutor, role=Role.TUTOR),),
                room=c.home_room,
                pupils={c.id: c.pupils},
            )
        )


def _patrols(staff: Staff, diary: Diary, rng: Random) -> None:
    turns = Counter(dict.fromkeys(staff.leaders, 0))
    for slot in (Slot(day, period) for day in DAYS for period in (1, 2)):
        chosen = sorted(staff.leaders, key=lambda p: (turns[p], rng.random()))[: patrols_at_once(len(staff.classes))]
        turns.update(chosen)
        for person in chosen:
            diary.take(person, slot)
        duties = tuple(Duty(person=p, role=Role.PATROL) for p in chosen)
        diary.sessions.append(Session(slot=slot, kind=SessionKind.PATROL, duties=duties))


def _large_club(staff: Staff, diary: Diary, rng: Random) -> None:
    slot = Slot(diary.large_day, 2)
    free = [p for p in staff.others if diary.is_free(p, slot)]
    leaders = sorted(free, key=lambda p: (diary.load(p), rng.random()))[:2]
    beside = [c.teachers["语文"][0] for c in staff.classes]
    for person in (*leaders, *beside):
        diary.take(person, slot)
    diary.sessions.append(
        Session(
            slot=slot,
            kind=SessionKind.WHOLE_SCHOOL,
            club=LARGE_CLUB,
            duties=(
                *(Duty(person=p, role=Role.LEADER) for p in leaders),
                *(Duty(person=p, role=Role.ACCOMPANYING) for p in beside),
            ),
            room="操场",
            pupils={c.id: c.pupils for c in staff.classes},
        )
    )


def _activities(staff: Staff, diary: Diary) -> None:
    for c in staff.classes:
        days = [day for day in DAYS if day != diary.large_day and day not in diary.walking[band_of(c)]]
        for day, club in zip(days, ("安全教育", None), strict=True):
            head = c.teachers["语文"][0]
            slot = Slot(day, 2)
            diary.take(head, slot)
            diary.sessions.append(
                Session(
                    slot=slot,
                    kind=SessionKind.CLASS_ACTIVITY,
                    school_class=c.id,
                    club=club,
                    duties=(Duty(person=head, role=Role.LEADER),),
                    room=c.home_room,
                    pupils={c.id: c.pupils},
                )
            )
