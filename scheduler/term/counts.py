"""Sessions of a term, counted: per weekday, class, club, activity, subject and person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from models import Counted, DatedTimetable, DayKind, Problem, Session, SessionKind, TermCount
from models.noun import ClassId

_Key = tuple[Counted, str, int]
_Mark = tuple[date, int, str]  # date, period, and whose it is where one key has several at a time
_WALKING = (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)


def counts(problem: Problem, dated: DatedTimetable) -> tuple[TermCount, ...]:
    """Every weekday, class, club, activity, subject and person that has a session, in the school's order.

    A class counts its slots with service, wherever its pupils are. A session that only some of its classes lose is
    held for its club and its people.
    """
    held: defaultdict[_Key, set[_Mark]] = defaultdict(set)
    lost: defaultdict[_Key, dict[_Mark, str]] = defaultdict(dict)
    for d in dated.sessions:
        for key, mark in _marks(problem, d.day, d.session, out=d.without):
            held[_day(dated, key, d.day)].add(mark)
    for loss in dated.losses:
        for key, mark in _marks(problem, loss.day, loss.session, only=loss.classes):
            lost[_day(dated, key, loss.day)].setdefault(mark, loss.reason)
    made_up = {day.day for day in dated.days if day.kind is DayKind.MAKE_UP}
    found = [_count(key, held[key], lost[key], made_up) for key in dict.fromkeys([*held, *lost])]
    order = _order(problem)
    return tuple(sorted(found, key=lambda c: (list(Counted).index(c.what), order.get(c.key, 0), c.key, c.group)))


def _day(dated: DatedTimetable, key: _Key, day: date) -> _Key:
    """A weekday counts the dates that run as it."""
    what, kind, group = key
    return (what, f"{int(dated.day_of[day].runs_as)}.{kind}", group) if what is Counted.DAY else key


def _count(key: _Key, held: set[_Mark], lost: dict[_Mark, str], made_up: set[date]) -> TermCount:
    usual = {mark for mark in held if mark[0] not in made_up}
    gone = {mark: why for mark, why in lost.items() if mark not in held and mark[0] not in made_up}
    return TermCount(
        what=key[0],
        key=key[1],
        group=key[2],
        planned=len(usual) + len(gone),
        lost=dict(Counter(gone[mark] for mark in sorted(gone))),
        made_up=len(held) - len(usual),
    )


def _marks(
    problem: Problem, day: date, session: Session, out: Iterable[ClassId] = (), only: tuple[ClassId, ...] = ()
) -> Iterator[tuple[_Key, _Mark]]:
    """What a session counts for; with `only` just for these classes, which alone lose it."""
    period = session.slot.period
    classes = [c for c in only or classes_of(problem, session) if c not in set(out)]
    if session.kind is not SessionKind.PATROL:
        for c in classes:
            yield (Counted.CLASS, c, 1), (day, period, "")
            if session.kind is SessionKind.HOMEWORK:
                yield (Counted.SUBJECT, session.subject or "？", 1), (day, period, c)
            if session.kind is SessionKind.CLASS_ACTIVITY and session.club is not None:
                yield (Counted.ACTIVITY, session.club, 1), (day, period, c)
    if only:
        return
    if session.kind in _WALKING and session.club is not None:
        yield (Counted.CLUB, session.club, session.group), (day, period, "")
    for person in session.people():
        yield (Counted.PERSON, person, 1), (day, period, "")
    if session.kind is not SessionKind.PATROL:
        kind = "homework" if session.kind is SessionKind.HOMEWORK else "club"
        yield (Counted.DAY, kind, 1), (day, period, "")


def classes_of(problem: Problem, session: Session) -> tuple[ClassId, ...]:
    """The classes whose pupils are in the session; none for patrol."""
    if session.kind is SessionKind.PATROL:
        return ()
    if session.school_class is not None:
        return (session.school_class,)
    if session.pupils:
        return tuple(c for c, number in session.pupils.items() if number)
    club = problem.club_by_id.get(session.club or "")
    return tuple(c.id for c in problem.classes if club is not None and c.grade in club.grades)


def _order(problem: Problem) -> dict[str, int]:
    ids = [
        *(f"{day}.{kind}" for day in range(1, 8) for kind in ("homework", "club")), *(c.id for c in problem.classes),
        *(c.id for c in problem.clubs), *(s.id for s in problem.subjects), *(p.id for p in problem.people),
    ]  # fmt: skip
    return {name: i for i, name in enumerate(dict.fromkeys(ids))}
