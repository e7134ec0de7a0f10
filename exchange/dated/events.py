"""What stands in the calendar of a person or a class: an event for each period in which something is on."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date, time

from exchange.dated.head import Clock
from exchange.dated.term_days import on_date, run_as
from exchange.results.dispatch import dispatches
from exchange.results.names import (
    KIND,
    ROLE,
    class_heading,
    class_title,
    content_name,
    people_names,
    period_title,
    room_name,
)
from exchange.results.view import ClassSlot, class_slot, escorts, periods
from exchange.results.wording import beside, has_escorts, heads, in_all
from models import DatedSession, DatedTimetable, Language, Problem, Role, Session, SessionKind, Slot, Text, Timetable

Key = tuple[date, int, str]  # date, period, and which meeting: the same after a change of room or people


@dataclass(frozen=True)
class Event:
    """One entry of a calendar."""

    key: Key
    clock: tuple[time, time] | None
    summary: str
    location: str
    description: str
    category: str


@dataclass(frozen=True)
class Reader:
    """What the events are read from, and in which language."""

    problem: Problem
    dated: DatedTimetable
    clock: Clock
    language: Language

    def say(self, zh: str, en: str) -> str:
        """The sentence in the calendar's language."""
        return Text(zh, en).in_language(self.language)


def person_events(reader: Reader) -> dict[str, dict[Key, Event]]:
    """Person → his or her events. A person with two roles in a session has one event that names both."""
    found: dict[str, dict[Key, Event]] = {}
    told: dict[Hashable, tuple[str, str]] = {}  # the same session says the same on every date
    for dated in reader.dated.sessions:
        session = dated.session
        for person in dict.fromkeys(session.people()):
            mine = found.setdefault(person, {})
            once = (id(session), person, dated.without)
            if once not in told:
                told[once] = _duty(reader, dated, person)
            summary, description = told[once]
            key = _free(mine, (dated.day, session.slot.period, _meeting(session)))
            where = "" if session.kind is SessionKind.PATROL else room_name(session, reader.language)
            mine[key] = _event(reader, key, summary, where, description, session.kind)
    return found


def class_events(reader: Reader, timetable: Timetable) -> dict[str, dict[Key, Event]]:
    """Class → its events; a walk to several clubs is one, with the list of places."""
    found: dict[str, dict[Key, Event]] = {c.id: {} for c in reader.problem.classes}
    told: dict[Hashable, list[tuple[int, str, str, str, str, SessionKind]]] = {}
    for day in reader.dated.days:
        here = reader.dated.on.get(day.day, ())
        same = tuple((id(d.session), d.without) for d in here)
        for class_id, mine in found.items():
            once = (class_id, same)
            if once not in told:
                told[once] = list(_class_day(reader, on_date(timetable, reader.dated, day.day, class_id), class_id))
            for period, meeting, summary, where, description, kind in told[once]:
                key = _free(mine, (day.day, period, meeting))
                mine[key] = _event(reader, key, summary, where, description, kind)
    return found


def _event(reader: Reader, key: Key, summary: str, where: str, description: str, kind: SessionKind) -> Event:
    day, period, _ = key
    lines = [description]
    if as_day := run_as(reader.dated.day_of[day], reader.language):
        lines.append(reader.say(f"调休上课，{as_day}的课表", f"make-up day: runs {as_day}"))
    clock = reader.clock(day, period)
    if clock is None:
        summary = f"{period_title(period, reader.language)} {summary}"
    text = "\n".join(filter(None, lines))
    return Event(key, clock, summary, where, text, KIND[kind].in_language(reader.language))


def _meeting(session: Session) -> str:
    """Which meeting of its period a session is, whatever it is about, wherever it is, whoever has it."""
    if session.school_class is not None:
        return f"{session.kind.value}/{session.school_class}"
    return f"{session.kind.value}/{session.club or ''}/{session.group}"


def _free(taken: dict[Key, Event], key: Key) -> Key:
    """A wrong timetable may hold the same meeting twice: the second has a number."""
    day, period, meeting = key
    number = 1
    while key in taken:
        number += 1
        key = day, period, f"{meeting}/{number}"
    return key


def _duty(reader: Reader, dated: DatedSession, person: str) -> tuple[str, str]:
    """The heading and the text of one person's part in a session."""
    session, problem, language, say = dated.session, reader.problem, reader.language, reader.say
    roles = say("、", ", ").join(ROLE[d.role].in_language(language) for d in session.duties if d.person == person)
    others = tuple(p for p in dict.fromkeys(session.people()) if p != person)
    if session.kind is SessionKind.PATROL:
        with_whom = say("同组：", "with ") + people_names(problem, others, language) if others else ""
        return roles, with_whom
    what = content_name(problem, session, language)
    lines: list[str] = []
    if session.school_class is not None:
        what = f"{class_heading(problem, session.school_class, language)} {what}"
        if session.pupils:
            lines.append(heads(session.head_count, language))
    elif session.pupils:
        by_class = [f"{class_title(problem, c)} {n}" for c, n in session.pupils.items() if n]
        lines.append(heads(session.head_count, language) + say("：", ": ") + say("、", ", ").join(by_class))
    own = next((c for c, p in escorts(problem, session).items() if p == person), None)
    if own is not None and has_escorts(problem, session):
        lines.append(say("随班：", "with class ") + class_heading(problem, own, language))
    for role in Role:
        people = tuple(p for p in session.people(role) if p != person)
        if people and has_escorts(problem, session) and role is Role.ACCOMPANYING:
            lines.append(beside(problem, session, role, language))
        elif people:
            lines.append(
                f"{ROLE[role].in_language(language)}{say('：', ': ')}{people_names(problem, people, language)}"
            )
    if dated.without:
        out = say("、", ", ").join(class_title(problem, c) for c in dated.without)
        lines.append(say(f"这天停课的班：{out}", f"without service then: {out}"))
    return f"{roles} {what}", "\n".join(lines)


def _class_day(
    reader: Reader, table: Timetable, class_id: str
) -> Iterator[tuple[int, str, str, str, str, SessionKind]]:
    """Period, meeting, heading, place, text and kind of everything that the class has on a date."""
    problem, language, say = reader.problem, reader.language, reader.say
    if not table.sessions:
        return
    one = table.sessions[0].slot
    walks = dispatches(problem, table, class_id)
    for period in periods(problem, table):
        here = class_slot(problem, table, class_id, Slot(one.day, period, one.week))
        for s in here.own:
            count = heads(here.staying, language) if s.kind is SessionKind.HOMEWORK or here.walking else ""
            text = "\n".join(filter(None, (people_names(problem, s.people(), language), count)))
            name = content_name(problem, s, language)
            if s.kind is SessionKind.HOMEWORK or s.club is not None:
                name += f" {KIND[s.kind].in_language(language)}"
            yield period, f"{s.kind.value}", name, room_name(s, language), text, s.kind
        for s in here.whole:
            name = f"{KIND[s.kind].in_language(language)} {content_name(problem, s, language)}"
            meeting = f"{s.kind.value}/{s.club}/{s.group}"
            yield period, meeting, name, room_name(s, language), _whole(reader, s, class_id), s.kind
        if here.walking:
            senders = next((w.senders for w in walks if period in w.periods), ())
            kind = SessionKind.CROSS_CLASS
            places = len(here.walking)
            name = say(f"走班社团（{places} 处）", f"cross-class clubs ({places} places)")
            yield period, kind.value, name, "", _walk(reader, here, senders), kind


def _whole(reader: Reader, session: Session, class_id: str) -> str:
    problem, language = reader.problem, reader.language
    lines = [ROLE[Role.LEADER].in_language(language) + reader.say("：", ": ")
             + people_names(problem, session.people(Role.LEADER), language)]  # fmt: skip
    escort = escorts(problem, session).get(class_id) if has_escorts(problem, session) else None
    if escort is not None:
        lines.append(reader.say("随班：", "with the class: ") + people_names(problem, (escort,), language))
    return "\n".join(lines)


def _walk(reader: Reader, here: ClassSlot, senders: tuple[str, ...]) -> str:
    """Who brings them, then place by place; the counts add up to the class."""
    problem, language, say = reader.problem, reader.language, reader.say
    lines = [say("送的人：", "brought by ") + people_names(problem, senders, language)] if senders else []
    for s in here.walking:
        count = heads(s.pupils[here.school_class.id], language)
        who = people_names(problem, s.people(Role.LEADER), language)
        lines.append(f"{content_name(problem, s, language)} · {room_name(s, language)} · {who} · {count}")
    lines.append(in_all(here, language))
    return "\n".join(lines)
