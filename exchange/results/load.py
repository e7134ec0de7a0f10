"""What each person serves in a week: sessions by role, late days, wishes met, days and fee of an instructor."""

from collections import Counter
from dataclasses import dataclass

from models import Instructor, Problem, Role, SessionKind, Slot, SlotWish, Teacher, Timetable, Wish


@dataclass(frozen=True)
class Load:
    """One person's sessions in the whole cycle (one week, or an odd and an even one)."""

    person: str
    cycle: int
    tutor: int
    lead: int
    activity: int
    accompany: int
    patrol: int
    late_days: int
    days: int
    met: tuple[SlotWish, ...]
    unmet: tuple[SlotWish, ...]

    @property
    def total(self) -> int:
        """All sessions of the cycle."""
        return self.tutor + self.lead + self.activity + self.accompany + self.patrol

    @property
    def weekly(self) -> float:
        """Sessions a week, on average over the cycle."""
        return self.total / self.cycle


def load_of(problem: Problem, timetable: Timetable, person: Teacher | Instructor) -> Load:
    """Count what the person serves; every duty is one session, in any role."""
    sessions = [(s, d.role) for s in timetable.of_person.get(person.id, ()) for d in s.duties if d.person == person.id]
    # `of_person` lists a session once per duty, so a person with two roles in one session comes up four times.
    unique = {(id(s), role): (s, role) for s, role in sessions}.values()
    count: Counter[str] = Counter()
    for session, role in unique:
        activity = role is Role.LEADER and session.kind is SessionKind.CLASS_ACTIVITY
        count["activity" if activity else role.value] += 1
    busy = {s.slot for s, _ in unique}
    met: list[SlotWish] = []
    unmet: list[SlotWish] = []
    for wish in person.wishes:
        if wish.wish is not Wish.NEUTRAL:
            (met if (wish.wish > 0) == (wish.slot in busy) else unmet).append(wish)
    return Load(
        person=person.id,
        cycle=problem.week.cycle,
        tutor=count["tutor"],
        lead=count["leader"],
        activity=count["activity"],
        accompany=count["accompanying"],
        patrol=count["patrol"],
        late_days=len({(s.week, s.day) for s in busy if _late(problem, s)}),
        days=len({(s.week, s.day) for s in busy}),
        met=tuple(met),
        unmet=tuple(unmet),
    )


def _late(problem: Problem, slot: Slot) -> bool:
    return slot.day in problem.last_period and problem.is_late(slot)
