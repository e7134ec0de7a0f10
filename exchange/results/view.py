"""Look-ups that sheets and console share: what a class, a person or a room does in a slot. Pure functions on models."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from models import Day, Parity, Problem, Role, SchoolClass, Session, SessionKind, Slot, SlotKind, Timetable

T = TypeVar("T")
_ORDER = {kind: number for number, kind in enumerate(SessionKind)}


def content(session: Session) -> Hashable:
    """Everything of a session except its slot: equal contents are the same meeting at another time."""
    pupils = tuple(sorted(session.pupils.items()))
    own = (session.kind, session.school_class, session.subject, session.club, session.group)
    return (*own, session.duties, session.room, pupils)


def in_order(problem: Problem, sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Sessions in the order in which the school lists its classes, clubs and groups."""
    found = tuple(sessions)
    if len(found) < 2:
        return found
    classes = {c.id: number for number, c in enumerate(problem.classes)}
    clubs = {c.id: number for number, c in enumerate(problem.clubs)}

    def key(s: Session) -> tuple[int, int, int, int, str, tuple[str, ...]]:
        place = classes.get(s.school_class or "", len(classes)), clubs.get(s.club or "", len(clubs))
        return (_ORDER[s.kind], *place, s.group, s.subject or "", s.people())

    return tuple(sorted(found, key=key))


def days(problem: Problem, timetable: Timetable) -> tuple[Day, ...]:
    """Days of service, and days on which a (wrong) timetable has sessions all the same."""
    return tuple(sorted({*problem.week.days, *(Day(s.slot.day) for s in timetable.sessions)}))


def periods(problem: Problem, timetable: Timetable) -> tuple[int, ...]:
    """Period numbers that are open, or in which a (wrong) timetable has sessions all the same."""
    return tuple(sorted({*(s.period for s in problem.slots), *(s.slot.period for s in timetable.sessions)}))


@dataclass(frozen=True)
class ClassSlot:
    """What one class does in one slot."""

    school_class: SchoolClass
    slot: Slot
    open: bool
    own: tuple[Session, ...]  # homework and class activities
    whole: tuple[Session, ...]  # whole-school clubs that take it
    walking: tuple[Session, ...]  # cross-class clubs that hold pupils of it

    @property
    def walkers(self) -> int:
        """Pupils who walk to cross-class clubs."""
        return sum(s.pupils[self.school_class.id] for s in self.walking)

    @property
    def staying(self) -> int:
        """Pupils who are not in a cross-class club (negative in a wrong timetable that sends too many)."""
        return self.school_class.pupils - self.walkers

    @property
    def content(self) -> Hashable:
        """What happens, without when: equal for two slots that look the same to the class."""
        return self.open, *(tuple(map(content, s)) for s in (self.own, self.whole, self.walking))


def class_slot(problem: Problem, timetable: Timetable, class_id: str, slot: Slot) -> ClassSlot:
    """What the class does in the slot."""
    school_class = problem.class_by_id[class_id]
    here = timetable.at.get(slot, ())
    whole = [s for s in here if s.kind is SessionKind.WHOLE_SCHOOL and takes(problem, s, school_class)]
    walking = [s for s in here if s.kind is SessionKind.CROSS_CLASS and s.pupils.get(class_id, 0) > 0]
    return ClassSlot(
        school_class=school_class,
        slot=slot,
        open=problem.week.kind(slot, school_class.grade) is not SlotKind.OFF,
        own=in_order(problem, [s for s in here if s.school_class == class_id]),
        whole=in_order(problem, whole),
        walking=in_order(problem, walking),
    )


def runs_of_classes(
    problem: Problem, timetable: Timetable, classes: Iterable[SchoolClass], slot: Slot
) -> list[list[ClassSlot]]:
    """Neighbouring classes that are together in the slot (in one big club, or walking as one band), run by run."""
    found: list[list[ClassSlot]] = []
    for school_class in classes:
        here = class_slot(problem, timetable, school_class.id, slot)
        if found and _together(problem, found[-1][-1], here):
            found[-1].append(here)
        else:
            found.append([here])
    return found


def _together(problem: Problem, left: ClassSlot, right: ClassSlot) -> bool:
    if left.whole or right.whole:
        return left.whole == right.whole and not (left.own or right.own or left.walking or right.walking)
    bands = [problem.band_by_grade.get(h.school_class.grade) for h in (left, right)]
    return bool(left.walking and right.walking) and bands[0] == bands[1] and bool(left.own) == bool(right.own)


def takes(problem: Problem, session: Session, school_class: SchoolClass) -> bool:
    """Whether a whole-school session takes this class: it lists its pupils, or its club takes the grade."""
    club = problem.club_by_id.get(session.club or "")
    grades: tuple[str, ...] = () if club is None else club.grades
    return school_class.id in session.pupils or school_class.grade in grades


def by_week(problem: Problem, look: Callable[[int], T], same: Callable[[T], Hashable]) -> tuple[tuple[Parity, T], ...]:
    """What is seen in each week of the cycle; one entry for EVERY where both weeks are the same."""
    if problem.week.cycle == 1:
        return ((Parity.EVERY, look(1)),)
    odd, even = look(1), look(2)
    if same(odd) == same(even):
        return ((Parity.EVERY, odd),)
    return (Parity.ODD, odd), (Parity.EVEN, even)


def class_cell(
    problem: Problem, timetable: Timetable, class_id: str, day: int, period: int
) -> tuple[tuple[Parity, ClassSlot], ...]:
    """The cell of a class's week: one entry, or one for odd and one for even weeks."""
    return by_week(
        problem,
        lambda week: class_slot(problem, timetable, class_id, Slot(day, period, week)),
        lambda found: found.content,
    )


def person_cell(
    problem: Problem, timetable: Timetable, person: str, day: int, period: int
) -> tuple[tuple[Parity, tuple[tuple[Session, Role], ...]], ...]:
    """The cell of a person's week: the duties then, in every role."""

    def look(week: int) -> tuple[tuple[Session, Role], ...]:
        here = [s for s in timetable.at.get(Slot(day, period, week), ()) if person in s.people()]
        return tuple((s, d.role) for s in in_order(problem, here) for d in s.duties if d.person == person)

    return by_week(problem, look, lambda duties: tuple((content(s), role) for s, role in duties))


def room_cell(
    problem: Problem, timetable: Timetable, room: str | None, day: int, period: int
) -> tuple[tuple[Parity, tuple[Session, ...]], ...]:
    """The cell of a room's week: the sessions in it (for None: those that have no room and need one)."""

    def look(week: int) -> tuple[Session, ...]:
        here = [s for s in timetable.at.get(Slot(day, period, week), ()) if s.room == room]
        return in_order(problem, [s for s in here if room or s.kind is not SessionKind.PATROL])

    return by_week(problem, look, lambda sessions: tuple(map(content, sessions)))


def patrols(timetable: Timetable, slot: Slot) -> tuple[str, ...]:
    """Who is on patrol in the slot."""
    return tuple(p for s in timetable.at.get(slot, ()) for p in s.people(Role.PATROL))


def escorts(problem: Problem, session: Session) -> dict[str, str]:
    """Class → the accompanying teacher who goes with it to a whole-school club (各班跟班).

    Each class gets its class teacher if he or she is among them, else one of its own teachers, else the next one.
    """
    left = list(session.people(Role.ACCOMPANYING))
    classes = [c for c in problem.classes if takes(problem, session, c)]
    found: dict[str, str] = {}
    for closeness in range(3):
        for c in classes:
            own = {p for people in c.teachers.values() for p in people}
            fit = ({c.class_teacher}, own, set(left))[closeness]
            match = next((p for p in left if p in fit), None) if c.id not in found else None
            if match is not None:
                found[c.id] = match
                left.remove(match)
    return found
