"""Homework: which class does which subject in which slot, and who tutors it.

Who teaches the class the subject is decided by name. Others who may tutor it (visiting tutors) are counted in pools
of equal price: a class is visited in a slot, as many people visit, and `scheduler.visiting` pairs them afterwards. That
loses nothing but the identity of a visitor who comes twice: where this mattered, the pair of class and subject is
`split`, all its tutors are decided by name, and the model is solved again (docs/solver.md).
"""

from collections import defaultdict

from ortools.sat.python.cp_model import IntVar

from models import HomeworkQuota, SchoolClass, Slot, Teacher
from models.noun import ClassId, PersonId, Subject
from scheduler.scope import Pool
from scheduler.variables.frame import Frame, Linear


class Homework(Frame):
    """A class has at most one homework session in a slot, and that has exactly one tutor."""

    def declare_homework(self) -> None:
        """Tutoring per class, subject, person and slot; visits; and who tutors a class in a subject at all."""
        self._tutoring: dict[tuple[ClassId, Subject, PersonId, Slot], IntVar] = {}
        self._tutors: dict[tuple[ClassId, Subject], dict[PersonId, IntVar]] = {}
        self._subject: dict[tuple[ClassId, Subject, Slot], IntVar] = {}
        self._visited: dict[tuple[ClassId, Subject, Pool, Slot], IntVar] = {}
        self._visited_ever: dict[tuple[ClassId, Subject, Pool], IntVar] = {}
        self._visitors: dict[Pool, IntVar] = {}
        self._visits: dict[tuple[PersonId, Pool, Slot], IntVar] = {}
        self._tutored_by: defaultdict[tuple[PersonId, Slot], list[IntVar]] = defaultdict(list)
        self.pools: defaultdict[Pool, list[tuple[ClassId, Subject]]] = defaultdict(list)
        for c in self.problem.classes:
            subjects = self.problem.quotas[c.id]
            for slot in self.homework_slots(c):
                for subject in subjects:
                    self._subject[c.id, subject, slot] = self.bool("homework", c.id, subject, slot)
                self.model.add_at_most_one(self._subject[c.id, subject, slot] for subject in subjects)
            for quota in subjects.values():
                self._declare_quota(c, quota)
        for pool in self.pools:
            self._declare_visits(pool)

    def _declare_quota(self, c: SchoolClass, quota: HomeworkQuota) -> None:
        subject = quota.subject
        named = self.scope.named_tutors(c, quota)
        pools = self.scope.visiting_pools(c, quota)
        for pool in pools:
            self.pools[pool].append((c.id, subject))
        for slot in self.homework_slots(c):
            at_hand = []
            for person in named:
                if self.scope.can_come(person, slot):
                    literal = self.bool("tutoring", c.id, subject, person.id, slot)
                    self._tutoring[c.id, subject, person.id, slot] = literal
                    self._tutored_by[person.id, slot].append(literal)
                    at_hand.append(literal)
            for pool in pools:
                literal = self._visited[c.id, subject, pool, slot] = self.bool(
                    "visited", c.id, subject, *pool.key, slot
                )
                at_hand.append(literal)
            self.model.add(self.sum(at_hand) == self._subject[c.id, subject, slot])
        self._declare_tutors(c, quota, named)

    def _declare_tutors(self, c: SchoolClass, quota: HomeworkQuota, named: tuple[Teacher, ...]) -> None:
        found = self._tutors[c.id, quota.subject] = {}
        for person in named:
            named_keys = ((c.id, quota.subject, person.id, s) for s in self.homework_slots(c))
            literals = [self._tutoring[key] for key in named_keys if key in self._tutoring]
            if literals:
                found[person.id] = self._ever(literals, quota, "tutors", c.id, quota.subject, person.id)
        for pool in self.scope.visiting_pools(c, quota):
            keys = ((c.id, quota.subject, pool, s) for s in self.homework_slots(c))
            if visits := [self._visited[key] for key in keys if key in self._visited]:
                ever = self._ever(visits, quota, "visited_ever", c.id, quota.subject, *pool.key)
                self._visited_ever[c.id, quota.subject, pool] = ever

    def _ever(self, literals: list[IntVar], quota: HomeworkQuota, *name: object) -> IntVar:
        found = self.any_of(literals, *name)
        if self.scope.all_rules_hold:  # implied by `homework_quota`; lifts the linear bound
            most = quota.times if quota.per_cycle else quota.times * self.problem.week.cycle
            self.model.add(self.sum(literals) <= min(most, len(literals)) * found)
        return found

    def _declare_visits(self, pool: Pool) -> None:
        for slot in self.problem.slots:
            visited = [v for pair in self.pools[pool] if (v := self._visited.get((*pair, pool, slot))) is not None]
            visits = []
            for person in pool.people if visited else ():
                if self.scope.can_come(person, slot):
                    literal = self._visits[person.id, pool, slot] = self.bool("visits", person.id, *pool.key, slot)
                    self._tutored_by[person.id, slot].append(literal)
                    visits.append(literal)
            if visited:
                self.model.add(self.sum(visited) == self.sum(visits))
        self._declare_visitors(pool)

    def _declare_visitors(self, pool: Pool) -> None:
        """How many pairs of a visitor and a visited class there are, at least: each class that is visited has one,
        and each person who visits is in one."""
        classes = [v for pair in self.pools[pool] if (v := self._visited_ever.get((*pair, pool))) is not None]
        people = []
        for person in pool.people:
            keys = ((person.id, pool, s) for s in self.problem.slots)
            if visits := [self._visits[key] for key in keys if key in self._visits]:
                people.append(self.any_of(visits, "visits_ever", person.id, *pool.key))
        if classes:
            count = self._visitors[pool] = self.model.new_int_var(0, 1000, "/".join(("visitors", *pool.key)))
            self.model.add(count >= self.sum(classes))
            self.model.add(count >= self.sum(people))

    def homework(self, school_class: ClassId, subject: Subject, slot: Slot) -> Linear:
        """Whether the class does this subject in the slot."""
        return self._subject.get((school_class, subject, slot), 0)

    def does_homework(self, school_class: ClassId, slot: Slot) -> Linear:
        """Homework sessions of the class in the slot."""
        return self.sum(self.homework(school_class, subject, slot) for subject in self.problem.quotas[school_class])

    def tutoring(self, school_class: ClassId, subject: Subject, person: PersonId, slot: Slot) -> Linear:
        """Whether the person, known by name, tutors the class in this subject in the slot."""
        return self._tutoring.get((school_class, subject, person, slot), 0)

    def tutors(self, school_class: ClassId, subject: Subject) -> dict[PersonId, IntVar]:
        """Person → whether he or she ever tutors the class in the subject; those who are decided by name."""
        return self._tutors.get((school_class, subject), {})

    def visiting_pools(self, school_class: ClassId, subject: Subject) -> tuple[Pool, ...]:
        """The pools whose people may visit the class in the subject."""
        quota = self.problem.quotas[school_class][subject]
        return self.scope.visiting_pools(self.problem.class_by_id[school_class], quota)

    def visited(self, school_class: ClassId, subject: Subject, pool: Pool, slot: Slot) -> Linear:
        """Whether somebody of the pool visits the class."""
        return self._visited.get((school_class, subject, pool, slot), 0)

    def visited_ever(self, school_class: ClassId, subject: Subject) -> Linear:
        """From how many pools the class is ever visited in the subject."""
        pools = self.visiting_pools(school_class, subject)
        return self.sum(self._visited_ever.get((school_class, subject, pool), 0) for pool in pools)

    def visitors(self) -> Linear:
        """Pairs of a visitor and a class with subject, at least so many; exact unless visitors change places."""
        return self.sum(self._visitors.values())

    @property
    def visiting_decisions(self) -> list[IntVar]:
        """Everything that says that somebody visits."""
        return [*self._visited.values(), *self._visits.values()]

    def visits(self, person: PersonId, pool: Pool, slot: Slot) -> Linear:
        """Whether the person visits some class of the pool in the slot."""
        return self._visits.get((person, pool, slot), 0)
