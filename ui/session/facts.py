"""What is known of a session: when it meets, who serves, where, how many pupils of how many places."""

from collections.abc import Sequence
from dataclasses import dataclass

from exchange.results.load import load_of
from exchange.results.names import (
    KIND,
    ROLE,
    class_title,
    content_name,
    day_title,
    grades_text,
    period_clock,
    period_title,
    person_name,
)
from exchange.results.view import content
from models import CrossClassClub, Instructor, Role, Session, SessionKind, Slot, Teacher
from ui.week.board import Board

FEW = 3
"""So many accompanying teachers are named; more are counted."""
_SHARED = (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)


@dataclass(frozen=True)
class Fact:
    """One line: 带班 | 吴老师 | 语文，每周 5 次; without a value, more is the line."""

    label: str
    value: str
    more: str = ""


@dataclass(frozen=True)
class Facts:
    """All of a session, in the board's language."""

    title: str
    kind: str
    when: str
    lines: tuple[Fact, ...]


def meetings_of(board: Board, session: Session) -> tuple[Session, ...]:
    """A club group's meetings, in the order of the week; of a class's own session and a patrol, that one alone, with
    the same in the other week of a cycle."""
    if session.kind not in _SHARED or session.club is None:
        found: Sequence[Session] = _in_each_week(board, session)
    else:
        found = board.timetable.of_club.get((session.club, session.group), (session,))
    return tuple(sorted(found, key=lambda s: (s.slot.week, s.slot)))


def _in_each_week(board: Board, session: Session) -> list[Session]:
    same = content(session)
    slots = [Slot(session.slot.day, session.slot.period, week) for week in board.problem.week.weeks]
    others = [s for slot in slots for s in board.timetable.at.get(slot, ()) if slot != session.slot]
    return [session, *(s for s in others if content(s) == same)]


def facts_of(board: Board, session: Session) -> Facts:
    """What the panel says first."""
    title = content_name(board.problem, session, board.language)
    if session.school_class is not None:
        title = f"{class_title(board.problem, session.school_class)} {title}"
    lines = [*_people(board, session), *_room(board, session), *_pupils(board, session)]
    kind = KIND[session.kind].in_language(board.language)
    return Facts(title, kind, when_text(board, [s.slot for s in meetings_of(board, session)]), tuple(lines))


def when_text(board: Board, slots: Sequence[Slot]) -> str:
    """周二、周四 第二节 16:40–17:30; one part for each period, and for each week of the cycle where they differ."""
    language, joint = board.language, board.say("、", ", ")
    parts: dict[tuple[str, int], list[str]] = {}
    weeks = board.problem.week.weeks
    for slot in slots:
        every = all(Slot(slot.day, slot.period, week) in slots for week in weeks)
        if every and slot.week > 1:
            continue
        week = "" if every else board.say("单" if slot.week == 1 else "双", "odd " if slot.week == 1 else "even ")
        parts.setdefault((week, slot.period), []).append(week + day_title(slot.day, language))
    said = [
        " ".join(filter(None, (joint.join(days), period_title(period, language), period_clock(board.problem, period))))
        for (_, period), days in parts.items()
    ]
    return board.say("；", "; ").join(said)


def _people(board: Board, session: Session) -> list[Fact]:
    found: list[Fact] = []
    for role in Role:
        people = session.people(role)
        label = ROLE[role].in_language(board.language).capitalize()
        if role is Role.ACCOMPANYING and len(people) > FEW:
            found.append(Fact(label, board.say(f"{len(people)} 人", f"{len(people)} teachers")))
        else:
            found += [Fact(label, person_name(board.problem, p, board.language), _about(board, p)) for p in people]
    return found


def _about(board: Board, person_id: str) -> str:
    """语文，每周 5 次; of an instructor, who sends him or her."""
    person = board.problem.person_by_id.get(person_id)
    if person is None:
        return ""
    weekly = f"{load_of(board.problem, board.timetable, person).weekly:g}"
    often = board.say(f"每周 {weekly} 次", f"{weekly} a week")
    about = board.say("、", ", ").join(person.subjects) if isinstance(person, Teacher) else person.institution or ""
    if isinstance(person, Instructor) and not about:
        about = board.say("、", ", ").join(person.skills)
    return board.say("，", ", ").join(filter(None, (about, often)))


def _room(board: Board, session: Session) -> list[Fact]:
    if session.kind is SessionKind.PATROL:
        return []
    label = board.say("场地", "Room")
    if session.room is None:
        return [Fact(label, board.say("未定", "none yet"))]
    room = board.problem.room_by_id.get(session.room)
    more = [] if room is None else [board.say(f"容量 {room.capacity}", f"holds {room.capacity}")]
    if room is not None and room.groups_at_once > 1:
        together = sum(s.room == room.id for s in board.timetable.at.get(session.slot, ()))
        most = room.groups_at_once
        more.append(board.say(f"同时 {together} 组，至多 {most} 组", f"{together} of at most {most} groups then"))
    for c in board.problem.classes:
        if c.home_room == session.room and c.id != session.school_class:
            more.append(board.say(f"{c.title}走班后空出", f"free while {c.title} walks"))
    return [Fact(label, session.room, board.say("，", ", ").join(more))]


def _pupils(board: Board, session: Session) -> list[Fact]:
    if not session.pupils:
        return []
    club = board.problem.club_by_id.get(session.club or "")
    count = board.say(f"{session.head_count} 人", f"{session.head_count}")
    more = ""
    if isinstance(club, CrossClassClub):
        count += board.say(f" / 名额 {club.most}", f" of {club.most} places")
        more = grades_text(board.problem, club.grades, board.language)
    found = [Fact(board.say("学生", "Pupils"), count, more)]
    if session.kind is SessionKind.CROSS_CLASS:
        by_class = [f"{class_title(board.problem, c)} {n}" for c, n in session.pupils.items() if n]
        found.append(Fact(board.say("来自", "From"), "", board.say("、", ", ").join(by_class)))
    return found
