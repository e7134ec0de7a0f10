"""Where the pupils of a class go when it walks: who brings them, to which club, how many, and who stays (去向单)."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from exchange.results.names import day_title, week_mark
from exchange.results.view import ClassSlot, class_slot, content
from models import Language, Parity, Problem, Role, Session, Slot, Timetable


@dataclass(frozen=True)
class Dispatch:
    """One walk of a class: a meeting of two periods, or the same walk in both weeks of a cycle, is one."""

    here: ClassSlot  # the first of its slots
    periods: tuple[int, ...]
    week: Parity
    senders: tuple[str, ...]  # who has the class before; the class teacher where nobody has it

    @property
    def stays(self) -> tuple[Session, ...]:
        """The class's own sessions at the same time: with whom the others stay."""
        return self.here.own

    def title(self, language: Language = "zh") -> str:
        """周二第2节, 周五第1–2节, 单周二第2节."""
        day = day_title(self.here.slot.day, language)
        first, last = self.periods[0], self.periods[-1]
        span = str(first) if first == last else f"{first}–{last}"
        mark = week_mark(self.week, language)
        if language == "zh":
            return f"{mark}{day}第{span}节"
        return f"{mark + ' ' if mark else ''}{day} period{'' if first == last else 's'} {span}"


def _senders(problem: Problem, timetable: Timetable, class_id: str, slot: Slot) -> tuple[str, ...]:
    before = [
        class_slot(problem, timetable, class_id, Slot(slot.day, period, slot.week))
        for period in range(slot.period - 1, 0, -1)
    ]
    for earlier in before:
        people = tuple(p for s in earlier.own for p in s.people())
        if people:
            return people
    teacher = problem.class_by_id[class_id].class_teacher
    return () if teacher is None else (teacher,)


def _of_week(problem: Problem, timetable: Timetable, class_id: str, week: int) -> list[Dispatch]:
    found: list[Dispatch] = []
    for slot in sorted({s.slot for s in timetable.sessions if s.slot.week == week}):
        here = class_slot(problem, timetable, class_id, slot)
        if not here.walking:
            continue
        last = found[-1] if found else None
        if last is not None and _follows(last, here):
            found[-1] = replace(last, periods=(*last.periods, slot.period))
        else:
            senders = _senders(problem, timetable, class_id, slot)
            found.append(Dispatch(here, (slot.period,), Parity.ODD if week == 1 else Parity.EVEN, senders))
    return found


def _follows(last: Dispatch, here: ClassSlot) -> bool:
    same_day = last.here.slot.day == here.slot.day and last.periods[-1] + 1 == here.slot.period
    return same_day and last.here.content == here.content


def dispatches(problem: Problem, timetable: Timetable, class_id: str) -> tuple[Dispatch, ...]:
    """Every walk of the class in the week, in order of day and period."""
    odd = _of_week(problem, timetable, class_id, 1)
    if problem.week.cycle == 1:
        return tuple(replace(d, week=Parity.EVERY) for d in odd)

    def look(d: Dispatch) -> Hashable:
        return d.here.slot.day, d.periods, d.here.content, d.senders

    even = {look(d): d for d in _of_week(problem, timetable, class_id, 2)}
    found = [replace(d, week=Parity.EVERY) if even.pop(look(d), None) else d for d in odd]
    return tuple(sorted([*found, *even.values()], key=lambda d: (d.here.slot[:2], d.week is Parity.EVEN)))


@dataclass(frozen=True)
class Place:
    """One row of a dispatch list: a club group in a room with its leaders, and its session in each of the walks."""

    first: Session
    sessions: tuple[Session | None, ...]


def places(walks: Sequence[Dispatch]) -> tuple[Place, ...]:
    """The rows for several walks side by side: the same group, room and leaders are one row."""
    rows: dict[Hashable, list[Session | None]] = {}
    for number, walk in enumerate(walks):
        seen: dict[Hashable, int] = {}
        for session in walk.here.walking:
            same = (
                session.club,
                session.group,
                session.room,
                session.people(Role.LEADER),
            )
            seen[same] = seen.get(same, 0) + 1  # a wrong timetable may hold the same meeting twice
            rows.setdefault((same, seen[same]), [None] * len(walks))[number] = session
    return tuple(Place(next(s for s in row if s), tuple(row)) for row in rows.values())


def same_places(walks: Sequence[Dispatch]) -> bool:
    """Whether all these walks lead to the same groups, rooms and leaders with the same head counts."""

    def look(walk: Dispatch) -> Hashable:
        own = walk.here.school_class.id
        meetings = tuple((s.club, s.group, s.room, s.people(Role.LEADER), s.pupils[own]) for s in walk.here.walking)
        return meetings, walk.here.staying, tuple(map(content, walk.stays))

    return len(set(map(look, walks))) <= 1


def same_helpers(walks: Sequence[Dispatch]) -> bool:
    """Whether the same teachers accompany, too."""
    return len({tuple(s.people(Role.ACCOMPANYING) for s in w.here.walking) for w in walks}) <= 1


def alike(walks: Sequence[Dispatch]) -> list[list[Dispatch]]:
    """Walks that lead to the same places together, in the order of the first of each."""
    found: list[list[Dispatch]] = []
    for walk in walks:
        for some in found:
            if same_places((some[0], walk)):
                some.append(walk)
                break
        else:
            found.append([walk])
    return found
