"""What is said of a club group in lists: when, where, led by whom, how many, from which classes."""

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from exchange.results.names import class_title, club_kind, content_name, grades_text, people_names, room_name
from exchange.results.people_sheets import Voice
from exchange.results.wording import beside
from models import CrossClassClub, Problem, Role, Session, SessionKind, Timetable


class Told(Voice, Protocol):
    """Whatever is written about a timetable in a language."""

    @property
    def timetable(self) -> Timetable:
        """The timetable."""


def every_group(problem: Problem, timetable: Timetable) -> list[tuple[str, int]]:
    """(club, group) of all clubs that are led, planned or met, in the school's order."""
    planned = [(g.club.id, g.number) for g in problem.groups] + [(c.id, 1) for c in problem.whole_school_clubs]
    order = {c.id: number for number, c in enumerate(problem.clubs)}
    return sorted({*planned, *timetable.of_club}, key=lambda key: (order.get(key[0], len(order)), key))


def usual_columns(told: Told, club_id: str, number: int) -> tuple[str | int, ...]:
    """社团名称, 类型, 所属年级, 授课教师, 上课地点, 上课时间, 人数上限 as schools list them."""
    problem, language = told.problem, told.language
    club = problem.club_by_id.get(club_id)
    meetings = told.timetable.of_club.get((club_id, number), ())
    return (
        group_name(told, club_id, number),
        "" if club is None else club_kind(problem, club_id, language),
        "" if club is None else grades_text(problem, club.grades, language),
        by_time(told, meetings, lambda s: leaders(told, s)),
        by_time(told, meetings, lambda s: room_name(s, language)),
        told.say("、", ", ").join(times(told, meetings)) or told.say("未开", "does not meet"),
        club.most if isinstance(club, CrossClassClub) else "",
    )


def group_name(told: Told, club_id: str, number: int) -> str:
    """The club's name, with the number of the group where there are several."""
    probe = Session(slot=(1, 1), kind=SessionKind.CROSS_CLASS, club=club_id, group=number)
    return content_name(told.problem, probe, told.language)


def leaders(told: Told, session: Session) -> str:
    """Who leads, and below who accompanies."""
    names = people_names(told.problem, session.people(Role.LEADER), told.language)
    also = beside(told.problem, session, Role.ACCOMPANYING, told.language)
    return f"{names}\n{also}" if also else names


def from_classes(told: Told, session: Session) -> str:
    """Head counts by class in a line."""
    counted = [(c.id, session.pupils[c.id]) for c in told.problem.classes if session.pupils.get(c.id)]
    counted += [(c, n) for c, n in session.pupils.items() if c not in told.problem.class_by_id]
    return "、".join(f"{class_title(told.problem, c)} {n}" for c, n in counted)


def times(told: Told, sessions: Sequence[Session]) -> list[str]:
    """When they are, in order; 单 or 双 only where it is not so in both weeks of the cycle."""
    return [title for title, _ in merged(told, sessions, lambda _: None)]


def merged(told: Told, sessions: Sequence[Session], same: Callable[[Session], Hashable]) -> list[tuple[str, Session]]:
    """Sessions with their time; those of odd and even weeks are one where `same` sees no difference."""
    found: dict[Hashable, list[Session]] = {}
    for session in sorted(sessions, key=when):
        found.setdefault((session.slot.day, session.slot.period, same(session)), []).append(session)
    cycle = told.problem.week.cycle
    titled = [
        (some[0].slot.title(1 if len({s.slot.week for s in some}) == cycle else cycle, told.language), some[0])
        for some in found.values()
    ]
    return sorted(titled, key=lambda pair: when(pair[1]))


def when(session: Session) -> tuple[int, int, int]:
    """To sort by."""
    return session.slot.week, session.slot.day, session.slot.period


def by_time(told: Told, sessions: Sequence[Session], say: Callable[[Session], str]) -> str:
    """What holds for all meetings, once; else each variant with its times."""
    found: dict[str, list[Session]] = {}
    for session in sorted(sessions, key=when):
        found.setdefault(say(session), []).append(session)
    if len(found) < 2:
        return next(iter(found), "")
    return "\n".join(f"{'、'.join(times(told, some))}：{text}" for text, some in found.items())
