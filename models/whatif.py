"""What a change of the school brings: a timetable near the published one, and how few people must be told."""

from pydantic import Field

from models.comparison import Comparison
from models.noun import Noun
from models.timetable import Timetable
from models.verdict import Outcome, Shortage, Status, Verdict


class WhatIf(Noun):
    """The answer to a what-if. Its base is never changed."""

    status: Status = Field(
        description="OPTIMAL: proved that nobody more can be spared; FEASIBLE: perhaps somebody can; IMPOSSIBLE: there "
        "is no timetable, proved; OUT_OF_TIME: neither found nor proved"
    )
    timetable: Timetable | None = Field(None, description="the new timetable, audited; none if there is none")
    verdict: Verdict | None = Field(None, description="the audit of the new timetable by the changed problem")
    comparison: Comparison | None = Field(None, description="the base timetable and the new one side by side")
    told: int | None = Field(None, description="people who must be told")
    told_bound: int | None = Field(None, description="no timetable tells fewer people, proved; none if impossible")
    seconds: float = Field(description="all in all")
    first_seconds: float | None = Field(None, description="until the first timetable")
    proved_seconds: float | None = Field(None, description="until it was proved that nobody more can be spared")
    shortages: tuple[Shortage, ...] = Field((), description="counts that cannot come out")

    @property
    def outcome(self) -> Outcome:
        """The timetable as a search brings it. That it is near was proved, not that it is cheap: so never OPTIMAL."""
        return Outcome(
            status=Status.FEASIBLE if self.timetable is not None else self.status,
            timetable=self.timetable,
            verdict=self.verdict,
            objective=None if self.verdict is None else self.verdict.cost,
            bound=None,
            seconds=self.seconds,
            first_seconds=self.first_seconds,
            shortages=self.shortages,
        )
