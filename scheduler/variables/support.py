"""Patrol, and the pool: teachers who accompany, help to keep the adult ratio, or lead what anybody may lead.

No rule asks which of these duties a person of the pool has, so the model counts: as many people join the pool in a
slot as duties need one. Names are given afterwards (`scheduler.decode`), which is always possible, because every
person of the pool may take every duty in it. Only whoever has such a duty in the published timetable has a decision of
his or her own for the same one (`helps`), because it matters whether it is the same person again.
"""

from typing import Literal, NamedTuple

from ortools.sat.python.cp_model import IntVar

from models import Role, Slot
from models.noun import ClassId, PersonId
from scheduler.variables.activities import Activities
from scheduler.variables.clubs import ClubLeaders
from scheduler.variables.frame import Linear
from scheduler.variables.homework import Homework


class Helped(NamedTuple):
    """Where somebody helps: a unit that is accompanied, or a class that has one adult more."""

    what: Literal["unit", "class"]
    id: str


class Support(Homework, ClubLeaders, Activities):
    """Everything a person can be busy with comes together here."""

    def declare_support(self) -> None:
        """Patrol, accompanying teachers, extra adults, and the people who join the pool."""
        self._patrols: dict[tuple[PersonId, Slot], IntVar] = {}
        self._accompanying: dict[tuple[str, Slot], IntVar] = {}
        self._extra: dict[tuple[ClassId, Slot], IntVar] = {}
        self._joins: dict[tuple[PersonId, Slot], IntVar] = {}
        self._busy: dict[tuple[PersonId, Slot], IntVar] = {}
        self._helps: dict[tuple[Helped, Slot], dict[PersonId, IntVar]] = {}
        self._helped_by: dict[tuple[PersonId, Slot], list[IntVar]] = {}
        for teacher in self.scope.patrollers():
            for slot in self.problem.slots:
                if self.scope.can_come(teacher, slot):
                    self._patrols[teacher.id, slot] = self.bool("patrols", teacher.id, slot)
        self._declare_accompanying()
        self._declare_extra()
        for slot in self.problem.slots:
            self._declare_helpers(slot)
            self._declare_pool(slot)

    def _declare_helpers(self, slot: Slot) -> None:
        """Whoever helps at the same session of the published timetable."""
        units = {(u.club.id, u.number): u for u in self.units}
        teachers = {t.id: t for t in self.problem.teachers}
        for session in self.published_at(slot):
            unit = units.get((session.club or "", session.group)) if session.school_class is None else None
            of = (
                Helped("class", session.school_class)
                if session.school_class
                else Helped("unit", unit.id if unit else "")
            )
            count = self.helpers(of, slot)
            for person in dict.fromkeys(session.people(Role.ACCOMPANYING)):
                here = self._helps.setdefault((of, slot), {})
                teacher = teachers.get(person)
                if teacher and not isinstance(count, int) and self.scope.can_come(teacher, slot) and person not in here:
                    name = f"helps/{of.id}/{person}/{slot}"
                    here[person] = self.model.new_int_var(0, self.scope.duties_at_once, name)
                    self._helped_by.setdefault((person, slot), []).append(here[person])
        for (of, at), people in self._helps.items():
            if at == slot and people:
                self.model.add(self.sum(people.values()) <= self.helpers(of, slot))

    def _declare_accompanying(self) -> None:
        for unit in self.units:
            most = self.scope.accompanying_most(unit.club)
            for slot in self.slots_of_club(unit.club) if most > 0 else ():
                count = self.model.new_int_var(0, most, f"accompanying/{unit.id}/{slot}")
                self.model.add(count <= most * self._meets[unit.club.id, slot])
                self._accompanying[unit.id, slot] = count

    def _declare_extra(self) -> None:
        ratio = self.problem.settings.pupils_per_adult
        for c in self.problem.classes if ratio else ():
            most = -(-c.pupils // (ratio or 1)) - 1
            for slot in (*self.homework_slots(c), *self.free_slots(c)) if most > 0 else ():
                count = self.model.new_int_var(0, most, f"extra/{c.id}/{slot}")
                self.model.add(count <= most * self.in_own_session(c.id, slot))
                self._extra[c.id, slot] = count

    def _declare_pool(self, slot: Slot) -> None:
        needed = [
            *(self.from_pool(c.id, slot) for c in self.problem.classes),
            *(self.helpers(Helped("unit", u.id), slot) for u in self.units),
            *(self.helpers(Helped("class", c.id), slot) for c in self.problem.classes),
        ]
        known = [v for (_, at), people in self._helps.items() if at == slot for v in people.values()]
        if not [n for n in needed if not isinstance(n, int)]:
            return
        joins = []
        for teacher in self.problem.teachers:
            if self.scope.can_come(teacher, slot):
                join = self.model.new_int_var(0, self.scope.duties_at_once, f"joins/{teacher.id}/{slot}")
                self._joins[teacher.id, slot] = join
                joins.append(join)
        self.model.add(self.sum(joins) == self.sum(needed) - self.sum(known))

    def in_own_session(self, school_class: ClassId, slot: Slot) -> Linear:
        """Own sessions (homework, activity) of the class in the slot."""
        return self.does_homework(school_class, slot) + self.stays(school_class, slot)

    def serves_class(self, school_class: ClassId, person: PersonId, slot: Slot) -> Linear:
        """Whether the person tutors the class or leads its activity; of a pool only those whom a pin names."""
        quotas, activities = self.problem.quotas[school_class], self.problem.activities[school_class]
        return self.sum(
            [
                *(self.tutoring(school_class, subject, person, slot) for subject in quotas),
                *(self.activity_led(school_class, activity.id, person, slot) for activity in activities),
                self.open_led(school_class, person, slot),
            ]
        )

    def patrols(self, person: PersonId, slot: Slot) -> Linear:
        """Whether the person is on patrol in the slot."""
        return self._patrols.get((person, slot), 0)

    def accompanying(self, unit: str, slot: Slot) -> Linear:
        """How many teachers accompany the unit's meeting in the slot."""
        return self._accompanying.get((unit, slot), 0)

    def extra(self, school_class: ClassId, slot: Slot) -> Linear:
        """How many adults are with the class's own session beside its tutor or leader."""
        return self._extra.get((school_class, slot), 0)

    def helpers(self, of: Helped, slot: Slot) -> Linear:
        """How many teachers help there: accompanying the unit, or beside the class's tutor or leader."""
        return self.accompanying(of.id, slot) if of.what == "unit" else self.extra(of.id, slot)

    def helps(self, of: Helped, slot: Slot) -> dict[PersonId, IntVar]:
        """Person → how often he or she helps there; those who are decided by name, because they have done it so far."""
        return self._helps.get((of, slot), {})

    def joins(self, teacher: PersonId, slot: Slot) -> Linear:
        """Duties of the pool that the teacher has in the slot."""
        return self._joins.get((teacher, slot), 0)

    def duties(self, person: PersonId, slot: Slot) -> Linear:
        """Everything that the person does in the slot, counted."""
        key = (person, slot)
        return self.sum(
            [
                *self._tutored_by.get(key, ()),
                *self._led_by.get(key, ()),
                *self._activity_duties.get(key, ()),
                *([self._patrols[key]] if key in self._patrols else ()),
                *([self._joins[key]] if key in self._joins else ()),
                *self._helped_by.get(key, ()),
            ]
        )

    def load(self, person: PersonId, week: int) -> Linear:
        """Sessions of the person in the week."""
        return self.sum(self.duties(person, s) for s in self.problem.slots if s.week == week)

    def busy(self, person: PersonId, slot: Slot) -> Linear:
        """1 if the person does anything in the slot, else 0."""
        duties = self.duties(person, slot)
        if isinstance(duties, int):
            return duties
        if (person, slot) not in self._busy:
            busy = self._busy[person, slot] = self.bool("busy", person, slot)
            most = 1 if self.scope.duties_at_once == 1 else 100
            self.model.add(duties <= most * busy)
            self.model.add(busy <= duties)
        return self._busy[person, slot]

    def busy_on(self, person: PersonId, week: int, day: int) -> Linear:
        """1 if the person does anything on the day, else 0."""
        expressions = [self.busy(person, s) for s in self.problem.slots if (s.week, s.day) == (week, day)]
        literals = [e for e in expressions if isinstance(e, IntVar)]
        if len(literals) < 2:
            return literals[0] if literals else 0
        return self.any_of(literals, "busy_on", person, week, day)
