"""Audits the actual timetable on its dates: whatever is wrong there and was not in the base. Knows no solver and shares
no judgement with what proposes a cover."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from models import (
    Absence,
    ClassActivity,
    CrossClassClub,
    DatedTimetable,
    HomeworkQuota,
    Instructor,
    InstructorCancels,
    LeaderFrom,
    MayServe,
    Problem,
    Role,
    RoomShut,
    Session,
    SessionKind,
    Teacher,
    TermLog,
    Text,
    Violation,
    WholeSchoolClub,
    actual,
)
from models.noun import PersonId
from scheduler.cover.check_elsewhere import both_minded, elsewhere

_Found = dict[tuple[object, ...], Violation]


def cover_violations(problem: Problem, base: DatedTimetable, log: TermLog) -> tuple[Violation, ...]:
    """What the changes break: people and classes in two places, unfit or absent people, papers, limits, rooms, company.

    A gap that is still open is none of these, but what it leaves without a teacher or patrol is.
    """
    before, now = _findings(problem, base, log, base), _findings(problem, actual(base, log), log, base)
    return tuple(found for key, found in now.items() if key not in before)


def _findings(problem: Problem, dated: DatedTimetable, log: TermLog, base: DatedTimetable) -> _Found:
    together = set() if dated is base else both_minded(dated, log)
    usual = {(d.day, _place(d.session), p) for d in base.sessions for p in d.session.people()}
    places = {(d.day, _place(d.session), d.session.room) for d in base.sessions}
    found: _Found = {}
    for day, sessions in dated.on.items():
        one_day = [d.session for d in sessions]
        for key, violation in (*_clashes(problem, day, one_day, together), *_company(problem, day, one_day)):
            found[key] = violation
        for d in sessions:
            place = _place(d.session)
            for duty in d.session.duties:
                if (day, place, duty.person) not in usual:  # new there by a change
                    for code, text in _unfit(problem, log, day, d.session, duty.person, duty.role):
                        found[code, day, place, duty.person] = _violation(code, text, duty.person)
            if (day, place, d.session.room) not in places and d.session.room is not None:
                for code, text in _room(problem, log, day, d.session):
                    found[code, day, place, d.session.room] = _violation(code, text)
    found.update(_loads(problem, dated, base))
    if dated is not base:
        found.update(elsewhere(problem, base, dated, log))
    return found


def _place(s: Session) -> tuple[object, ...]:
    """Which session it is, as a plain tuple, which is quick to look up."""
    return s.slot, s.kind, s.school_class, s.subject, s.club, s.group


def _violation(rule: str, text: Text, *people: PersonId) -> Violation:
    return Violation(rule=rule, text=text, people=people)


def _when(day: date, period: int) -> Text:
    return Text(f"{day.month}月{day.day}日第{period}节", f"{day} period {period}")


def _clashes(
    problem: Problem, day: date, sessions: list[Session], together: set[tuple[object, ...]]
) -> Iterator[tuple[tuple[object, ...], Violation]]:
    """One person, class and place at a time; of two classes that are minded together the second counts for neither."""
    people: Counter[tuple[int, str]] = Counter()
    rooms: Counter[tuple[int, str]] = Counter()
    classes: Counter[tuple[int, str]] = Counter()
    for s in sessions:
        if (day, *_place(s)) not in together:
            people.update((s.slot.period, p) for p in s.people())
            rooms.update([(s.slot.period, s.room)] if s.room is not None else [])
        classes.update([(s.slot.period, s.school_class)] if s.school_class is not None else [])
    for counted, rule, most in (
        (people, "person_clash", {}),
        (classes, "class_covered", {}),
        (rooms, "room_clash", {r.id: r.groups_at_once for r in problem.rooms}),
    ):
        for (period, who), number in counted.items():
            if number > most.get(who, 1):
                when = _when(day, period)
                text = Text(f"{when.zh}，{who}同时有{number}处。", f"{when.en}: {who} is in {number} places.")
                yield (rule, day, period, who, number), _violation(rule, text)


def _company(problem: Problem, day: date, sessions: list[Session]) -> Iterator[tuple[tuple[object, ...], Violation]]:
    """Instructors without a teacher beside them; too few leaders on patrol."""
    people, on_patrol = problem.person_by_id, Counter[int]()
    for s in sessions:
        on_patrol[s.slot.period] += len(s.people(Role.PATROL))
        leaders = s.people(Role.LEADER)
        teachers = [p for p in s.people(Role.LEADER, Role.ACCOMPANYING) if isinstance(people[p], Teacher)]
        if problem.settings.accompany_instructors and leaders and not teachers:
            when = _when(day, s.slot.period)
            text = Text(f"{when.zh}，{s.club}没有本校教师在场。", f"{when.en}: no school teacher is with {s.club}.")
            yield ("accompanied", day, s.slot.period, s.club, s.group), _violation("accompanied", text, *leaders)
    for period in {s.slot.period for s in sessions}:
        if on_patrol[period] < problem.settings.patrol.at_least:
            when = _when(day, period)
            text = Text(f"{when.zh}巡查{on_patrol[period]}人，不够。", f"{when.en}: {on_patrol[period]} on patrol.")
            yield ("patrol", day, period, on_patrol[period]), _violation("patrol", text)


def _unfit(
    problem: Problem, log: TermLog, day: date, session: Session, person: PersonId, role: Role
) -> Iterator[tuple[str, Text]]:
    who, when = problem.person_by_id[person], _when(day, session.slot.period)
    if not _may(problem, session, person, role):
        yield "fits", Text(f"{when.zh}，{person}不能承担这次活动。", f"{when.en}: {person} may not serve there.")
    away = any(
        isinstance(f, Absence | InstructorCancels) and f.person == person and f.concerns(day, session.slot.period)
        for f in log.holding
    )
    stays = isinstance(who, Instructor) and (
        (bool(who.visits_only) and session.slot not in who.visits_only) or not who.weeks.includes(session.slot.week)
    )
    if away or stays or session.slot in who.unavailable:
        yield "person_available", Text(f"{when.zh}，{person}不能到岗。", f"{when.en}: {person} cannot come.")
    for paper in who.credentials if isinstance(who, Instructor) else ():
        if (paper.valid_from and day < paper.valid_from) or (paper.valid_until and day > paper.valid_until):
            yield (
                "credentials",
                Text(
                    f"{when.zh}，{person}的“{paper.name}”无效。", f'{when.en}: "{paper.name}" of {person} is not valid.'
                ),
            )


def _may(problem: Problem, session: Session, person: PersonId, role: Role) -> bool:
    who = problem.person_by_id[person]
    if role in (Role.ACCOMPANYING, Role.PATROL):
        return isinstance(who, Teacher) and (role is Role.ACCOMPANYING or who.leader)
    club = problem.club_by_id.get(session.club or "")
    if isinstance(club, CrossClassClub | WholeSchoolClub):
        kinds = {LeaderFrom.INSIDE: Teacher, LeaderFrom.OUTSIDE: Instructor}
        named = not club.named_leaders or person in club.named_leaders
        skilled = not club.skills or bool(set(club.skills) & set(who.skills))
        return isinstance(who, kinds.get(club.leader_from, (Teacher, Instructor))) and named and skilled
    if not isinstance(who, Teacher) or session.school_class is None:
        return False
    c = problem.class_by_id[session.school_class]
    own = person == c.class_teacher or any(person in people for people in c.teachers.values())
    rule: HomeworkQuota | ClassActivity | None = club if isinstance(club, ClassActivity) else None
    teaches = False
    if session.kind is SessionKind.HOMEWORK:
        rule = problem.quotas[c.id].get(session.subject or "")
        teaches = session.subject in who.subjects or person in c.teachers.get(session.subject or "", ())
    if rule is None or rule.who is MayServe.ANYBODY:
        return True
    if rule.who is MayServe.SKILL:
        return isinstance(rule, ClassActivity) and bool(set(rule.skills) & set(who.skills))
    if rule.who is MayServe.SUBJECT:
        return teaches
    return own or person in rule.people or (rule.who is MayServe.OWN and teaches)


def _room(problem: Problem, log: TermLog, day: date, session: Session) -> Iterator[tuple[str, Text]]:
    room, when = problem.room_by_id[session.room or ""], _when(day, session.slot.period)
    club = problem.club_by_id.get(session.club or "")
    led = club if isinstance(club, CrossClassClub | WholeSchoolClub) else None
    pupils = session.head_count
    if isinstance(led, CrossClassClub):
        pupils = led.most
    elif session.school_class is not None:
        pupils = problem.class_by_id[session.school_class].pupils
    if room.capacity < pupils or (led is not None and not set(led.features) <= set(room.features)):
        yield "room_fits", Text(f"{when.zh}，{room.id}不合适。", f"{when.en}: {room.id} does not fit.")
    shut = any(isinstance(f, RoomShut) and f.room == room.id and f.concerns(day, session.slot.period)
               for f in log.holding)  # fmt: skip
    if shut or session.slot in room.closed:
        yield "room_available", Text(f"{when.zh}，{room.id}停用。", f"{when.en}: {room.id} is shut.")


def _loads(
    problem: Problem, dated: DatedTimetable, base: DatedTimetable
) -> Iterator[tuple[tuple[object, ...], Violation]]:
    """More in a day or week than agreed, of those who have more there than in the base."""
    for monday_of, most_of, what in (
        (lambda day: day, lambda who: who.daily_most, "day"),
        (lambda day: day.isocalendar()[:2], lambda who: who.weekly_most, "week"),
    ):
        usual, now = defaultdict[tuple[object, str], int](int), defaultdict[tuple[object, str], int](int)
        for counted, table in ((usual, base), (now, dated)):
            for day, _, person in {
                (d.day, d.session.slot.period, p) for d in table.sessions for p in d.session.people()
            }:
                counted[monday_of(day), person] += 1  # type: ignore[no-untyped-call]
        for (when, person), number in now.items():
            most = most_of(problem.person_by_id[person])  # type: ignore[no-untyped-call]
            if number > most and number > usual[when, person]:
                zh = "当天" if what == "day" else "当周"
                text = Text(
                    f"{person}{zh}{number}次，超过上限{most}次。", f"{person}: {number} in a {what}, {most} at most."
                )
                yield ("weekly_quota", what, when, person, number), _violation("weekly_quota", text, person)
