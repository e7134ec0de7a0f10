"""Pupils stay in the clubs where the published timetable has them, wherever the same groups meet at the same time."""

from models import Problem, Session, SessionKind, Slot, Timetable

Groups = frozenset[tuple[str | None, int]]


def with_heads_of(problem: Problem, base: Timetable, new: Timetable) -> Timetable:
    """The new timetable with the base's head counts in every slot in which the same groups meet.

    Whether that is right in a changed school (other class sizes, other limits) is for the audit to say.
    """
    same = {slot for slot in problem.slots if _groups(base, slot) == _groups(new, slot) != frozenset()}
    heads = {_key(s): s.pupils for s in base.sessions if s.slot in same}
    sessions = tuple(
        s.model_copy(update={"pupils": heads[_key(s)]})
        if s.kind in (SessionKind.CROSS_CLASS, SessionKind.CLASS_ACTIVITY) and _key(s) in heads
        else s
        for s in new.sessions
    )
    return new.with_sessions(sessions)


def _groups(timetable: Timetable, slot: Slot) -> Groups:
    return frozenset((s.club, s.group) for s in timetable.at.get(slot, ()) if s.kind is SessionKind.CROSS_CLASS)


def _key(session: Session) -> tuple[Slot, SessionKind, str | None, str | None, int]:
    club = session.club if session.kind is SessionKind.CROSS_CLASS else None
    return session.slot, session.kind, session.school_class, club, session.group
