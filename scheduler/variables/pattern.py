"""The day pattern: which club meets in which slot, which band walks, which class keeps to itself."""

from ortools.sat.python.cp_model import IntVar

from models import Band, CrossClassClub, Slot, Timetable
from models.noun import BandId, ClassId, ClubId
from scheduler.scope import LedClub
from scheduler.variables.frame import Frame, Linear


class Pattern(Frame):
    """Parallel groups of a club meet together, so that meeting is a decision of the club."""

    def declare_pattern(self) -> None:
        """A band walks exactly when a cross-class club of one of its grades meets."""
        self._meets: dict[tuple[ClubId, Slot], IntVar] = {}
        self._walks: dict[tuple[BandId, Slot], IntVar] = {}
        self._stays: dict[tuple[ClassId, Slot], IntVar] = {}
        self.clubs: tuple[LedClub, ...] = tuple({u.club.id: u.club for u in self.units}.values())
        for club in self.clubs:
            for slot in self.scope.club_slots(club):
                self._meets[club.id, slot] = self.bool("meets", club.id, slot)
        for band in self.problem.bands:
            open_to = [c for c in self.clubs if isinstance(c, CrossClassClub) and band in self._bands_of(c)]
            for slot in self.problem.slots:
                meets = [self._meets[c.id, slot] for c in open_to if (c.id, slot) in self._meets]
                if meets:
                    self._walks[band.id, slot] = self.any_of(meets, "walks", band.id, slot)
        for c in self.problem.classes:
            for slot in self.free_slots(c):
                self._stays[c.id, slot] = self.bool("stays", c.id, slot)

    @property
    def day_pattern(self) -> list[IntVar]:
        """When the large clubs meet and when the bands walk: what the rest of the week hangs on (docs/solver.md)."""
        large = {club.id for club in self.problem.whole_school_clubs}
        gathers = [meets for (club, _), meets in self._meets.items() if club in large]
        return list(dict.fromkeys([*gathers, *self._walks.values()]))

    def day_pattern_of(self, timetable: Timetable) -> dict[int, int]:
        """The day pattern that a timetable has: 0 or 1 for the column of each of its decisions."""
        met = {(club, slot) for (club, _), meetings in timetable.of_club.items() for slot in (s.slot for s in meetings)}
        clubs = {c.id: c for c in self.clubs if isinstance(c, CrossClassClub)}
        walking = {(band.id, slot) for club, slot in met if club in clubs for band in self._bands_of(clubs[club])}
        large = {club.id for club in self.problem.whole_school_clubs}
        found = {meets.index: int(key in met) for key, meets in self._meets.items() if key[0] in large}
        return found | {walks.index: int(key in walking) for key, walks in self._walks.items()}

    def _bands_of(self, club: CrossClassClub) -> list[Band]:
        return [band for band in self.problem.bands if not set(club.grades).isdisjoint(band.grades)]

    def slots_of_club(self, club: LedClub) -> tuple[Slot, ...]:
        """Slots in which the club could meet."""
        return tuple(s for s in self.problem.slots if (club.id, s) in self._meets)

    def sessions_a_week(self, club: LedClub) -> dict[int, int]:
        """Week → sessions that `club_meetings` asks of the club in it."""
        periods = club.periods if isinstance(club, CrossClassClub) else 1
        weeks = self.problem.week.weeks
        return {week: club.meetings * periods if club.weeks.includes(week) else 0 for week in weeks}

    def meets(self, club: ClubId, slot: Slot) -> Linear:
        """Whether the club meets in the slot."""
        return self._meets.get((club, slot), 0)

    def meets_on(self, club: LedClub, week: int, day: int) -> IntVar | None:
        """Whether the club meets on the day; None if it cannot."""
        slots = [s for s in self.slots_of_club(club) if (s.week, s.day) == (week, day)]
        if not slots:
            return None
        if len(slots) == 1:
            return self._meets[club.id, slots[0]]
        return self.any_of((self._meets[club.id, s] for s in slots), "meets_on", club.id, week, day)

    def walks(self, band: BandId, slot: Slot) -> Linear:
        """Whether the band walks in the slot."""
        return self._walks.get((band, slot), 0)

    def stays(self, school_class: ClassId, slot: Slot) -> Linear:
        """Whether the class has an activity of its own in the slot."""
        return self._stays.get((school_class, slot), 0)
