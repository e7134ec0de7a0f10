"""Which levers could answer a shortage: those on the people, clubs, rooms, classes and slots that were counted."""

from models import CrossClassClub, Problem, Room, Shortage, Teacher
from models.noun import PersonId
from scheduler.open_scope import OpenScope
from scheduler.repair.lever import Lever
from scheduler.repair.levers import clubs, hiring, people, rooms, week
from scheduler.scope import LedClub, units_of

ADULTS = {"adults_in_slot", "sessions_in_week", "homework_tutors", "tutors_come", "activity_leaders"}
LEADERS = {"club_leaders", "leaders_come", "leaders_keep_club", "leaders_for_all_clubs", "leaders_in_week"}
PATROL = {"patrol_in_slot", "patrol_shared"}
ROOMS = {"club_rooms", "rooms_in_slot", "rooms_in_week", "rooms_for_all_clubs"}
PLACES = {"places_in_week", "places_in_slot"}
WALKING = {"walking_options", "clubs_for_walking", "fixed_walking_slots", "club_within_walking"}
LEAST = {"comes_often_enough", "instructors_have_clubs", "work_for_everybody"}
WORK = ADULTS | LEADERS | PATROL

_KINDS: dict[str, set[str]] = {
    "more_sessions": WORK,
    "one_more_visit": LEADERS | {"sessions_in_week"},
    "more_a_day": WORK,
    "fewer_asked": LEAST,
    "free_at": WORK | LEAST | {"patrol_in_slot"},
    "papers": LEADERS | {"credentials_cover_term"},
    "instructor": LEADERS | {"credentials_cover_term"},
    "teacher": WORK,
    "open_room": ROOMS,
    "other_room": ROOMS,
    "fewer_meetings": WORK
    | ROOMS
    | WALKING
    | {"club_days", "class_club_slots", "credentials_cover_term", "pupils_for_clubs"},
    "any_slot": WORK | ROOMS | WALKING | {"club_days"},
    "more_pupils": PLACES | WALKING,
    "fewer_pupils": {"pupils_for_clubs"},
    "fewer_walks": PLACES | WALKING | {"class_club_slots"},
    "more_walks": WALKING | {"pupils_for_clubs", "sessions_in_week", "adults_in_slot"},
    "quota_by_one": {"homework_fills_slots"},
    "fewer_on_patrol": PATROL | {"adults_in_slot", "sessions_in_week"},
    "unaccompanied": {"adults_in_slot", "sessions_in_week"},
    "leader_changes": {"leaders_keep_club", "leaders_for_all_clubs"},
    "room_changes": {"rooms_for_all_clubs", "club_rooms"},
    "fewer_activities": {"activity_leaders", "class_club_slots"},
}
"""What each kind of lever can be an answer to. Pins are named in what they break, and may be released for anything."""


class Relevance:
    """The counted shortage as levers see it."""

    def __init__(self, problem: Problem, shortage: Shortage) -> None:
        scope = OpenScope(problem)
        self.shortage = shortage
        led: dict[str, LedClub] = {unit.club.id: unit.club for unit in units_of(problem)}
        self.clubs = [led[c] for c in shortage.clubs if c in led]
        self.classes = set(shortage.classes)
        self.grades = {problem.class_by_id[c].grade for c in shortage.classes if c in problem.class_by_id}
        self.grades |= {g for club in self.clubs for g in club.grades}
        self.skills = {skill for club in self.clubs for skill in club.skills}
        self.activities = {a.id for c in self.classes for a in problem.activities.get(c, ())} | set(shortage.clubs)
        self.people = self._able(problem, scope)

    def _able(self, problem: Problem, scope: OpenScope) -> set[PersonId]:
        found = set(self.shortage.people)
        found |= {p.id for club in self.clubs for p in scope.leaders(club)}
        code = self.shortage.code
        if code in {"adults_in_slot", "sessions_in_week"}:
            found |= {t.id for t in problem.teachers}
        elif code in ADULTS:
            for c in self.classes & problem.class_by_id.keys():
                for quota in problem.quotas[c].values():
                    found |= {t.id for t in scope.tutors(problem.class_by_id[c], quota)}
        elif code in PATROL:
            found |= {t.id for t in problem.teachers if t.leader}
        return found

    def answers(self, lever: Lever) -> bool:
        """Whether the lever could make the count come out."""
        code, slot = self.shortage.code, self.shortage.slot
        if code not in _KINDS.get(lever.kind, {code}):
            return False
        match lever:
            case people.FreeAt():
                return lever.person.id in self.people and slot in (None, lever.slot)
            case hiring.Joins():
                teaches = code in ADULTS and isinstance(lever.person, Teacher) and bool(lever.person.subjects)
                return teaches or not self.skills.isdisjoint(lever.person.skills) or self._any_skill(lever)
            case people.MoreSessions() | people.MoreADay() | people.FewerAsked() | people.NewPapers():
                return lever.person.id in self.people
            case rooms.OpenRoom():
                return slot in (None, lever.slot) and (lever.room.id in self.shortage.rooms or self._fits(lever.room))
            case rooms.OtherRoom():
                return any(set(c.features) == set(lever.room.features) for c in self.clubs)
            case clubs.FewerActivities():
                return lever.club.id in self.activities
            case clubs.FewerMeetings() | clubs.AnySlot() | clubs.MorePupils() | clubs.FewerPupils():
                return lever.club.id in self.shortage.clubs
            case week.FewerWalks() | week.MoreWalks():
                return not self.grades.isdisjoint(lever.band.grades)
            case week.ReleasePin():
                return self._concerns(lever)
            case week.QuotaByOne():
                return lever.school_class.id in self.classes
        return True

    def _any_skill(self, lever: hiring.Joins) -> bool:
        return not lever.person.skills and any(not c.skills for c in self.clubs)

    def _fits(self, room: Room) -> bool:
        def size(club: LedClub) -> int:
            return club.most if isinstance(club, CrossClassClub) else 0

        return any(set(c.features) <= set(room.features) and size(c) <= room.capacity for c in self.clubs)

    def _concerns(self, lever: week.ReleasePin) -> bool:
        pin, found = lever.pin, self.shortage
        return (
            pin.slot == found.slot
            or pin.person in found.people
            or pin.club in found.clubs
            or pin.school_class in found.classes
            or pin.room in found.rooms
        )


_SPECIFIC = {
    "club_days",
    "club_leaders",
    "leaders_come",
    "credentials_cover_term",
    "leaders_keep_club",
    "club_rooms",
    "club_within_walking",
}
_GENERAL = {
    "adults_in_slot",
    "leaders_in_week",
    "leaders_for_all_clubs",
    "rooms_in_slot",
    "rooms_in_week",
    "rooms_for_all_clubs",
}


def told_once(shortages: tuple[Shortage, ...]) -> tuple[Shortage, ...]:
    """Without the counts over several clubs that only say again what is said of each of these clubs by itself."""
    specific = {club for s in shortages if s.code in _SPECIFIC for club in s.clubs}
    return tuple(
        s for s in shortages if not (s.code in _GENERAL and s.clubs and not s.classes and set(s.clubs) <= specific)
    )
