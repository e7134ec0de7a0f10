"""Who of a class goes to which group, by name, and who stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models import Session
from models.noun import ClassId, ClubId

Group = tuple[ClubId, int]
"""(club, number of the group)."""


@dataclass(frozen=True)
class PupilNames:
    """The names as they are printed, in the order of the list; only of the classes that stand on it."""

    of_class: Mapping[ClassId, Sequence[str]] = field(default_factory=dict)
    members: Mapping[tuple[ClassId, Group], Sequence[str]] = field(default_factory=dict)
    only_on: Mapping[tuple[ClassId, Group, str], frozenset[int]] = field(default_factory=dict)  # days of some members
    runs_as: Mapping[int, int] = field(default_factory=dict)  # in a week with a make-up day: weekday → as which it runs

    def known(self, school_class: ClassId) -> bool:
        """Whether the class stands on the list."""
        return school_class in self.of_class

    def joined(self, school_class: ClassId, session: Session) -> Sequence[str]:
        """Who of the class is in the group that meets here, on whichever of its days."""
        return self.members.get((school_class, (session.club or "", session.group)), ())

    def going(self, school_class: ClassId, session: Session) -> Sequence[str]:
        """Who of the class comes to this meeting."""
        group, day = (session.club or "", session.group), self.runs_as.get(session.slot.day, session.slot.day)
        every = self.joined(school_class, session)
        return [name for name in every if day in self.only_on.get((school_class, group, name), (day,))]

    def staying(self, school_class: ClassId, walking: Sequence[Session]) -> Sequence[str]:
        """Who of the class is on the list and in none of the groups that meet."""
        away = {name for session in walking for name in self.going(school_class, session)}
        return [name for name in self.of_class.get(school_class, ()) if name not in away]

    def in_week(self, runs_as: Mapping[int, int]) -> "PupilNames":
        """For a week some of whose days run as another weekday."""
        return replace(self, runs_as=runs_as)
