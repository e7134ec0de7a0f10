"""Class activities: which one a class has when it stays, and who leads it.

What anybody may lead (free activity too) is led by the class teacher, by a person whom a pin names or the published
timetable has there, or by somebody of the pool (see `support`): no rule asks which of the others, so no variable does.
"""

from ortools.sat.python.cp_model import IntVar

from models import ClassActivity, MayServe, Role, SchoolClass, SessionKind, Slot, Teacher
from models.noun import ClassId, ClubId, PersonId
from scheduler.variables.frame import Linear
from scheduler.variables.pattern import Pattern

FREE: ClubId = ""  # the activity without a name


class Activities(Pattern):
    """A class that stays has exactly one activity, with exactly one leader."""

    def declare_activities(self) -> None:
        """Named and free activities per class and slot, and their leaders."""
        self._activity: dict[tuple[ClassId, ClubId, Slot], IntVar] = {}
        self._activity_led: dict[tuple[ClassId, ClubId, PersonId, Slot], IntVar] = {}
        self._open_led: dict[tuple[ClassId, PersonId, Slot], IntVar] = {}
        self._from_pool: dict[tuple[ClassId, Slot], IntVar] = {}
        self._activity_duties: dict[tuple[PersonId, Slot], list[IntVar]] = {}
        self._able: dict[tuple[ClassId, ClubId], tuple[Teacher, ...]] = {}
        for c in self.problem.classes:
            for key in self.restricted(c.id):
                activity = next(a for a in self.problem.activities[c.id] if a.id == key)
                self._able[c.id, key] = self.scope.activity_leaders(c, activity)
            for slot in self.free_slots(c):
                self._declare_activity(c, slot)

    def _declare_activity(self, c: SchoolClass, slot: Slot) -> None:
        chosen: list[IntVar] = []
        open_to_all: list[IntVar] = []
        for activity in (*self.problem.activities[c.id], None):
            key = activity.id if activity else FREE
            literal = self._activity[c.id, key, slot] = self.bool("activity", c.id, key or "free", slot)
            chosen.append(literal)
            if activity is None or activity.who is MayServe.ANYBODY:
                open_to_all.append(literal)
            else:
                self._declare_restricted(c, activity, slot, literal)
        self.model.add(self.sum(chosen) == self._stays[c.id, slot])
        led = [self._from_pool.setdefault((c.id, slot), self.bool("from_pool", c.id, slot))]
        for person in self._known_leaders(c, slot):
            literal = self._open_led[c.id, person, slot] = self.bool("open_led", c.id, person, slot)
            self._activity_duties.setdefault((person, slot), []).append(literal)
            led.append(literal)
        self.model.add(self.sum(led) == self.sum(open_to_all))

    def _declare_restricted(self, c: SchoolClass, activity: ClassActivity, slot: Slot, happens: IntVar) -> None:
        led = []
        for person in self._able[c.id, activity.id]:
            if self.scope.can_come(person, slot):
                literal = self.bool("activity_led", c.id, activity.id, person.id, slot)
                self._activity_led[c.id, activity.id, person.id, slot] = literal
                self._activity_duties.setdefault((person.id, slot), []).append(literal)
                led.append(literal)
        self.model.add(self.sum(led) == happens)

    def _known_leaders(self, c: SchoolClass, slot: Slot) -> list[PersonId]:
        pinned = {p.person for p in self.problem.pins if p.school_class == c.id and p.slot == slot and p.person}
        teachers = {t.id: t for t in self.problem.teachers}
        before = {
            person
            for session in self.published_at(slot)
            if session.kind is SessionKind.CLASS_ACTIVITY and session.school_class == c.id
            for person in session.people(Role.LEADER)
        }
        wanted = sorted(pinned | before | ({c.class_teacher} if c.class_teacher else set()))
        return [p for p in wanted if p in teachers and self.scope.can_come(teachers[p], slot)]

    def restricted(self, school_class: ClassId) -> tuple[ClubId, ...]:
        """The class's activities that not everybody may lead."""
        return tuple(a.id for a in self.problem.activities[school_class] if a.who is not MayServe.ANYBODY)

    def activity(self, school_class: ClassId, activity: ClubId, slot: Slot) -> Linear:
        """Whether the class has this activity (FREE: the one without a name) in the slot."""
        return self._activity.get((school_class, activity, slot), 0)

    def activity_leaders(self, school_class: ClassId, activity: ClubId) -> tuple[Teacher, ...]:
        """Who has a decision in `activity_led`."""
        return self._able.get((school_class, activity), ())

    def activity_led(self, school_class: ClassId, activity: ClubId, person: PersonId, slot: Slot) -> Linear:
        """Whether the person leads this activity of the class; for activities that not everybody may lead."""
        return self._activity_led.get((school_class, activity, person, slot), 0)

    def open_led(self, school_class: ClassId, person: PersonId, slot: Slot) -> Linear:
        """Whether this class teacher or pinned person leads an activity that anybody may lead."""
        return self._open_led.get((school_class, person, slot), 0)

    def known_leaders(self, school_class: ClassId, slot: Slot) -> list[PersonId]:
        """The people who have a decision of their own in `open_led`."""
        return [p for (c, p, s) in self._open_led if c == school_class and s == slot]

    def from_pool(self, school_class: ClassId, slot: Slot) -> Linear:
        """Whether somebody of the pool leads an activity that anybody may lead."""
        return self._from_pool.get((school_class, slot), 0)
