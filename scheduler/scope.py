"""Which decisions get a variable: all of them (to test a rule), or only those that the fixed facts leave open.

Leaving out what a requirement forbids anyway loses nothing: every requirement still states itself in full over the
variables that exist, and a test compares the optimum of both scopes on random schools.
"""

from dataclasses import dataclass

from models import (
    ClassActivity,
    CrossClassClub,
    LeaderFrom,
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
from models.noun import ClassId, PersonId, RoomId, Subject

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
    """Teachers who may visit the same classes at the same price (tier of the rule `own_teacher`)."""

    key: tuple[str, ...]  # for names of decisions
    tier: int
    people: tuple[Teacher, ...]


def own_teachers(school_class: SchoolClass) -> set[PersonId]:
    """Everybody who teaches the class anything, and its class teacher."""
    found = {p for people in school_class.teachers.values() for p in people}
    return found | ({school_class.class_teacher} if school_class.class_teacher else set())


class Scope:
    """Every decision that can be written down at all; the widest scope."""

    duties_at_once = 2  # a person may be in two places: `person_clash` must be able to forbid it
    all_rules_hold = False  # a rule may stand alone in the model, and cannot rely on the others
    nothing_gives_way = False  # all rules hold, and in full: no club meets less often than it should
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

    def visiting_pools(self, school_class: SchoolClass, quota: HomeworkQuota) -> tuple[Pool, ...]:
        """The other tutors, who are counted."""
        return ()

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
