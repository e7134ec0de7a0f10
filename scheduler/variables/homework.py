"""Homework: which class does which subject in which slot, and who tutors it."""

from ortools.sat.python.cp_model import IntVar

from models import Slot
from models.noun import ClassId, PersonId, Subject
from scheduler.variables.frame import Frame, Linear


class Homework(Frame):
    """A class has at most one homework session in a slot, and that has exactly one tutor."""

    def declare_homework(self) -> None:
        """Tutoring per class, subject, person and slot; and who tutors a class in a subject at all."""
        self._tutoring: dict[tuple[ClassId, Subject, PersonId, Slot], IntVar] = {}
        self._tutors: dict[tuple[ClassId, Subject], dict[PersonId, IntVar]] = {}
        self._subject: dict[tuple[ClassId, Subject, Slot], IntVar] = {}
        self._tutored_by: dict[tuple[PersonId, Slot], list[IntVar]] = {}
        for c in self.problem.classes:
            for slot in self.homework_slots(c):
                subjects = self.problem.quotas[c.id]
                for subject in subjects:
                    self._subject[c.id, subject, slot] = self.bool("homework", c.id, subject, slot)
                self.model.add_at_most_one(self._subject[c.id, subject, slot] for subject in subjects)
            for subject, quota in self.problem.quotas[c.id].items():
                people = self.scope.tutors(c, quota)
                for slot in self.homework_slots(c):
                    at_hand = []
                    for person in people:
                        if self.scope.can_come(person, slot):
                            literal = self.bool("tutoring", c.id, subject, person.id, slot)
                            self._tutoring[c.id, subject, person.id, slot] = literal
                            self._tutored_by.setdefault((person.id, slot), []).append(literal)
                            at_hand.append(literal)
                    self.model.add(self.sum(at_hand) == self._subject[c.id, subject, slot])
                self._declare_tutors(c.id, subject, [p.id for p in people])

    def _declare_tutors(self, school_class: ClassId, subject: Subject, people: list[PersonId]) -> None:
        quota = self.problem.quotas[school_class][subject]
        most = quota.times if quota.per_cycle else quota.times * self.problem.week.cycle
        slots = self.homework_slots(self.problem.class_by_id[school_class])
        found = self._tutors[school_class, subject] = {}
        for person in people:
            keys = ((school_class, subject, person, s) for s in slots)
            literals = [self._tutoring[key] for key in keys if key in self._tutoring]
            if literals:
                found[person] = self.any_of(literals, "tutors", school_class, subject, person)
                if self.scope.all_rules_hold:  # implied by `homework_quota`; lifts the linear bound
                    self.model.add(self.sum(literals) <= min(most, len(literals)) * found[person])

    def homework(self, school_class: ClassId, subject: Subject, slot: Slot) -> Linear:
        """Whether the class does this subject in the slot."""
        return self._subject.get((school_class, subject, slot), 0)

    def does_homework(self, school_class: ClassId, slot: Slot) -> Linear:
        """Homework sessions of the class in the slot."""
        return self.sum(self.homework(school_class, subject, slot) for subject in self.problem.quotas[school_class])

    def tutoring(self, school_class: ClassId, subject: Subject, person: PersonId, slot: Slot) -> Linear:
        """Whether the person tutors the class in this subject in the slot."""
        return self._tutoring.get((school_class, subject, person, slot), 0)

    def tutors(self, school_class: ClassId, subject: Subject) -> dict[PersonId, IntVar]:
        """Person → whether he or she ever tutors the class in the subject."""
        return self._tutors.get((school_class, subject), {})
