"""The teachers and instructors of a benchmark school, around what they do in its hidden timetable."""

from collections import defaultdict
from datetime import date
from random import Random

from benchmarks.diary import Diary
from benchmarks.figures import DAYS, LARGE_CLUB, OFFERS, UNAVAILABLE_SHARE
from benchmarks.offering import Offered
from benchmarks.staff import Staff
from models import Credential, Instructor, SessionKind, Slot, SlotWish, Teacher, Term, Wish

TERM = Term(name="2026–2027学年第二学期", first_day=date(2027, 3, 1), last_day=date(2027, 7, 2))
TIGHT_USE = 0.95  # of the teachers' weekly capacity
USUAL_MOST = 6  # sessions a week


def teachers(staff: Staff, diary: Diary, groups: list[Offered], kind: str, rng: Random) -> tuple[Teacher, ...]:
    """All teachers; "tight" leaves each little more than the hidden timetable needs."""
    skills = _skills(staff, diary, groups, rng)
    unavailable = _unavailable(staff, diary, rng)
    wishes = _wishes(staff, rng)
    loads = {person: diary.load(person) for person in staff.subject_of}
    most = {person: max(USUAL_MOST, load + 1) for person, load in loads.items()}
    if kind == "tight":
        spare = int(sum(loads.values()) / TIGHT_USE) - sum(loads.values())
        lucky = set(rng.sample(list(loads), min(spare, len(loads))))
        most = {person: load + (person in lucky) for person, load in loads.items()}
    return tuple(
        Teacher(
            id=person,
            name=person,
            subjects=(subject,),
            skills=tuple(skills[person]),
            unavailable=tuple(unavailable[person]),
            wishes=tuple(wishes[person]),
            weekly_least=min(3, loads[person]),
            weekly_most=most[person],
            daily_most=2,
            leader=person in staff.leaders,
        )
        for person, subject in staff.subject_of.items()
    )


def instructors(groups: list[Offered], rng: Random) -> tuple[Instructor, ...]:
    """Those who lead a club, every other one only on agreed days; and one whose contract ends too early."""
    visits: defaultdict[str, set[Slot]] = defaultdict(set)
    skill: dict[str, str] = {}
    for group in groups:
        if group.accompanying:
            visits[group.leader].update(group.slots)
            skill[group.leader] = group.offer[0]
    found = []
    for number, (person, slots) in enumerate(visits.items()):
        others = [s for s in (Slot(day, 2) for day in DAYS) if s not in slots]
        agreed = sorted({*slots, *rng.sample(others, min(2, len(others)))}) if number % 2 else ()
        found.append(_instructor(person, skill[person], rng.choice((80, 100, 120, 150, 200)), tuple(agreed), 2027))
    if found:
        found.append(_instructor(f"外聘{len(found) + 1:02}", found[0].skills[0], 50, (), 2026))
    return tuple(found)


def _instructor(person: str, skill: str, fee: int, visits: tuple[Slot, ...], year: int) -> Instructor:
    return Instructor(
        id=person,
        name=person,
        skills=(skill,),
        institution="县青少年活动中心",
        fee=fee,
        weekly_most=4,
        visits_only=visits,
        credentials=(
            Credential(name="教师资格证"),
            Credential(name="合同", valid_from=date(2026, 9, 1), valid_until=date(year, 12, 31)),
        ),
    )


def _skills(staff: Staff, diary: Diary, groups: list[Offered], rng: Random) -> dict[str, dict[str, None]]:
    """What each leads, and some of what colleagues of the subject lead."""
    found: dict[str, dict[str, None]] = {person: {} for person in staff.subject_of}
    for group in groups:
        if not group.accompanying:
            found[group.leader][group.offer[0]] = None
    for person, subject in staff.subject_of.items():
        for skill, _ in OFFERS[subject]:
            if rng.random() < (0.15 if subject in ("语文", "数学") else 0.5):
                found[person][skill] = None
        if subject == "音乐":
            found[person][LARGE_CLUB] = None
    for session in diary.sessions:
        if session.kind is SessionKind.WHOLE_SCHOOL:
            for duty in session.duties[:2]:
                found[duty.person][LARGE_CLUB] = None
    return found


def _unavailable(staff: Staff, diary: Diary, rng: Random) -> dict[str, list[Slot]]:
    """A part of all (teacher, slot), among those in which the hidden timetable does not need the teacher."""
    slots = [Slot(day, period) for day in DAYS for period in (1, 2)]
    idle = [(person, slot) for person in staff.subject_of for slot in slots if diary.is_free(person, slot)]
    chosen = rng.sample(idle, round(UNAVAILABLE_SHARE * len(slots) * len(staff.subject_of)))
    return {person: sorted(slot for who, slot in chosen if who == person) for person in staff.subject_of}


def _wishes(staff: Staff, rng: Random) -> dict[str, list[SlotWish]]:
    slots = [Slot(day, period) for day in DAYS for period in (1, 2)]
    kinds = (Wish.STRONGLY_UNWISHED, Wish.UNWISHED, Wish.UNWISHED, Wish.WISHED, Wish.STRONGLY_WISHED)
    return {
        person: [SlotWish(slot=slot, wish=rng.choice(kinds)) for slot in rng.sample(slots, rng.choice((0, 0, 0, 1, 2)))]
        for person in staff.subject_of
    }
