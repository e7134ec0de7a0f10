"""How things stand on the dates of a term: who serves when, how much, who is away, which rooms are in use or shut."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from models import (
    Absence,
    ClassActivity,
    CrossClassClub,
    DatedTimetable,
    Gap,
    InstructorCancels,
    MayServe,
    Problem,
    Role,
    RoomShut,
    Session,
    SessionKind,
    Substitution,
    Teacher,
    TermLog,
    Timetable,
    WholeSchoolClub,
    replayed,
    week_number,
)
from models.noun import PersonId, RoomId
from scheduler.alter.able import Able
from scheduler.alter.judge import Judge
from scheduler.reading import own_teachers


class Standing:
    """A dated timetable with the changes that hold; gaps are left to `gaps`."""

    def __init__(self, problem: Problem, dated: DatedTimetable, log: TermLog) -> None:
        self.problem, self.base, self.log = problem, dated, log
        found = replayed(dated, log)
        self.actual, self.conflicts = found.timetable, found.conflicts
        every = [g for g in found.gaps if (g.person or g.room) is not None]
        self.gaps = tuple(g for g in every if g.person is not None)
        self.room_gaps = tuple(g for g in every if g.room is not None)
        self.serving: dict[tuple[date, int], dict[PersonId, Session]] = defaultdict(dict)
        self.rooms_used: Counter[tuple[date, int, RoomId]] = Counter()
        self.on_day: Counter[tuple[PersonId, date]] = Counter()
        self.in_week: Counter[tuple[PersonId, int]] = Counter()
        self.in_term: Counter[PersonId] = Counter()
        self.stood_in: Counter[PersonId] = Counter(
            c.by for c in log.holding if isinstance(c, Substitution)
        )  # sessions served for others in this term
        for one in self.actual.sessions:
            here = self.serving[one.day, one.session.slot.period]
            if one.session.room is not None:
                self.rooms_used[one.day, one.session.slot.period, one.session.room] += 1
            for duty in one.session.duties:
                here[duty.person] = one.session
                self.on_day[duty.person, one.day] += 1
                self.in_week[duty.person, self.week(one.day)] += 1
                self.in_term[duty.person] += 1

    def week(self, day: date) -> int:
        """The week of the term."""
        assert self.problem.term.first_day is not None  # else there is no dated timetable
        return week_number(self.problem.term.first_day, day)

    def away(self, person: PersonId, day: date, period: int) -> Absence | InstructorCancels | None:
        """Why the person cannot serve then, by the log."""
        for fact in self.log.holding:
            if isinstance(fact, Absence | InstructorCancels) and fact.person == person and fact.concerns(day, period):
                return fact
        return None

    def shut(self, room: RoomId, day: date, period: int) -> RoomShut | None:
        """Why the room cannot be used then, by the log."""
        for fact in self.log.holding:
            if isinstance(fact, RoomShut) and fact.room == room and fact.concerns(day, period):
                return fact
        return None

    def remains(self, gap: Gap) -> Session:
        """The session of the gap as it stands, without whom or what is missing."""
        same = [d.session for d in self.actual.on.get(gap.day, ()) if _same(d.session, gap.session)]
        return same[0] if same else gap.session

    def is_fully_fit(self, person: PersonId, session: Session, role: Role) -> bool:
        """Whether the school's rules let the person serve there, whenever that is."""
        return self._able.can_serve(person, [session], role, absent=True)

    def is_fit(self, person: PersonId, session: Session, role: Role) -> bool:
        """The same, or a teacher of the class where the school names one person, who is the one that is away."""
        return self.is_fully_fit(person, session, role) or self._of_the_class(person, session, role)

    def _of_the_class(self, person: PersonId, session: Session, role: Role) -> bool:
        if session.school_class is None or role not in (Role.TUTOR, Role.LEADER):
            return False
        if not isinstance(self.problem.person_by_id[person], Teacher):
            return False
        who: MayServe | None = None
        if session.kind is SessionKind.HOMEWORK:
            quota = self.problem.quotas[session.school_class].get(session.subject or "")
            who = None if quota is None else quota.who
        elif isinstance(activity := self.problem.club_by_id.get(session.club or ""), ClassActivity):
            who = activity.who
        named = who in (MayServe.CLASS_TEACHER, MayServe.NAMED)
        return named and person in own_teachers(self.problem.class_by_id[session.school_class])

    def fitting_rooms(self, session: Session) -> tuple[RoomId, ...]:
        """Rooms that could hold the session, whether or not they are free then."""
        return self._able.rooms([session])

    def are_one_meeting(self, one: Gap, other: Gap) -> bool:
        """Whether both are periods of one meeting of a club, so that the same people and room serve."""
        club = self.problem.club_by_id.get(one.session.club or "")
        return (
            isinstance(club, CrossClassClub)
            and club.periods > 1
            and (one.day, one.session.club, one.session.group, one.role, one.person, one.room)
            == (other.day, other.session.club, other.session.group, other.role, other.person, other.room)
        )

    @cached_property
    def _able(self) -> Able:
        """Knows the rules; rooms that the log shuts count as closed all week, and are named for nothing any more."""
        shut = {f.room for f in self.log.holding if isinstance(f, RoomShut)}
        problem = self.problem
        if shut:
            rooms = tuple(r.model_copy(update={"closed": problem.slots}) if r.id in shut else r for r in problem.rooms)
            clubs = tuple(
                c.model_copy(update={"named_rooms": ()})
                if isinstance(c, CrossClassClub | WholeSchoolClub) and c.named_rooms and set(c.named_rooms) <= shut
                else c
                for c in problem.clubs
            )
            kept = {name: getattr(problem, name) for name in type(problem).model_fields}
            problem = Problem.model_construct(**kept | {"rooms": rooms, "clubs": clubs})
        return Able(Judge(problem, self.no_sessions))

    @cached_property
    def no_sessions(self) -> Timetable:
        """No session at all: what rules say of one session alone does not depend on the others."""
        return Timetable(school=self.problem.school, term=self.problem.term.name, fingerprint="", sessions=())


def _same(one: Session, other: Session) -> bool:
    def key(s: Session) -> Iterable[object]:
        return s.slot, s.kind, s.school_class, s.subject, s.club, s.group

    return tuple(key(one)) == tuple(key(other))
