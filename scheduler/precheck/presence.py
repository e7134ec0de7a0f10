"""Who can be there at all, and when: availability, papers, limits.

Each fact errs on the generous side: it may allow what the rules forbid for another reason, never the reverse.
"""

from collections.abc import Iterable

from models import Credential, Instructor, Person, Problem, SchoolClass, Slot, SlotKind, Strength, Teacher
from models.checks.serving import may_tutor


class Presence:
    """Look-ups over the people of one problem; the answers are kept."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._free = {slot: self._find_free(slot) for slot in problem.slots}
        self._free_ids = {slot: {p.id for p in people} for slot, people in self._free.items()}
        self._tutors = {
            (c.id, subject): tuple(t for t in problem.teachers if may_tutor(quota, c, t))
            for c in problem.classes
            for subject, quota in problem.quotas[c.id].items()
        }

    def slots(self, week: int) -> tuple[Slot, ...]:
        """The open slots of one week of the cycle."""
        return tuple(s for s in self.problem.slots if s.week == week)

    def slots_of(self, c: SchoolClass, kind: SlotKind, week: int) -> tuple[Slot, ...]:
        """The class's slots of this kind in one week."""
        return tuple(s for s in self.slots(week) if self.problem.week.kind(s, c.grade) is kind)

    def stays_the_same(self, rule: str) -> bool:
        """Whether `club_keeps_leader` or `club_keeps_room` must hold, as it does unless the school says otherwise."""
        found = [s.strength for s in self.problem.settings.rules if s.rule == rule and s.strength is not None]
        return not found or found[-1] is Strength.MUST

    def covers_term(self, paper: Credential) -> bool:
        """Whether a dated paper covers the whole term, as far as the dates are known."""
        term = self.problem.term
        return not (paper.valid_from and term.first_day and paper.valid_from > term.first_day) and not (
            paper.valid_until and term.last_day and paper.valid_until < term.last_day
        )

    def papers_hold(self, person: Person) -> bool:
        """Whether all papers of the person cover the term; teachers need none."""
        return not isinstance(person, Instructor) or all(map(self.covers_term, person.credentials))

    def comes(self, person: Person, slot: Slot) -> bool:
        """Whether the person could be there in the slot, papers aside."""
        if slot in person.unavailable:
            return False
        if not isinstance(person, Instructor):
            return True
        return person.weeks.includes(slot.week) and (not person.visits_only or slot in person.visits_only)

    def free(self, slot: Slot) -> tuple[Person, ...]:
        """Everybody who may have a duty in the slot."""
        return self._free.get(slot, ())

    def is_free(self, person: Person, slot: Slot) -> bool:
        """Whether the person may have a duty in the slot."""
        return person.id in self._free_ids.get(slot, ())

    def _find_free(self, slot: Slot) -> tuple[Person, ...]:
        return tuple(
            p
            for p in self.problem.people
            if p.weekly_most and p.daily_most and self.papers_hold(p) and self.comes(p, slot)
        )

    def free_teachers(self, slot: Slot) -> tuple[Teacher, ...]:
        """The school's own teachers who may have a duty in the slot."""
        return tuple(p for p in self.free(slot) if isinstance(p, Teacher))

    def free_leaders(self, slot: Slot) -> tuple[Teacher, ...]:
        """Those of them who may be on patrol."""
        return tuple(t for t in self.free_teachers(slot) if t.leader)

    def most(self, person: Person, slots: Iterable[Slot]) -> int:
        """Most duties a week that the person can have in these slots of one week."""
        days: dict[int, int] = {}
        for slot in slots:
            if self.is_free(person, slot):
                days[slot.day] = min(person.daily_most, days.get(slot.day, 0) + 1)
        return min(person.weekly_most, sum(days.values()))

    def tutors(self, c: SchoolClass, subject: str) -> tuple[Teacher, ...]:
        """Who may tutor the class in the subject, for which it has a quota."""
        return self._tutors[c.id, subject]
