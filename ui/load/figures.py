"""Counts of a timetable for the screen 工作量: each teacher's sessions, day strip, distance from the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exchange.results.load import Load, load_of
from exchange.results.view import days, in_order, periods
from models import Problem, Role, Session, SessionKind, Slot, Teacher, Timetable


class Sort(StrEnum):
    """What a square stands for."""

    HOMEWORK = "homework"
    CLUB = "club"
    ACCOMPANY = "accompany"
    ACTIVITY = "activity"
    LARGE = "large"
    PATROL = "patrol"


@dataclass(frozen=True)
class Line:
    """One teacher."""

    teacher: Teacher
    load: Load
    target: int
    squares: tuple[tuple[Sort, Session], ...]  # one for each session and role, by sort and time

    @property
    def away(self) -> float:
        """Sessions a week above the target; below it, negative."""
        return self.load.weekly - self.target


def sort_of(session: Session, role: Role) -> Sort:
    """What a duty counts as."""
    if session.kind is SessionKind.WHOLE_SCHOOL:
        return Sort.LARGE
    if role is Role.PATROL:
        return Sort.PATROL
    if role is Role.ACCOMPANYING:
        return Sort.ACCOMPANY
    found = {SessionKind.HOMEWORK: Sort.HOMEWORK, SessionKind.CLASS_ACTIVITY: Sort.ACTIVITY}
    return found.get(session.kind, Sort.CLUB)


def duties_of(problem: Problem, timetable: Timetable, person: str) -> tuple[tuple[Session, Role], ...]:
    """Each session in which the person serves with each role in it, in the order of the week."""
    sessions = {id(s): s for s in timetable.of_person.get(person, ())}.values()
    ordered = sorted(in_order(problem, sessions), key=lambda s: (s.slot.week, s.slot))
    return tuple((s, d.role) for s in ordered for d in s.duties if d.person == person)


def lines_of(problem: Problem, timetable: Timetable) -> tuple[Line, ...]:
    """Every teacher: above the target first, then on it, then below; of each the busier first; then as listed."""
    order = list(Sort)
    found = []
    for teacher in problem.teachers:
        squares = [(sort_of(s, role), s) for s, role in duties_of(problem, timetable, teacher.id)]
        squares.sort(key=lambda square: order.index(square[0]))
        load = load_of(problem, timetable, teacher)
        found.append(Line(teacher, load, problem.target_of(teacher), tuple(squares)))
    return tuple(sorted(found, key=lambda line: (-_side(line.away), -line.load.weekly)))


def _side(away: float) -> int:
    return (away > 0) - (away < 0)


@dataclass(frozen=True)
class Summary:
    """The whole staff, in sessions a week."""

    total: float
    mean: float
    least: float
    most: float
    exact: int  # teachers on their target
    above: int
    below: int
    targets: int  # sum of all targets
    met: int
    wishes: int
    late_least: int  # late days in the cycle
    late_most: int


def summary_of(lines: Sequence[Line]) -> Summary:
    """The figures above the table. Raises ValueError without teachers."""
    weekly = [line.load.weekly for line in lines]
    met = sum(len(line.load.met) for line in lines)
    late = [line.load.late_days for line in lines]
    return Summary(
        total=sum(weekly),
        mean=sum(weekly) / len(weekly),
        least=min(weekly),
        most=max(weekly),
        exact=sum(line.away == 0 for line in lines),
        above=sum(line.away > 0 for line in lines),
        below=sum(line.away < 0 for line in lines),
        targets=sum(line.target for line in lines),
        met=met,
        wishes=met + sum(len(line.load.unmet) for line in lines),
        late_least=min(late),
        late_most=max(late),
    )


@dataclass(frozen=True)
class Spot:
    """One small cell of a week strip: a slot with what is done in it."""

    slot: Slot
    sorts: tuple[Sort, ...]
    shut: bool  # cannot be used at all


def strip_of(problem: Problem, timetable: Timetable, person: Teacher) -> tuple[Spot, ...]:
    """The teacher's week: every open slot, week by week, day by day."""
    done: dict[Slot, list[Sort]] = {}
    for session, role in duties_of(problem, timetable, person.id):
        done.setdefault(session.slot, []).append(sort_of(session, role))
    return tuple(
        Spot(slot, tuple(done.get(slot, ())), slot in person.unavailable) for slot in slots_of(problem, timetable)
    )


def slots_of(problem: Problem, timetable: Timetable) -> tuple[Slot, ...]:
    """All slots that a strip shows, by week, day and period."""
    return tuple(
        slot
        for week in problem.week.weeks
        for day in days(problem, timetable)
        for period in periods(problem, timetable)
        if (slot := Slot(day, period, week)) in problem.slots or slot in timetable.at
    )


@dataclass(frozen=True)
class RoomUse:
    """How a room is used in the cycle."""

    room: str
    groups: tuple[int, ...]  # in each of `slots_of`
    closed: tuple[bool, ...]
    at_once: int

    @property
    def used(self) -> int:
        """Slots in which something meets there."""
        return sum(n > 0 for n in self.groups)

    @property
    def open(self) -> int:
        """Slots in which something could."""
        return sum(not shut for shut in self.closed)


def rooms_of(problem: Problem, timetable: Timetable) -> tuple[RoomUse, ...]:
    """Every room, the most used first."""
    slots = slots_of(problem, timetable)
    found = [
        RoomUse(
            room.id,
            tuple(sum(s.room == room.id for s in timetable.at.get(slot, ())) for slot in slots),
            tuple(slot in room.closed for slot in slots),
            room.groups_at_once,
        )
        for room in problem.rooms
    ]
    return tuple(sorted(found, key=lambda use: (-use.used / max(1, use.open), -sum(use.groups))))
