"""Why a school has no timetable, what would help, and how near to breaking it is if it has one."""

from pydantic import Field

from models.changes import Change
from models.noun import ClassId, ClubId, Noun, PersonId, RoomId
from models.text import Text
from models.timetable import Timetable
from models.verdict import Shortage, Status


class Conflict(Noun):
    """Requirements that cannot hold together, although each count comes out; without any one of them they can.

    Both halves were proved by solving: alone they are impossible, and possible whichever one is left out.
    """

    parts: tuple[Text, ...] = Field(description="each requirement, as the school states it")
    text: Text
    people: tuple[PersonId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    clubs: tuple[ClubId, ...] = ()
    rooms: tuple[RoomId, ...] = ()


class Step(Noun):
    """One thing that a repair does, and what it costs by the price list."""

    change: Change
    text: Text
    cost: int = Field(ge=0)


class Repair(Noun):
    """A way out that was tried: with these changes there is the timetable, and the audit found it clean."""

    steps: tuple[Step, ...]
    cost: int = Field(description="sum of the steps' costs, by the school's price list")
    cheapest: bool = Field(description="proved: nothing cheaper does it by the same means")
    people: tuple[PersonId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    clubs: tuple[ClubId, ...] = ()
    rooms: tuple[RoomId, ...] = ()
    timetable: Timetable = Field(description="a timetable of the changed school, not yet the best one")

    @property
    def changes(self) -> tuple[Change, ...]:
        """What to apply to the school to try it."""
        return tuple(step.change for step in self.steps)


class LeastBad(Noun):
    """What could be published today: all requirements that can be kept, and what is missing, by name."""

    timetable: Timetable
    missing: tuple[Text, ...]
    cost: int = Field(description="sessions without a person or room, and three for each meeting that is left out")


class Margin(Noun):
    """A count that comes out, and by how much."""

    code: str
    text: Text
    demand: int
    supply: int

    @property
    def spare(self) -> int:
        """Supply above demand."""
        return self.supply - self.demand


class Explanation(Noun):
    """The answer to: why is there none, and what would help? Or, where there is one: what would break first?"""

    status: Status = Field(description="IMPOSSIBLE: counted or proved; FEASIBLE: a timetable was found")
    shortages: tuple[Shortage, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    repairs: tuple[Repair, ...] = Field((), description="cheapest first")
    least_bad: LeastBad | None = None
    tightest: tuple[Margin, ...] = Field((), description="of a school that has a timetable: nearest to breaking first")
    seconds: float
