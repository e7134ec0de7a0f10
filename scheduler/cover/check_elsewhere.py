"""Audits what is held on another date than planned, and two classes that are minded together. Knows no solver and
shares no judgement with what proposes them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from models import (
    CrossClassClub,
    DatedSession,
    DatedTimetable,
    DayKind,
    EventDay,
    Joined,
    Problem,
    Session,
    SessionKind,
    SlotKind,
    TermLog,
    Text,
    Violation,
)
from models.noun import ClassId

_Keyed = tuple[tuple[object, ...], Violation]
_CLUBS = (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)


def both_minded(dated: DatedTimetable, log: TermLog) -> set[tuple[object, ...]]:
    """(date, slot, kind, class, subject, club, group) of each session that is rightly minded together with another."""
    found: set[tuple[object, ...]] = set()
    for joined in (c for c in log.holding if isinstance(c, Joined)):
        pair = _pair(dated, joined)
        if pair is not None and pair[0].room == pair[1].room and joined.by in pair[1].people():
            s = pair[0]
            if set(s.people()) <= {joined.by} or not set(s.people()) & set(pair[1].people()):
                found.add((joined.day, s.slot, s.kind, s.school_class, s.subject, s.club, s.group))
    return found


def elsewhere(problem: Problem, base: DatedTimetable, dated: DatedTimetable, log: TermLog) -> Iterator[_Keyed]:
    """Sessions where there is no service, or whose pupils are elsewhere then; joined classes without place."""
    planned = {(d.day, d.ref) for d in base.sessions}
    for d in dated.sessions:
        if (d.day, d.ref) not in planned and d.session.kind is not SessionKind.PATROL:
            for code, text in (*_service(problem, base, log, d), *_pupils(problem, dated, d)):
                yield (code, d.day, d.ref), Violation(rule=code, text=text)
    minded: set[object] = set()
    for joined in (c for c in log.holding if isinstance(c, Joined)):
        pair = _pair(dated, joined)
        if pair is not None:
            both = {(joined.day, joined.session), (joined.day, joined.host)}
            if both & minded:
                when = _when(joined.day, joined.session.slot.period)
                text = Text(f"{when.zh}三个班合在一起。", f"{when.en}: three classes together.")
                yield ("joined", joined.day, joined.session), Violation(rule="joined", text=text)
            minded |= both
            for code, text in _joined(problem, joined, *pair):
                yield (code, joined.day, joined.session, joined.room), Violation(rule=code, text=text)


def _when(day: date, period: int) -> Text:
    return Text(f"{day.month}月{day.day}日第{period}节", f"{day} period {period}")


def _service(problem: Problem, base: DatedTimetable, log: TermLog, d: DatedSession) -> Iterator[tuple[str, Text]]:
    """The date must run the session's slot, and every class must have service then."""
    day, slot, when = base.day_of.get(d.day), d.session.slot, _when(d.day, d.session.slot.period)
    runs = day is not None and day.kind is not DayKind.HOLIDAY and day.runs_as == slot.day
    if not runs or (day is not None and problem.week.cycle == 2 and day.week != slot.week):
        yield "no_service", Text(f"{when.zh}没有课后服务。", f"{when.en}: there is no service.")
        return
    for c in _whose(problem, d.session):
        grade = problem.class_by_id[c].grade
        stopped = any(
            s.includes(d.day) and slot.period in (s.periods or (slot.period,)) and grade in (s.grades or (grade,))
            for s in problem.calendar.no_service
        ) or any(
            isinstance(f, EventDay) and f.concerns(d.day, slot.period) and c in (f.classes or (c,)) for f in log.holding
        )
        if stopped or problem.week.kind(slot, grade) is SlotKind.OFF:
            yield "no_service", Text(f"{when.zh}，{c}没有课后服务。", f"{when.en}: no service for {c}.")
            return


def _pupils(problem: Problem, dated: DatedTimetable, d: DatedSession) -> Iterator[tuple[str, Text]]:
    """Nobody who belongs there is in another club, or misses homework tutoring; a group meets once a day."""
    when = _when(d.day, d.session.slot.period)
    mine = set(_whose(problem, d.session))
    for other in dated.on.get(d.day, ()):
        s = other.session
        if s is d.session or s.kind is SessionKind.PATROL:
            continue
        at_once = s.slot.period == d.session.slot.period
        if at_once and mine & set(_whose(problem, s)) - set(other.without):
            in_club = s.kind in _CLUBS
            if in_club or s.kind is SessionKind.HOMEWORK or d.session.kind is not SessionKind.CROSS_CLASS:
                what = s.club or s.subject or "班级活动"
                yield "class_covered", Text(f"{when.zh}，学生在{what}。", f"{when.en}: the pupils are in {what}.")
        club = problem.club_by_id.get(s.club or "")
        same = s.kind in _CLUBS and (s.kind, s.club, s.group) == (d.session.kind, d.session.club, d.session.group)
        if same and isinstance(club, CrossClassClub) and club.periods == 1:
            yield (
                "club_meetings",
                Text(f"{when.zh}，{s.club}同一天两次。", f"{when.en}: {s.club} meets twice that day."),
            )


def _joined(problem: Problem, joined: Joined, guest: Session, host: Session) -> Iterator[tuple[str, Text]]:
    when, pupils = _when(joined.day, guest.slot.period), 0
    adults = len({*guest.people(), *host.people()})
    for s in (guest, host):
        if s.kind is not SessionKind.HOMEWORK or s.school_class is None or s.slot != guest.slot:
            yield "joined", Text(f"{when.zh}不是两个班的作业辅导。", f"{when.en}: these are not two classes' homework.")
            return
        pupils += problem.class_by_id[s.school_class].pupils
    room, ratio = problem.room_by_id[joined.room], problem.settings.pupils_per_adult
    if guest.room == host.room and room.capacity < pupils:
        yield (
            "room_fits",
            Text(f"{when.zh}，{room.id}坐不下{pupils}人。", f"{when.en}: {room.id} does not hold {pupils}."),
        )
    if ratio is not None and pupils > ratio * adults:
        zh, en = f"{when.zh}，{pupils}名学生只有{adults}位教师。", f"{when.en}: {pupils} pupils, {adults} adults."
        yield "adult_ratio", Text(zh, en)


def _pair(dated: DatedTimetable, joined: Joined) -> tuple[Session, Session] | None:
    """Both sessions as they stand; none if one of them is not held any more."""
    here: defaultdict[int, list[Session]] = defaultdict(list)
    for d in dated.on.get(joined.day, ()):
        here[0] += [d.session] if joined.session.means(d.session) else []
        here[1] += [d.session] if joined.host.means(d.session) else []
    return (here[0][0], here[1][0]) if here[0] and here[1] else None


def _whose(problem: Problem, s: Session) -> tuple[ClassId, ...]:
    if s.school_class is not None:
        return (s.school_class,)
    if s.pupils:
        return tuple(c for c, number in s.pupils.items() if number)
    club = problem.club_by_id.get(s.club or "")
    return tuple(c.id for c in problem.classes if club is not None and c.grade in club.grades)
