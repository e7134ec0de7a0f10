"""Sessions that are held at another time: which difference belongs to which, and how that is told (改到, 补课)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from models import DatedDifference, Moved, Problem, Session, SessionRef, Slot, Swap, TermLog, Text
from models.noun import PersonId
from scheduler.cover.reasons import reason_of
from scheduler.cover.wording import bracket, head_text, what_text, when_text, where_text

_End = tuple[date, SessionRef]


@dataclass
class OtherTimes:
    """What is held at another time than before: found from both ends."""

    to: dict[_End, DatedDifference] = field(default_factory=dict)
    since: dict[_End, DatedDifference] = field(default_factory=dict)

    @classmethod
    def of(cls, log: TermLog, differences: Iterable[DatedDifference]) -> "OtherTimes":
        """Of these differences; also where a move was revoked, and the session is back where it was."""
        gone: dict[_End, DatedDifference] = {}
        come: dict[_End, DatedDifference] = {}
        for d in differences:
            if (d.before is None) != (d.after is None):
                (gone if d.after is None else come)[_end(d)] = d
        found = cls()
        for one, other in _moves(log):
            for start, end in ((one, other), (other, one)):
                if start in gone and end in come and start not in found.to:
                    found.to[start], found.since[end] = come[end], gone[start]
        return found

    def text_for(
        self, problem: Problem, log: TermLog, difference: DatedDifference, person: PersonId
    ) -> tuple[bool, Text | None]:
        """Whether the difference is one end of such a move, and what this person is told of it there.

        It is told once: where the session goes, to those who were to serve there, else where it comes to.
        """
        if (other := self.to.get(_end(difference))) is not None:
            assert difference.before is not None
            assert other.after is not None
            said = _goes_to(problem, log, difference, other, stays=person in other.after.people())
            return True, said if person in difference.before.people() else None
        if (other := self.since.get(_end(difference))) is not None:
            assert other.before is not None
            assert difference.after is not None
            return True, None if person in other.before.people() else _comes_from(problem, difference, other, person)
        return False, None

    def text_for_class(self, problem: Problem, log: TermLog, difference: DatedDifference) -> tuple[bool, Text | None]:
        """The same for the teacher of a class that takes part."""
        if (other := self.to.get(_end(difference))) is not None:
            return True, _goes_to(problem, log, difference, other, stays=True)
        return _end(difference) in self.since, None


def _goes_to(
    problem: Problem, log: TermLog, difference: DatedDifference, other: DatedDifference, *, stays: bool
) -> Text:
    assert difference.before is not None
    assert other.after is not None
    head, why = head_text(problem, difference.day, difference.before), bracket(reason_of(log, difference))
    when, where = when_text(other.day, other.after.slot.period), where_text(other.after)
    if not stays:
        where = Text("，您不用到岗", "; you need not come")
    return Text(f"{head.zh} 改到{when.zh}{where.zh}{why.zh}", f"{head.en}: held on {when.en} instead{where.en}{why.en}")


def _comes_from(problem: Problem, difference: DatedDifference, other: DatedDifference, person: PersonId) -> Text | None:
    session, old = difference.after, other.before
    assert session is not None
    assert old is not None
    if person not in session.people():
        return None
    head, when, where = (
        head_text(problem, difference.day, session),
        when_text(other.day, old.slot.period),
        where_text(session),
    )
    return Text(
        f"{head.zh} 请到岗（由{when.zh}改到此时）{where.zh}", f"{head.en}: please come (moved from {when.en}){where.en}"
    )


def _end(d: DatedDifference) -> _End:
    session = d.before or d.after
    assert session is not None
    return d.day, SessionRef.to(session)


def _moves(log: TermLog) -> Iterator[tuple[_End, _End]]:
    """From where to where each session was moved, by changes that hold and by those that were revoked."""
    for c in log.changes:
        if isinstance(c, Moved):
            yield (c.day, c.session), (c.to_day, _at(c.session, c.to_slot))
        elif isinstance(c, Swap) and c.what == "dates":
            yield (c.day, c.session), (c.other_day, _at(c.session, c.other_session.slot))
            yield (c.other_day, c.other_session), (c.day, _at(c.other_session, c.session.slot))


def _at(ref: SessionRef, slot: Slot) -> SessionRef:
    return ref.model_copy(update={"slot": slot})


def gives_way(problem: Problem, log: TermLog, day: date, session: Session) -> Text | None:
    """For what an activity is given up that day."""
    for c in log.holding:
        if isinstance(c, Moved) and c.to_day == day and c.instead is not None and c.instead.means(session):
            what = what_text(problem, Session(**{n: getattr(c.session, n) for n in SessionRef.model_fields}))
            return Text(f"让给{what.zh}补课", f"gives way to {what.en}, which is made up")
    return None
