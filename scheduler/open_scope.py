"""The scope in which a school is solved: what speciality, availability, features and fixed slots leave open."""

from functools import cache, cached_property

from models import (
    ClassActivity,
    CrossClassClub,
    HomeworkQuota,
    Instructor,
    LeaderFrom,
    MayServe,
    Person,
    Problem,
    Room,
    SchoolClass,
    Slot,
    Teacher,
)
from models.noun import ClassId, ClubId, PersonId, Skill, Subject
from scheduler.scope import LedClub, Split, units_of
from scheduler.visiting_scope import VisitingScope


class OpenScope(VisitingScope):
    """Only what speciality, availability, features and fixed slots leave open."""

    duties_at_once = 1
    all_rules_hold = True
    nothing_gives_way = True
    superfluous_duties = False

    def __init__(
        self, problem: Problem, *, keeps_leader: bool = False, keeps_room: bool = False, split: Split | None = None
    ) -> None:
        super().__init__(problem, split or Split())
        self.keeps_leader = keeps_leader
        self.keeps_room = keeps_room
        # Asked again and again, and always answered alike; the keys are ids, because a noun is slow to hash.
        self._club_slots = cache(lambda club: self._find_club_slots(self._club[club]))
        self._rooms = cache(lambda club: self._find_rooms(self._club[club]))
        self._tutors = cache(lambda school_class, subject: self._find_tutors(school_class, subject))

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

    @cached_property
    def _club(self) -> dict[ClubId, LedClub]:
        return {unit.club.id: unit.club for unit in units_of(self.problem)}

    def club_slots(self, club: LedClub) -> tuple[Slot, ...]:
        return self._club_slots(club.id)

    def _find_club_slots(self, club: LedClub) -> tuple[Slot, ...]:
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
        return self._tutors(school_class.id, quota.subject)

    def _find_tutors(self, class_id: ClassId, subject: Subject) -> tuple[Teacher, ...]:
        school_class, quota = self.problem.class_by_id[class_id], self.problem.quotas[class_id][subject]
        subject_teachers = set(school_class.teachers.get(quota.subject, ()))
        return tuple(
            t
            for t in self.problem.teachers
            if (t.id in subject_teachers and quota.who in (MayServe.SUBJECT, MayServe.OWN))
            or self._may_serve(t, school_class, quota.who, quota.people, (), quota.subject)
        )

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

    def _may_serve(
        self,
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
                return subject in teacher.subjects or teacher.id in self.own[school_class.id]
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
        return self._rooms(club.id)

    def _find_rooms(self, club: LedClub) -> tuple[Room, ...]:
        pupils, features = self._pupils(club), set(club.features)
        return tuple(
            r
            for r in self.problem.rooms
            if r.capacity >= pupils
            and features.issubset(r.features)
            and (not club.named_rooms or r.id in club.named_rooms)
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
