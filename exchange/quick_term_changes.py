"""What happens on dates, in a few words: “李老师:2026-10-12..2026-10-14:1、2”, “音乐教室:10月12日”, “一年级:10-12”."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from exchange.directory import Directory, Kind
from exchange.spelling import split_list
from models import (
    Absence,
    EventDay,
    Fact,
    Instructor,
    InstructorCancels,
    Issue,
    Leave,
    Problem,
    RoomShut,
    Text,
)

_COLON = re.compile("[:：]")
_SPAN = re.compile(r"\.\.+|…+|~|～|至|到|—+")
_DATE = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_PERIOD = re.compile(r"第?([1-9])节?")
_LEAVES = (("病", Leave.SICK), ("事假", Leave.PERSONAL), ("公", Leave.OFFICIAL), ("培训", Leave.TRAINING))
_EVERYBODY = ("", "全校", "all")


@dataclass(frozen=True)
class Noting:
    """Who enters it, when, and why."""

    who: str
    when: datetime
    why: str = ""


def leave_of(why: str) -> Leave:
    """假别, as far as the reason says it."""
    return next((leave for word, leave in _LEAVES if word in why), Leave.OTHER)


def absence_from(typed: str, problem: Problem, id: str, noting: Noting) -> Fact | Issue:  # noqa: A002
    """A teacher on leave, or an instructor who does not come; or what is wrong with the words."""
    parts = _parts(typed, problem)
    if isinstance(parts, Issue):
        return parts
    named, first, last, periods = parts
    person = Directory.of(problem).find(Kind.PERSON, named)
    if person is None:
        return _issue("unknown_person", typed, f"没有“{named}”这个人", f'there is nobody called "{named}"')
    fields = {"id": id, "first": first, "last": last, "periods": periods, "person": person, **vars(noting)}
    if isinstance(problem.person_by_id[person], Instructor):
        return InstructorCancels.model_validate(fields)
    return Absence.model_validate(fields | {"leave": leave_of(noting.why)})


def room_from(typed: str, problem: Problem, id: str, noting: Noting) -> Fact | Issue:  # noqa: A002
    """A room that is shut; or what is wrong with the words."""
    parts = _parts(typed, problem)
    if isinstance(parts, Issue):
        return parts
    named, first, last, periods = parts
    room = Directory.of(problem).find(Kind.ROOM, named)
    if room is None:
        return _issue("unknown_room", typed, f"没有场地“{named}”", f'there is no room "{named}"')
    fields = {"id": id, "first": first, "last": last, "periods": periods, "room": room, **vars(noting)}
    return RoomShut.model_validate(fields)


def event_from(typed: str, problem: Problem, id: str, noting: Noting) -> Fact | Issue:  # noqa: A002
    """No service for the whole school (全校), grades or classes; or what is wrong with the words."""
    parts = _parts(typed, problem)
    if isinstance(parts, Issue):
        return parts
    named, first, last, periods = parts
    directory, classes = Directory.of(problem), list[str]()
    for word in () if named in _EVERYBODY else split_list(named):
        grade, one = directory.find(Kind.GRADE, word), directory.find(Kind.CLASS, word)
        if one is not None:
            classes.append(one)
        elif grade is not None:
            classes += [c.id for c in problem.classes_by_grade[grade]]
        else:
            return _issue("unknown_class", typed, f"没有年级或班级“{word}”", f'there is no grade or class "{word}"')
    fields = {"id": id, "first": first, "last": last, "periods": periods, "classes": classes, **vars(noting)}
    return EventDay.model_validate(fields)


def _parts(typed: str, problem: Problem) -> tuple[str, date, date, tuple[int, ...]] | Issue:
    named, *rest = (part.strip() for part in _COLON.split(typed, maxsplit=2))
    if not rest:
        return _issue("no_date", typed, "冒号后面应写日期，如 2026-10-12..2026-10-14", "a date should follow the colon")
    days = [_day(word.strip(), problem) for word in _SPAN.split(rest[0], maxsplit=1)]
    first, last = days[0], days[-1]
    if first is None or last is None or last < first:
        shown = "如 2026-10-12 或 2026-10-12..2026-10-14"
        return _issue("bad_date", typed, f"日期读不懂（{shown}）", "the dates should be such as 2026-10-12..2026-10-14")
    begin, end = problem.term.first_day, problem.term.last_day
    if begin is not None and end is not None and (last < begin or first > end):
        return _issue("not_in_term", typed, f"日期不在学期内（{begin}至{end}）", f"the term is {begin} to {end}")
    periods = []
    for word in split_list(rest[1]) if len(rest) > 1 else ():
        match = _PERIOD.fullmatch(word.strip())
        if match is None or int(match[1]) not in {p.number for p in problem.week.periods}:
            return _issue("bad_period", typed, f"没有“{word}”这一节", f'there is no period "{word}"')
        periods.append(int(match[1]))
    return named, first, last, tuple(periods)


def _day(word: str, problem: Problem) -> date | None:
    """A date; without a year the one that lies in the term."""
    match = _DATE.fullmatch(word.replace(" ", ""))
    if match is None:
        return None
    begin, end = problem.term.first_day, problem.term.last_day
    years = [int(match[1])] if match[1] else ([] if begin is None or end is None else [begin.year, end.year])
    found = []
    for year in years:
        try:
            found.append(date(year, int(match[2]), int(match[3])))
        except ValueError:
            continue
    inside = [d for d in found if begin is not None and end is not None and begin <= d <= end]
    return next(iter(inside or found), None)


def _issue(code: str, typed: str, zh: str, en: str) -> Issue:
    return Issue(code=code, text=Text(f"“{typed}”读不懂：{zh}。", f'"{typed}" cannot be read: {en}.'))
