"""Who, which room, which slot could be chosen instead for one session: at once with the quick cost, or why not."""

from collections import defaultdict
from collections.abc import Iterable

from models import (
    Candidate,
    CandidateGroup,
    Exchanged,
    ExchangeMove,
    Move,
    PersonMove,
    Problem,
    Role,
    RoomMove,
    Session,
    SessionRef,
    Slot,
    SlotMove,
    Text,
    Timetable,
)
from models.noun import PersonId, RoomId
from scheduler.alter.draft import Draft, Index
from scheduler.alter.effect import people_told
from scheduler.alter.judge import Judge
from scheduler.alter.moving import moved
from scheduler.alter.reasons import reason_against
from scheduler.reading import led_club, person_title, session_title, slot_title

ALIKE = 3  # so many with the same reason are told together


def candidates(
    problem: Problem,
    timetable: Timetable,
    session: SessionRef,
    role: Role,
    *,
    person: PersonId | None = None,
    all_meetings: bool | None = None,
) -> list[Candidate]:
    """Everybody who does not serve there yet, instead of `person` (the first in the role, if none is named).

    Leaders of a club for all its meetings, everybody else for this session alone, unless `all_meetings` says otherwise.
    Raises MoveError if the session or the person is not there.
    """
    judge = Judge(problem, timetable)
    return those_people(judge, session, role, [p.id for p in problem.people], person, all_meetings)


def those_people(
    judge: Judge,
    session: SessionRef,
    role: Role,
    people: Iterable[PersonId],
    person: PersonId | None = None,
    all_meetings: bool | None = None,
) -> list[Candidate]:
    """The same for these people alone."""
    here = judge.base.session(judge.base.find(session, role, person))
    leaving = person or next(iter(here.people(role)), None)
    every = _changes_as_one(judge.problem, here, role) if all_meetings is None else all_meetings
    found = []
    for somebody in people:
        if somebody not in here.people():
            move = PersonMove(session=session, role=role, person=leaving, by=somebody, all_meetings=every)
            found.append(_tried(judge, move, person_title(judge.problem, somebody), person=somebody))
    return found


def room_candidates(
    problem: Problem, timetable: Timetable, session: SessionRef, *, all_meetings: bool | None = None
) -> list[Candidate]:
    """Every other room, with its capacity as a note. Raises MoveError if the session is not there, or is a patrol."""
    return those_rooms(Judge(problem, timetable), session, [r.id for r in problem.rooms], all_meetings)


def those_rooms(
    judge: Judge, session: SessionRef, rooms: Iterable[RoomId], all_meetings: bool | None = None
) -> list[Candidate]:
    """The same for these rooms alone."""
    here = judge.base.session(judge.base.find(session))
    every = led_club(judge.problem, here) is not None if all_meetings is None else all_meetings
    found = []
    for room in rooms:
        if room != here.room:
            holds = judge.problem.room_by_id[room].capacity
            move = RoomMove(session=session, room=room, all_meetings=every)
            note = Text(f"容量{holds}", f"holds {holds}")
            found.append(_tried(judge, move, Text(room, room), room=room, note=note))
    return found


def slot_candidates(
    problem: Problem, timetable: Timetable, session: SessionRef, *, both_weeks: bool = True
) -> list[Candidate]:
    """Every other slot (of the same week): a class's own session changes places with the one that the class has then,
    a club's meeting moves; in both weeks of a two-week cycle, where they are alike. Raises MoveError if the session
    is not there."""
    judge = Judge(problem, timetable)
    here = judge.base.session(judge.base.find(session))
    found = []
    for slot in problem.slots:
        if slot != here.slot and slot.week == here.slot.week:
            move = _to_slot(judge.base, session, slot, both_weeks=both_weeks)
            note = None
            if isinstance(move, ExchangeMove):
                title = session_title(problem, judge.base.session(judge.base.find(move.other)))
                note = Text(f"与{title.zh}对调", f"changes places with {title.en}")
            found.append(_tried(judge, move, slot_title(problem, slot), slot=slot, note=note))
    return found


def move_to(
    problem: Problem, timetable: Timetable, session: SessionRef, slot: Slot, *, both_weeks: bool = True
) -> Move:
    """What dropping a session on another slot means: see `slot_candidates`."""
    return _to_slot(Draft(Index(problem, timetable)), session, slot, both_weeks=both_weeks)


def _to_slot(draft: Draft, ref: SessionRef, slot: Slot, *, both_weeks: bool) -> Move:
    place = draft.find(ref)
    both = both_weeks and draft.in_other_week(place) is not None
    class_id = draft.session(place).school_class
    for other in draft.with_key(("slot", slot)) if class_id is not None else ():
        if draft.session(other).school_class == class_id:
            both = both and draft.in_other_week(other) is not None
            there = SessionRef.to(draft.session(other))
            return ExchangeMove(session=ref, other=there, what=Exchanged.SLOTS, all_meetings=both)
    return SlotMove(session=ref, slot=slot, both_weeks=both)


def _changes_as_one(problem: Problem, session: Session, role: Role) -> bool:
    return role is Role.LEADER and led_club(problem, session) is not None


def _tried(
    judge: Judge,
    move: Move,
    title: Text,
    *,
    person: PersonId | None = None,
    room: RoomId | None = None,
    slot: Slot | None = None,
    note: Text | None = None,
) -> Candidate:
    draft = moved(judge.base, [move])
    broken = judge.breaks(draft)
    return Candidate(
        person=person,
        room=room,
        slot=slot,
        title=title,
        move=move,
        possible=broken is None,
        rule=None if broken is None else broken.rule,
        reason=None if broken is None else reason_against(judge.problem, draft, move, broken),
        note=note,
        cost=judge.cost(draft) if broken is None else None,
        told=people_told(judge.problem, draft) if broken is None else None,
    )


def grouped(found: Iterable[Candidate]) -> tuple[CandidateGroup, ...]:
    """As a list shows them: who is possible, cheapest first; who has a reason of his own; then the many who share one.

    The last are called 其他21人; among rooms and slots, 其他4处 and 其他3个时段.
    """
    listed = list(found)
    possible = sorted((c for c in listed if c.possible), key=lambda c: (c.cost or 0, c.told or 0))
    reasons: defaultdict[Text, list[Candidate]] = defaultdict(list)
    for candidate in listed:
        if candidate.reason is not None:
            reasons[candidate.reason].append(candidate)
    single = [c for c in listed if c.reason is not None and len(reasons[c.reason]) < ALIKE]
    many = sorted((some for some in reasons.values() if len(some) >= ALIKE), key=len)
    groups = [CandidateGroup(title=c.title, reason=c.reason, candidates=(c,)) for c in (*possible, *single)]
    groups += [CandidateGroup(title=_others(some), reason=some[0].reason, candidates=tuple(some)) for some in many]
    return tuple(groups)


def _others(some: list[Candidate]) -> Text:
    number, first = len(some), some[0]
    if first.person is not None:
        return Text(f"其他{number}人", f"{number} others")
    if first.room is not None:
        return Text(f"其他{number}处", f"{number} other rooms")
    return Text(f"其他{number}个时段", f"{number} other slots")
