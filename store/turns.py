"""Which timetables of a school were published, one after the other, and from which date each is in force."""

from datetime import datetime

from store.term_logs import TermLogs
from store.timetables import Timetables
from store.values import SchoolId, TimetableState, Turn
from store.versions import Versions


class Turns(Timetables, TermLogs, Versions):
    """The part of the store that knows what was in force when."""

    def turns(self, school_id: SchoolId) -> tuple[Turn, ...]:
        """Every timetable that was ever published, in the order of its last publication, with data and log.

        Raises NotFoundError, UnreadableError.
        """
        found = []
        for head in self.timetables(school_id):
            if head.state is TimetableState.DRAFT:
                continue
            saved = self.timetable(head.id)
            published = [step for step in saved.steps if step.state is TimetableState.PUBLISHED]
            if published:
                problem = self.version(school_id, saved.version).problem
                found.append(Turn(saved, published[-1].when, published[-1].first_day, problem, self.term_log(saved.id)))

        def order(turn: Turn) -> tuple[datetime, bool, int]:
            return turn.when, turn.saved.state is TimetableState.PUBLISHED, turn.saved.number

        return tuple(sorted(found, key=order))
