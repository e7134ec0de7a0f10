"""What a term gives and takes: sessions planned, held, lost and made up; and papers that do not last until its end."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from models.dated import DatedSession
from models.noun import Name, Noun, PersonId
from models.people import Credential


class Counted(StrEnum):
    """For what sessions are counted."""

    DAY = "day"
    CLASS = "class"
    CLUB = "club"
    ACTIVITY = "activity"
    SUBJECT = "subject"
    PERSON = "person"


class TermCount(Noun):
    """Sessions of a term of one class, club, subject …: planned − lost + made up = held."""

    what: Counted = Field(description="of what")
    key: Name = Field(description="id of the class, club, person …; of a day: 5.club, 5.homework")
    group: int = Field(1, ge=1, description="which parallel group of the club")
    planned: int = Field(ge=0, description="as if there were neither holidays nor make-up days")
    lost: dict[Name, int] = Field(default_factory=dict, description="why → how many of the planned ones")
    made_up: int = Field(0, ge=0, description="held on make-up days")

    @property
    def held(self) -> int:
        """How many take place."""
        return self.planned - sum(self.lost.values()) + self.made_up

    @property
    def missing(self) -> int:
        """How many fewer than planned; below 0: more."""
        return self.planned - self.held


class PaperRisk(Noun):
    """A credential that is not valid on a session's date, or that runs out soon after the last session."""

    person: PersonId = Field(description="instructor")
    paper: Credential = Field(description="which one")
    last: date = Field(description="date of the person's last session")
    sessions: tuple[DatedSession, ...] = Field((), description="for which it is not valid; empty = at risk only")
