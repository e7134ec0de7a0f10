"""What a reader of a timetable or of an input finds: violations, scores, data issues, shortages; and the outcome."""

from enum import StrEnum

from pydantic import Field

from models.noun import ClassId, ClubId, Noun, PersonId, RoomId
from models.settings import Strength
from models.text import Text
from models.timetable import Timetable
from models.week import SlotRef


class Violation(Noun):
    """Where a timetable breaks a rule: a sentence that names the culprit, and who and what is concerned."""

    rule: str
    text: Text
    amount: int = Field(1, ge=1, description="units of the rule; a preference costs weight x amount")
    slot: SlotRef | None = None
    people: tuple[PersonId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    clubs: tuple[ClubId, ...] = ()
    rooms: tuple[RoomId, ...] = ()


class RuleCard(Noun):
    """What everybody else must know of a rule: made by the scheduler, handed to exchange and ui."""

    key: str
    title: Text
    sentence: Text
    strength: Strength
    weight: int = 0
    unit: Text | None = Field(None, description="one unit of a preference; none = broken or kept")
    choices: tuple[Strength, ...] = Field(description="what the school may set")


class Score(Noun):
    """What one rule says of a timetable."""

    rule: str
    strength: Strength
    amount: int = Field(description="units counted")
    weight: int
    cost: int = Field(description="weight x amount for a preference, else 0")


class Verdict(Noun):
    """The audit of one timetable by `check` alone."""

    broken: tuple[Violation, ...] = Field(description="violations of rules that must hold")
    unmet: tuple[Violation, ...] = Field(description="preferences not met, with their amounts")
    scores: tuple[Score, ...]
    cost: int = Field(description="sum of the costs of all preferences")

    @property
    def clean(self) -> bool:
        """Whether no requirement is broken."""
        return not self.broken


class Severity(StrEnum):
    """Whether an issue stops the work."""

    ERROR = "error"
    WARNING = "warning"


class Issue(Noun):
    """Something wrong with the input: where, what, and the cure, all in its text."""

    code: str = Field(description="name of the check that found it")
    text: Text
    severity: Severity = Severity.ERROR
    path: tuple[str | int, ...] = Field((), description="where in the problem's JSON")
    sheet: str | None = None
    cell: str | None = Field(None, description="such as C12")


class Shortage(Noun):
    """A count that cannot come out: demand above supply, with who and where."""

    code: str
    text: Text
    demand: int
    supply: int
    slot: SlotRef | None = None
    people: tuple[PersonId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    clubs: tuple[ClubId, ...] = ()
    rooms: tuple[RoomId, ...] = ()


class Status(StrEnum):
    """How a search ended. OPTIMAL only if proved; out of time is never called impossible."""

    OPTIMAL = "OPTIMAL"
    FEASIBLE = "FEASIBLE"
    IMPOSSIBLE = "IMPOSSIBLE"
    OUT_OF_TIME = "OUT_OF_TIME"


class Outcome(Noun):
    """What a solve brought."""

    status: Status
    timetable: Timetable | None = None
    verdict: Verdict | None = None
    objective: int | None = Field(None, description="cost of the timetable, as audited")
    bound: float | None = Field(None, description="no timetable costs less than this")
    seconds: float
    first_seconds: float | None = Field(None, description="until the first timetable")
    shortages: tuple[Shortage, ...] = ()

    @property
    def gap(self) -> float | None:
        """(objective − bound) / objective, 0 when proved best; none without a timetable."""
        if self.objective is None or self.bound is None:
            return None
        return max(0.0, self.objective - self.bound) / max(1, abs(self.objective))
