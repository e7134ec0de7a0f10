"""Why a dated session differs, as the log says it."""

from models import DatedDifference, Joined, Leave, Problem, Substitution, Swap, TermLog, Text
from models.noun import PersonId
from models.term_change import Absence, EventDay, InstructorCancels, RoomShut, TermChange
from scheduler.reading import class_title

LEAVE = {
    Leave.SICK: Text("病假", "sick leave"),
    Leave.PERSONAL: Text("事假", "personal leave"),
    Leave.OFFICIAL: Text("公假", "official leave"),
    Leave.TRAINING: Text("外出培训", "training"),
    Leave.OTHER: Text("请假", "leave"),
}


def said(change: TermChange) -> Text:
    """Its reason as it was written down; the kind of leave where nothing was."""
    if change.why:
        return Text(change.why, change.why)
    return LEAVE[change.leave] if isinstance(change, Absence) else Text("", "")


def reason_of(log: TermLog, difference: DatedDifference) -> Text:
    """The first reason that the log has for it; none if it was a revoking that made it differ."""
    session = difference.before or difference.after
    assert session is not None
    for change in log.holding:
        match change:
            case RoomShut() if change.concerns(difference.day, session.slot.period):
                if difference.before is not None and difference.before.room == change.room:
                    words = said(change)
                    return Text(f"{change.room}{words.zh or '停用'}", f"{change.room}: {words.en or 'shut'}")
            case EventDay() if change.concerns(difference.day, session.slot.period):
                return said(change)
            case Absence() | InstructorCancels() if change.concerns(difference.day, session.slot.period):
                if difference.before is not None and change.person in difference.before.people():
                    return Text(f"{change.person}{said(change).zh}", f"{change.person}: {said(change).en}")
            case Substitution() | Swap():
                continue
            case _ if getattr(change, "day", None) == difference.day and change.session.means(session):  # type: ignore[union-attr]
                return said(change)
    return Text("", "")


def because(problem: Problem, log: TermLog, difference: DatedDifference, person: PersonId) -> Text:
    """李老师病假: whom somebody stands in for, and why; or that it is an exchange."""
    session = difference.after
    assert session is not None
    for change in reversed(log.holding):
        if isinstance(change, Substitution) and (change.day, change.by) == (difference.day, person):
            if change.session.means(session):
                who, why = problem.person_by_id[change.person].name, said(change)
                return Text(f"{who}{why.zh or '请假'}", f"{who}: {why.en or 'leave'}")
        elif isinstance(change, Joined) and (change.day, change.by) == (difference.day, person):
            if change.person is not None and change.session.means(session):
                who, why = problem.person_by_id[change.person].name, said(change)
                return Text(f"{who}{why.zh or '请假'}", f"{who}: {why.en or 'leave'}")
        elif isinstance(change, Swap) and person in (change.person, change.other):
            other = change.other if person == change.person else change.person
            who = problem.person_by_id[other or ""].name
            return Text(f"与{who}调课", f"exchanged with {who}")
    return Text("", "")


def together_with(problem: Problem, log: TermLog, difference: DatedDifference) -> Text:
    """与三(2)合班: with which class a class's tutoring is held in one room; none if with none."""
    session = difference.after
    for change in log.holding if session is not None else ():
        if isinstance(change, Joined) and change.day == difference.day:
            for mine, other in ((change.session, change.host), (change.host, change.session)):
                if session is not None and mine.means(session) and session.room == change.room:
                    title = class_title(problem, other.school_class or "")
                    return Text(f"与{title}合班", f"together with {title}")
    return Text("", "")
