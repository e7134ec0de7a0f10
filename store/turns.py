"""Which timetables of a school were published, one after the other, and from which date each is in force."""

from datetime import datetime

from store.term_logs import TermLogs
from store.timetables import Timetables
from store.values import SchoolId, TimetableState, Turn
from store.versions import Versions


class Turns(Timetables, TermLogs, Versions):
    """The part of the store that knows what was in force when."""

    def turns(self, school_id: SchoolId) -> tuple[Turn, ...]:
        """Every publication of a timetable, oldest first, with data and log; one that came back is there again.

        Raises NotFoundError, UnreadableError.
        """
        found: list[Turn] = []
        for head in self.timetables(school_id):
            if head.state is TimetableState.DRAFT:
                continue
            saved = self.timetable(head.id)
            published = [step for step in saved.steps if step.state is TimetableState.PUBLISHED]
            if published:
                problem = self.version(school_id, saved.version).problem
                log = self.term_log(saved.id)
                found += [Turn(saved, step.when, step.first_day, problem, log) for step in published]

        def order(turn: Turn) -> tuple[datetime, bool, int]:
            newest = turn.saved.steps[-1]  # of the same moment, what is in force now comes last
            now = newest.state is TimetableState.PUBLISHED and (newest.when, newest.first_day) == (
                turn.when,
                turn.first_day,
            )
            return turn.when, now, turn.saved.number

        return tuple(sorted(found, key=order))
