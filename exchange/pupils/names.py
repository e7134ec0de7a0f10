"""Who of a class goes to which group, by name, and who stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models import Session
from models.noun import ClassId, ClubId

Group = tuple[ClubId, int]
"""(club, number of the group)."""


@dataclass(frozen=True)
class PupilNames:
    """The names as they are printed, in the order of the list; only of the classes that stand on it."""

    of_class: Mapping[ClassId, Sequence[str]] = field(default_factory=dict)
    members: Mapping[tuple[ClassId, Group], Sequence[str]] = field(default_factory=dict)

    def known(self, school_class: ClassId) -> bool:
        """Whether the class stands on the list."""
        return school_class in self.of_class

    def going(self, school_class: ClassId, session: Session) -> Sequence[str]:
        """Who of the class is in the group that meets here."""
        return self.members.get((school_class, (session.club or "", session.group)), ())

    def staying(self, school_class: ClassId, walking: Sequence[Session]) -> Sequence[str]:
        """Who of the class is on the list and in none of the groups that meet."""
        away = {name for session in walking for name in self.going(school_class, session)}
        return [name for name in self.of_class.get(school_class, ()) if name not in away]
