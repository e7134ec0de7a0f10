"""What crosses the pipe between the app and the process of a sweep: the order, answers as they come, the end."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from models import Problem, RepairPrices, SweepKind, SweepRow, Timetable
from models.noun import Noun
from scheduler.sweep.run import SweepRun


class SweepOrder(Noun):
    """A sweep as a value; `rows` are the answers that are known."""

    problem: Problem
    kind: SweepKind
    base: Timetable | None = None
    seconds: float
    seed: int = 0
    prices: RepairPrices
    rows: tuple[SweepRow, ...] = ()
    processes: int = Field(ge=1)

    @classmethod
    def of(cls, run: SweepRun, processes: int) -> "SweepOrder":
        """What is left to do of a run."""
        return cls(
            problem=run.problem, kind=run.kind, base=run.base, seconds=run.seconds, seed=run.seed, prices=run.prices,
            rows=tuple(run.rows.values()), processes=processes,
        )  # fmt: skip

    def run(self) -> SweepRun:
        """The run that was ordered."""
        return SweepRun(
            self.problem, self.kind, self.base, self.seconds, self.seed, self.prices,
            {row.case.key: row for row in self.rows},
        )  # fmt: skip


class Answered(Noun):
    """One line of the process: an answer, how many there are now, and of how many."""

    what: Literal["answer"] = "answer"
    row: SweepRow
    done: int
    of: int


class Ended(Noun):
    """The last line of the process: whether every question was answered."""

    what: Literal["end"] = "end"
    complete: bool


LINE: TypeAdapter[Answered | Ended] = TypeAdapter(Annotated[Answered | Ended, Field(discriminator="what")])
"""Any line of the process."""
