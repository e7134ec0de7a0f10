"""One day pattern in the search: tried quickly, then in full."""

from dataclasses import dataclass

from scheduler.companion import Job
from scheduler.patterns import Pattern


@dataclass
class Trial:
    """What is known of a pattern."""

    pattern: Pattern
    quick: Job | None = None  # without visiting tutors: its timetables count, its proofs do not
    full: Job | None = None

    @property
    def cost(self) -> float:
        """Of its quick timetable; inf if there is none."""
        return self.quick.solution[0] if self.quick and self.quick.solution else float("inf")
