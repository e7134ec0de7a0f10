"""Which clubs, rooms and bands can meet or walk, and when: the facts from which the counts of the precheck are made.

Each fact errs on the generous side: it may allow what the rules forbid for another reason, never the reverse.
"""

from functools import cached_property

from models import (
    Band,
    ClassActivity,
    CrossClassClub,
    Instructor,
    LeaderFrom,
    Participation,
    Person,
    Problem,
    Room,
    SchoolClass,
    Slot,
    SlotKind,
    Teacher,
    WholeSchoolClub,
)
from scheduler.precheck.presence import Presence

LedClub = CrossClassClub | WholeSchoolClub
Meeting = tuple[Slot, ...]
"""The slots of one meeting: one, or two consecutive ones."""


class Reach(Presence):
    """Look-ups over one problem; the answers are kept."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.clubs: tuple[LedClub, ...] = tuple(c for c in problem.clubs if not isinstance(c, ClassActivity))
        self._slots_of_club = {(c.id, w): self._find_slots(c, w) for c in self.clubs for w in problem.week.weeks}
        self._walking = {(b.id, w): self._find_walking(b, w) for b in problem.bands for w in problem.week.weeks}

    def able(self, club: LedClub) -> tuple[Person, ...]:
        """Who may lead the club by skill, name and side; whether or not he or she can come."""
        kinds = {LeaderFrom.INSIDE: (Teacher,), LeaderFrom.OUTSIDE: (Instructor,)}.get(
            club.leader_from, (Teacher, Instructor)
        )
        return tuple(
            p
            for p in self.problem.people
            if isinstance(p, kinds)
            and (not club.skills or set(club.skills) & set(p.skills))
            and (not club.named_leaders or p.id in club.named_leaders)
        )

    # Clubs

    def groups(self, club: LedClub) -> int:
        """Parallel groups: all of them meet at once."""
        return club.groups if isinstance(club, CrossClassClub) else 1

    def periods(self, club: LedClub) -> int:
        """Periods of one meeting."""
        return club.periods if isinstance(club, CrossClassClub) else 1

    def sessions(self, club: LedClub, week: int) -> int:
        """Sessions of each group in the week."""
        return club.meetings * self.periods(club) if club.weeks.includes(week) else 0

    def adults(self, club: LedClub) -> int:
        """Different leaders who are needed at once, by all groups."""
        return self.groups(club) * club.leaders

    def bands(self, club: LedClub) -> tuple[Band, ...]:
        """The bands that have a grade in the club."""
        return tuple(b for b in self.problem.bands if set(b.grades) & set(club.grades))

    def club_slots(self, club: LedClub, week: int) -> tuple[Slot, ...]:
        """Slots of the week in which the club could meet."""
        return self._slots_of_club[club.id, week]

    def _find_slots(self, club: LedClub, week: int) -> tuple[Slot, ...]:
        if not club.weeks.includes(week):
            return ()
        bands, cross = self.bands(club), isinstance(club, CrossClassClub)
        # When a band walks, all its classes do: the slot must be a club slot for them too.
        grades = {g for b in bands for g in b.grades} if cross else set(club.grades)
        grades &= {c.grade for c in self.problem.classes}
        slots = [
            s
            for s in self.slots(week)
            if (not club.fixed_slots or s in club.fixed_slots)
            and all(self.problem.week.kind(s, g) is SlotKind.CLUB for g in grades)
            and all((s in b.fixed_slots) is cross for b in bands if b.fixed_slots)
            and all(b.walking_most > 0 for b in bands if cross)
        ]
        if self.periods(club) == 1:
            return tuple(slots)
        return tuple(s for s in slots if any(Slot(s.day, s.period + i, week) in slots for i in (-1, 1)))

    def meetings(self, club: LedClub, week: int) -> dict[int, list[Meeting]]:
        """Day → the meetings that are possible on it, in one week."""
        slots = self.club_slots(club, week)
        found: dict[int, list[Meeting]] = {}
        for s in slots:
            meeting = tuple(Slot(s.day, s.period + i, s.week) for i in range(self.periods(club)))
            if all(one in slots for one in meeting):
                found.setdefault(s.day, []).append(meeting)
        return found

    def weeks(self, club: LedClub) -> tuple[int, ...]:
        """The weeks of the cycle in which the club meets."""
        return tuple(w for w in self.problem.week.weeks if club.weeks.includes(w))

    @cached_property
    def forced(self) -> dict[Slot, tuple[LedClub, ...]]:
        """Slot → the clubs that cannot but meet then: every possible day is needed, and each has one place for it."""
        found: dict[Slot, list[LedClub]] = {}
        for club in self.clubs:
            for week in self.weeks(club):
                days = self.meetings(club, week)
                for options in days.values() if len(days) == club.meetings else ():
                    for slot in set.intersection(*map(set, options)):
                        found.setdefault(slot, []).append(club)
        return {slot: tuple(clubs) for slot, clubs in found.items()}

    # Rooms

    def pupils(self, club: LedClub) -> int:
        """Pupils for whom the room of one group must be large enough."""
        if isinstance(club, CrossClassClub):
            return club.most
        return sum(self.problem.pupils_by_grade.get(g, 0) for g in set(club.grades))

    def fitting_rooms(self, club: LedClub) -> tuple[Room, ...]:
        """Rooms with the features and the size, open or not."""
        return tuple(
            r
            for r in self.problem.rooms
            if set(club.features) <= set(r.features)
            and (not club.named_rooms or r.id in club.named_rooms)
            and r.capacity >= self.pupils(club)
        )

    def class_rooms(self, c: SchoolClass, slot: Slot) -> tuple[Room, ...]:
        """Rooms for the class's own session: its home room, or any that is large enough where that cannot be."""
        home = self.problem.room_by_id.get(c.home_room) if c.home_room is not None else None
        if home is not None and slot not in home.closed:
            return (home,)
        return tuple(r for r in self.problem.rooms if slot not in r.closed and r.capacity >= c.pupils)

    # Bands and classes

    def walking_options(self, band: Band, week: int) -> tuple[Slot, ...]:
        """Slots of the week in which the band could walk: club slots of all its classes, fixed ones if given."""
        return self._walking[band.id, week]

    def _find_walking(self, band: Band, week: int) -> tuple[Slot, ...]:
        grades = {c.grade for c in self.problem.classes if c.grade in band.grades}
        return tuple(
            s
            for s in self.slots(week)
            if (not band.fixed_slots or s in band.fixed_slots)
            and all(self.problem.week.kind(s, g) is SlotKind.CLUB for g in grades)
            and any(s in self.club_slots(club, week) for club in self.cross_class(band))
        )

    def cross_class(self, band: Band) -> tuple[CrossClassClub, ...]:
        """The cross-class clubs that take a grade of the band: where one meets, the band walks."""
        return tuple(c for c in self.clubs if isinstance(c, CrossClassClub) and set(c.grades) & set(band.grades))

    def walks_least(self, band: Band, week: int) -> int:
        """Walking slots that the band cannot do without in the week."""
        fixed = sum(s.week == week for s in band.fixed_slots)
        clubs = (self.sessions(c, week) for c in self.cross_class(band))
        return max(band.walking_least, fixed, *clubs, 0)

    def walks_most(self, band: Band, week: int) -> int:
        """Walking slots that the band can have in the week."""
        return min(band.walking_most, len(self.walking_options(band, week)))

    def band_of(self, c: SchoolClass) -> Band | None:
        """The band in which the class walks."""
        return self.problem.band_by_grade.get(c.grade)

    def leaves(self, c: SchoolClass) -> bool:
        """Whether everybody leaves the class when its band walks."""
        band = self.band_of(c)
        return band is not None and band.participation is Participation.EVERYONE

    def surely_stays(self, c: SchoolClass, slot: Slot) -> bool:
        """Whether the class has a session of its own in this club slot whatever happens."""
        if self.problem.week.kind(slot, c.grade) is not SlotKind.CLUB:
            return False
        whole = any(
            isinstance(club, WholeSchoolClub) and c.grade in club.grades and slot in self.club_slots(club, slot.week)
            for club in self.clubs
        )
        band = self.band_of(c)
        walks = band is not None and self.leaves(c) and slot in self.walking_options(band, slot.week)
        return not whole and not walks
