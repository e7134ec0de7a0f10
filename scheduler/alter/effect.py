"""What a hand change does, at once: what it breaks and mends, what it costs, and who must be told."""

from collections.abc import Sequence

from models import Effect, Move, Notice, Problem, Strength, Timetable
from scheduler.alter.draft import Draft, content
from scheduler.alter.judge import Difference, Judge
from scheduler.alter.moving import moved
from scheduler.compare import session_changes
from scheduler.told import told


def what_breaks(problem: Problem, timetable: Timetable, move: Move | Sequence[Move]) -> Effect:
    """The timetable after one move, or after several in their order, and all that differs.

    Nothing is solved again, and the timetable that was given stays as it is. Raises MoveError for a session or
    person that is not there.
    """
    judge = Judge(problem, timetable)
    moves = [move] if not isinstance(move, Sequence) else list(move)
    return effect(judge, moved(judge.base, moves))


def effect(judge: Judge, draft: Draft) -> Effect:
    """What a draft differs in from the judge's timetable."""
    return _told_as(judge, list(judge.differences(draft)), draft.timetable, _concerned(draft))


def compared(judge: Judge, timetable: Timetable) -> Effect:
    """What any other timetable of the same school differs in from the judge's."""
    return _told_as(judge, judge.differences_of(timetable), timetable, (judge.index.timetable, timetable))


def _told_as(judge: Judge, found: list[Difference], timetable: Timetable, both: tuple[Timetable, Timetable]) -> Effect:
    """`both` are what was before and after, or as much of it as differs."""
    must = [d for d in found if d.strength is Strength.MUST]
    prefer = [d for d in found if d.strength is Strength.PREFER]
    broken = tuple(v for d in must for v in d.appeared)
    mended = tuple(v for d in must for v in d.vanished)
    return Effect(
        timetable=timetable,
        broken=broken,
        mended=mended,
        unmet=tuple(v for d in prefer for v in d.appeared),
        met=tuple(v for d in prefer for v in d.vanished),
        scores=judge.score_changes(found),
        cost=sum(d.cost for d in found),
        sessions=session_changes(judge.problem, *both),
        notices=tuple(
            Notice(person=person, texts=tuple(d.text for d in differences))
            for person, differences in told(judge.problem, *both).items()
        ),
        is_clean=len(judge.verdict.broken) - len(mended) + len(broken) == 0,
    )


def people_told(problem: Problem, draft: Draft) -> int:
    """How many people must be told."""
    return len(told(problem, *_concerned(draft)))


def _concerned(draft: Draft) -> tuple[Timetable, Timetable]:
    """Both timetables with only what was altered, and what is the same thing in the same slot: nobody is told anything
    of all others, because they are in both."""
    base = draft.index.timetable
    wanted = {(s.slot, content(s)) for at, new in draft.altered.items() for s in (base.sessions[at], new)}
    slots = {slot for slot, _ in wanted}
    around = {at for slot in slots for at in draft.index.positions.get(("slot", slot), ())}
    same = {at for at in around if (base.sessions[at].slot, content(base.sessions[at])) in wanted}
    places = sorted(same | set(draft.altered))
    return base.with_sessions(base.sessions[at] for at in places), base.with_sessions(
        draft.session(at) for at in places
    )
