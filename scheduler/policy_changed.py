"""Sessions that a change of the term has made unlike the plan: who is with them, and with how many pupils."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from models import PolicyCase, Role, Session, SessionKind, Teacher, Text, dated_differences
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.reading import session_title


def without_teacher(dates: PolicyDates) -> Iterator[DatedCase]:
    """Changed sessions that only instructors lead, with no teacher of the school beside them."""
    people = dates.problem.person_by_id
    for day, s in _changed(dates):
        there = s.people(Role.LEADER, Role.ACCOMPANYING)
        if there and not any(isinstance(people[p], Teacher) for p in there):
            yield _case(dates, day, s, Text("没有本校教师在场", "no teacher of the school is there"))


def over_ratio(dates: PolicyDates, ratio: int) -> Iterator[DatedCase]:
    """Changed sessions with more pupils to an adult; classes that are minded together count together."""
    if dates.actual is None:
        return
    together: defaultdict[tuple[date, int, frozenset[str]], list[Session]] = defaultdict(list)
    for d in dates.actual.sessions:
        if d.session.kind is not SessionKind.PATROL:
            together[d.day, d.session.slot.period, frozenset(d.session.people())].append(d.session)
    for day, s in _changed(dates):
        adults = frozenset(s.people())
        with_them = together[day, s.slot.period, adults] if adults else [s]
        pupils = sum(_pupils(dates, one) for one in with_them)
        if adults and pupils > ratio * len(adults):
            zh, en = f"{pupils} 名学生、{len(adults)} 位教师", f"{pupils} pupils, {len(adults)} adults"
            yield _case(dates, day, s, Text(zh, en))


def _changed(dates: PolicyDates) -> Iterator[tuple[date, Session]]:
    if dates.actual is None:
        return
    for difference in dated_differences(dates.planned, dates.actual):
        if difference.after is not None and difference.after.kind is not SessionKind.PATROL:
            yield difference.day, difference.after


def _pupils(dates: PolicyDates, s: Session) -> int:
    return s.head_count if s.school_class is None else dates.problem.class_by_id[s.school_class].pupils


def _case(dates: PolicyDates, day: date, s: Session, fault: Text) -> DatedCase:
    what, when = session_title(dates.problem, s), dates.dates_text([day])
    text = Text(
        f"{when.zh}第{s.slot.period}节{what.zh}（变更后）：{fault.zh}。",
        f"{when.en}, period {s.slot.period}, {what.en} (as changed): {fault.en}.",
    )
    classes = () if s.school_class is None else (s.school_class,)
    clubs = () if s.club is None else (s.club,)
    return DatedCase(PolicyCase(text=text, slot=s.slot, people=s.people(), classes=classes, clubs=clubs, dates=(day,)))
