"""What an office does where nobody and no room is to be had: another date, two classes together, or not at all."""

from datetime import datetime
from itertools import groupby

from models import (
    Cancelled,
    DatedTimetable,
    Gap,
    OtherWay,
    Session,
    SessionKind,
    SessionRef,
    Text,
    Violation,
    replayed,
)
from scheduler.cover.check import cover_violations
from scheduler.cover.dates import days_for, exchanges, moves, nowhere
from scheduler.cover.notices import notices
from scheduler.cover.standing import Standing
from scheduler.cover.together import joins
from scheduler.cover.tried import Tried

_TRIED = 8  # of a kind, audited at most: an audit reads the whole term
_OF_A_KIND = 2  # so many of each are shown


def other_ways(standing: Standing, gap: Gap, *, who: str, when: datetime, within: int = 14) -> tuple[OtherWay, ...]:
    """The best few of each kind, the one by which least is lost first, and at last that it is not held.

    Each was audited on the dates of the whole term and breaks nothing. Of a patrol there is none. `within`: days after
    the gap; dates before `when` are past, unless the gap is past too.
    """
    if gap.session.kind is SessionKind.PATROL:
        return ()
    noted = {"id": standing.log.next_id, "who": who, "when": when, "why": gap.why, "because": gap.because}
    days = days_for(standing, gap, when.astimezone().date(), within)
    tried = [*exchanges(standing, gap, days, noted), *moves(standing, gap, days, noted), *joins(standing, gap, noted)]
    off = Cancelled.model_validate({**noted, "day": gap.day, "session": SessionRef.to(gap.session)})
    tried.append(Tried(off, Text("停课：这一次不上", "not held this once"), (), (9,)))
    known = set(cover_violations(standing.problem, standing.base, standing.log))
    found: list[tuple[tuple[int, ...], OtherWay]] = []
    by_kind = sorted(tried, key=lambda t: (t.measure.kind, t.order))
    for _, same in groupby(by_kind, key=lambda t: t.measure.kind):
        clean = 0
        for one in list(same)[:_TRIED]:
            way = _audited(standing, gap, one, known)
            if way is not None:
                found.append((one.order, way))
                clean += 1
            if clean == _OF_A_KIND:
                break
    return tuple(way for _, way in sorted(found, key=lambda f: f[0]))


def _audited(standing: Standing, gap: Gap, tried: Tried, known: set[Violation]) -> OtherWay | None:
    problem, log = standing.problem, standing.log.with_changes(tried.measure)
    now = replayed(standing.base, log)
    if len(now.conflicts) > len(standing.conflicts):
        return None
    if not set(cover_violations(problem, standing.base, log)) <= known:
        return None
    reasons = tried.reasons
    if isinstance(tried.measure, Cancelled):
        reasons = _lost(standing, gap, now.timetable)
    told = tuple(n.person for n in notices(problem, standing.actual, now.timetable, log))
    return OtherWay(measure=tried.measure, text=tried.text, reasons=reasons, told=told)


def _lost(standing: Standing, gap: Gap, now: DatedTimetable) -> tuple[Text, ...]:
    """How many are left in the term of those that were planned, and who has nowhere to go that day."""
    planned, left = _number(standing.base, gap.session), _number(now, gap.session)
    counted = Text(
        f"本学期还剩{left}次，原定{planned}次", f"{left} are left in the term, of {planned} that were planned"
    )
    return counted, nowhere(standing, gap.session)


def _number(table: DatedTimetable, like: Session) -> int:
    def content(s: Session) -> tuple[object, ...]:
        return s.kind, s.school_class, s.subject, s.club, s.group

    return sum(content(d.session) == content(like) for d in table.sessions)
