"""What differs between two dated timetables, and who is touched by it: calendars and notices are made from this."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.dated import DatedTimetable
from models.noun import ClassId, PersonId
from models.timetable import Session

_Place = tuple[object, ...]  # what a reference holds; as a plain tuple it is quick to look up
_Key = tuple[date, _Place, int]


@dataclass(frozen=True)
class DatedDifference:
    """One session of one date that is not the same in both; none = it is not held."""

    day: date
    before: Session | None
    after: Session | None

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everybody who serves in it before or after."""
        both = [*(self.before.people() if self.before else ()), *(self.after.people() if self.after else ())]
        return tuple(dict.fromkeys(both))

    @property
    def classes(self) -> tuple[ClassId, ...]:
        """Every class that is in it before or after."""
        found: dict[ClassId, None] = {}
        for session in (self.before, self.after):
            if session is not None:
                found |= dict.fromkeys((session.school_class,) if session.school_class else tuple(session.pupils))
        return tuple(found)


def dated_differences(before: DatedTimetable, after: DatedTimetable) -> tuple[DatedDifference, ...]:
    """In order of date and period; head counts count too, as pupils who do not come must be known."""
    if before is after:
        return ()
    old, new = dict(_keyed(before)), dict(_keyed(after))
    keys = [*old, *(key for key in new if key not in old)]
    pairs = ((key[0], old.get(key), new.get(key)) for key in keys)
    found = [DatedDifference(*pair) for pair in pairs if pair[1] is not pair[2] and pair[1] != pair[2]]
    return tuple(sorted(found, key=lambda d: (d.day, (d.before or d.after).slot.period)))  # type: ignore[union-attr]


def touched_people(before: DatedTimetable, after: DatedTimetable) -> tuple[PersonId, ...]:
    """Whose calendar needs an update: everybody in a session that differs."""
    return tuple(dict.fromkeys(p for d in dated_differences(before, after) for p in d.people))


def touched_classes(before: DatedTimetable, after: DatedTimetable) -> tuple[ClassId, ...]:
    """The classes whose calendar needs an update."""
    return tuple(dict.fromkeys(c for d in dated_differences(before, after) for c in d.classes))


def _keyed(dated: DatedTimetable) -> Iterator[tuple[_Key, Session]]:
    seen: Counter[tuple[date, _Place]] = Counter()  # several patrols of one slot have one reference
    for one in dated.sessions:
        session = one.session
        place = (session.slot, session.kind, session.school_class, session.subject, session.club, session.group)
        yield (one.day, place, seen[one.day, place]), session
        seen[one.day, place] += 1
