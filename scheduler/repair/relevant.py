"""Which levers could answer a shortage: those on the people, clubs, rooms, classes and slots that were counted."""

from models import Change, CrossClassClub, Problem, Room, Shortage, Teacher, apply_changes
from models.noun import PersonId
from scheduler.open_scope import OpenScope
from scheduler.precheck import precheck
from scheduler.repair.draft import Draft
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

# Where nothing was counted: what most often is the matter comes first.
_UNCOUNTED = (
    "other_room",
    "any_slot",
    "free_at",
    "instructor",
    "release_pin",
    "more_pupils",
    "room_changes",
    "leader_changes",
    "fewer_meetings",
    "more_sessions",
)

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


def recipes(problem: Problem, shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]) -> list[tuple[Lever, ...]]:
    """Sets of levers, each a different way of answering all shortages.

    Of every shortage its cheapest kind of lever, its second cheapest, and so on; in the end all that answer any. Where
    nothing was counted, one kind of lever after the other, and then all.
    """
    if not shortages:
        there = {lever.kind for lever in levers}
        kinds = [*(k for k in _UNCOUNTED if k in there), *sorted(there - set(_UNCOUNTED))]
        return [*(tuple(lever for lever in levers if lever.kind == kind) for kind in kinds), levers]
    by_shortage: list[dict[str, list[Lever]]] = []
    for shortage in shortages:
        relevance = Relevance(problem, shortage)
        by_kind: dict[str, list[Lever]] = {}
        for lever in levers:
            if relevance.answers(lever):
                by_kind.setdefault(lever.kind, []).append(lever)
        kinds = sorted(by_kind, key=lambda kind: (min(lever.price for lever in by_kind[kind]), kind))
        by_shortage.append({kind: by_kind[kind] for kind in kinds})
    found: dict[frozenset[int], tuple[Lever, ...]] = {}
    for rank in range(max(len(by_kind) for by_kind in by_shortage)):
        chosen: dict[int, Lever] = {}
        for by_kind in by_shortage:
            kinds = list(by_kind)
            if kinds:
                chosen |= {id(lever): lever for lever in by_kind[kinds[min(rank, len(kinds) - 1)]]}
        found.setdefault(frozenset(chosen), tuple(lever for lever in levers if id(lever) in chosen))
    everything = {id(lever) for by_kind in by_shortage for some in by_kind.values() for lever in some}
    found.setdefault(frozenset(everything), tuple(lever for lever in levers if id(lever) in everything))
    chosen_sets = [chosen for chosen in found.values() if chosen and _promising(problem, shortages, chosen)]
    return chosen_sets or [levers]


_BY_ONE = {"more_sessions", "free_at", "more_pupils", "fewer_pupils", "fewer_asked", "more_a_day", "quota_by_one"}


def least_price(shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]) -> int:
    """No way out by these levers costs less: some unit has to be taken, and as many as the worst shortage is short by
    where each makes up for one at most."""
    one_by_one = all(lever.kind in _BY_ONE for lever in levers)
    worst = max((s.demand - s.supply for s in shortages), default=1) if one_by_one else 1
    return min(lever.price for lever in levers) * max(1, worst)


def expected_price(shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]) -> int:
    """What the levers cost if each shortage is just made good; a guess, from which the search starts."""
    one_by_one = all(lever.kind in _BY_ONE for lever in levers)
    units = sum(s.demand - s.supply if one_by_one else 1 for s in shortages)
    return max(1, min(lever.price for lever in levers)) * max(1, units)


_MAY_ASK_FOR_MORE = {"fewer_meetings", "fewer_activities", "fewer_walks", "more_walks"}


def _promising(problem: Problem, shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]) -> bool:
    """Whether the counts come out once all these levers are taken to the full; else there is no need to search.

    Some levers taken to the full ask for more elsewhere (a class stays where no club meets), so with them one has to
    try.
    """
    if any(lever.kind in _MAY_ASK_FOR_MORE for lever in levers):
        return True
    draft = Draft(problem)
    waiving: list[Change] = []
    for lever in levers:
        lever.widen(draft)
        if type(lever).waive is not Lever.waive:
            waiving += lever.changes(lever.most)
    short = {(s.code, s.slot) for s in shortages}
    return not any((s.code, s.slot) in short for s in precheck(apply_changes(draft.widened(), waiving)))


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
