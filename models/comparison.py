"""Two timetables side by side: what the rules say of both, which sessions differ, and who must be told what."""

from enum import StrEnum

from pydantic import Field

from models.noun import ClassId, ClubId, Noun, PersonId
from models.settings import Strength
from models.text import Text
from models.timetable import Session
from models.verdict import Violation


class ChangeKind(StrEnum):
    """What happened to a session."""

    ADDED = "added"
    LOST = "lost"
    MOVED = "moved"  # another slot (and perhaps other people or another room)
    ALTERED = "altered"  # the same slot, other people or another room


class ScoreChange(Noun):
    """What one rule says of both timetables."""

    rule: str = Field(description="key of the rule")
    strength: Strength = Field(description="in the new problem")
    amount_before: int = Field(description="units counted in the base timetable")
    amount_after: int = Field(description="units counted in the new timetable")
    cost_before: int = Field(description="weight x amount, by the base problem's weight")
    cost_after: int = Field(description="weight x amount, by the new problem's weight")


class SessionChange(Noun):
    """A session that is not the same in both timetables; head counts do not count."""

    kind: ChangeKind = Field(description="added, lost, moved or altered")
    text: Text = Field(description="what changed, and from where to where")
    before: Session | None = Field(None, description="as it was; none if it is new")
    after: Session | None = Field(None, description="as it is; none if it is lost")


class Notice(Noun):
    """All that one person must be told."""

    person: PersonId = Field(description="whom to tell")
    texts: tuple[Text, ...] = Field(min_length=1, description="one sentence for each difference")


class Comparison(Noun):
    """A base timetable and a new one."""

    scores: tuple[ScoreChange, ...] = Field(description="every rule, in the usual order")
    cost_before: int = Field(description="of all preferences, by the base problem's weights")
    cost_after: int = Field(description="of all preferences, by the new problem's weights")
    broken_before: tuple[Violation, ...] = Field(description="broken requirements of the base timetable")
    broken_after: tuple[Violation, ...] = Field(description="broken requirements of the new timetable")
    sessions: tuple[SessionChange, ...] = Field(description="in order of their slot")
    notices: tuple[Notice, ...] = Field(description="one for each person who must be told, teachers first")
    classes: tuple[ClassId, ...] = Field(description="classes whose week differs for their class teacher")
    clubs: tuple[ClubId, ...] = Field(description="clubs and activities of which some session differs")

    def of_kind(self, kind: ChangeKind) -> tuple[SessionChange, ...]:
        """The sessions that were added, lost, moved or altered."""
        return tuple(change for change in self.sessions if change.kind is kind)

    @property
    def sessions_changed(self) -> int:
        """How many sessions of the base are not as they were."""
        return sum(change.before is not None for change in self.sessions)
