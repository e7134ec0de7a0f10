"""Which decisions get a variable: all of them (to test a rule), or only those that the fixed facts leave open.

Leaving out what a requirement forbids anyway loses nothing: every requirement still states itself in full over the
variables that exist, and a test compares the optimum of both scopes on random schools.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models import (
    ClassActivity,
    CrossClassClub,
    Instructor,
    LeaderFrom,
    MayServe,
    Person,
    Problem,
    Room,
    SchoolClass,
    Slot,
    SlotKind,
    Teacher,
    WholeSchoolClub,
)
from models.homework import HomeworkQuota
from models.noun import ClassId, GradeId, PersonId, RoomId, Skill, Subject

LedClub = CrossClassClub | WholeSchoolClub


@dataclass(frozen=True, eq=False)
class Unit:
    """What is led and placed: one parallel group of a cross-class club, or a whole-school club."""

    id: str
    club: LedClub
    number: int = 1


def units_of(problem: Problem) -> tuple[Unit, ...]:
    """All units, cross-class groups first."""
    groups = tuple(Unit(g.id, g.club, g.number) for g in problem.groups)
    return groups + tuple(Unit(club.id, club) for club in problem.whole_school_clubs)


@dataclass(frozen=True)
class Split:
    """What must be told apart, because counting it alike was too generous."""

    rooms: frozenset[RoomId] = frozenset()
    tutors: frozenset[tuple[ClassId, Subject]] = frozenset()  # classes and subjects whose tutors are all named


@dataclass(frozen=True, eq=False)
class Pool:
    """Teachers who may visit the classes of a grade in a subject, by cost tier (see the rule `own_teacher`)."""

    grade: GradeId
    subject: Subject
    anybody: bool
    by_tier: Mapping[int, tuple[Teacher, ...]]

    @property
    def tiers(self) -> tuple[int, ...]:
        """1: teaches the grade, 2: does not; only those with people."""
        return tuple(tier for tier, people in self.by_tier.items() if people)

    @property
    def key(self) -> tuple[str, ...]:
        """For names of decisions."""
        return (self.grade, self.subject, "anybody" if self.anybody else "subject")

    def people(self, tier: int) -> tuple[Teacher, ...]:
        """Who may visit in this tier."""
        return self.by_tier[tier]


def own_teachers(school_class: SchoolClass) -> set[PersonId]:
    """Everybody who teaches the class anything, and its class teacher."""
    found = {p for people in school_class.teachers.values() for p in people}
    return found | ({school_class.class_teacher} if school_class.class_teacher else set())


class Scope:
    """Every decision that can be written down at all; the widest scope."""

    duties_at_once = 2  # a person may be in two places: `person_clash` must be able to forbid it
    all_rules_hold = False  # a rule may stand alone in the model, and cannot rely on the others
    superfluous_duties = True  # more patrols or accompanying teachers than asked for: a timetable may, ours do not,
    # or people below their target would be kept at school for nothing
    keeps_leader = False  # whether a club surely has the same leaders at all meetings
    keeps_room = False

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    def can_come(self, person: Person, slot: Slot) -> bool:
        """Whether the person can serve in the slot at all."""
        return True

    def club_slots(self, club: LedClub) -> tuple[Slot, ...]:
        """Slots in which the club may meet: club slots of all its grades."""
        week = self.problem.week
        return tuple(s for s in self.problem.slots if all(week.kind(s, g) is SlotKind.CLUB for g in club.grades))

    def has_no_choice(self, club: LedClub) -> bool:
        """Whether the club meets in every slot that is open for it, because it has no more than it needs."""
        return False

    def tutors(self, school_class: SchoolClass, quota: HomeworkQuota) -> tuple[Teacher, ...]:
        """Who may tutor the class for this quota."""
        return self.problem.teachers

    def named_tutors(self, school_class: SchoolClass, quota: HomeworkQuota) -> tuple[Teacher, ...]:
        """Who of the tutors is decided by name."""
        return self.tutors(school_class, quota)

    def visiting_pool(self, school_class: SchoolClass, quota: HomeworkQuota) -> Pool | None:
        """The other tutors, who are counted."""
        return None

    def leaders(self, club: LedClub) -> tuple[Person, ...]:
        """Who may lead the club."""
        return self.problem.people

    def activity_leaders(self, school_class: SchoolClass, activity: ClassActivity) -> tuple[Teacher, ...]:
        """Who may lead the activity; not asked for what anybody may lead."""
        return self.problem.teachers

    def patrollers(self) -> tuple[Teacher, ...]:
        """Who may be on patrol."""
        return self.problem.teachers

    def rooms(self, club: LedClub) -> tuple[Room, ...]:
        """Rooms in which the club may meet."""
        return self.problem.rooms

    def class_rooms(self, school_class: SchoolClass, slot: Slot) -> tuple[Room, ...]:
        """Rooms in which the class may have its own session in this slot."""
        return self.problem.rooms

    def room_open(self, room: Room, slot: Slot) -> bool:
        """Whether the room can be used in the slot."""
        return True

    def accompanying_most(self, club: LedClub) -> int:
        """Most accompanying teachers at one meeting."""
        return max(2, self._adults_needed(club) + 1)

    def load_most(self, person: Person) -> int:
        """Most sessions a week that can occur."""
        return 10 * len(self.problem.slots)

    def _pupils(self, club: LedClub) -> int:
        if isinstance(club, CrossClassClub):
            return club.most
        return sum(self.problem.pupils_by_grade[g] for g in club.grades)

    def _adults_needed(self, club: LedClub) -> int:
        """Accompanying teachers that accompaniment, one adult a class, or the adult ratio can ask for."""
        needed = 1 if self.problem.settings.accompany_instructors and club.leader_from is not LeaderFrom.INSIDE else 0
        if isinstance(club, WholeSchoolClub) and club.adult_per_class:
            needed = max(needed, sum(len(self.problem.classes_by_grade[g]) for g in club.grades))
        if ratio := self.problem.settings.pupils_per_adult:
            needed = max(needed, -(-self._pupils(club) // ratio) - club.leaders)
        return needed


class OpenScope(Scope):
    """Only what speciality, availability, features and fixed slots leave open."""

    duties_at_once = 1
    all_rules_hold = True
    superfluous_duties = False

    def __init__(
        self, problem: Problem, *, keeps_leader: bool = False, keeps_room: bool = False, split: Split | None = None
    ) -> None:
        super().__init__(problem)
        self.split = split or Split()
        self._pools: dict[tuple[GradeId, Subject, bool], Pool] = {}
        self.keeps_leader = keeps_leader
        self.keeps_room = keeps_room

    def can_come(self, person: Person, slot: Slot) -> bool:
        return slot in self._can_come[person.id]

    @cached_property
    def _can_come(self) -> dict[PersonId, frozenset[Slot]]:
        serving = [p for p in self.problem.people if p.weekly_most > 0 and p.daily_most > 0]
        found = {p.id: frozenset(s for s in self.problem.slots if self.may_be_present(p, s)) for p in serving}
        return {p.id: found.get(p.id, frozenset()) for p in self.problem.people}

    def may_be_present(self, person: Person, slot: Slot) -> bool:
        """Whether absences, visits and credentials let the person serve in the slot."""
        if slot in person.unavailable:
            return False
        if not isinstance(person, Instructor):
            return True
        term = self.problem.term
        papers = all(
            not (c.valid_from and term.first_day and c.valid_from > term.first_day)
            and not (c.valid_until and term.last_day and c.valid_until < term.last_day)
            for c in person.credentials
        )
        invited = not person.visits_only or slot in person.visits_only
        return papers and invited and person.weeks.includes(slot.week)

    def club_slots(self, club: LedClub) -> tuple[Slot, ...]:
        return tuple(
            s
            for s in super().club_slots(club)
            if club.weeks.includes(s.week) and (not club.fixed_slots or s in club.fixed_slots)
        )

    def has_no_choice(self, club: LedClub) -> bool:
        weeks = [week for week in self.problem.week.weeks if club.weeks.includes(week)]
        periods = club.periods if isinstance(club, CrossClassClub) else 1
        return len(self.club_slots(club)) == club.meetings * periods * len(weeks)

    def tutors(self, school_class: SchoolClass, quota: HomeworkQuota) -> tuple[Teacher, ...]:
        subject_teachers = set(school_class.teachers.get(quota.subject, ()))
        return tuple(
            t
            for t in self.problem.teachers
            if (t.id in subject_teachers and quota.who in (MayServe.SUBJECT, MayServe.OWN))
            or self._may_serve(t, school_class, quota.who, quota.people, (), quota.subject)
        )

    def named_tutors(self, school_class: SchoolClass, quota: HomeworkQuota) -> tuple[Teacher, ...]:
        people = self.tutors(school_class, quota)
        if self.visiting_pool(school_class, quota) is None:
            return people
        pinned = {p.person for p in self.problem.pins if p.school_class == school_class.id}
        own = own_teachers(school_class) | pinned
        return tuple(t for t in people if t.id in own)

    def visiting_pool(self, school_class: SchoolClass, quota: HomeworkQuota) -> Pool | None:
        limited = quota.who not in (MayServe.SUBJECT, MayServe.OWN, MayServe.ANYBODY)
        if limited or (school_class.id, quota.subject) in self.split.tutors:
            return None
        key = (school_class.grade, quota.subject, quota.who is MayServe.ANYBODY)
        if key not in self._pools:
            classes = self.problem.classes_by_grade[school_class.grade]
            near = {person for c in classes for person in own_teachers(c)}
            able = [t for t in self.problem.teachers if key[2] or quota.subject in t.subjects]
            tiers = {1: tuple(t for t in able if t.id in near), 2: tuple(t for t in able if t.id not in near)}
            self._pools[key] = Pool(*key, tiers)
        return self._pools[key]

    def leaders(self, club: LedClub) -> tuple[Person, ...]:
        kinds: dict[LeaderFrom, tuple[type[Person], ...]] = {
            LeaderFrom.INSIDE: (Teacher,),
            LeaderFrom.OUTSIDE: (Instructor,),
            LeaderFrom.EITHER: (Teacher, Instructor),
        }
        skills = set(club.skills)
        return tuple(
            p
            for p in self.problem.people
            if isinstance(p, kinds[club.leader_from])
            and (not skills or not skills.isdisjoint(p.skills))
            and (not club.named_leaders or p.id in club.named_leaders)
        )

    def activity_leaders(self, school_class: SchoolClass, activity: ClassActivity) -> tuple[Teacher, ...]:
        return tuple(
            t
            for t in self.problem.teachers
            if self._may_serve(t, school_class, activity.who, activity.people, activity.skills, None)
        )

    @staticmethod
    def _may_serve(
        teacher: Teacher,
        school_class: SchoolClass,
        who: MayServe,
        people: tuple[PersonId, ...],
        skills: tuple[Skill, ...],
        subject: Subject | None,
    ) -> bool:
        match who:
            case MayServe.ANYBODY:
                return True
            case MayServe.SUBJECT:
                return subject in teacher.subjects
            case MayServe.OWN:
                return subject in teacher.subjects or teacher.id in own_teachers(school_class)
            case MayServe.CLASS_TEACHER:
                return teacher.id == school_class.class_teacher
            case MayServe.NAMED:
                return teacher.id in people
            case MayServe.SKILL:
                return not set(skills).isdisjoint(teacher.skills)

    def patrollers(self) -> tuple[Teacher, ...]:
        if self.problem.settings.patrol.at_least == 0:
            return ()
        return tuple(t for t in self.problem.teachers if t.leader)

    def rooms(self, club: LedClub) -> tuple[Room, ...]:
        return tuple(
            r
            for r in self.problem.rooms
            if set(club.features) <= set(r.features)
            and (not club.named_rooms or r.id in club.named_rooms)
            and r.capacity >= self._pupils(club)
        )

    def class_rooms(self, school_class: SchoolClass, slot: Slot) -> tuple[Room, ...]:
        return tuple(r for r in self.class_rooms_that_fit(school_class, slot) if slot not in r.closed)

    def class_rooms_that_fit(self, school_class: SchoolClass, slot: Slot) -> tuple[Room, ...]:
        """The home room; if there is none or it is closed, every room that is large enough."""
        home = self.problem.room_by_id.get(school_class.home_room or "")
        if home is not None and slot not in home.closed:
            return (home,)
        return tuple(r for r in self.problem.rooms if r.capacity >= school_class.pupils)

    def room_open(self, room: Room, slot: Slot) -> bool:
        return slot not in room.closed

    def accompanying_most(self, club: LedClub) -> int:
        return self._adults_needed(club)

    def load_most(self, person: Person) -> int:
        return min(person.weekly_most, len(self.problem.slots) // self.problem.week.cycle)
