"""Other dates for one session: a slot in which everybody is free (补课), or an exchange with another of the class."""

from collections.abc import Iterator
from datetime import date, timedelta

from models import (
    CrossClassClub,
    DatedSession,
    DayKind,
    EventDay,
    Gap,
    Moved,
    Session,
    SessionKind,
    SessionRef,
    Slot,
    SlotKind,
    Swap,
    TermDay,
    Text,
)
from models.noun import RoomId
from scheduler.cover.against import not_there
from scheduler.cover.rooms import room_candidates
from scheduler.cover.standing import Standing
from scheduler.cover.tried import Noted, Tried
from scheduler.cover.wording import called, what_text, when_text
from scheduler.reading import class_title, listed
from scheduler.term.counts import classes_of


def moves(standing: Standing, gap: Gap, days: tuple[TermDay, ...], noted: Noted) -> Iterator[Tried]:
    """Every slot of these days in which the pupils, all who serve, and a room are free.

    A class's free activity gives way to its tutoring; the members of a club may leave such activities for it. Of a
    meeting of two periods there is none: both would have to move together.
    """
    session, problem = gap.session, standing.problem
    club = problem.club_by_id.get(session.club or "")
    if session.kind is SessionKind.PATROL or (isinstance(club, CrossClassClub) and club.periods > 1):
        return
    for day in days:
        for slot in _slots(standing, day):
            if (day.day, slot) == (gap.day, session.slot) or not _served(standing, session, day.day, slot):
                continue
            on = standing.actual.on.get(day.day, ())
            if _meets(session, on, gap.day == day.day):
                continue
            taken = _taken(standing, session, [d for d in on if d.session.slot.period == slot.period])
            if taken is None or not _all_come(standing, session, day.day, slot, taken[0]):
                continue
            room = _room(standing, gap, day.day, slot, taken[0])
            if room is not None or session.room is None:
                yield _moved(standing, gap, day.day, slot, room, taken, noted)


def exchanges(standing: Standing, gap: Gap, days: tuple[TermDay, ...], noted: Noted) -> Iterator[Tried]:
    """Sessions of the same class with which this one could exchange its date: nobody loses anything."""
    one, within = gap.session, {d.day for d in days}
    if one.school_class is None:
        return
    for there in standing.actual.sessions:
        other = there.session
        if there.day not in within or other.school_class != one.school_class or not other.duties:
            continue
        if (other.kind, other.subject, other.club) == (one.kind, one.subject, one.club):
            continue  # that would change nothing for the pupils: two people could rather swap
        if (
            _all_come(standing, one, there.day, other.slot, other)
            and _all_come(standing, other, gap.day, one.slot, one)
            and _open(standing, one.room, there.day, other.slot)
            and _open(standing, other.room, gap.day, one.slot)
        ):
            swap = Swap.model_validate(
                {**noted, "what": "dates", "day": gap.day, "session": SessionRef.to(one),
                 "other_day": there.day, "other_session": there.ref}
            )  # fmt: skip
            when, what = when_text(there.day, other.slot.period), what_text(standing.problem, other)
            text = Text(f"与{when.zh}{what.zh}对调时间", f"exchanged with {what.en} on {when.en}")
            yield Tried(swap, text, (_NOBODY_LOSES, _apart(gap.day, there.day)), (0, _days(gap.day, there.day), 0))


_NOBODY_LOSES = Text("一次都不少", "no session is lost")


def _slots(standing: Standing, day: TermDay) -> Iterator[Slot]:
    week = day.week if standing.problem.week.cycle == 2 else 1
    return (s for s in standing.problem.slots if s.day == day.runs_as and s.week == week)


def _served(standing: Standing, session: Session, day: date, slot: Slot) -> bool:
    """Whether every class of it has service then."""
    problem = standing.problem
    for c in classes_of(problem, session):
        grade = problem.class_by_id[c].grade
        if problem.week.kind(slot, grade) is SlotKind.OFF:
            return False
        if any(stop.concerns(day, slot.period, grade) for stop in problem.calendar.no_service):
            return False
        events = (e for e in standing.log.holding if isinstance(e, EventDay) and e.concerns(day, slot.period))
        if any(c in (event.classes or (c,)) for event in events):
            return False
    return True


def _meets(session: Session, on: tuple[DatedSession, ...], same_day: bool) -> bool:
    """Whether the group of a club meets on that date anyway."""
    if session.school_class is not None or same_day:
        return False
    return any((d.session.club, d.session.group) == (session.club, session.group) for d in on)


def _taken(
    standing: Standing, session: Session, here: list[DatedSession]
) -> tuple[Session | None, tuple[Session, ...]] | None:
    """What gives way, and what club members leave; none where the pupils cannot be had."""
    mine, gives_way, left = set(classes_of(standing.problem, session)), None, []
    for other in here:
        s = other.session
        if not mine & set(classes_of(standing.problem, s)) - set(other.without):
            continue
        if s.kind is not SessionKind.CLASS_ACTIVITY or session.kind is SessionKind.WHOLE_SCHOOL:
            return None
        if session.kind is SessionKind.CROSS_CLASS:
            left.append(s)
        elif s.club is None and (session.kind is SessionKind.HOMEWORK or session.club is not None):
            gives_way = s
        else:
            return None
    return gives_way, tuple(left)


def _all_come(standing: Standing, session: Session, day: date, slot: Slot, leaving: Session | None) -> bool:
    return all(not_there(standing, day, slot, person, leaving) is None for person in session.people())


def _open(standing: Standing, room: RoomId | None, day: date, slot: Slot) -> bool:
    if room is None:
        return True
    return standing.shut(room, day, slot.period) is None and slot not in standing.problem.room_by_id[room].closed


def _room(standing: Standing, gap: Gap, day: date, slot: Slot, leaving: Session | None) -> RoomId | None:
    """Its own room if that is free, else the smallest that fits."""
    usual = gap.session.room
    if usual is None:
        return None
    used = standing.rooms_used[day, slot.period, usual] - (leaving is not None and leaving.room == usual)
    if _open(standing, usual, day, slot) and used < standing.problem.room_by_id[usual].groups_at_once:
        return usual
    there = gap.session.model_copy(update={"slot": slot})
    found = room_candidates(standing, gap.model_copy(update={"day": day, "session": there, "room": usual}))
    return next((c.room for c in found if c.possible), None)


def _moved(
    standing: Standing,
    gap: Gap,
    day: date,
    slot: Slot,
    room: RoomId | None,
    taken: tuple[Session | None, tuple[Session, ...]],
    noted: Noted,
) -> Tried:
    problem, (gives_way, left) = standing.problem, taken
    another = room is not None and room != gap.session.room
    measure = Moved.model_validate(
        {**noted, "day": gap.day, "session": SessionRef.to(gap.session), "to_day": day, "to_slot": slot,
         "room": room if another else None, "instead": None if gives_way is None else SessionRef.to(gives_way)}
    )  # fmt: skip
    when = when_text(day, slot.period)
    where = Text(f"，地点{room}", f", in {room}") if room is not None else Text("", "")
    text = Text(f"补课：改到{when.zh}{where.zh}", f"held on {when.en} instead{where.en}")
    names = listed(called(problem, p) for p in dict.fromkeys(gap.session.people()))
    reasons = [Text(f"学生、{names.zh}和场地当时都空着", f"the pupils, {names.en} and the room are free then")]
    if gives_way is not None:
        mine = class_title(problem, gives_way.school_class or "")
        reasons[0] = Text(f"{names.zh}和场地当时可用", f"{names.en} and the room can be had then")
        reasons.append(Text(f"{mine}少一次班级活动", f"{mine} loses a class activity"))
    if left:
        whose = listed(class_title(problem, s.school_class or "") for s in left)
        reasons[0] = Text(f"{names.zh}和场地当时空着", f"{names.en} and the room are free then")
        reasons.append(
            Text(f"{whose.zh}参加的学生离开班级活动来", f"members of {whose.en} leave their class activity for it")
        )
    reasons += [_apart(gap.day, day), nowhere(standing, gap.session)]
    return Tried(
        measure, text, tuple(reasons), (int(gives_way is not None or bool(left)), _days(gap.day, day), another)
    )


def nowhere(standing: Standing, session: Session) -> Text:
    """Who has nothing on the date on which the session is not held: the office has to say where they go."""
    problem = standing.problem
    by_class = {c: session.pupils.get(c) or problem.class_by_id[c].pupils for c in classes_of(problem, session)}
    zh = "、".join(f"{class_title(problem, c)} {n}人" for c, n in by_class.items())
    en = ", ".join(f"{n} of {class_title(problem, c)}" for c, n in by_class.items())
    return Text(f"原来那一节要另行安排或提前离校：{zh}", f"elsewhere or sent home at the planned time: {en}")


def _days(one: date, other: date) -> int:
    return abs((other - one) // timedelta(days=1))


def _apart(one: date, other: date) -> Text:
    number = _days(one, other)
    if not number:
        return Text("同一天", "the same day")
    return Text(f"相隔{number}天", f"{number} days apart")


def days_for(standing: Standing, gap: Gap, today: date, within: int) -> tuple[TermDay, ...]:
    """Dates with service from the Monday of the gap's week to so many days after it; none that is past already."""
    first = gap.day - timedelta(days=gap.day.weekday())
    if today <= gap.day:
        first = max(first, today)
    last = gap.day + timedelta(days=within)
    return tuple(d for d in standing.base.days if first <= d.day <= last and d.kind is not DayKind.HOLIDAY)
